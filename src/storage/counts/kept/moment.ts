import type { Kysely, Transaction } from 'kysely'
import { countableKinds } from '../../../domain/bulletins/countable.ts'
import type { CountRow, CountSpan } from '../../../domain/counts/count-row.ts'
import { standingAfter } from '../../../engine/counts/standing-at.ts'
import type { Tables } from '../../schema/tables.ts'
import { type CountScope, readCountRows } from '../count-rows.ts'
import { storiesOf, upTo } from '../stories.ts'
import type { NamedBlock } from './add-blocks.ts'
import { addFacts, type LooseCells, packBlock, unpackBlock } from './block.ts'
import { placed } from './facts.ts'
import { keptBlocks } from './kept-blocks.ts'
import { type CountState, type Mark, marksAfter, readState } from './marks.ts'
import { seenByPart } from './seen-by-part.ts'

/** Matters that may have gone on since the counts were kept; with more of them all is counted one by one. */
const MOST_MARKS = 4_000

/** Something that is counted at one moment: from the cells that are kept, less those of matters that went on since, and from rows. */
export type Counting = {
  readonly span: CountSpan
  /** @returns whether there are cells that the reader's line of units does not reach */
  readonly addKept: (kept: readonly NamedBlock[], gone: readonly NamedBlock[]) => boolean
  readonly addRows: (rows: readonly CountRow[]) => void
}

/** Does something at one moment of the database. */
export const atOneMoment = <T>(db: Kysely<Tables>, work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> =>
  db.transaction().setIsolationLevel('repeatable read').execute(work)

/** Whether kept counts may say what is asked: of kinds that every reader sees by the line of units and by taking part, and no other way. */
export const isSaid = ({ kinds, procedures }: CountScope): boolean => {
  const ordinary = new Set(countableKinds(procedures).map(({ id }) => id))
  return kinds.every((kind) => ordinary.has(kind))
}

/** How the counts stand, and which matters went on since. */
export type Standing = { readonly state: CountState; readonly marks: readonly Mark[] }

/** How the counts stand; undefined where they know of what came after a moment that is asked for, or where too much came since. */
export async function standingOf(
  trx: Transaction<Tables>,
  { actor: { tenant } }: CountScope,
  spans: readonly CountSpan[],
): Promise<Standing | undefined> {
  const state = await readState(trx, tenant)
  if (!state || spans.some(({ at }) => state.seenAt > at)) return undefined
  const marks = await marksAfter(trx, tenant, state.position, MOST_MARKS + 1)
  return marks.length > MOST_MARKS ? undefined : { state, marks }
}

/** Counts several things at one moment, where the counts stand so: what they have in common is read once. */
export async function countAt(
  db: Kysely<Tables>,
  trx: Transaction<Tables>,
  scope: CountScope,
  countings: readonly Counting[],
  { state, marks }: Standing,
): Promise<void> {
  const asked = new Set(scope.kinds)
  const kept = [...(await keptBlocks(db, trx, scope.actor.tenant, state))].filter(({ procedure }) =>
    asked.has(procedure),
  )
  const gone = (await countedOf(trx, scope.actor.tenant, marks)).filter(({ procedure }) => asked.has(procedure))
  const outside = countings.map(({ addKept }) => addKept(kept, gone)).includes(true)
  const wentOn = marks.map(({ id }) => id)
  const known = new Set(wentOn)
  const byPart = outside ? await seenByPart(db, trx, scope, state, { marks, most: MOST_MARKS }) : []
  const ids = [...wentOn, ...byPart.filter((id) => !known.has(id))]
  if (ids.length === 0) return
  const spans = countings.map(({ span }) => span)
  const sides = await readCountRows(trx, scope, spans, ids)
  for (const [at, { addRows }] of countings.entries()) addRows(sides[at] ?? [])
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
