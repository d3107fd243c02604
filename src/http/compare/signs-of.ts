import type { Sign, SignsView } from '../../domain/compare/compare-view.ts'
import { SIGNS } from '../../domain/compare/compare-view.ts'
import { countsIn } from '../../domain/counts/count-query.ts'
import type { CountRow } from '../../domain/counts/count-row.ts'
import { text } from '../../domain/wording/text.ts'
import { type CompareWish, type Comparing, type Counted, countLines } from './count-lines.ts'
import { sightText } from './line-units.ts'
import { standingOut } from './stand-out.ts'

type Test = (row: CountRow, counted: Counted) => boolean

/** On which matters a sign shows, and on which it could. */
export const SIGN_TESTS: Readonly<Record<Sign, { readonly shows: Test; readonly could: Test }>> = {
  justBeforeDue: {
    shows: ({ id }, { happened }) => happened.justBeforeDue.has(id),
    could: ({ id }, { happened }) => happened.withLimit.has(id),
  },
  reopened: {
    shows: ({ id }, { happened }) => happened.reopened.has(id),
    could: (row, { asked, happened }) => happened.reopened.has(row.id) || countsIn('closed', row, asked),
  },
  pausedLate: {
    shows: ({ id }, { happened }) => happened.pausedLate.has(id),
    could: ({ id }, { happened }) => happened.paused.has(id),
  },
  limitReset: {
    shows: ({ id }, { happened }) => happened.limitReset.has(id),
    could: ({ id }, { happened }) => happened.transferred.has(id),
  },
}

/** Counts of what may tell of figures being made, by unit; that one stands out is no finding against anybody. */
export async function signsOf(comparing: Comparing, wish: CompareWish): Promise<SignsView> {
  const counted = await countLines(comparing, wish, {}, { events: true })
  const lines = counted.lines.map(({ unitId, isOwn, rows }) => {
    const many = (test: Test) => rows.filter((row) => test(row, counted)).length
    return {
      unitId,
      isOwn,
      of: perSign((sign) => many(SIGN_TESTS[sign].could)),
      counts: perSign((sign) => many(SIGN_TESTS[sign].shows)),
    }
  })
  const outside = perSign((sign) => {
    // Beside units that are not in sight nothing stands out.
    if (counted.sight.outOfSight.length > 0) return new Set<string>()
    return standingOut(
      lines
        .filter(({ isOwn }) => !isOwn)
        .map(({ unitId, of, counts }) => ({
          name: unitId,
          like: comparing.directory.units[unitId]?.kind ?? '',
          numerator: counts[sign],
          denominator: of[sign],
        })),
    )
  })
  return {
    unitId: wish.unitId,
    period: wish.period,
    at: counted.asked.span.at,
    kinds: counted.kinds,
    sight: sightText(counted.sight, nameOf(comparing, wish.unitId), { by: undefined, isAll: true }),
    lines: lines.map((line) => ({ ...line, isOutside: perSign((sign) => outside[sign].has(line.unitId)) })),
  }
}

const nameOf = ({ directory }: Comparing, id: string) => directory.units[id]?.name ?? text(id, id)

const perSign = <T>(of: (sign: Sign) => T): Record<Sign, T> =>
  Object.fromEntries(SIGNS.map((sign) => [sign, of(sign)])) as Record<Sign, T>
