import type { Actor } from '../../../domain/matter/actor.ts'
import type { EventOf } from '../../../domain/matter/event.ts'
import type { Matter } from '../../../domain/matter/matter.ts'
import { answerTo, type DrawRule, type FormValues } from '../../../domain/procedure/form.ts'
import type { CheckContext } from '../../../domain/procedure/form-check.ts'
import type { Procedure, Step } from '../../../domain/procedure/procedure.ts'
import { endOfDay, type Instant, startOfDay } from '../../../domain/time/time.ts'
import type { Directory } from '../../../domain/unit/unit.ts'
import { AnlanError } from '../../../domain/wording/errors.ts'
import { accessFacts, maySee, unitPath } from '../../access/access.ts'
import type { Sha256 } from '../../record/chain.ts'
import { drawLots } from '../../record/draw.ts'

/** What a step draws from: matters of a kind in these states under a unit, closed or opened in a period. */
export type DrawQuery = {
  readonly question: string
  readonly kind: string
  readonly states: readonly string[]
  readonly unitPath: string
  readonly count: number
  readonly seed: string
  readonly period?: { readonly day: 'opened' | 'closed'; readonly since: Instant; readonly until: Instant }
}

/** Lots as they were drawn, with the matters that won. */
export type Lots = {
  readonly question: string
  readonly count: number
  readonly seed: string
  readonly size: number
  readonly digest: string
  readonly matters: readonly Matter[]
}

/** The question of a step's form whose rows are drawn, and how. */
function drawn({ forms }: Procedure, step: Step | undefined): readonly [string, DrawRule] | undefined {
  for (const [name, field] of Object.entries((step?.form && forms[step.form]?.fields) || {}))
    if (field.kind === 'items' && field.draws) return [name, field.draws]
  return undefined
}

/** What has to be drawn from before the step can be decided; undefined where nothing is drawn, or the answers do not say from what. */
export function drawQuery(
  procedure: Procedure,
  stepId: string,
  matter: Matter,
  form: FormValues,
  directory: Directory,
): DrawQuery | undefined {
  const found = drawn(procedure, procedure.steps[stepId])
  if (!found) return undefined
  const [question, { of, states, unit, period, count, seed }] = found
  const answer = (name: string) => answerTo(name, form, matter.fields)
  const [number, word, scope] = [Number(answer(count)), answer(seed), unit ? answer(unit) : matter.unitId]
  if (!Number.isInteger(number) || number < 1 || typeof word !== 'string' || !word) return undefined
  if (typeof scope !== 'string') return undefined
  const [from, to] = period ? [answer(period.from), answer(period.to)] : []
  if (period && (typeof from !== 'string' || typeof to !== 'string')) return undefined
  return {
    question,
    kind: of,
    states,
    unitPath: unitPath(scope, directory),
    count: number,
    seed: word,
    ...(period ? { period: { day: period.day, since: startOfDay(String(from)), until: endOfDay(String(to)) } } : {}),
  }
}

/**
 * Whether a matter is among those that are drawn from. Never one that whoever draws does not see, a complaint about a unit, one
 * that names somebody, or an exercise: the list of the drawn is read by others.
 */
export function isAmong(query: DrawQuery, matter: Matter, actor: Actor, directory: Directory): boolean {
  const { kind, states, period } = query
  const at = period && (period.day === 'closed' ? matter.closedAt : matter.openedAt)
  return (
    matter.procedure === kind &&
    states.includes(matter.state) &&
    unitPath(matter.unitId, directory).startsWith(query.unitPath) &&
    (!period || (at !== undefined && at >= period.since && at < period.until)) &&
    !matter.aboutUnitId &&
    !matter.hiddenFrom &&
    !matter.exercise &&
    maySee(actor, accessFacts(matter, directory))
  )
}

/** Draws from matters that are all there. */
export function drawFrom(query: DrawQuery, among: readonly Matter[], sha256: Sha256): Lots {
  const byReference = new Map(among.map((matter) => [matter.reference, matter]))
  const { question, count, seed } = query
  const { size, digest, references } = drawLots([...byReference.keys()], count, seed, sha256)
  const matters = references.flatMap((reference) => byReference.get(reference) ?? [])
  return { question, count, seed, size, digest, matters }
}

/** What a check of the form knows of the drawn. */
export const drawnRows = (lots: Lots | undefined): Pick<CheckContext, 'drawn'> =>
  lots ? { drawn: lots.matters.map(({ reference, unitId, ownerPostId }) => ({ reference, unitId, ownerPostId })) } : {}

/** The draw as it is recorded: by what seed, from how many, which list. @throws AnlanError form-invalid when there are fewer than are to be drawn */
export function drawOf(procedure: Procedure, step: Step, lots: Lots | undefined): Pick<EventOf<'StepTaken'>, 'draw'> {
  const found = drawn(procedure, step)
  if (!found || !lots) return {}
  const { question, seed, size, digest, count } = lots
  if (size < count)
    throw new AnlanError('form-invalid', {
      issues: [{ field: found[1].count, rule: 'too-large', limit: size }],
      form: step.form,
      procedure: procedure.id,
      version: procedure.version,
    })
  return { draw: { question, seed, size, digest } }
}
