import type { Kysely } from 'kysely'
import type { BulletinScope } from '../../domain/bulletins/bulletin.ts'
import { linesIn, unitsBelow } from '../../domain/bulletins/countable.ts'
import {
  BULLETIN_KEYS,
  countFigures,
  countMonths,
  type Figures,
  longestOverdue,
} from '../../domain/bulletins/figures.ts'
import { type BulletinPeriod, lineMonths, spansOf } from '../../domain/bulletins/period.ts'
import { toldFigures } from '../../domain/bulletins/told-figures.ts'
import type { CountQuery } from '../../domain/counts/count-query.ts'
import { COUNTED, type CountSpan } from '../../domain/counts/count-row.ts'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { endOfDay, type Instant, startOfDay } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { KeptFigures } from '../../storage/bulletins/stored-bulletin.ts'
import { countWithEnds } from '../../storage/counts/count-with-ends.ts'
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
  const scope = { actor, directory, procedures, kinds }
  const side = (span: CountSpan): CountQuery => ({ span, by: BULLETIN_KEYS, counted: COUNTED, unitId })
  const monthly: CountQuery = { span: line, by: ['month'], counted: ['opened', 'closed'], unitId }
  const asked = [side(spans.now), side(spans.before), side(spans.year), monthly]
  const { cells, ends } = await countWithEnds(db, scope, asked, { unitId, at: spans.now.at, limit: 1 })
  const [nowCells = [], beforeCells = [], yearCells = [], monthCells = []] = cells
  const lineOf = linesIn(directory, unitId)
  const below = unitsBelow(directory, unitId)
  const sides = { now: nowCells, before: beforeCells, year: yearCells }
  const counted = countFigures(sides, lineOf, { units: [unitId, ...below.map(({ id }) => id)], kinds })
  const lines = countMonths(monthCells, months)
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
    longest: longestOverdue(ends.overdueSince, spans.now, lineOf),
    words: { ...(units ? { units } : {}), ...(monthsText ? { months: monthsText } : {}) },
  }
  return { exact: { figures, personId: actor.personId, postId: actor.postId }, told: toldFigures(figures) }
}

const kindOf = (key: string) => key.slice(0, key.indexOf('/'))
