import type { Actor } from '../../domain/matter/actor.ts'
import type { EventOf, RelayRequest } from '../../domain/matter/event.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { answerTo, type FieldValue, type FormValues, isSealed } from '../../domain/procedure/form.ts'
import type { Procedure, Relay, Step } from '../../domain/procedure/procedure.ts'
import type { HolderChange } from '../../domain/procedure/seat.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Seated } from '../access/seats.ts'
import { type Case, certainlyHolds } from '../conditions/conditions.ts'
import { raisedTo, settledBy } from '../worklist/raised.ts'
import { worklistTokens } from '../worklist/waits-for.ts'

type Taken = EventOf<'StepTaken'>
type Effects = Pick<
  Taken,
  | 'unlinks'
  | 'holders'
  | 'raises'
  | 'mark'
  | 'settles'
  | 'documents'
  | 'revokes'
  | 'relays'
  | 'counts'
  | 'recuses'
  | 'unbars'
>

/** What else a step brings about, beside state, facts, clocks and children; `seated` is who sits where after it. Left out where it is nothing. */
export function effectsOf(
  stepId: string,
  asking: Case,
  holders: readonly HolderChange[],
  seated: Seated,
  directory: Directory,
): Effects {
  const { procedure, step, matter, actor, pending } = asking
  const form = pending?.form ?? {}
  const raises = step.raises?.filter((each) => typeof each === 'string' || !each.if || certainlyHolds(each.if, asking))
  return some({
    unlinks: step.unlinks ? matter.links.filter(({ type }) => type === step.unlinks) : [],
    holders,
    // Nobody is told of what they did themselves.
    raises: raises ? raisedTo(raises, seated, directory).filter((token) => !tokensOf(actor).includes(token)) : [],
    mark: markIn(procedure, form),
    settles: settledBy(actor, matter),
    documents: numbered(step, matter),
    revokes: step.revokes ?? [],
    relays: (step.relays ?? []).flatMap((relay) => relayed(relay, form, matter)),
    counts: isCounted(procedure, stepId) || undefined,
    recuses: step.recuses,
    unbars: step.unbars ? unbarred(step, form, matter, directory) : [],
  })
}

/** What this step answers to the question whose answer marks the matter; null where it takes the mark back. */
function markIn({ mark }: Procedure, form: FormValues): string | null | undefined {
  const answer = mark && form[mark.field]
  return typeof answer === 'string' || answer === null ? answer : undefined
}

/** Whoever holds the post that the form names, if they take no part. @throws AnlanError form-invalid when they do */
function unbarred({ unbars, form: asked }: Step, form: FormValues, { barred = [] }: Matter, directory: Directory) {
  const person = directory.posts[String(form[unbars ?? ''])]?.holder?.personId
  if (person !== undefined && barred.includes(person)) return [person]
  throw new AnlanError('form-invalid', { issues: [{ field: unbars ?? '', rule: 'not-barred' }], form: asked })
}

const tokensOf = ({ postId, unitId, roles }: Actor) => worklistTokens(postId, unitId, roles)

const some = (effects: { [K in keyof Effects]-?: Effects[K] | undefined }): Effects =>
  Object.fromEntries(
    Object.entries(effects).filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value !== undefined)),
  )

/** Papers are numbered within their matter, whose own number leads, whatever their kind: no two of one matter share a number. */
const numbered = ({ issues = [] }: Step, { documents = [] }: Matter): { document: string; number: number }[] =>
  issues.map((document, index) => ({ document, number: documents.length + index + 1 }))

function relayed({ to, step, carry }: Relay, form: FormValues, matter: Matter): RelayRequest[] {
  const carried = Object.entries(carry).flatMap(([name, from]): [string, FieldValue][] => {
    const answer = answerTo(from, form, matter.fields)
    const value = answer === undefined ? (matter as unknown as FormValues)[from] : answer
    return value === undefined || value === null || value === '' || isSealed(value) ? [] : [[name, value]]
  })
  return [{ to, step, form: Object.fromEntries(carried) }]
}

// Derived from the definition and nothing else; every step asks.
const counted = new WeakMap<Procedure, ReadonlySet<string>>()

/** Whether a condition of the procedure asks how often this step was taken. */
function isCounted(procedure: Procedure, stepId: string): boolean {
  const known = counted.get(procedure) ?? new Set(roundsIn(procedure))
  counted.set(procedure, known)
  return known.has(stepId)
}

function roundsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'rounds' in value && typeof value.rounds === 'string' ? [value.rounds] : []
  return [...own, ...Object.values(value).flatMap(roundsIn)]
}
