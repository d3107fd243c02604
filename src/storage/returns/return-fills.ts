import { type Kysely, sql } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import { present } from '../../domain/present.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import type { CellText, MappedCell } from '../../domain/returns/return-query.ts'
import type { FillRow, ReturnForm, ReturnPeriod } from '../../domain/returns/return-views.ts'
import { dayOf, type Instant } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { periodOfKey } from '../../engine/returns/return-periods.ts'
import type { Tables } from '../schema/tables.ts'
import { newId } from '../write/ids.ts'
import { countsFor } from './counts.ts'
import { postActor } from './post-actor.ts'
import type { Mapping } from './return-forms.ts'

/** Values by the place of their cell. */
export type CellValues = Readonly<Record<string, number | string>>

export type KeptFill = Omit<FillRow, 'bySystem' | 'byHand'> & {
  readonly formId: string
  readonly mappingVersion: number
  readonly figures: CellValues
  readonly byHand: CellValues
  readonly postId: string
  readonly checkedPostId?: string
  readonly checkedAt?: Instant
  readonly signedPostId?: string
}

type Filling = {
  readonly form: ReturnForm
  readonly period: ReturnPeriod
  readonly mapping: Mapping
  readonly asOf: Instant
  /** Who had it filled: a post, or the system. */
  readonly by: string
}

/**
 * Fills a form for a period as a new version: the figures as of now, and what was typed into the version before. No earlier version
 * changes. @returns its id @throws AnlanError version-conflict when somebody filled it at the same moment
 */
export async function fillReturn(
  db: Kysely<Tables>,
  tenant: string,
  { form, period, mapping, asOf, by }: Filling,
  rulebook: Rulebook,
): Promise<string> {
  const reader = postActor(tenant, form, rulebook.directory)
  const asked = mapping.cells.flatMap(({ cell, use }) => ('count' in use ? [{ cell, query: use.count }] : []))
  const counts = await countsFor(
    db,
    asked.map(({ query }) => query),
    { period, asOf, reader, rulebook },
  )
  const before = (await fillsOf(db, tenant, form, period.key)).at(0)
  const typed = mapping.cells.flatMap(({ cell, use }) => {
    const said = before?.byHand[cell]
    return 'hand' in use && said !== undefined ? [[cell, said] as const] : []
  })
  const id = newId(Date.parse(asOf))
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('return_fills')
    .values({
      tenant,
      id,
      form_id: form.id,
      period: period.key,
      version: (before?.version ?? 0) + 1,
      first_day: period.first,
      last_day: period.last,
      mapping_version: mapping.version,
      as_of: asOf,
      figures: JSON.stringify({
        ...Object.fromEntries(asked.map(({ cell }, at) => [cell, counts[at] ?? 0])),
        ...textsOf(mapping.cells, { form, period, asOf }, rulebook),
      }),
      by_hand: JSON.stringify(Object.fromEntries(typed)),
      post_id: by,
    })
    .onConflict((conflict) => conflict.columns(['tenant', 'form_id', 'period', 'version']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) throw new AnlanError('version-conflict', { version: (before?.version ?? 0) + 1 })
  return id
}

/** A form is written in Chinese, whatever its reader's pages are in. */
function textsOf(
  cells: readonly MappedCell[],
  { form, period, asOf }: Pick<Filling, 'form' | 'period' | 'asOf'>,
  { directory }: Rulebook,
): CellValues {
  const texts: Readonly<Record<CellText, string>> = {
    office: directory.units[form.unitId]?.name.zh ?? '',
    period: period.title.zh,
    day: dayOf(asOf),
    post: directory.posts[form.postId]?.title.zh ?? '',
  }
  return Object.fromEntries(cells.flatMap(({ cell, use }) => ('text' in use ? [[cell, texts[use.text]]] : [])))
}

/** All versions of one period, the newest first. */
export async function fillsOf(
  db: Kysely<Tables>,
  tenant: string,
  form: Pick<ReturnForm, 'id' | 'cycle'>,
  period: string,
): Promise<KeptFill[]> {
  const rows = await fills(db, tenant)
    .where('form_id', '=', form.id)
    .where('period', '=', period)
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => fillOf(row, form))
}

/** The newest version of each of the latest periods of some forms, the latest period first. */
export async function latestFills(
  db: Kysely<Tables>,
  tenant: string,
  forms: readonly Pick<ReturnForm, 'id' | 'cycle'>[],
  most: number,
): Promise<KeptFill[]> {
  if (forms.length === 0) return []
  const byId = new Map(forms.map((form) => [form.id, form]))
  const rows = await db
    .selectFrom(
      fills(db, tenant)
        .distinctOn(['form_id', 'period'])
        .where('form_id', 'in', [...byId.keys()])
        .orderBy('form_id')
        .orderBy('period')
        .orderBy('version', 'desc')
        .as('f'),
    )
    .selectAll('f')
    .orderBy('last_day', 'desc')
    .orderBy('form_id')
    .limit(most)
    .execute()
  return rows.flatMap((row) => {
    const form = byId.get(row.form_id)
    return form ? [fillOf(row, form)] : []
  })
}

/** Of which form and for which period a filling is. @throws AnlanError not-found */
export async function placeOfFill(
  db: Kysely<Tables>,
  tenant: string,
  id: string,
): Promise<{ readonly formId: string; readonly period: string }> {
  const row = await fills(db, tenant).where('id', '=', id).executeTakeFirst()
  if (!row) throw new AnlanError('not-found', { fill: id })
  return { formId: row.form_id, period: row.period }
}

/** Keeps what is typed into the cells that are by hand; a check is over with it. @throws AnlanError guard-refused once it is signed */
export async function typeByHand(db: Kysely<Tables>, tenant: string, fill: KeptFill, typed: CellValues): Promise<void> {
  const { numUpdatedRows } = await unsigned(db, tenant, fill.id)
    .set({ by_hand: JSON.stringify(typed), checked_at: null, checked_post_id: null })
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new AnlanError('version-conflict', { version: fill.version })
}

/** Says that a filling was checked. */
export async function checkFill(db: Kysely<Tables>, actor: Actor, fill: KeptFill, at: Instant): Promise<void> {
  const { numUpdatedRows } = await unsigned(db, actor.tenant, fill.id)
    .set({ checked_at: at, checked_post_id: actor.postId })
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new AnlanError('version-conflict', { version: fill.version })
}

/** Signs a filling that was checked: from now on nothing of it changes. */
export async function signFill(db: Kysely<Tables>, actor: Actor, fill: KeptFill, at: Instant): Promise<void> {
  const { numUpdatedRows } = await unsigned(db, actor.tenant, fill.id)
    .where('checked_at', '=', fill.checkedAt ?? at)
    .set({ signed_at: at, signed_post_id: actor.postId })
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new AnlanError('version-conflict', { version: fill.version })
}

const unsigned = (db: Kysely<Tables>, tenant: string, id: string) =>
  db.updateTable('return_fills').where('tenant', '=', tenant).where('id', '=', id).where('signed_at', 'is', null)

const fills = (db: Kysely<Tables>, tenant: string) =>
  db
    .selectFrom('return_fills')
    .selectAll()
    .select(sql<string>`first_day::text`.as('first'))
    .select(sql<string>`last_day::text`.as('last'))
    .where('tenant', '=', tenant)

type Row = Awaited<ReturnType<ReturnType<typeof fills>['executeTakeFirstOrThrow']>>

function fillOf(row: Row, { cycle }: Pick<ReturnForm, 'cycle'>): KeptFill {
  const title = periodOfKey(cycle, row.period)?.title ?? { zh: row.period, en: row.period }
  return {
    id: row.id,
    formId: row.form_id,
    period: { key: row.period, first: row.first, last: row.last, title },
    version: row.version,
    state: row.signed_at ? 'signed' : row.checked_at ? 'checked' : 'draft',
    asOf: row.as_of,
    mappingVersion: row.mapping_version,
    figures: row.figures as unknown as CellValues,
    byHand: row.by_hand as unknown as CellValues,
    postId: row.post_id,
    ...present({
      checkedPostId: row.checked_post_id ?? undefined,
      checkedAt: row.checked_at ?? undefined,
      signedAt: row.signed_at ?? undefined,
      signedPostId: row.signed_post_id ?? undefined,
    }),
  }
}
