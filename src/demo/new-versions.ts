import { systemActor } from '../domain/matter/actor.ts'
import type { RelayRequest } from '../domain/matter/event.ts'
import type { FormValues } from '../domain/procedure/form.ts'
import type { Instant } from '../domain/time/time.ts'
import { exposedQuery, type PlacesThere } from '../engine/decide/revise/exposed.ts'
import { revisedForm } from '../engine/decide/revise/revised-form.ts'
import { continueDraft, type Draft } from '../storage/bulk/bulk-draft.ts'
import type { Grounds } from '../storage/write/decide-command.ts'
import { actorOfPost } from './choose-actor.ts'

/** What is needed of the county while it is made up. */
type Made = { readonly context: Grounds; readonly drafts: Draft[]; readonly records: Map<string, Draft> }

/** What a step that changes records brings about, as the server does right after it: the new versions, and their numbers in the matter. */
export function withNewVersions(made: Made, draft: Draft, at: Instant): Draft {
  const taken = draft.events.at(-1)
  const relays = taken?.type === 'StepTaken' ? (taken.relays ?? []) : []
  return relays.reduce((current, relay) => changed(made, current, relay, taken?.by.postId ?? '', at), draft)
}

function changed(
  { context, drafts, records }: Made,
  draft: Draft,
  { step, form, revision }: RelayRequest,
  postId: string,
  now: Instant,
): Draft {
  const record = [...records.values()].find(({ matter }) => matter.id === revision?.matterId)
  if (!revision || !record) return draft
  const { tenant, rulebook } = context
  const answers = revisedForm(record.procedure, record.matter, step, revision, form)
  const actor = actorOfPost(rulebook, tenant, postId)
  const next = continueDraft(context, record, { command: { type: 'TakeStep', step, form: answers }, actor, now })
  records.set(next.matter.reference, next)
  drafts[drafts.indexOf(record)] = next
  const { made } = revision
  const named = { [made.names]: `${next.matter.reference}@${next.matter.version}` }
  const command = { type: 'TakeStep', step: made.step, form: named } as const
  return continueDraft(context, draft, { command, actor: systemActor(tenant), now })
}

/** Where the places on record are that a step asks about. */
export function placesFor(
  { context, records }: Made,
  { procedure, matter }: Draft,
  step: string,
  form: FormValues,
): PlacesThere[] | undefined {
  const query = exposedQuery(procedure, step, matter, form, context.rulebook.procedures)
  if (!query) return undefined
  const places = [...records.values()].filter(
    ({ matter: { procedure: kind, state, category = '' } }) =>
      kind === query.kind && query.inForce.includes(state) && query.categories.includes(category),
  )
  return places.flatMap(({ matter: { placeUnitId } }) => (placeUnitId ? [{ unitId: placeUnitId, places: 1 }] : []))
}
