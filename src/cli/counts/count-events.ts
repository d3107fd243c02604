import { addRows, cellsOf, type Sums } from '../../domain/counts/add-up.ts'
import type { CountQuery } from '../../domain/counts/count-query.ts'
import type { CountRow } from '../../domain/counts/count-row.ts'
import type { CountsView } from '../../domain/counts/counted-matters.ts'
import { LEVELS, type Level } from '../../domain/matter/level.ts'
import { CHANNELS } from '../../domain/matter/matter.ts'
import { present } from '../../domain/present.ts'
import { isDay, startOfDay } from '../../domain/time/time.ts'
import { text } from '../../domain/wording/text.ts'
import { addFault, eachCsvLine, noFaults, refuseFaults } from '../shell/csv-lines.ts'
import { usageError } from '../shell/usage-error.ts'

/** What a column may be called; others are not read. */
const COLUMNS = {
  id: ['id', '编号'],
  time: ['time', 'date', '时间', '日期', '登记时间'],
  unit: ['unit', '单位'],
  kind: ['kind', '类型'],
  category: ['category', '类别'],
  state: ['state', '状态'],
  level: ['level', '等级'],
  place: ['place', '地点'],
  source: ['source', 'channel', '渠道'],
} as const
type Name = keyof typeof COLUMNS

/**
 * Counts the lines of an event list by when they happened. Units, kinds and places stand in the order in which the list names them first.
 * @throws AnlanError request-invalid with a sentence for each line that does not fit
 */
export function countEvents(csv: string, query: CountQuery): CountsView {
  const { rows, units, kinds } = readEvents(csv)
  const named = (id: string) => ({ id, path: `/${id}/`, kind: 'department' as const, name: text(id, id) })
  const directory = { units: Object.fromEntries(units.map((id) => [id, named(id)])), posts: {} }
  const sums: Sums = new Map()
  addRows(
    sums,
    rows.filter(({ openedAt }) => openedAt < query.span.at),
    query,
    directory,
  )
  const { span, by, counted } = query
  return { span, by, counted, cells: cellsOf(sums, by, { directory, kinds }) }
}

function readEvents(csv: string) {
  const faults = noFaults()
  const rows: CountRow[] = []
  const seen = new Map<string, number>()
  let at: Partial<Record<Name, number>> | undefined
  eachCsvLine(csv, (cells, line) => {
    if (!at) {
      at = columnsOf(cells)
      return
    }
    const cell = (name: Name) => (at?.[name] === undefined ? '' : (cells[at[name]] ?? '').trim())
    const id = cell('id')
    const openedAt = instantOf(cell('time'))
    const level = cell('level')
    const before = seen.get(id)
    if (id === '') addFault(faults, line, text('没有编号', 'has no id'))
    else if (before !== undefined)
      addFault(faults, line, text(`编号和第${before}行一样`, `has the id of line ${before}`))
    else if (!openedAt) addFault(faults, line, text('时间不是日期', 'its time is no date'))
    else {
      seen.set(id, line)
      rows.push({
        id,
        unitId: cell('unit'),
        procedure: cell('kind'),
        state: cell('state'),
        source: CHANNELS.find((channel) => channel === cell('source')) ?? 'other',
        openedAt,
        ...present({
          category: cell('category') || undefined,
          place: cell('place') || undefined,
          level: level in LEVELS ? (level as Level) : undefined,
        }),
      })
    }
  })
  if (!at) throw usageError(text('文件是空的', 'The file is empty'))
  refuseFaults(faults)
  const units = [...new Set(rows.flatMap(({ unitId, place = '' }) => [unitId, place]))].filter(Boolean)
  return { rows, units, kinds: [...new Set(rows.map(({ procedure }) => procedure))] }
}

/** @throws AnlanError request-invalid where there is no id and no time */
function columnsOf(heading: readonly string[]): Partial<Record<Name, number>> {
  const names = heading.map((cell) => cell.trim().toLowerCase())
  const found = Object.entries(COLUMNS).flatMap(([name, called]) => {
    const place = names.findIndex((each) => (called as readonly string[]).includes(each))
    return place >= 0 ? [[name, place] as const] : []
  })
  const at: Partial<Record<Name, number>> = Object.fromEntries(found)
  if (at.id === undefined || at.time === undefined)
    throw usageError(text('第一行要有“编号”和“时间”两列', 'The first line has to name the columns id and time'))
  return at
}

/** A day, or an instant; without a zone it is China's. */
function instantOf(given: string): string | undefined {
  const day = given.slice(0, 10).replaceAll('/', '-')
  if (!isDay(day)) return undefined
  if (given.length === 10) return startOfDay(day)
  const hasZone = /(?:Z|[+-]\d\d:?\d\d)$/.test(given)
  const parsed = Date.parse(`${day}T${given.slice(11)}${hasZone ? '' : '+08:00'}`)
  return Number.isFinite(parsed) ? new Date(parsed).toISOString() : undefined
}
