import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import { present } from '../../domain/present.ts'
import type { MappedCell } from '../../domain/returns/return-query.ts'
import type { ReturnCycle, ReturnForm } from '../../domain/returns/return-views.ts'
import { mayKeepReturns, maySignReturns, RETURN_KEEPERS } from '../../domain/returns/who-returns.ts'
import type { Instant } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Tables } from '../schema/tables.ts'

/** Forms that one unit fills at a time. An office that must fill more has something to tell its superiors. */
const MOST_FORMS = 100
/** Forms that a list shows: of leaders with many units below, their own first. */
const MOST_LISTED = 300

export type KeptForm = ReturnForm & { readonly sha256: string }
export type NewForm = Omit<ReturnForm, 'unitId' | 'postId' | 'endedAt'> & { readonly sha256: string }
export type Mapping = { readonly version: number; readonly sheet: string; readonly cells: readonly MappedCell[] }

/** Whether somebody has to do with returns at all. */
export const seesReturns = (actor: Actor): boolean => mayKeepReturns(actor) || maySignReturns(actor)

/** Whether somebody says what this form asks, and fills and checks it. */
export const keepsForm = (actor: Actor, { unitId }: Pick<ReturnForm, 'unitId'>): boolean =>
  mayKeepReturns(actor) && unitId === actor.unitId

/** The forms in use: of the reader's unit; a signer sees those of the units below as well. */
export async function listForms(db: Kysely<Tables>, actor: Actor): Promise<KeptForm[]> {
  const rows = await inSight(db, actor)
    .where('f.ended_at', 'is', null)
    .orderBy(sql`f.unit_id <> ${actor.unitId}`)
    .orderBy('f.unit_id')
    .orderBy('f.name')
    .orderBy('f.id')
    .limit(MOST_LISTED)
    .execute()
  return rows.map(formOf)
}

/** All forms in use, for the system. */
export async function openForms(db: Kysely<Tables>, tenant: string): Promise<KeptForm[]> {
  const rows = await db
    .selectFrom('return_forms')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('ended_at', 'is', null)
    .where('cycle', '<>', 'none')
    .execute()
  return rows.map(formOf)
}

/** A form, in use or not. @throws AnlanError not-found out of sight */
export async function getForm(db: Kysely<Tables>, actor: Actor, id: string): Promise<KeptForm> {
  const row = await inSight(db, actor).where('f.id', '=', id).executeTakeFirst()
  if (!row) throw new AnlanError('not-found', { return: id })
  return formOf(row)
}

/** A form that the actor's unit fills. @throws AnlanError not-found, not-allowed */
export async function getOwnForm(db: Kysely<Tables>, actor: Actor, id: string): Promise<KeptForm> {
  const form = await getForm(db, actor, id)
  if (!keepsForm(actor, form)) throw new AnlanError('not-allowed', { roles: RETURN_KEEPERS })
  return form
}

/** Keeps a blank form for the actor's unit; their post fills it. @throws AnlanError not-allowed; request-invalid when there are too many */
export async function addForm(db: Kysely<Tables>, actor: Actor, form: NewForm): Promise<void> {
  if (!mayKeepReturns(actor)) throw new AnlanError('not-allowed', { roles: RETURN_KEEPERS })
  const { count } = await db
    .selectFrom('return_forms')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('tenant', '=', actor.tenant)
    .where('unit_id', '=', actor.unitId)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (count >= MOST_FORMS)
    throw new AnlanError('request-invalid', { issues: [{ field: 'name', rule: 'too-large', limit: MOST_FORMS }] })
  await db
    .insertInto('return_forms')
    .values({
      tenant: actor.tenant,
      id: form.id,
      unit_id: actor.unitId,
      post_id: actor.postId,
      name: form.name,
      superior: form.superior,
      cycle: form.cycle,
      due_day: form.dueDay ?? null,
      file_name: form.fileName,
      sha256: form.sha256,
      added_at: form.addedAt,
    })
    .execute()
}

/** What is said of a form besides its cells; `mine`: the actor's post fills it from now on. */
export type FormChange = Pick<ReturnForm, 'name' | 'superior' | 'dueDay'> & { readonly mine: boolean }

/** Calls a form otherwise, sets its day, or lets another post of the unit fill it. @throws AnlanError not-found, not-allowed */
export async function changeForm(db: Kysely<Tables>, actor: Actor, id: string, change: FormChange): Promise<void> {
  const { postId } = await getOwnForm(db, actor, id)
  await db
    .updateTable('return_forms')
    .set({
      name: change.name,
      superior: change.superior,
      due_day: change.dueDay ?? null,
      post_id: change.mine ? actor.postId : postId,
    })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}

/** A form is filled no more; what was filled stays. */
export async function endForm(db: Kysely<Tables>, actor: Actor, id: string, at: Instant): Promise<void> {
  await getOwnForm(db, actor, id)
  await db
    .updateTable('return_forms')
    .set({ ended_at: at })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}

/** What the cells of forms ask now, by form. */
export async function latestMappings(
  db: Kysely<Tables>,
  tenant: string,
  formIds: readonly string[],
): Promise<ReadonlyMap<string, Mapping>> {
  if (formIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('return_mappings')
    .select(['form_id', 'version', 'sheet', 'cells'])
    .distinctOn('form_id')
    .where('tenant', '=', tenant)
    .where('form_id', 'in', formIds)
    .orderBy('form_id')
    .orderBy('version', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.form_id, mappingOf(row)]))
}

/** What the cells asked in one version. */
export async function getMapping(
  db: Kysely<Tables>,
  tenant: string,
  formId: string,
  version: number,
): Promise<Mapping> {
  const row = await db
    .selectFrom('return_mappings')
    .select(['version', 'sheet', 'cells'])
    .where('tenant', '=', tenant)
    .where('form_id', '=', formId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return mappingOf(row)
}

/** Writes the next version of what the cells ask. @throws AnlanError version-conflict */
export async function saveMapping(
  db: Kysely<Tables>,
  actor: Actor,
  formId: string,
  seenVersion: number,
  { sheet, cells, at }: Omit<Mapping, 'version'> & { readonly at: Instant },
): Promise<void> {
  const known = (await latestMappings(db, actor.tenant, [formId])).get(formId)?.version ?? 0
  if (known !== seenVersion) throw new AnlanError('version-conflict', { version: known })
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('return_mappings')
    .values({
      tenant: actor.tenant,
      form_id: formId,
      version: seenVersion + 1,
      sheet,
      cells: JSON.stringify(cells),
      post_id: actor.postId,
      at,
    })
    .onConflict((conflict) => conflict.columns(['tenant', 'form_id', 'version']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) throw new AnlanError('version-conflict', { version: seenVersion + 1 })
}

const inSight = (db: Kysely<Tables>, actor: Actor) =>
  db
    .selectFrom('return_forms as f')
    .selectAll('f')
    .where('f.tenant', '=', actor.tenant)
    .where((eb) => {
      const own = eb('f.unit_id', '=', actor.unitId)
      if (!maySignReturns(actor)) return mayKeepReturns(actor) ? own : sql<SqlBool>`false`
      return sql<SqlBool>`exists (select from units u where u.tenant = f.tenant and u.id = f.unit_id and starts_with(u.path, ${actor.unitPath}))`
    })

type FormRow = Awaited<ReturnType<ReturnType<typeof inSight>['executeTakeFirstOrThrow']>>

/** A row as a form. */
export const formOf = (row: FormRow): KeptForm => ({
  id: row.id,
  unitId: row.unit_id,
  postId: row.post_id,
  name: row.name,
  superior: row.superior,
  cycle: row.cycle as ReturnCycle,
  fileName: row.file_name,
  sha256: row.sha256,
  addedAt: row.added_at,
  ...present({ dueDay: row.due_day ?? undefined, endedAt: row.ended_at ?? undefined }),
})

const mappingOf = ({ version, sheet, cells }: { version: number; sheet: string; cells: unknown }): Mapping => ({
  version,
  sheet,
  cells: cells as readonly MappedCell[],
})
