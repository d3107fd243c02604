import { systemActor } from '../../domain/matter/actor.ts'
import { present } from '../../domain/present.ts'
import type { FormValues } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { dayAt } from '../../domain/time/day-number.ts'
import { type Day, dayOf, startOfDay } from '../../domain/time/time.ts'
import { parseSeriesName, seriesName } from '../../domain/warnings/series-key.ts'
import { lateText } from '../../domain/warnings/warning-words.ts'
import type { StorageDeps } from '../../storage/deps.ts'
import type { StandingWarning } from '../../storage/warnings/standing-warnings.ts'
import { handleCommand } from '../../storage/write/handle.ts'
import { derivedId } from '../../storage/write/ids.ts'
import { textsOf } from './burst-texts.ts'
import { type Burst, daysOf, isOneLine, type Tree } from './choose-bursts.ts'
import { keyOfBurst } from './key-of-burst.ts'

export type Night = {
  readonly tenant: string
  readonly night: Day
  /** It is judged after the next one had come. */
  readonly isLate?: boolean
  readonly warning: Procedure
  readonly rulebook: Rulebook
  readonly tree: Tree
  readonly recordTitles: Readonly<Record<string, string>>
  readonly standing: readonly StandingWarning[]
}

/**
 * Raises what is new, goes on with what stands, and leaves what was judged already. Done twice, it changes nothing: the id of a warning
 * follows from its series and night.
 * @returns the series of those that were raised or went on
 */
export async function raiseWarnings(deps: StorageDeps, night: Night, bursts: readonly Burst[]) {
  const told: { readonly series: string; readonly raised: boolean }[] = []
  for (const burst of bursts) {
    const known = night.standing.filter((each) => isAbout(each, burst, night.tree))
    const open = known.find(({ group }) => group !== 'done')
    const series = seriesName(keyOfBurst(burst))
    if (open) {
      if (await goOn(deps, night, open, burst)) told.push({ series: open.series, raised: false })
    } else if (!known.some((each) => wasJudged(each, burst))) {
      if (await raise(deps, night, burst, series)) told.push({ series, raised: true })
    }
  }
  return told
}

/** Places that lie on one line with places of the other: what is told of one is told of both. */
function isAbout({ series, about }: StandingWarning, { point, of, ring }: Burst, tree: Tree): boolean {
  const key = parseSeriesName(series)
  if (key?.family !== point.family) return false
  const told = key.subject === 'cluster' ? about : [key.of]
  return told.some((one) => (ring?.places ?? [of]).some((other) => isOneLine(tree, one, other)))
}

/** What it counts was on record when somebody ended the earlier one. */
const wasJudged = ({ sinceDay }: StandingWarning, burst: Burst) => dayAt(daysOf(burst).first) <= sinceDay

const numbers = ({ point, q }: Burst) => ({
  observed: point.observed,
  expected: Number((point.expected ?? 0).toPrecision(4)),
  ...present({
    upper: point.upper ?? undefined,
    p: point.logP === null ? undefined : Number(Math.exp(point.logP).toPrecision(3)),
    q: q === undefined ? undefined : Number(q.toPrecision(3)),
  }),
})

async function raise(deps: StorageDeps, night: Night, burst: Burst, series: string): Promise<boolean> {
  const { tenant, warning, rulebook, recordTitles, tree } = night
  const key = keyOfBurst(burst)
  const { first, last } = daysOf(burst)
  const { of, title, words } = textsOf(burst, rulebook, recordTitles)
  const { units } = rulebook.directory
  const at = standingAt(burst.unitId, tree, units)
  const about = [...new Set((burst.ring?.places ?? [at]).map((place) => standingAt(place, tree, units)))]
  const unitId = judgedAt(at, about, units)
  const { name } = units[at] ?? {}
  const form: FormValues = {
    title: cut(title.zh, LONGEST_TITLE),
    category: key.subject,
    series,
    step: key.step,
    since: dayAt(first),
    asOf: dayAt(last),
    ...numbers(burst),
    words: `${words.zh}${night.isLate ? lateText(night.night, dayOf(deps.now())).zh : ''}`,
    place: cut(burst.ring ? of.zh : (name?.zh ?? of.zh), LONGEST_PLACE),
    placeUnit: at,
    unit: unitId,
    about: about.map((aboutUnit) => ({ aboutUnit })),
  }
  const matterId = derivedId(Date.parse(startOfDay(night.night)), tenant, warning.id, series, night.night)
  const command = {
    type: 'OpenMatter',
    procedure: warning.id,
    channel: 'system',
    unitId,
    form,
    ordering: { unitId },
  } as const
  const { repeated } = await handleCommand(deps, { actor: systemActor(tenant), matterId, command })
  return !repeated
}

/** The unit itself, or the nearest above it where it is closed by now: one that was merged must not hold up a night. */
const standingAt = (id: string, { paths }: Tree, units: Rulebook['directory']['units']): string =>
  (paths[id] ?? '').split('/').findLast((each) => Object.hasOwn(units, each)) ?? id

/** The unit above those it is about; of the whole office there is none. */
function judgedAt(unitId: string, about: readonly string[], units: Rulebook['directory']['units']): string {
  return (about.includes(unitId) ? units[unitId]?.parentId : undefined) ?? unitId
}

const cut = (words: string, longest: number) => (words.length > longest ? `${words.slice(0, longest - 1)}…` : words)
const LONGEST_PLACE = 120
const LONGEST_TITLE = 80

/** What is watched comes up again only for what was counted after the watch began. */
async function goOn(deps: StorageDeps, { tenant, warning }: Night, standing: StandingWarning, burst: Burst) {
  const { first, last } = daysOf(burst)
  const asOf = dayAt(last)
  if (standing.asOf >= asOf || (standing.group === 'waiting' && dayAt(first) <= standing.sinceDay)) return false
  // A series and a cluster count different things: what the one says is told already.
  const isCluster = parseSeriesName(standing.series)?.subject === 'cluster'
  if (standing.group !== 'waiting' && (isCluster || burst.ring)) return false
  // The same count again says nothing new.
  if (standing.group !== 'waiting' && standing.observed >= burst.point.observed) return false
  const step = systemStep(warning, standing.state)
  if (!step) return false
  const command = { type: 'TakeStep', step, form: { asOf, ...numbers(burst) } } as const
  const key = `${standing.id} ${asOf}`
  const { repeated } = await handleCommand(deps, { actor: systemActor(tenant), matterId: standing.id, command, key })
  return !repeated
}

/** The step by which the system says that a series is still above, from where the warning stands. */
const systemStep = ({ steps, forms }: Procedure, state: string): string | undefined =>
  Object.entries(steps).find(
    ([, step]) =>
      step.by.every((taker) => taker === 'system') &&
      !step.imported &&
      step.from.includes(state) &&
      step.form !== undefined &&
      forms[step.form]?.fields['observed'] !== undefined &&
      forms[step.form]?.fields['series'] === undefined,
  )?.[0]
