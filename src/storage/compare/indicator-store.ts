import type { Kysely } from 'kysely'
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

/** How many are read of one figure; a unit says one or two. */
const MOST = 500

/** What units said about an indicator in a period, the newest first; `by` is the post. */
export async function readCauses(
  db: Kysely<Tables>,
  tenant: string,
  of: { readonly indicator: string; readonly period: string },
): Promise<CauseView[]> {
  const rows = await db
    .selectFrom('indicator_causes')
    .where('tenant', '=', tenant)
    .where('indicator', '=', of.indicator)
    .where('period', '=', of.period)
    .orderBy('said_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .select(['unit_id as unitId', 'cause as text', 'said_at as at', 'said_by as by'])
    .execute()
  return rows.map((row) => ({ ...row }))
}
