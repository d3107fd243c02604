import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { present } from '../../domain/present.ts'
import { findDefinition } from '../../domain/procedure/definition.ts'
import type { FormValues } from '../../domain/procedure/form.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { dayNumber } from '../../domain/time/day-number.ts'
import { addDays, dayOf, type Instant } from '../../domain/time/time.ts'
import { clusterTitle, clusterWords, ringText } from '../../domain/warnings/cluster-words.ts'
import { parseSeriesName } from '../../domain/warnings/series-key.ts'
import type { KnownWarning } from '../../domain/warnings/warning-record.ts'
import {
  type SeriesPoint,
  type SimilarWarning,
  VERDICTS,
  type Verdict,
  type WarningCard,
  type WarningStage,
} from '../../domain/warnings/warning-view.ts'
import { familyText, lateText, nodeText, warningTitle, warningWords } from '../../domain/warnings/warning-words.ts'
import { type Text, text } from '../../domain/wording/text.ts'
import { openSteps } from '../../engine/decide/open-steps.ts'
import type { ReadWarning } from '../../storage/warnings/read-warnings.ts'

export type CardContext = {
  readonly actor: Actor
  readonly rulebook: Rulebook
  readonly now: Instant
  readonly all: readonly ReadWarning[]
  readonly points: ReadonlyMap<string, readonly SeriesPoint[]>
  readonly records: Readonly<Record<string, string>>
}

const MOST_SIMILAR = 5

const field = ({ fields }: Matter, name: string): string => String(fields[name] ?? '')
const number = ({ fields }: Matter, name: string) => (typeof fields[name] === 'number' ? fields[name] : undefined)

export const verdictOf = ({ group, outcome }: Matter): Verdict | undefined =>
  group === 'done' ? VERDICTS.find((each) => each === outcome) : undefined

/** Waiting is watched; open is to be judged, or judged and waiting for its outcome once something was made of it. */
export function stageOf({ group, openChildCount, childCount }: Matter): WarningStage {
  if (group === 'done') return 'done'
  if (group === 'waiting') return 'watched'
  return childCount > 0 || openChildCount > 0 ? 'followed' : 'raised'
}

export const knownOf = ({ matter, made }: ReadWarning): KnownWarning => ({
  verdict: verdictOf(matter),
  since: field(matter, 'since'),
  raisedOn: dayOf(matter.openedAt),
  madeOn: made[0] && dayOf(made[0].openedAt),
})

const foundOf = (matter: Matter) => ({
  observed: number(matter, 'observed') ?? 0,
  expected: number(matter, 'expected') ?? 0,
  upper: number(matter, 'upper'),
  p: number(matter, 'p'),
})

/** A warning's title in both languages, from its figures; as it is stored where its series has no name that is known. */
export function nameOf(matter: Matter, { rulebook, records }: Pick<CardContext, 'rulebook' | 'records'>): Text {
  const key = parseSeriesName(field(matter, 'series'))
  if (!key) return text(matter.title, matter.title)
  const what = familyText(key.family, rulebook.procedures)
  const of = ofText(matter, key.of, { rulebook, records })
  const found = foundOf(matter)
  return ringOf(matter)
    ? clusterTitle(of, what, { ...found, days: daysIn(matter) })
    : warningTitle(key, of, what, found)
}

/** Whose matters they are: a unit's or a record's, or of the places of a cluster. */
function ofText(
  matter: Matter,
  of: string,
  { rulebook: { directory }, records }: Pick<CardContext, 'rulebook' | 'records'>,
) {
  const ring = ringOf(matter)
  return ring ? ringText(ring.map((id) => nodeText(id, directory))) : nodeText(of, directory, records)
}

/** One warning with its picture and what became of those like it; undefined where its series has no name that is known. */
export function cardOf({ matter, made }: ReadWarning, context: CardContext): WarningCard | undefined {
  const { actor, rulebook, now, points } = context
  const series = field(matter, 'series')
  const key = parseSeriesName(series)
  if (!key) return undefined
  const { procedures, directory } = rulebook
  const procedure = findDefinition(procedures, matter)
  const ring = ringOf(matter)
  const [of, what] = [ofText(matter, key.of, context), familyText(key.family, procedures)]
  const found = foundOf(matter)
  const { observed, expected, upper, p } = found
  const q = number(matter, 'q')
  const clock = matter.clocks.findLast(({ state }) => state === 'running' || state === 'overdue')
  const stage = stageOf(matter)
  const open = procedure && stage !== 'done' ? openSteps(procedure, matter, actor, rulebook, now) : []
  const acts = open.flatMap((each) =>
    each.open && !each.step.aside && each.step.form ? [{ step: each.id, title: each.step.title }] : [],
  )
  return {
    matterId: matter.id,
    reference: matter.reference,
    title: matter.title,
    name: nameOf(matter, context),
    stage,
    state: procedure?.states[matter.state]?.title ?? text(matter.state, matter.state),
    subject: key.subject,
    step: key.step,
    key: series,
    what,
    of,
    unitId: matter.unitId,
    unit: nodeText(matter.unitId, directory),
    raisedAt: matter.openedAt,
    since: field(matter, 'since'),
    asOf: field(matter, 'asOf'),
    observed,
    expected,
    words: wordsOf(
      matter,
      ring ? clusterWords(of, what, { ...found, days: daysIn(matter) }) : warningWords(key, of, what, found),
    ),
    points: ring && !isAtOrAbove(actor, matter, directory) ? [] : (points.get(series) ?? []),
    acts,
    similar: similarTo(matter, key.family, context),
    made: made
      .filter(({ visible }) => visible)
      .map(({ id, reference, title, procedure: kind }) => ({
        matterId: id,
        reference,
        title,
        kind: familyText(kind, procedures),
      })),
    ...present({
      placeUnitId: matter.placeUnitId,
      ring,
      upper,
      p,
      q,
      dueOn: clock?.dueOn,
      overdue: clock?.state === 'overdue' ? (true as const) : undefined,
      mayJudge: acts.length > 0 ? (true as const) : undefined,
      verdict: verdictOf(matter),
    }),
  }
}

/**
 * Weeks of a ring add up what its places had: whoever is asked for a statement as one of them would work out the others' single matters
 * from its own.
 */
const isAtOrAbove = ({ unitPath }: Actor, { unitId }: Matter, { units }: Rulebook['directory']): boolean =>
  units[unitId]?.path.startsWith(unitPath) === true

/** The places that a warning about a cluster names. */
function ringOf({ category, fields }: Matter): readonly string[] | undefined {
  const { about } = fields
  if (category !== 'cluster' || !Array.isArray(about)) return undefined
  return (about as readonly FormValues[]).flatMap(({ aboutUnit }) => (typeof aboutUnit === 'string' ? aboutUnit : []))
}

const daysIn = (matter: Matter): number => dayNumber(field(matter, 'asOf')) - dayNumber(field(matter, 'since')) + 1

/** With that it was judged late, where it was raised days after what it counts. */
function wordsOf(matter: Matter, words: Text): Text {
  const [asOf, raisedOn] = [field(matter, 'asOf'), dayOf(matter.openedAt)]
  if (asOf === '' || raisedOn <= addDays(asOf, 2)) return words
  const late = lateText(asOf, raisedOn)
  return text(`${words.zh}${late.zh}`, `${words.en}${late.en}`)
}

/** Earlier ones of the same kind and category, else of the same place. */
function similarTo(matter: Matter, family: string, context: CardContext): SimilarWarning[] {
  const { all } = context
  const earlier = all.filter((each) => each.matter.openedAt < matter.openedAt)
  const sameFamily = earlier.filter((each) => parseSeriesName(field(each.matter, 'series'))?.family === family)
  const samePlace = earlier.filter((each) => each.matter.unitId === matter.unitId && !sameFamily.includes(each))
  return [...sameFamily, ...samePlace].slice(0, MOST_SIMILAR).map(({ matter: other }) => ({
    matterId: other.id,
    reference: other.reference,
    title: other.title,
    name: nameOf(other, context),
    raisedOn: dayOf(other.openedAt),
    ...present({
      verdict: verdictOf(other),
      why: field(other, 'correctionGrounds') || field(other, 'grounds') || field(other, 'dismissReason') || undefined,
    }),
  }))
}
