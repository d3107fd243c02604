import { systemActor } from '../../domain/matter/actor.ts'
import { present } from '../../domain/present.ts'
import type { FormValues } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { dayAt } from '../../domain/time/day-number.ts'
import { type Day, dayOf, startOfDay } from '../../domain/time/time.ts'
import { parseSeriesName, type SeriesKey, seriesName } from '../../domain/warnings/series-key.ts'
import { familyText, lateText, nodeText, warningTitle, warningWords } from '../../domain/warnings/warning-words.ts'
import type { StorageDeps } from '../../storage/deps.ts'
import type { StandingWarning } from '../../storage/warnings/standing-warnings.ts'
import { handleCommand } from '../../storage/write/handle.ts'
import { derivedId } from '../../storage/write/ids.ts'
import { type Burst, daysOf, isOneLine, type Tree } from './choose-bursts.ts'

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

/** The series that a burst is about. */
export const keyOfBurst = ({ point, subject, of }: Burst): SeriesKey => ({
  subject: subject as SeriesKey['subject'],
  of,
  family: point.family,
  step: point.step,
})

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

function isAbout({ series }: StandingWarning, { point, of }: Burst, tree: Tree): boolean {
  const key = parseSeriesName(series)
  return key?.family === point.family && isOneLine(tree, key.of, of)
}

/** What it counts was on record when somebody ended the earlier one. */
const wasJudged = ({ sinceDay }: StandingWarning, { point }: Burst) => dayAt(daysOf(point).first) <= sinceDay

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
  const { tenant, warning, rulebook, recordTitles } = night
  const key = keyOfBurst(burst)
  const { first, last } = daysOf(burst.point)
  const [of, what] = [nodeText(key.of, rulebook.directory, recordTitles), familyText(key.family, rulebook.procedures)]
  const found = { ...numbers(burst), upper: burst.point.upper ?? undefined, p: Math.exp(burst.point.logP ?? 0) }
  const title = warningTitle(key, of, what, found).zh
  const { name } = rulebook.directory.units[burst.unitId] ?? {}
  const form: FormValues = {
    title: title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title,
    category: key.subject,
    series,
    step: key.step,
    since: dayAt(first),
    asOf: dayAt(last),
    ...numbers(burst),
    words: `${warningWords(key, of, what, found).zh}${night.isLate ? lateText(night.night, dayOf(deps.now())).zh : ''}`,
    place: name?.zh ?? of.zh,
    placeUnit: burst.unitId,
    unit: burst.unitId,
  }
  const matterId = derivedId(Date.parse(startOfDay(night.night)), tenant, warning.id, series, night.night)
  const command = {
    type: 'OpenMatter',
    procedure: warning.id,
    channel: 'system',
    unitId: burst.unitId,
    form,
    ordering: { unitId: burst.unitId },
  } as const
  const { repeated } = await handleCommand(deps, { actor: systemActor(tenant), matterId, command })
  return !repeated
}

const LONGEST_TITLE = 80

/** What is watched comes up again only for what was counted after the watch began. */
async function goOn(deps: StorageDeps, { tenant, warning }: Night, standing: StandingWarning, burst: Burst) {
  const { first, last } = daysOf(burst.point)
  const asOf = dayAt(last)
  if (standing.asOf >= asOf || (standing.group === 'waiting' && dayAt(first) <= standing.sinceDay)) return false
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
