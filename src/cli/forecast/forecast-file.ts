import { type DayNumber, dayAt, dayNumber } from '../../domain/time/day-number.ts'
import { isDay } from '../../domain/time/time.ts'
import { type Text, text } from '../../domain/wording/text.ts'
import { figuresOf } from '../../http/forecast/forecast-of.ts'
import type { FlowRecord, MatterFlow } from '../../statistics/forecast/matter-flow.ts'
import type { Call } from '../shell/cli-command.ts'
import { addFault, eachCsvLine, noFaults, refuseFaults } from '../shell/csv-lines.ts'
import { EXIT, type ExitCode } from '../shell/exit-code.ts'
import { jsonLine, quotable } from '../shell/plain-text.ts'
import { readText } from '../shell/read-text.ts'
import { usageError } from '../shell/usage-error.ts'
import { readDayOf } from '../warn/read-day.ts'
import { sayWeeks } from './say-forecast.ts'

type Kept = { readonly opened: DayNumber; readonly due: DayNumber | null; readonly closed: DayNumber | null }

/** Longer histories teach nothing about the coming weeks. */
const MOST_STEPS = 104

/** Foresees from a file with one row a matter. */
export async function forecastFile({ locale, args, value, json }: Call, weeks: number): Promise<ExitCode> {
  const kept = await readMatters(args[0] ?? '-', {
    opened: value('opened-column'),
    due: value('due-column'),
    closed: value('closed-column'),
  })
  const until = value('until')
  if (until !== undefined && !isDay(until))
    throw usageError(text('--until 要写成 2026-06-30 这样', '--until must be a day such as 2026-06-30'))
  const last =
    until === undefined
      ? kept.reduce((latest, { opened, closed }) => Math.max(latest, opened, closed ?? opened), 0)
      : dayNumber(until)
  const flow = flowUntil(kept, last)
  const figures = figuresOf(flow, flow, weeks)
  const ahead = figures.map((each, index) => ({ day: dayAt(last + 7 * (index + 1)), ...each }))
  console.log(json ? jsonLine({ until: dayAt(last), weeks, ahead }) : sayWeeks(ahead, locale).join('\n'))
  return EXIT.done
}

/** Weeks counted back from the last day; of what came later nothing is known. */
function flowUntil(kept: readonly Kept[], last: DayNumber): MatterFlow {
  const first = kept.reduce((least, { opened }) => Math.min(least, opened), last)
  const now = Math.min(MOST_STEPS, Math.floor((last - first) / 7) + 1)
  const step = (day: DayNumber) => now - Math.floor((last - day) / 7)
  const records: FlowRecord[] = kept
    .filter(({ opened, closed }) => opened <= last && (closed === null || step(Math.min(closed, last)) >= 1))
    .map(({ opened, due, closed }) => ({
      count: 1,
      opened: step(opened),
      // Due on a day means late from the day after it.
      due: due === null ? null : step(due + 1),
      closed: closed === null || closed > last ? null : step(closed),
    }))
  return { now, records }
}

const NAMES = {
  opened: ['opened', '收到日期', '登记日期', '受理日期'],
  due: ['due', '期限', '办理期限', '到期日期'],
  closed: ['closed', '办结日期', '结案日期'],
} as const
type Columns = Readonly<Record<keyof typeof NAMES, string | undefined>>

async function readMatters(path: string, named: Columns): Promise<Kept[]> {
  const kept: Kept[] = []
  const faults = noFaults()
  let at: Record<keyof typeof NAMES, number> | undefined
  eachCsvLine(await readText(path), (cells, line) => {
    if (!at) {
      at = placesIn(cells, named)
      return
    }
    const row = matterIn(cells, at)
    if ('zh' in row) addFault(faults, line, row)
    else kept.push(row)
  })
  refuseFaults(faults)
  if (kept.length === 0) throw usageError(text('文件里没有一行数据', 'The file holds no row of data'))
  return kept
}

function placesIn(heading: readonly string[], named: Columns) {
  const placeOf = (what: keyof typeof NAMES) =>
    heading.findIndex((cell) =>
      named[what] === undefined ? NAMES[what].some((name) => name === cell) : cell === named[what],
    )
  const at = { opened: placeOf('opened'), due: placeOf('due'), closed: placeOf('closed') }
  for (const what of ['opened', 'closed', 'due'] as const)
    if (at[what] < 0 && (what !== 'due' || named.due !== undefined))
      throw usageError(
        text(
          `没有“${named[what] ?? NAMES[what].join('、')}”这一列，有：${quotable(heading.join(', '), 200)}；用 --${what}-column 指定`,
          `There is no column "${named[what] ?? NAMES[what][0]}"; there are: ${quotable(heading.join(', '), 200)}. Name it with --${what}-column`,
        ),
      )
  return at
}

function matterIn(cells: readonly string[], at: Readonly<Record<keyof typeof NAMES, number>>): Kept | Text {
  const read = (place: number): DayNumber | null | Text => {
    const cell = place < 0 ? '' : (cells[place] ?? '').trim()
    return cell === '' ? null : readDayOf(cell)
  }
  const [opened, due, closed] = [read(at.opened), read(at.due), read(at.closed)]
  if (opened === null) return text('没有收到日期', 'has no day on which it came in')
  for (const each of [opened, due, closed]) if (typeof each === 'object' && each !== null) return each
  if (typeof closed === 'number' && closed < (opened as DayNumber))
    return text('办结早于收到', 'was closed before it came in')
  return { opened: opened as DayNumber, due: due as DayNumber | null, closed: closed as DayNumber | null }
}
