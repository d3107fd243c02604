import type { PoolClient } from 'pg'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Command } from '../../domain/matter/command.ts'
import type { MatterEvent } from '../../domain/matter/event.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { dayOf, type Instant } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { isStorable } from '../../domain/wording/storable-text.ts'
import { accessFacts, maySee } from '../../engine/access/access.ts'
import { decide } from '../../engine/decide/decide.ts'
import type { Identity } from '../../engine/decide/decide-context.ts'
import { procedureInEffect } from '../../engine/decide/decide-opening.ts'
import { canonicalJson } from '../../engine/record/canonical-json.ts'
import { evolve } from '../../engine/record/evolve.ts'
import { withTenant } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'
import { newId, sha256 } from './ids.ts'
import { sealEvents } from './seal-events.ts'
import { AT_ONCE, CHAIN_START, type ChildToOpen, childrenToOpen } from './write-rows.ts'
import { INSERT_MATTER, rowsOf, UPDATE_MATTER, writeParameters } from './write-statement.ts'

export type CommandRequest = {
  readonly actor: Actor
  readonly command: Command
  /** The matter to change; for OpenMatter the id it shall have, when that is settled already. */
  readonly matterId?: string
  /** The version the writer saw. Absent: the newest one is right, and a conflict is decided again. */
  readonly seenVersion?: number
  /** Makes a retry harmless: the same key with the same command is done once. */
  readonly key?: string
  readonly now?: Instant
  /** Keyed hash of the code a reporter gets; written with the matter. */
  readonly codeHash?: string
}

export type Handled = {
  readonly matter: Matter
  readonly events: readonly MatterEvent[]
  readonly children: readonly ChildToOpen[]
  /** Ids of the outbox rows that whoever follows up may mark done. */
  readonly jobIds: readonly string[]
  /** True when this key had been used and nothing was written now. */
  readonly repeated: boolean
}

type Seen = { matter: Matter; head: string; wrapped: string | null }
type Found = { seen?: Seen; done?: { digest: string; matterId: string } }

const NOTHING_NEW = { events: [], children: [], jobIds: [] } as const

/** How often a decision is taken again when another writer was faster. */
const ATTEMPTS = 8

/** Finds the matter with its key, and the command that used the idempotency key, in one round trip. */
export const FIND_MATTER = `select m.matter, m.head, k.wrapped_key as wrapped, c.digest, c.matter_id as done_id
from (select 1) as one
left join matters m on m.tenant = $1 and m.id = $2
left join matter_keys k on k.tenant = $1 and k.matter_id = $2
left join commands c on c.tenant = $1 and c.key = $3`

/**
 * The only way a matter changes: read it, decide, write everything in one statement. Two round trips.
 * @throws AnlanError as `decide` does; version-conflict when `seenVersion` is stale; key-reused when a key comes back with another command
 */
export async function handleCommand(deps: StorageDeps, request: CommandRequest): Promise<Handled> {
  const rulebook = await deps.rulebooks.of(request.actor.tenant)
  const handled = await withTenant(deps.pool, request.actor.tenant, (client) =>
    attempt(deps, client, rulebook, request),
  )
  if (!handled.repeated && handled.events.length > 0) deps.onCommitted?.({ tenant: request.actor.tenant, ...handled })
  return handled
}

async function attempt(
  deps: StorageDeps,
  client: PoolClient,
  rulebook: Rulebook,
  request: CommandRequest,
): Promise<Handled & { before?: Matter }> {
  // The actor belongs to it: nobody learns of a matter by sending somebody else's key.
  const { personId, postId } = request.actor
  const digest = request.key ? sha256(canonicalJson({ personId, postId, command: request.command })) : ''
  for (let turn = 1; ; turn += 1) {
    const opens = request.command.type === 'OpenMatter'
    const found: Found = opens && !request.key && !request.matterId ? {} : await find(client, request)
    if (found.done) return repeated(client, request, digest, found)
    if (found.seen && opens) return { matter: found.seen.matter, ...NOTHING_NEW, repeated: true }
    if (!found.seen && !opens) throw new AnlanError('matter-not-found')
    if (found.seen) refuseUnseen(request, rulebook, found.seen.matter)
    const outcome = await decideAndWrite(deps, client, rulebook, request, found.seen, digest)
    if (outcome) return outcome
    if (turn >= ATTEMPTS) throw new AnlanError('version-conflict', { attempts: turn })
  }
}

async function find(client: PoolClient, { actor, matterId, key }: CommandRequest): Promise<Found> {
  const { rows } = await client.query<{
    matter: Matter | null
    head: string
    wrapped: string | null
    digest: string | null
    done_id: string
  }>({
    name: 'find-matter',
    text: FIND_MATTER,
    values: [actor.tenant, matterId ?? null, key ?? null],
  })
  const row = rows[0]
  return {
    ...(row?.matter ? { seen: { matter: row.matter, head: row.head, wrapped: row.wrapped } } : {}),
    ...(row?.digest ? { done: { digest: row.digest, matterId: row.done_id } } : {}),
  }
}

/** A matter out of sight is answered as if it were not there. Reporters come with a code, which was checked at the door. */
function refuseUnseen({ actor, seenVersion }: CommandRequest, rulebook: Rulebook, matter: Matter): void {
  if (!actor.roles.includes('reporter') && !maySee(actor, accessFacts(matter, rulebook.directory)))
    throw new AnlanError('matter-not-found')
  if (seenVersion !== undefined && seenVersion !== matter.version)
    throw new AnlanError('version-conflict', { seen: seenVersion, current: matter.version })
}

async function repeated(client: PoolClient, request: CommandRequest, digest: string, found: Found): Promise<Handled> {
  if (found.done?.digest !== digest) throw new AnlanError('key-reused')
  const matterId = found.done.matterId
  // The same words to another matter are another command; answering with the first would lose the second.
  if (request.matterId !== undefined && request.matterId !== matterId) throw new AnlanError('key-reused')
  const seen = found.seen?.matter.id === matterId ? found.seen : (await find(client, { ...request, matterId })).seen
  if (!seen) throw new Error(`command ${request.key} names a matter that is not there`)
  return { matter: seen.matter, ...NOTHING_NEW, repeated: true }
}

/** Decides and writes; undefined when another writer was faster or the key was used meanwhile, so that all is read again. */
async function decideAndWrite(
  deps: StorageDeps,
  client: PoolClient,
  rulebook: Rulebook,
  request: CommandRequest,
  seen: Seen | undefined,
  digest: string,
) {
  const now = request.now ?? deps.now()
  const { actor, command } = request
  const opens = command.type === 'OpenMatter'
  const before = opens ? undefined : seen?.matter
  const procedure = procedureOf(rulebook, command, before, now)
  const identity = opens ? await newIdentity(deps, client, request, procedure, now) : undefined
  const named = await findNamed(client, request, procedure, rulebook)
  const decided = decide(procedure, before, command, actor, {
    now,
    rulebook,
    ...(identity ? { identity } : {}),
    ...(named ? { named } : {}),
  })
  if (decided.length === 0 && before) return { matter: before, ...NOTHING_NEW, repeated: false }

  const version = (before?.version ?? 0) + decided.length
  const sealedMatter = { tenant: actor.tenant, matterId: before?.id ?? identity?.matterId ?? '', version }
  const sealed = sealEvents(procedure, decided, deps.keys, sealedMatter, seen?.wrapped)
  const matter = sealed.events.reduce<Matter | undefined>(evolve, before) as Matter
  const rows = rowsOf(before, matter, sealed.events, seen?.head ?? CHAIN_START, procedure, rulebook)
  const extras = {
    ...sealed,
    keyId: deps.keys.id,
    codeHash: request.codeHash,
    command: request.key ? { key: request.key, digest } : undefined,
    shreds: sealed.events.some((event) => event.type === 'FieldsShredded'),
  }
  const statement = before
    ? {
        name: 'update-matter',
        text: UPDATE_MATTER,
        values: writeParameters(actor.tenant, rows, extras, now, before.version),
      }
    : { name: 'insert-matter', text: INSERT_MATTER, values: writeParameters(actor.tenant, rows, extras, now) }
  const written = await client.query<{ written: number }>(statement).catch(lostRace)
  if (!written || written.rows[0]?.written === 0) return undefined
  return {
    ...(before ? { before } : {}),
    matter,
    events: sealed.events,
    children: childrenToOpen(matter.id, sealed.events, (before?.version ?? 0) + 1),
    jobIds: rows.jobs.filter((job) => AT_ONCE.includes(job.kind)).map((job) => job.id),
    repeated: false,
  }
}

/** A used key or an id opened twice is not an error: read again and answer what the first writer did. */
function lostRace(cause: { code?: string; constraint?: string }): undefined {
  const UNIQUE_VIOLATION = '23505'
  const raced = ['commands_pkey', 'matters_pkey', 'matters_reference', 'matter_keys_pkey']
  if (cause.code === UNIQUE_VIOLATION && raced.includes(cause.constraint ?? '')) return undefined
  throw cause
}

/** The matter whose reference a step's form names; costs a round trip only for the few steps that name one. */
async function findNamed(
  client: PoolClient,
  { actor, command }: CommandRequest,
  procedure: Procedure,
  rulebook: Rulebook,
) {
  const field = command.type === 'TakeStep' ? procedure.steps[command.step]?.linksTo?.field : undefined
  const reference = field && command.type === 'TakeStep' ? command.form?.[field] : undefined
  if (typeof reference !== 'string' || !reference || !isStorable(reference)) return undefined
  const { rows } = await client.query<{ matter: Matter }>(
    'select matter from matters where tenant = $1 and reference = $2',
    [actor.tenant, reference.trim().toUpperCase()],
  )
  const found = rows[0]?.matter
  return found && maySee(actor, accessFacts(found, rulebook.directory))
    ? { matterId: found.id, reference: found.reference }
    : undefined
}

async function newIdentity(
  deps: StorageDeps,
  client: PoolClient,
  request: CommandRequest,
  procedure: Procedure,
  now: Instant,
): Promise<Identity> {
  const reference = await deps.references.take(
    client,
    request.actor.tenant,
    procedure.prefix,
    Number(dayOf(now).slice(0, 4)),
  )
  return { matterId: request.matterId ?? newId(Date.parse(now)), reference }
}

/** The definition a matter keeps, or the one in effect for a new matter. */
function procedureOf(rulebook: Rulebook, command: Command, matter: Matter | undefined, now: Instant): Procedure {
  if (command.type === 'OpenMatter') return procedureInEffect(rulebook.procedures, command.procedure, dayOf(now))
  const found = rulebook.procedures.find(
    ({ id, version }) => id === matter?.procedure && version === matter?.procedureVersion,
  )
  if (!found)
    throw new Error(`no definition for ${matter?.procedure}.v${matter?.procedureVersion} of matter ${matter?.id}`)
  return found
}
