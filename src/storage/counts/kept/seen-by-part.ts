import { type Kysely, type SqlBool, sql, type Transaction } from 'kysely'
import type { Actor } from '../../../domain/matter/actor.ts'
import type { Directory } from '../../../domain/unit/unit.ts'
import { unitToken } from '../../../engine/access/access.ts'
import { inRange } from '../../read/lists/path-range.ts'
import type { Tables } from '../../schema/tables.ts'
import { type CountState, type Mark, marksAfter } from './marks.ts'

/** What a reader sees by taking part alone, as of a position of the log, by the units of then. */
type Known = { readonly units: string; readonly position: number; readonly ids: readonly string[] }

/** Readers that are remembered, the last used first, and matters of each. */
const MOST_READERS = 500
const MOST_IDS = 5_000

const remembered = new WeakMap<Kysely<Tables>, Map<string, Known>>()

/**
 * The matters that a reader sees by taking part alone, outside the line of units. Whoever works in a unit takes part in nearly all that it has:
 * to look through those for the few that are elsewhere takes most of a count, so that they are remembered, and of each time only what went
 * on since is looked at. `marks` are the matters that went on since the position of `state`.
 */
export async function seenByPart(
  db: Kysely<Tables>,
  trx: Transaction<Tables>,
  { actor, directory }: { readonly actor: Actor; readonly directory: Directory },
  { position }: CountState,
  { marks, most }: { readonly marks: readonly Mark[]; readonly most: number },
): Promise<readonly string[]> {
  const readers = remembered.get(db) ?? new Map<string, Known>()
  remembered.set(db, readers)
  const reader = JSON.stringify([actor.tenant, actor.postId, actor.unitId, actor.unitPath])
  const units = unitsOf(directory)
  const last = readers.get(reader)
  const before = last && last.units === units && last.position <= position ? last : undefined
  const since =
    before && (before.position === position ? marks : await marksAfter(trx, actor.tenant, before.position, most + 1))
  const ids =
    before && since && since.length <= most
      ? await without(before.ids, since, (some) => readIds(trx, actor, some))
      : await readIds(trx, actor)
  if (ids.length <= MOST_IDS && (!last || last.units !== units || last.position <= position)) {
    readers.delete(reader)
    readers.set(reader, { units, position, ids })
    for (const oldest of readers.keys()) if (readers.size > MOST_READERS) readers.delete(oldest)
  }
  return ids
}

const texts = new WeakMap<Directory, string>()

/** Where the units are, as one text: when one moves, what is outside a line is another. */
function unitsOf(directory: Directory): string {
  const known = texts.get(directory)
  if (known !== undefined) return known
  const { units, closedPaths = {} } = directory
  const text = [...Object.values(units).map(({ path }) => path), ...Object.values(closedPaths)].join(' ')
  texts.set(directory, text)
  return text
}

async function without(
  before: readonly string[],
  since: readonly Mark[],
  read: (ids: readonly string[]) => Promise<string[]>,
): Promise<readonly string[]> {
  if (since.length === 0) return before
  const wentOn = new Set(since.map(({ id }) => id))
  return [...before.filter((id) => !wentOn.has(id)), ...(await read([...wentOn]))]
}

async function readIds(trx: Transaction<Tables>, actor: Actor, among?: readonly string[]): Promise<string[]> {
  const only = among ? sql<SqlBool>`m.id = any(${[...among]}::uuid[])` : sql<SqlBool>`true`
  const { rows } = await sql<{ id: string }>`select m.id from ledger m
    where m.tenant = ${actor.tenant} and ${only} and m.participants && array[${actor.postId}, ${unitToken(actor.unitId)}]::text[]
      and not ${inRange('m.unit_path', actor.unitPath)} and not ${inRange('m.origin_path', actor.unitPath)}`.execute(
    trx,
  )
  return rows.map(({ id }) => id)
}
