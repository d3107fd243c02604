import { AnlanError } from '../domain/wording/errors.ts'
import { text } from '../domain/wording/text.ts'
import type { ImportMapping } from '../exchange/mapping/import-mapping.ts'
import { keyOf } from '../exchange/mapping/row-key.ts'
import { timeRules } from '../exchange/mapping/row-times.ts'
import { firstFilled, holds } from '../exchange/mapping/source-value.ts'
import { createLedgerTimes } from '../exchange/table/ledger-times.ts'
import type { TableRow } from '../exchange/table/table-rows.ts'

/** The rows that tell of one case: one row, or all events with one key in the order of time. */
export type LedgerCase = { readonly rows: readonly TableRow[] }

/** Rows of an event log are held until its end, because a case may have its last event on the last row. */
const MOST_EVENTS = 500_000

/** The cases of a file. A row that holds none, or cannot be read, stands for itself. */
export async function* casesOf(rows: AsyncIterable<TableRow>, mapping: ImportMapping): AsyncGenerator<LedgerCase> {
  if (mapping.rows !== 'events') {
    for await (const row of rows) yield { rows: [row] }
    return
  }
  const cases = new Map<string, TableRow[]>()
  let held = 0
  for await (const row of rows) {
    const { key } = keyOf(mapping, row.cells)
    if (row.fault || row.skipped || key === '' || !holds(mapping.where, row.cells)) {
      yield { rows: [row] }
      continue
    }
    held += 1
    if (held > MOST_EVENTS) throw tooLong()
    const events = cases.get(key)
    if (events) events.push(row)
    else cases.set(key, [row])
  }
  const readTime = createLedgerTimes(timeRules(mapping))
  const at = ({ cells }: TableRow) => readTime(cells[firstFilled(mapping.opened, cells)] ?? '')?.at ?? ''
  for (const events of cases.values()) {
    const dated = events.map((row) => ({ row, at: at(row) }))
    yield { rows: dated.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map(({ row }) => row) }
  }
}

const tooLong = () =>
  new AnlanError('import-refused', {
    rule: 'too-many-events',
    text: text(
      `事件日志最多${MOST_EVENTS}行，分成几个文件再导入（同一件的各行要在同一个文件里）`,
      `An event log has at most ${MOST_EVENTS} rows; import it in parts, all rows of a case in the same part`,
    ),
  })
