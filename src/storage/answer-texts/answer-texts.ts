import { type Kysely, type SqlBool, sql } from 'kysely'
import {
  type AnswerTextsView,
  type AnswerTextVersion,
  type AnswerTextWish,
  TEXT_KEEPERS,
} from '../../domain/answer-texts/answer-text.ts'
import type { Actor } from '../../domain/matter/actor.ts'
import { present } from '../../domain/present.ts'
import type { Instant } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Tables } from '../schema/tables.ts'

/** So many are looked through in a list; more are a library. */
const MOST = 300

export type TextFilter = { readonly procedure?: string; readonly category?: string; readonly words?: string }

/** Whether somebody keeps the texts of their unit. */
export const mayKeepTexts = ({ roles }: Actor): boolean => roles.some((role) => TEXT_KEEPERS.includes(role))

/** The texts of the reader's unit and of those above it, those for this very kind and category first. */
export async function listAnswerTexts(
  db: Kysely<Tables>,
  actor: Actor,
  { procedure, category, words }: TextFilter,
): Promise<AnswerTextsView> {
  const rows = await latest(db, actor.tenant)
    .where('unit_id', 'in', unitsAbove(actor))
    .where('removed', '=', false)
    .$if(procedure !== undefined, (query) =>
      query.where(sql<SqlBool>`coalesce(procedure, ${procedure}) = ${procedure}`),
    )
    .$if(category !== undefined, (query) => query.where(sql<SqlBool>`coalesce(category, ${category}) = ${category}`))
    .$if(words !== undefined, (query) =>
      query.where(sql<SqlBool>`position(lower(${words}) in lower(title || ' ' || body)) > 0`),
    )
    .orderBy(sql`category is null`)
    .orderBy(sql`procedure is null`)
    .orderBy('title')
    .limit(MOST)
    .execute()
  return {
    mayKeep: mayKeepTexts(actor),
    texts: rows.map((row) => ({
      ...versionOf(row),
      id: row.id,
      unitId: row.unit_id,
      own: row.unit_id === actor.unitId,
    })),
  }
}

/** All versions of a text, the newest first. @throws AnlanError not-found out of sight */
export async function listTextVersions(db: Kysely<Tables>, actor: Actor, id: string): Promise<AnswerTextVersion[]> {
  const rows = await db
    .selectFrom('answer_texts')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .where('unit_id', 'in', unitsAbove(actor))
    .orderBy('version', 'desc')
    .execute()
  if (rows.length === 0) throw new AnlanError('not-found', { text: id })
  return rows.map(versionOf)
}

type Writing = { readonly id: string; readonly personName: string; readonly at: Instant }

/** Writes a new text of the actor's unit. @throws AnlanError not-allowed, request-invalid when there are too many */
export async function addAnswerText(
  db: Kysely<Tables>,
  actor: Actor,
  writing: Writing,
  wish: AnswerTextWish,
): Promise<void> {
  mustKeep(actor)
  const kept = await latest(db, actor.tenant)
    .where('unit_id', '=', actor.unitId)
    .where('removed', '=', false)
    .select(sql<number>`count(*) over ()::int`.as('count'))
    .executeTakeFirst()
  if ((kept?.count ?? 0) >= MOST)
    throw new AnlanError('request-invalid', { issues: [{ field: 'title', rule: 'too-large', limit: MOST }] })
  await write(db, actor, writing, { version: 1, unitId: actor.unitId, removed: false, ...wish })
}

/** Writes the next version of a text, or says that it is used no more. @throws AnlanError version-conflict, not-found, not-allowed */
export async function changeAnswerText(
  db: Kysely<Tables>,
  actor: Actor,
  writing: Writing,
  { seenVersion, wish }: { readonly seenVersion: number; readonly wish?: AnswerTextWish },
): Promise<void> {
  mustKeep(actor)
  const found = await latest(db, actor.tenant).where('id', '=', writing.id).executeTakeFirst()
  if (!found || found.removed || found.unit_id !== actor.unitId) throw new AnlanError('not-found', { text: writing.id })
  if (found.version !== seenVersion) throw new AnlanError('version-conflict', { version: found.version })
  const { title, body, procedure, category } = versionOf(found)
  const next = wish ?? { title, body, ...present({ procedure, category }) }
  await write(db, actor, writing, {
    version: seenVersion + 1,
    unitId: actor.unitId,
    removed: wish === undefined,
    ...next,
  })
}

const latest = (db: Kysely<Tables>, tenant: string) =>
  db
    .selectFrom((eb) =>
      eb
        .selectFrom('answer_texts')
        .selectAll()
        .distinctOn('id')
        .where('tenant', '=', tenant)
        .orderBy('id')
        .orderBy('version', 'desc')
        .as('t'),
    )
    .selectAll('t')

/** The unit itself and those above it. */
const unitsAbove = ({ unitPath }: Actor): string[] => unitPath.split('/').filter(Boolean)

function mustKeep(actor: Actor): void {
  if (!mayKeepTexts(actor)) throw new AnlanError('not-allowed', { roles: TEXT_KEEPERS })
}

type Row = {
  readonly version: number
  readonly title: string
  readonly body: string
  readonly procedure: string | null
  readonly category: string | null
  readonly at: Instant
  readonly person_name: string
  readonly removed: boolean
}

const versionOf = ({
  version,
  title,
  body,
  procedure,
  category,
  at,
  person_name,
  removed,
}: Row): AnswerTextVersion => ({
  version,
  title,
  body,
  at,
  personName: person_name,
  ...present({
    procedure: procedure ?? undefined,
    category: category ?? undefined,
    removed: removed ? (true as const) : undefined,
  }),
})

type New = AnswerTextWish & { readonly version: number; readonly unitId: string; readonly removed: boolean }

/** Two that write the same version at once: the second is told that somebody was first. */
async function write(db: Kysely<Tables>, actor: Actor, { id, personName, at }: Writing, given: New): Promise<void> {
  const { version, unitId, title, body, procedure, category, removed } = given
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('answer_texts')
    .values({
      tenant: actor.tenant,
      id,
      version,
      unit_id: unitId,
      title,
      body,
      procedure: procedure ?? null,
      category: category ?? null,
      removed,
      at,
      post_id: actor.postId,
      person_name: personName,
    })
    .onConflict((conflict) => conflict.columns(['tenant', 'id', 'version']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) throw new AnlanError('version-conflict', { version })
}
