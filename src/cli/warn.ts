import { availableParallelism } from 'node:os'
import { text } from '../domain/text.ts'
import type { Budget } from '../engine/statistics/budget.ts'
import type { RealisedLevel } from '../engine/statistics/budget-report.ts'
import { chinaCalendar } from '../procedures/calendar/china-holidays.ts'
import type { Call, CliCommand } from './cli-command.ts'
import { EXIT } from './exit-code.ts'
import { usageError } from './usage-error.ts'
import { ALGORITHMS, WITHOUT_LEVEL, WITHOUT_P } from './warn/algorithms.ts'
import { calibrationOf, calibrationTable } from './warn/calibration.ts'
import { readSeries, type SeriesTable } from './warn/read-series.ts'
import { runPanel } from './warn/run-panel.ts'
import { type Points, type Verdicts, verdictsOf } from './warn/verdicts.ts'
import { warnTable } from './warn/warn-table.ts'

/** Steps of its own past on which a panel shows where a budget would have been kept: a year of weeks, half a year of days. */
const BACK_TEST = { 52: 52, 365: 182 } as const
/** Steps in each unit of time a budget can be said in. */
const STEPS = {
  week: { 52: 1, 365: 7 },
  month: { 52: 365.2425 / 84, 365: 365.2425 / 12 },
  year: { 52: 365.2425 / 7, 365: 365.2425 },
} as const

export const warn: CliCommand = {
  name: 'warn',
  title: text('看哪些数高得不寻常', 'see which counts are unusually high'),
  args: 'FILE.csv|-',
  leastArgs: 1,
  flags: {
    algorithm: {
      title: text(`方法，默认 house：${ALGORITHMS.join('、')}`, `method, house unless said: ${ALGORITHMS.join(', ')}`),
      value: 'NAME',
    },
    'date-column': { title: text('日期列，默认 date', 'column of the date, date unless said'), value: 'NAME' },
    'count-column': { title: text('数量列，默认 count', 'column of the count, count unless said'), value: 'NAME' },
    'series-column': {
      title: text(
        '序列由哪几列决定，逗号分开，默认其余各列',
        'columns that name a series, comma between; all others unless said',
      ),
      value: 'NAMES',
    },
    'pool-column': {
      title: text('这一列相同的序列共用季节和星期规律', 'series with the same value here share season and weekdays'),
      value: 'NAME',
    },
    budget: {
      title: text(
        '所有序列合起来最多多少误报，如 1/month（week、month、year）',
        'most false alarms in the whole panel, such as 1/month (week, month, year)',
      ),
      value: 'N/TIME',
    },
    alpha: {
      title: text(
        '单侧水平，默认 0.005；与 --budget 二选一',
        'one-sided level, 0.005 unless said; either this or --budget',
      ),
      value: 'P',
    },
    from: {
      title: text(
        '从这一天起每天（周）都判断，默认只看最后一期',
        'judge every step since this day; the last one unless said',
      ),
      value: 'DATE',
    },
    'fill-zeros': {
      title: text('没有行的日子当作零；不加则当作缺数', 'days without a row are zeros; missing unless said'),
    },
    'no-holidays': { title: text('不用国务院放假安排', 'leave the State Council holidays aside') },
    threads: { title: text('线程数，不影响结果', 'threads; they change no result'), value: 'N', rule: 'whole-number' },
    report: {
      title: text(
        '加上校准表：名义水平和在自己过去上实际的水平',
        'add the calibration report: nominal levels beside those realised on its own past',
      ),
    },
    all: { title: text('也列出在预期内的', 'list what is as expected as well') },
  },
  about: text(
    '读长表（日期、序列各列、数量），按天或按周，找出高得不寻常的数。只看数量，从不看人。',
    'Reads a long table (date, series columns, count), days or weeks, and finds counts that are unusually high. Counts only, never persons.',
  ),
  examples: [
    'anlan warn requests.csv --pool-column category --budget 1/month',
    'anlan warn - --from 2026-01-01 --json < weeks.csv',
  ],
  async run(call) {
    const table = await readSeries(call.args[0] as string, columnsOf(call), call.isSet('fill-zeros'))
    const verdicts = await judged(table, call)
    const { list, calibration } = verdicts
    if (call.json) {
      for (const line of [...list, ...(calibration ? [{ calibration }] : [])]) console.log(JSON.stringify(line))
      return EXIT.done
    }
    const report = calibration ? ['', ...calibrationTable(calibration, call.locale)] : []
    const findings = warnTable(table, list, call.locale, call.isSet('all'))
    console.log([...findings, ...notes(table, verdicts, call), ...report].join('\n'))
    return EXIT.done
  },
}

function columnsOf(call: Call) {
  const series = call.value('series-column')?.split(',')
  const pool = call.value('pool-column')
  return {
    date: call.value('date-column') ?? 'date',
    count: call.value('count-column') ?? 'count',
    ...(series ? { series } : {}),
    ...(pool ? { pool } : {}),
  }
}

type Judged = Verdicts & { readonly calibration?: readonly RealisedLevel[] }

async function judged(table: SeriesTable, call: Call): Promise<Judged> {
  const algorithm = call.value('algorithm') ?? 'house'
  if (!ALGORITHMS.includes(algorithm))
    throw usageError(
      text(
        `没有“${algorithm}”这种方法，有：${ALGORITHMS.join('、')}`,
        `There is no method "${algorithm}"; there are: ${ALGORITHMS.join(', ')}`,
      ),
    )
  refuseWhatItIgnores(call, algorithm)
  const budget = budgetOf(call, table.frequency)
  const points = pointsOf(table, call.value('from'), budget !== undefined || call.isSet('report'))
  const members = table.rows.map(({ label, pool, counts }) => ({
    id: label,
    pool: call.value('pool-column') ? pool : label,
    series: { frequency: table.frequency, observed: counts, dates: table.dates },
  }))
  const task = {
    algorithm,
    alpha: alphaOf(call),
    holidays: !call.isSet('no-holidays'),
    members,
    points: [...points.past, ...points.asked],
  }
  const answers = await runPanel(task, call.number('threads') ?? availableParallelism())
  const verdicts = verdictsOf(table, answers, points, budget)
  if (!call.isSet('report')) return verdicts
  const calendar = call.isSet('no-holidays') ? undefined : chinaCalendar
  return { ...verdicts, calibration: calibrationOf(table, answers, points.past, calendar) }
}

/** A flag a method would not look at is a mistake worth saying. */
function refuseWhatItIgnores(call: Call, algorithm: string): void {
  if (call.isSet('alpha') && call.isSet('budget'))
    throw usageError(text('--alpha 和 --budget 只能写一个', 'Give either --alpha or --budget'))
  if (call.isSet('budget') && WITHOUT_P.includes(algorithm))
    throw usageError(
      text(`${algorithm} 没有 p 值，--budget 用不上`, `${algorithm} has no p-values, so --budget cannot be used`),
    )
  if (call.isSet('alpha') && WITHOUT_LEVEL.includes(algorithm))
    throw usageError(
      text(`${algorithm} 没有水平可设，--alpha 用不上`, `${algorithm} has no level, so --alpha cannot be used`),
    )
}

function pointsOf({ dates, frequency }: SeriesTable, from: string | undefined, backTest: boolean): Points {
  const first = from === undefined ? dates.length : dates.findIndex((date) => date >= from) + 1
  if (first === 0)
    throw usageError(
      text(
        `${from} 之后没有数据，最后一期是 ${dates.at(-1)}`,
        `No data since ${from}; the last step is ${dates.at(-1)}`,
      ),
    )
  const range = (start: number, end: number) =>
    Array.from({ length: Math.max(end - start, 0) }, (_, index) => start + index)
  return {
    past: backTest ? range(Math.max(first - BACK_TEST[frequency], 1), first) : [],
    asked: range(first, dates.length + 1),
  }
}

function alphaOf(call: Call): number | undefined {
  const written = call.value('alpha')
  if (written === undefined) return undefined
  const alpha = Number(written)
  if (!(alpha > 0 && alpha < 0.5))
    throw usageError(
      text(`--alpha 要在 0 和 0.5 之间，收到“${written}”`, `--alpha must lie between 0 and 0.5, got "${written}"`),
    )
  return alpha
}

function budgetOf(call: Call, frequency: 52 | 365): Budget | undefined {
  const written = call.value('budget')
  if (written === undefined) return undefined
  const [, alarms, unit] = /^(\d{1,6}(?:\.\d{1,3})?)\/(week|month|year)$/.exec(written) ?? []
  if (!unit || !(Number(alarms) > 0))
    throw usageError(
      text(`--budget 写成 1/month 这样，收到“${written}”`, `--budget is written as 1/month, got "${written}"`),
    )
  return { alarms: Number(alarms), steps: STEPS[unit as keyof typeof STEPS][frequency] }
}

/** What a reader must know to judge the table: rows that were missing, and what the budget came to. */
function notes({ absent, rows }: SeriesTable, { budget }: Verdicts, call: Call): string[] {
  const zh = call.locale === 'zh'
  const lines: string[] = []
  if (absent > 0 && !call.isSet('fill-zeros'))
    lines.push(
      zh
        ? `有${absent}处没有行，当作缺数；如果没有行就是零，加 --fill-zeros`
        : `${absent} places without a row count as missing; if no row means zero, add --fill-zeros`,
    )
  if (budget) {
    const level = Math.exp(budget.logThreshold).toExponential(1)
    lines.push(
      zh
        ? `${rows.length}条序列，按自己的过去算，p 低于 ${level} 才报；过去这一段会报${budget.raised}次，预算是${budget.granted.toFixed(1)}次`
        : `${rows.length} series: alarm below p = ${level}, found on their own past, where it would have raised ${budget.raised} for a budget of ${budget.granted.toFixed(1)}`,
    )
  }
  return lines
}
