import { type Kysely, sql } from 'kysely'
import type { CauseView } from '../../domain/compare/compare-view.ts'
import type { IndicatorDefinition } from '../../domain/indicators/definition.ts'
import type { Instant } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Tables } from '../schema/tables.ts'

/** The versions that the office made. */
export async function readIndicators(db: Kysely<Tables>, tenant: string): Promise<IndicatorDefinition[]> {
  const rows = await db
    .selectFrom('indicators')
    .where('tenant', '=', tenant)
    .orderBy('made_at')
    .orderBy('id')
    .orderBy('version')
    .select('definition')
    .execute()
  return rows.map(({ definition }) => definition as unknown as IndicatorDefinition)
}

type By = { readonly tenant: string; readonly postId: string; readonly at: Instant }

/** Keeps a new version; the ones before stay. @throws AnlanError version-conflict when somebody was first */
export async function addIndicator(db: Kysely<Tables>, { tenant, postId, at }: By, definition: IndicatorDefinition) {
  const { id, version } = definition
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('indicators')
    .values({ tenant, id, version, definition: JSON.stringify(definition), made_by: postId, made_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) throw new AnlanError('version-conflict', { version })
}

export type NewCause = {
  readonly id: string
  readonly indicator: string
  readonly period: string
  readonly unitId: string
  readonly text: string
}

/** Keeps what a unit says about its figure. */
export async function addCause(db: Kysely<Tables>, { tenant, postId, at }: By, cause: NewCause): Promise<void> {
  const { id, indicator, period, unitId, text } = cause
  await db
    .insertInto('indicator_causes')
    .values({ tenant, id, indicator, period, unit_id: unitId, cause: text, said_by: postId, said_at: at })
    .execute()
}

/** Of each unit the newest are read: it says one or two, and one that says many takes no place from the others. */
const MOST_OF_UNIT = 20

/** What units said about an indicator in a period, the newest first; `by` is the post. */
export async function readCauses(
  db: Kysely<Tables>,
  tenant: string,
  { indicator, period }: { readonly indicator: string; readonly period: string },
): Promise<CauseView[]> {
  const { rows } = await sql<CauseView>`
    select unit_id as "unitId", cause as text, said_at as at, said_by as by from (
      select *, row_number() over (partition by unit_id order by said_at desc, id desc) as nth from indicator_causes
      where tenant = ${tenant} and indicator = ${indicator} and period = ${period}) c
    where nth <= ${MOST_OF_UNIT} order by said_at desc, id desc`.execute(db)
  return rows
}
