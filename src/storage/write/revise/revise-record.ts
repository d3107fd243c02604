import { type Actor, type Signature, systemActor } from '../../../domain/matter/actor.ts'
import type { MatterEvent, RevisionRequest } from '../../../domain/matter/event.ts'
import type { Matter } from '../../../domain/matter/matter.ts'
import { getDefinition } from '../../../domain/procedure/definition.ts'
import type { Rulebook } from '../../../domain/procedure/rulebook.ts'
import { AnlanError } from '../../../domain/wording/errors.ts'
import { revisedForm } from '../../../engine/decide/revise/revised-form.ts'
import { withTenant } from '../../connection/connect.ts'
import type { StorageDeps } from '../../deps.ts'
import { handleCommand } from '../handle.ts'
import type { RelayToTake } from '../write-rows.ts'

type Revising = RelayToTake & { readonly revision: RevisionRequest }

/**
 * Makes the new version of a record that a step of another matter decided, by whoever took that step, and says there which version it
 * is. Done twice it is done once: the record says which matter a change rests on.
 */
export async function reviseRecord(deps: StorageDeps, from: Matter, relay: Revising): Promise<void> {
  const { key, step, form, revision } = relay
  const { matterId, made } = revision
  const { record, by, version } = await standing(deps, from, relay)
  const rulebook = await deps.rulebooks.of(from.tenant)
  const done =
    version ??
    (
      await handleCommand(deps, {
        actor: actorOf(by, from.tenant, rulebook),
        matterId,
        key: `${key}:${matterId}`,
        seenVersion: record.version,
        command: {
          type: 'TakeStep',
          step,
          form: revisedForm(getDefinition(rulebook.procedures, record), record, step, revision, form),
        },
      })
    ).matter.version
  await handleCommand(deps, {
    actor: systemActor(from.tenant),
    matterId: from.id,
    key: `${key}:made`,
    command: { type: 'TakeStep', step: made.step, form: { [made.names]: `${record.reference}@${done}` } },
  }).catch((cause: Error) => {
    // It heard of a version already: another tried the change again, or left the record as it was.
    if (!(cause instanceof AnlanError && cause.code === 'step-not-open')) throw cause
  })
}

const STANDING = `select r.matter as record, e.event as taken,
  (select min(o.version) from matter_events o where o.tenant = $1 and o.matter_id = r.id and o.type = 'StepTaken' and o.event -> 'form' ->> $4 = $5) as version
from matters r join matter_events e on e.tenant = r.tenant and e.matter_id = $3 and e.version = $6
where r.tenant = $1 and r.id = $2`

/** The record as it stands, who decided the change, and the version that rests on it already. */
async function standing(deps: StorageDeps, from: Matter, { key, form, revision }: Revising) {
  const { matterId, basis } = revision
  const decidedAt = Number(key.split(':')[2])
  const { rows } = await withTenant(deps.pool, from.tenant, (client) =>
    client.query<{ record: Matter; taken: MatterEvent; version: number | null }>({
      name: 'revise-standing',
      text: STANDING,
      values: [from.tenant, matterId, from.id, basis, String(form[basis] ?? ''), decidedAt],
    }),
  )
  const [found] = rows
  if (!found) throw new Error(`a change names record ${matterId}, which is not there`)
  return { record: found.record, by: found.taken.by, version: found.version ?? undefined }
}

/** Whoever decided, with the rights that their post has now. */
function actorOf({ personId, postId, unitId }: Signature, tenant: string, { directory }: Rulebook): Actor {
  const post = directory.posts[postId]
  const unit = directory.units[post?.unitId ?? unitId]
  return {
    tenant,
    personId,
    postId,
    unitId: post?.unitId ?? unitId,
    unitPath: unit?.path ?? '',
    roles: post?.roles ?? [],
  }
}
