import type { PoolClient } from 'pg'
import type { History } from '../../domain/matter/history.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { dayOf, type Instant } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { procedureInEffect } from '../../engine/decide/decide-opening.ts'
import type { NamedMatters } from '../../engine/decide/named-matters.ts'
import { namedReferences } from '../../engine/decide/named-matters.ts'
import { withTenant } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'
import type { Grounds } from '../write/decide-command.ts'
import { byReference } from '../write/find-standing.ts'
import { continueDraft, type Draft, passTime } from './bulk-draft.ts'
import { writeDrafts } from './write-drafts.ts'

export type BulkOutcome = 'added' | 'known' | AnlanError

const UNIQUE_VIOLATION = '23505'
const DEADLOCK = '40P01'
const ATTEMPTS = 5

/**
 * Takes in many histories at once: the same decisions, seals, chain, deadlines, counts and worklists as `handleCommand`,
 * one transaction for all that are good. What a rule refuses comes back as its error and leaves no trace.
 * `also` runs in that transaction and is told each outcome, in the order of the histories.
 */
export async function openInBulk(
  deps: StorageDeps,
  tenant: string,
  histories: readonly History[],
  also: (client: PoolClient, outcomes: readonly BulkOutcome[]) => Promise<void>,
): Promise<BulkOutcome[]> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await attempt(deps, tenant, histories, also)
    } catch (cause) {
      const taken = isReferenceTaken(cause)
      if (turn >= ATTEMPTS) throw taken ? new AnlanError('reference-taken', { attempts: turn }) : cause
      if (taken) await skipTaken(deps, tenant, histories)
      else if (!lostRace(cause)) throw cause
    }
  }
}

type DatabaseError = { readonly code?: string; readonly constraint?: string }

const isReferenceTaken = (cause: unknown) => (cause as DatabaseError).constraint === 'matters_reference'

/** Lets the counters go on after the highest numbers in use. */
async function skipTaken(deps: StorageDeps, tenant: string, histories: readonly History[]): Promise<void> {
  const rulebook = await deps.rulebooks.of(tenant)
  for (const key of new Set(histories.map((history) => numberKey({ rulebook }, history)))) {
    const [prefix = '', year = ''] = key.split(' ')
    await withTenant(deps.pool, tenant, (client) => deps.references.skipTaken(client, tenant, prefix, Number(year)))
  }
}

/** Another import took in the same rows at the same moment: look again what is known, and go on with the rest. */
function lostRace(cause: unknown): boolean {
  const { code, constraint } = cause as DatabaseError
  return code === DEADLOCK || (code === UNIQUE_VIOLATION && constraint === 'matters_pkey')
}

async function attempt(
  deps: StorageDeps,
  tenant: string,
  histories: readonly History[],
  also: (client: PoolClient, outcomes: readonly BulkOutcome[]) => Promise<void>,
): Promise<BulkOutcome[]> {
  const rulebook = await deps.rulebooks.of(tenant)
  const grounds: Grounds = { tenant, rulebook, keys: deps.keys }
  const known = await findKnown(deps, tenant, histories)
  const named = await readNamed(deps, tenant, histories)
  const references = await takeReferences(deps, grounds, histories, known)
  const { drafts, outcomes } = decideAll(histories, known, (history) => {
    const numbers = references.get(numberKey(grounds, history)) ?? []
    const draft = draftOf(grounds, history, numbers[0] ?? '', named, deps.now())
    numbers.shift()
    return draft
  })
  await writeDrafts(deps, drafts, { tenant, rulebook, followed: false, also: (client) => also(client, outcomes) })
  return outcomes
}

/** What `openInBulk` would say of histories. Nothing is written, and no number is used up. */
export async function tryInBulk(
  deps: StorageDeps,
  tenant: string,
  histories: readonly History[],
): Promise<readonly BulkOutcome[]> {
  const grounds: Grounds = { tenant, rulebook: await deps.rulebooks.of(tenant), keys: deps.keys }
  const known = await findKnown(deps, tenant, histories)
  const named = await readNamed(deps, tenant, histories)
  return decideAll(histories, known, (history) => draftOf(grounds, history, 'x', named, deps.now())).outcomes
}

/** A key that occurs twice in one file names one matter: the first row wins. */
function decideAll(
  histories: readonly History[],
  known: ReadonlySet<string>,
  draftFor: (history: History) => Draft,
): { readonly drafts: readonly Draft[]; readonly outcomes: BulkOutcome[] } {
  const drafts: Draft[] = []
  const taken = new Set<string>()
  const outcomes = histories.map((history): BulkOutcome => {
    if (known.has(history.id) || taken.has(history.id)) return 'known'
    const draft = refusalOr(() => draftFor(history))
    if (draft instanceof AnlanError) return draft
    taken.add(history.id)
    drafts.push(draft)
    return 'added'
  })
  return { drafts, outcomes }
}

function draftOf(
  grounds: Grounds,
  { id, opening, steps }: History,
  reference: string,
  named: NamedMatters,
  now: Instant,
): Draft {
  const identity = { matterId: id, reference }
  const { command, actor, at } = opening
  let draft = continueDraft(grounds, undefined, { command, actor, now: at, identity, named })
  let last = at
  for (const step of steps) {
    if (step.at < last) throw new AnlanError('form-invalid', { issues: [{ field: 'at', rule: 'before-opening' }] })
    draft = passTime(grounds, draft, step.at, 'overdue')
    draft = continueDraft(grounds, draft, { command: step.command, actor: step.actor, now: step.at, named })
    last = step.at
  }
  return passTime(grounds, draft, now, 'overdue')
}

/** The matters whose references the histories name, for the same decision as a single command's. */
async function readNamed(deps: StorageDeps, tenant: string, histories: readonly History[]): Promise<NamedMatters> {
  const { procedures } = await deps.rulebooks.of(tenant)
  const references = histories.flatMap(({ opening, steps }) =>
    [opening, ...steps].flatMap(({ command }) => namedReferences(command, procedures)),
  )
  if (references.length === 0) return new Map()
  const text = 'select matter from matters where tenant = $1 and reference = any($2::text[])'
  const { rows } = await withTenant(deps.pool, tenant, (client) =>
    client.query<{ matter: Matter }>({ name: 'named-matters', text, values: [tenant, [...new Set(references)]] }),
  )
  return byReference(rows.map(({ matter }) => matter))
}

function refusalOr<T>(make: () => T): T | AnlanError {
  try {
    return make()
  } catch (cause) {
    if (cause instanceof AnlanError) return cause
    throw cause
  }
}

async function findKnown({ pool }: StorageDeps, tenant: string, histories: readonly History[]): Promise<Set<string>> {
  const ids = histories.map(({ id }) => id)
  const text = 'select id from matters where tenant = $1 and id = any($2::uuid[])'
  const { rows } = await withTenant(pool, tenant, (client) =>
    client.query<{ id: string }>({ name: 'known-matters', text, values: [tenant, ids] }),
  )
  return new Set(rows.map(({ id }) => id))
}

/** Reference numbers for the histories not known yet, by prefix and year, in their order. Refused ones use none. */
async function takeReferences(
  deps: StorageDeps,
  context: Grounds,
  histories: readonly History[],
  known: ReadonlySet<string>,
): Promise<Map<string, string[]>> {
  const counts = new Map<string, number>()
  for (const history of histories) {
    if (known.has(history.id)) continue
    const key = numberKey(context, history)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const numbers = new Map<string, string[]>()
  for (const [key, count] of counts) {
    const [prefix = '', year = ''] = key.split(' ')
    numbers.set(key, await deps.references.takeMany(context.tenant, prefix, Number(year), count))
  }
  return numbers
}

/** Prefix and year under which a history's matter is numbered: `SQ 2026`. */
function numberKey({ rulebook }: Pick<Grounds, 'rulebook'>, { opening }: History): string {
  const day = dayOf(opening.at)
  return `${procedureInEffect(rulebook.procedures, opening.command.procedure, day).prefix} ${day.slice(0, 4)}`
}
