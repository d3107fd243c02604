import type { PoolClient } from 'pg'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Command } from '../../domain/matter/command.ts'
import type { MatterEvent } from '../../domain/matter/event.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { getDefinition } from '../../domain/procedure/definition.ts'
import { EXERCISE_PREFIX } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { dayOf, type Instant } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { drawQuery, type Lots } from '../../engine/decide/apart/draw.ts'
import type { Identity } from '../../engine/decide/decide-context.ts'
import { namedReferences } from '../../engine/decide/named-matters.ts'
import { rowSources, timesSources } from '../../engine/decide/named-records.ts'
import { exposedQuery, type PlacesThere } from '../../engine/decide/revise/exposed.ts'
import { withTenant } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'
import { readLots } from '../read/draw.ts'
import { readExposed } from '../read/learn/exposed.ts'
import { commandDigest } from './command-digest.ts'
import { decideCommand, definitionFor, refuseUnseen } from './decide-command.ts'
import { type Found, findStanding, type Wanted } from './find-standing.ts'
import { newId } from './ids.ts'
import { type OrderToCarryOut, ordersToCarryOut } from './order-rows.ts'
import { AT_ONCE, CHAIN_START, type ChildToOpen, childrenToOpen, type RelayToTake, relaysToTake } from './write-rows.ts'
import { rowsOf, writeStatement } from './write-statement.ts'

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
  /** What stands of `matterId` under `key`, where that was read already; what has changed since is found out when it is written. */
  readonly found?: Found | undefined
}

export type Handled = {
  readonly matter: Matter
  readonly events: readonly MatterEvent[]
  readonly children: readonly ChildToOpen[]
  readonly relays: readonly RelayToTake[]
  readonly orders: readonly OrderToCarryOut[]
  /** Ids of the outbox rows that whoever follows up may mark done. */
  readonly jobIds: readonly string[]
  /** True when this key had been used and nothing was written now. */
  readonly repeated: boolean
}

const NOTHING_NEW = { events: [], children: [], relays: [], orders: [], jobIds: [] } as const

/** What is decided for a moment this long ago was brought by a ledger; a sweeper's round is shorter. In milliseconds. */
const LATER_MS = 1_800_000

/** How often a decision is taken again when another writer was faster. */
const ATTEMPTS = 8

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
  const { actor, command, matterId, key } = request
  const { tenant } = actor
  const digest = key ? commandDigest(deps.keys, request) : ''
  const references = namedReferences(command, rulebook.procedures)
  const sources = {
    rowSources: rowSources(command, rulebook.procedures),
    timesSources: timesSources(command, rulebook.procedures),
  }
  const opens = command.type === 'OpenMatter'
  for (let turn = 1; ; turn += 1) {
    const nothingToRead = opens && !key && !matterId && references.length === 0
    const wanted = { tenant, matterId, key, references, ...sources }
    const found = nothingToRead
      ? {}
      : turn === 1 && isKnown(request, wanted)
        ? request.found
        : await findStanding(client, wanted)
    if (found.done) return repeated(client, rulebook, request, digest, found)
    if (found.seen && opens) {
      refuseUnseen(actor, found.seen.matter, rulebook)
      return { matter: found.seen.matter, ...NOTHING_NEW, repeated: true }
    }
    if (!found.seen && !opens) throw new AnlanError('matter-not-found')
    const write = () => decideAndWrite(deps, client, rulebook, request, found, digest)
    const outcome = await (isGapFree(rulebook, command) ? inOneTransaction(client, write) : write())
    if (typeof outcome === 'object') return outcome
    if (outcome === 'reference-taken') await skipTaken(deps, client, rulebook, request)
    if (turn >= ATTEMPTS) throw new AnlanError(outcome, { attempts: turn })
  }
}

/** Whether what was read before the command is all that it needs. */
const isKnown = (
  request: CommandRequest,
  { references, rowSources: rows, timesSources: times }: Wanted,
): request is CommandRequest & { readonly found: Found } =>
  request.found !== undefined && [references, rows, times].every((names) => !names?.length)

const isGapFree = ({ gapFree = [] }: Rulebook, command: Command) =>
  command.type === 'OpenMatter' && !command.exercise && gapFree.includes(command.procedure)

/** Number and matter are there together or not at all: what is not written gives its number back. */
async function inOneTransaction<T>(client: PoolClient, write: () => Promise<T | Lost>): Promise<T | Lost> {
  await client.query('begin')
  try {
    const outcome = await write()
    await client.query(typeof outcome === 'string' ? 'rollback' : 'commit')
    return outcome
  } catch (cause) {
    await client.query('rollback')
    throw cause
  }
}

/** The answer to a key that was used: what the first command was about, as the actor may see it now. */
async function repeated(
  client: PoolClient,
  rulebook: Rulebook,
  { actor, matterId: asked, key }: CommandRequest,
  digest: string,
  { done, seen: found }: Found,
): Promise<Handled> {
  if (done?.digest !== digest) throw new AnlanError('key-reused')
  const { matterId } = done
  // The same words to another matter are another command; answering with the first would lose the second.
  if (asked !== undefined && asked !== matterId) throw new AnlanError('key-reused')
  const seen = found ?? (await findStanding(client, { tenant: actor.tenant, matterId })).seen
  if (!seen) throw new Error(`command ${key} names a matter that is not there`)
  refuseUnseen(actor, seen.matter, rulebook)
  return { matter: seen.matter, ...NOTHING_NEW, repeated: true }
}

/** Decides and writes; or says that another writer was faster, the key used meanwhile or the number taken, so that all is read again. */
async function decideAndWrite(
  deps: StorageDeps,
  client: PoolClient,
  rulebook: Rulebook,
  request: CommandRequest,
  { seen, named, versions, earlier }: Found,
  digest: string,
) {
  const now = request.now ?? deps.now()
  const { actor, command, key, codeHash, seenVersion } = request
  const before = seen?.matter
  if (before) refuseUnseen(actor, before, rulebook)
  if (before && seenVersion !== undefined && seenVersion !== before.version)
    throw new AnlanError('version-conflict', { seen: seenVersion, current: before.version })
  const identity = before ? undefined : await newIdentity(deps, client, rulebook, request, now)
  const grounds = { tenant: actor.tenant, rulebook, keys: deps.keys }
  const lots = before ? await lotsFor(deps, rulebook, before, request) : undefined
  const places = before ? await placesFor(deps, rulebook, before, request) : undefined
  const decided = decideCommand(grounds, seen, {
    command,
    actor,
    now,
    identity,
    named,
    versions,
    earlier,
    lots,
    places,
  })
  const { procedure, matter, events, wrappedKey, vault } = decided
  if (events.length === 0) return { matter, ...NOTHING_NEW, repeated: false }

  const rows = rowsOf(before, matter, events, seen?.head ?? CHAIN_START, procedure, rulebook)
  const extras = {
    wrappedKey,
    vault,
    keyId: deps.keys.id,
    codeHash,
    command: key ? { key, digest } : undefined,
    broughtLater: request.now !== undefined && Date.parse(request.now) < Date.parse(deps.now()) - LATER_MS,
    shreds: events.some((event) => event.type === 'FieldsShredded' || (event.type === 'StepTaken' && event.shreds)),
  }
  const statement = writeStatement(actor.tenant, rows, extras, now, before?.version)
  const written = await client.query<{ written: number }>(statement).catch(lostRace)
  if (typeof written === 'string') return written
  if (written.rows[0]?.written === 0) return 'version-conflict'
  if (rows.standIns) deps.rulebooks.forget(actor.tenant)
  const first = (before?.version ?? 0) + 1
  return {
    ...(before ? { before } : {}),
    matter,
    events,
    children: childrenToOpen(matter.id, events, first),
    relays: relaysToTake(matter.id, events, first),
    orders: ordersToCarryOut(matter, events, first),
    jobIds: rows.jobs.filter((job) => AT_ONCE.includes(job.kind)).map((job) => job.id),
    repeated: false,
  }
}

/** What a step draws has to be drawn before it is decided; no other step asks the database anything for it. */
function lotsFor(
  deps: StorageDeps,
  { procedures, directory }: Rulebook,
  matter: Matter,
  { command, actor }: CommandRequest,
): Promise<Lots> | undefined {
  if (command.type !== 'TakeStep') return undefined
  const procedure = getDefinition(procedures, matter)
  const query = drawQuery(procedure, command.step, matter, command.form ?? {}, directory)
  return query && readLots(deps, query, actor, directory)
}

/** Which units have places of the kind has to be counted before a step that asks them is decided; no other step asks for it. */
function placesFor(
  deps: StorageDeps,
  { procedures, directory }: Rulebook,
  matter: Matter,
  { command, actor }: CommandRequest,
): Promise<PlacesThere[]> | undefined {
  if (command.type !== 'TakeStep') return undefined
  const query = exposedQuery(getDefinition(procedures, matter), command.step, matter, command.form ?? {}, procedures)
  return query && readExposed(deps, query, actor, directory)
}

/** Why nothing was written though the decision stands: another writer was faster, or the number is taken. */
type Lost = 'version-conflict' | 'reference-taken'

/** A used key or an id opened twice is not an error: read again and answer what the first writer did. Nor is a number that is taken. */
function lostRace(cause: { code?: string; constraint?: string }): Lost {
  const UNIQUE_VIOLATION = '23505'
  const raced = ['commands_pkey', 'matters_pkey', 'matter_keys_pkey']
  if (cause.code !== UNIQUE_VIOLATION) throw cause
  if (cause.constraint === 'matters_reference') return 'reference-taken'
  if (raced.includes(cause.constraint ?? '')) return 'version-conflict'
  throw cause
}

/** Lets the counter go on after the highest number in use. */
async function skipTaken(deps: StorageDeps, client: PoolClient, rulebook: Rulebook, request: CommandRequest) {
  const { prefix, year } = numbering(deps, rulebook, request)
  await deps.references.skipTaken(client, request.actor.tenant, prefix, year)
}

function numbering(deps: StorageDeps, rulebook: Rulebook, { command, now = deps.now() }: CommandRequest) {
  const kind = definitionFor(rulebook, command, undefined, now)
  const isPart = command.type === 'OpenMatter' && command.exercise && !kind.exercise
  return { prefix: isPart ? EXERCISE_PREFIX : kind.prefix, year: Number(dayOf(now).slice(0, 4)) }
}

async function newIdentity(
  deps: StorageDeps,
  client: PoolClient,
  rulebook: Rulebook,
  request: CommandRequest,
  now: Instant,
): Promise<Identity> {
  const { prefix, year } = numbering(deps, rulebook, request)
  const take = isGapFree(rulebook, request.command) ? deps.references.takeNext : deps.references.take
  const reference = await take(client, request.actor.tenant, prefix, year)
  return { matterId: request.matterId ?? newId(Date.parse(now)), reference }
}
