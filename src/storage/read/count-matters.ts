import type { Kysely } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import type { KindCount, MatterPage } from '../../domain/views/views.ts'
import type { Tables } from '../schema/tables.ts'
import type { MatterFilter } from './ledger-filter.ts'
import { groupedByKind } from './lists/count-by-kind.ts'
import { countUpTo } from './lists/count-up-to.ts'
import { withTold } from './lists/told.ts'

/** Counting stops here: a clerk needs "more than 10,000", not the exact number of a million. */
export const COUNT_LIMIT = 10_000

/** A text is read in each matter that is counted: who searches needs to know that there are too many. */
const TEXT_LIMIT = 1_000
const limitOf = ({ text }: Pick<MatterFilter, 'text'>) => (text?.trim() ? TEXT_LIMIT : COUNT_LIMIT)

/** How many matters the filters leave, up to COUNT_LIMIT; fewer of a text. */
export async function countMatters(
  db: Kysely<Tables>,
  actor: Actor,
  filter: MatterFilter,
  directory: Directory,
): Promise<Required<Pick<MatterPage, 'count' | 'countIsLimit'>>> {
  const { limit: _, cursor: _cursor, ...asked } = await withTold(db, actor.tenant, filter)
  const limit = limitOf(filter)
  const count = await countUpTo({ db, actor, filter: asked, directory }, limit + 1)
  return { count: Math.min(count, limit), countIsLimit: count > limit }
}

/**
 * How many matters of each kind the filters leave, open and all, each up to COUNT_LIMIT: the number on a tab is the number
 * of rows behind it.
 */
export async function countByKind(
  db: Kysely<Tables>,
  actor: Actor,
  filter: MatterFilter,
  directory: Directory,
  kinds: readonly string[],
): Promise<KindCount[]> {
  if (kinds.length === 0) return []
  const { limit: _, cursor: _cursor, procedure: _procedure, ...asked } = await withTold(db, actor.tenant, filter)
  const limit = limitOf(filter)
  // The ledger of a kind that is exercised has its exercises: it is counted by itself.
  const exercised = asked.exercise ? [] : kinds.filter((kind) => directory.exercises?.includes(kind))
  const [counted, ...ofExercised] = await Promise.all([
    groupedByKind({ db, actor, filter: asked, directory }),
    ...exercised.map((procedure) => openAndAll({ db, actor, filter: { ...asked, procedure }, directory }, limit + 1)),
  ])
  return kinds.map((procedure) => {
    const found = ofExercised[exercised.indexOf(procedure)] ?? counted.get(procedure)
    const { open, all } = found ?? { open: 0, all: 0 }
    return { procedure, open: Math.min(open, limit), all: Math.min(all, limit), isLimit: all > limit }
  })
}

async function openAndAll(asked: Parameters<typeof countUpTo>[0], limit: number) {
  const { group } = asked.filter
  const [open, all] = await Promise.all([
    // A list of what is done has no open ones.
    group === 'done' ? 0 : countUpTo({ ...asked, filter: { ...asked.filter, group: group ?? 'notDone' } }, limit),
    countUpTo(asked, limit),
  ])
  return { open, all }
}
