import { type Kysely, type RawBuilder, type SqlBool, sql, type Transaction } from 'kysely'
import { countableKinds } from '../../../domain/bulletins/countable.ts'
import { addRows, type Sums } from '../../../domain/counts/add-up.ts'
import type { CountQuery } from '../../../domain/counts/count-query.ts'
import { dayOf, type Instant, startOfDay } from '../../../domain/time/time.ts'
import { unitToken } from '../../../engine/access/access.ts'
import { standingAfter } from '../../../engine/counts/standing-at.ts'
import { inRange } from '../../read/lists/path-range.ts'
import type { Tables } from '../../schema/tables.ts'
import { type CountScope, readCountRows } from '../count-rows.ts'
import { storiesOf, upTo } from '../stories.ts'
import { addBlocks, type NamedBlock } from './add-blocks.ts'
import { addFacts, type LooseCells, packBlock, unpackBlock } from './block.ts'
import { type Eye, eyeOf } from './eye.ts'
import { placed } from './facts.ts'
import { keptBlocks } from './kept-blocks.ts'
import { type CountState, type Mark, marksAfter, readState } from './marks.ts'

/** Matters that may have gone on since the counts were kept; with more of them all is counted one by one. */
const MOST_MARKS = 4_000

/**
 * The sums of a query from the counts that are kept: these, without what they have of matters that went on since, and those matters as
 * they stand, and what the reader sees by taking part alone. All at one moment of the database. Undefined where the counts do not say it:
 * of a moment before what they know of, of parts of a day, or where too much came since.
 */
export async function keptSums(db: Kysely<Tables>, scope: CountScope, query: CountQuery): Promise<Sums | undefined> {
  if (!isSaid(scope, query)) return undefined
  return atOneMoment(db, async (trx) => {
    const now = await standingOf(trx, scope, query)
    return now && sumsAt(db, trx, scope, query, now)
  })
}

/** Does something at one moment of the database. */
export const atOneMoment = <T>(db: Kysely<Tables>, work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> =>
  db.transaction().setIsolationLevel('repeatable read').execute(work)

/** Whether kept counts may say what is asked: whole days, of kinds that are seen by the line of units. */
export const isSaid = (scope: CountScope, { span, until }: CountQuery): boolean =>
  isWholeDay(span.from) && (until === undefined || isWholeDay(until)) && isOrdinary(scope)

/** How the counts stand, and which matters went on since. */
export type Standing = { readonly state: CountState; readonly marks: readonly Mark[] }

/** How the counts stand; undefined where they know of what came after the moment that is asked for, or where too much came since. */
export async function standingOf(
  trx: Transaction<Tables>,
  { actor: { tenant } }: CountScope,
  { span }: CountQuery,
): Promise<Standing | undefined> {
  const state = await readState(trx, tenant)
  if (!state || state.seenAt > span.at) return undefined
  const marks = await marksAfter(trx, tenant, state.position, MOST_MARKS + 1)
  return marks.length > MOST_MARKS ? undefined : { state, marks }
}

/** The sums of a query, where the counts stand so. */
export async function sumsAt(
  db: Kysely<Tables>,
  trx: Transaction<Tables>,
  scope: CountScope,
  query: CountQuery,
  { state, marks }: Standing,
): Promise<Sums> {
  const eye = eyeOf(scope.actor, scope.directory, query)
  const asked = new Set(query.kinds ? scope.kinds.filter((kind) => query.kinds?.includes(kind)) : scope.kinds)
  const sums: Sums = new Map()
  const blocks = [...(await keptBlocks(db, trx, scope.actor.tenant, state))].filter(({ procedure }) =>
    asked.has(procedure),
  )
  const reachesOutside = addBlocks(sums, blocks, query, eye)
  await addSince(trx, sums, { ...scope, kinds: [...asked] }, query, { marks, eye, reachesOutside })
  return sums
}

const isWholeDay = (at: Instant) => startOfDay(dayOf(at)) === at

/** Kinds that every reader sees by the line of units and by taking part, and no other way. */
const isOrdinary = ({ kinds, procedures }: CountScope) => {
  const ordinary = new Set(countableKinds(procedures).map(({ id }) => id))
  return kinds.every((kind) => ordinary.has(kind))
}

type Since = { readonly marks: readonly Mark[]; readonly eye: Eye; readonly reachesOutside: boolean }

async function addSince(
  trx: Transaction<Tables>,
  sums: Sums,
  scope: CountScope,
  query: CountQuery,
  { marks, eye, reachesOutside }: Since,
): Promise<void> {
  const { actor, directory, kinds } = scope
  const ids = marks.map(({ id }) => id)
  const wentOn = sql<SqlBool>`m.id = any(${ids}::uuid[])`
  const parts: RawBuilder<SqlBool>[] = []
  if (ids.length > 0) {
    const counted = (await countedOf(trx, actor.tenant, marks)).filter(({ procedure }) => kinds.includes(procedure))
    addBlocks(sums, counted, query, eye)
    parts.push(wentOn)
  }
  if (reachesOutside)
    parts.push(
      sql<SqlBool>`m.participants && array[${actor.postId}, ${unitToken(actor.unitId)}]::text[]
        and not ${inRange('m.unit_path', actor.unitPath)} and not ${inRange('m.origin_path', actor.unitPath)} and not ${wentOn}`,
    )
  for (const part of parts) {
    const [rows = []] = await readCountRows(trx, scope, [query.span], part)
    addRows(sums, rows, query, directory)
  }
}

/** What the kept counts have of these matters, to be taken away. */
async function countedOf(trx: Transaction<Tables>, tenant: string, marks: readonly Mark[]): Promise<NamedBlock[]> {
  const known = marks.filter(({ counted }) => counted > 0)
  const stories = await storiesOf(
    trx,
    tenant,
    known.map(({ id }) => id),
  )
  const blocks = new Map<string, LooseCells>()
  for (const { id, counted } of known) {
    const standing = standingAfter(upTo(stories.get(id), counted))
    const place = standing && placed(standing)
    if (!place) continue
    const cells: LooseCells = blocks.get(place.procedure) ?? new Map()
    blocks.set(place.procedure, cells)
    addFacts(cells, place.facts, -1)
  }
  return [...blocks].map(([procedure, cells]) => ({ procedure, block: unpackBlock(packBlock(cells)) }))
}
