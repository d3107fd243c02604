import type { Kysely } from 'kysely'
import type { BulletinScope } from '../../domain/bulletins/bulletin.ts'
import { isUnder, linesIn, unitsBelow } from '../../domain/bulletins/countable.ts'
import { countFigures, countMonths, type Figures, longestOverdue } from '../../domain/bulletins/figures.ts'
import { type BulletinPeriod, lineMonths, spansOf } from '../../domain/bulletins/period.ts'
import { toldFigures } from '../../domain/bulletins/told-figures.ts'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { endOfDay, type Instant, startOfDay } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { KeptFigures } from '../../storage/bulletins/stored-bulletin.ts'
import { readCountRows } from '../../storage/counts/count-rows.ts'
import type { Tables } from '../../storage/schema/tables.ts'
import { monthWords, unitWords } from './figure-words.ts'

export type Counting = {
  readonly db: Kysely<Tables>
  readonly actor: Actor
  readonly directory: Directory
  readonly procedures: readonly Procedure[]
  readonly now: Instant
}

/** Counts everything a bulletin says, in the sight of whoever writes it. */
export async function countBulletin(
  { db, actor, directory, procedures, now }: Counting,
  { unitId, kinds }: BulletinScope,
  period: BulletinPeriod,
): Promise<KeptFigures> {
  const whole = directory.units[unitId]
  if (!whole) throw new AnlanError('request-invalid', { issues: [{ field: 'scope.unitId', rule: 'not-an-option' }] })
  const spans = spansOf(period, now)
  const months = lineMonths(period)
  const line = { from: startOfDay(`${months[0]}-01`), at: spans.now.at }
  const [year, before, sameYear] = await readCountRows(db, { actor, directory, procedures, kinds }, [
    line,
    spans.before,
    spans.year,
  ])
  const inScope = isUnder(directory, unitId)
  const rows = {
    now: (year ?? []).filter(inScope),
    before: (before ?? []).filter(inScope),
    year: (sameYear ?? []).filter(inScope),
  }
  const lineOf = linesIn(directory, unitId)
  const below = unitsBelow(directory, unitId)
  const counted = countFigures(rows, spans, lineOf, { units: [unitId, ...below.map(({ id }) => id)], kinds })
  const lines = countMonths(rows.now, months)
  const named = counted.units.flatMap((each) => {
    const unit = directory.units[each.key]
    return unit ? [{ key: each.key, name: unit.name, line: each }] : []
  })
  const [units, monthsText] = [
    unitWords(named, whole),
    endOfDay(period.to) <= now ? monthWords(lines, period) : undefined,
  ]
  const figures: Figures<number> = {
    ...counted,
    categories: counted.categories.toSorted((a, b) => kinds.indexOf(kindOf(a.key)) - kinds.indexOf(kindOf(b.key))),
    countedAt: now,
    spans,
    months: lines,
    longest: longestOverdue(rows.now, spans.now, lineOf),
    words: { ...(units ? { units } : {}), ...(monthsText ? { months: monthsText } : {}) },
  }
  return { exact: { figures, personId: actor.personId, postId: actor.postId }, told: toldFigures(figures) }
}

const kindOf = (key: string) => key.slice(0, key.indexOf('/'))
