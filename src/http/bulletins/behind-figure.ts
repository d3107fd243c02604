import { isUnder, linesIn } from '../../domain/bulletins/countable.ts'
import { countAt, figureCode, readFigureCode } from '../../domain/bulletins/figure-code.ts'
import type { FigureRows } from '../../domain/bulletins/figure-rows.ts'
import { daysOverdue, isOfMonth } from '../../domain/bulletins/figures.ts'
import { lineMonths } from '../../domain/bulletins/period.ts'
import { type CountRow, type CountSpan, isCounted } from '../../domain/counts/count-row.ts'
import { present } from '../../domain/present.ts'
import { startOfDay } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { StoredBulletin } from '../../storage/bulletins/stored-bulletin.ts'
import { readCountRows } from '../../storage/counts/count-rows.ts'
import { namesOf } from '../../storage/counts/matter-names.ts'
import type { Counting } from './count-bulletin.ts'

const PAGE = 100

/**
 * The matters behind a number of a bulletin, as they stood at its day and as far as the reader sees them: as many rows as it counts
 * for whoever counted it.
 */
export async function behindFigure(
  counting: Counting,
  bulletin: StoredBulletin,
  code: string,
  page: number,
): Promise<FigureRows> {
  const ref = readFigureCode(code)
  const count = ref && countAt(bulletin.figures.told, ref)
  if (!ref || count === undefined) throw new AnlanError('not-found', { figure: code })
  const { db, actor, directory, procedures } = counting
  const { spans } = bulletin.figures.told
  const { side, line } = ref
  const key = line && line.of !== 'months' ? bulletin.figures.told[line.of][line.row]?.key : undefined
  const month = line?.of === 'months' ? lineMonths(bulletin.period)[line.row] : undefined
  const span: CountSpan = month ? { from: startOfDay(`${month}-01`), at: spans.now.at } : spans[side]
  const { unitId, kinds } = bulletin.scope
  const [all = []] = await readCountRows(db, { actor, directory, procedures, kinds }, [span])
  const inScope = isUnder(directory, unitId)
  const lineOf = linesIn(directory, unitId)
  const fits = (row: CountRow) =>
    inScope(row) &&
    (month && (ref.counted === 'opened' || ref.counted === 'closed')
      ? isOfMonth(ref.counted, row, month)
      : isCounted(ref.counted, row, span) && (!line || line.of === 'months' || lineOf(line.of, row) === key))
  const found = all
    .filter(fits)
    .sort((a, b) => (a.openedAt === b.openedAt ? (a.id < b.id ? -1 : 1) : a.openedAt < b.openedAt ? 1 : -1))
  const shown = found.slice((page - 1) * PAGE, page * PAGE)
  const names = await namesOf(
    db,
    actor.tenant,
    shown.map(({ id }) => id),
  )
  const own = bulletin.figures.exact
  const exact =
    own && own.personId === actor.personId && own.postId === actor.postId ? countAt(own.figures, ref) : undefined
  return {
    code: figureCode(ref),
    counted: ref.counted,
    side,
    span,
    count: exact ?? count,
    found: found.length,
    ...present({ of: line?.of, key, month }),
    page,
    pages: Math.max(1, Math.ceil(found.length / PAGE)),
    rows: shown.flatMap((row) => {
      const name = names.get(row.id)
      if (!name) return []
      const { id, unitId: unit, procedure, category, openedAt, closedAt, overdueSince } = row
      const overdue = overdueSince === undefined ? undefined : daysOverdue(row, span)
      return [
        { id, procedure, openedAt, unitId: unit, ...name, ...present({ category, closedAt, daysOverdue: overdue }) },
      ]
    }),
  }
}
