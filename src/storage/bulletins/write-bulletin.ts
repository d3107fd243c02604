import { type Kysely, sql } from 'kysely'
import type { BulletinKind } from '../../domain/bulletins/bulletin.ts'
import { dayOf, type Instant } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Tables } from '../schema/tables.ts'
import type { Act, BulletinContent, KeptFigures } from './stored-bulletin.ts'

export type NewBulletin = {
  readonly id: string
  readonly unitId: string
  readonly kind: BulletinKind
  readonly content: BulletinContent
  readonly figures: KeptFigures
  readonly corrects?: string
}

/** Begins a bulletin. */
export async function addBulletin(db: Kysely<Tables>, tenant: string, by: Act, bulletin: NewBulletin): Promise<void> {
  const { id, unitId, kind, content, figures, corrects } = bulletin
  await db
    .insertInto('bulletins')
    .values({
      tenant,
      id,
      version: 1,
      unit_id: unitId,
      kind,
      state: 'draft',
      content: JSON.stringify(content),
      figures: JSON.stringify(figures),
      corrects: corrects ?? null,
      writers: [by.personId],
      changed: JSON.stringify(by),
      created_at: by.at,
    })
    .execute()
}

type Seen = { readonly id: string; readonly version: number }

/** Writes in it. What was signed is a draft again. @throws AnlanError version-conflict when somebody else wrote first */
export const writeBulletin = (
  db: Kysely<Tables>,
  tenant: string,
  by: Act,
  seen: Seen,
  { content, figures }: { readonly content?: BulletinContent; readonly figures?: KeptFigures },
): Promise<void> =>
  changed(
    db,
    tenant,
    seen,
    sql`state = 'draft', signed = null, changed = ${JSON.stringify(by)}::jsonb,
    writers = case when ${by.personId} = any(writers) then writers else writers || ${by.personId}::text end
    ${content ? sql`, content = ${JSON.stringify(content)}::jsonb` : sql``}
    ${figures ? sql`, figures = ${JSON.stringify(figures)}::jsonb` : sql``}`,
    sql`true`,
  )

/** A leader signs it who wrote nothing in it. @throws AnlanError version-conflict */
export const signBulletin = (db: Kysely<Tables>, tenant: string, by: Act, seen: Seen): Promise<void> =>
  changed(
    db,
    tenant,
    seen,
    sql`state = 'signed', signed = ${JSON.stringify(by)}::jsonb`,
    sql`state = 'draft' and not ${by.personId} = any(writers)`,
  )

/** Takes it out of the way before it was issued. @throws AnlanError version-conflict */
export const dropBulletin = (db: Kysely<Tables>, tenant: string, by: Act, seen: Seen): Promise<void> =>
  changed(db, tenant, seen, sql`state = 'dropped', changed = ${JSON.stringify(by)}::jsonb`, sql`true`)

const UNIQUE_VIOLATION = '23505'
const TRIES = 5

/**
 * Issues what was signed, with the next number of its kind and year; from then on nothing in it changes, and only what may be told
 * is left of its figures. @throws AnlanError version-conflict
 */
export async function issueBulletin(
  db: Kysely<Tables>,
  tenant: string,
  by: Act,
  seen: Seen,
  told: KeptFigures,
): Promise<void> {
  const year = Number(dayOf(by.at as Instant).slice(0, 4))
  for (let turn = 1; ; turn += 1) {
    try {
      await changed(
        db,
        tenant,
        seen,
        sql`state = 'issued', issued = ${JSON.stringify(by)}::jsonb, figures = ${JSON.stringify(told)}::jsonb, year = ${year},
        number = 1 + coalesce((select max(o.number) from bulletins o where o.tenant = b.tenant and o.unit_id = b.unit_id
          and o.kind = b.kind and o.year = ${year}), 0)`,
        sql`state = 'signed'`,
      )
      return
    } catch (cause) {
      // Two were issued in the same moment: the next number is another now.
      if ((cause as { code?: string }).code !== UNIQUE_VIOLATION || turn >= TRIES) throw cause
    }
  }
}

async function changed(
  db: Kysely<Tables>,
  tenant: string,
  { id, version }: Seen,
  set: ReturnType<typeof sql>,
  when: ReturnType<typeof sql>,
): Promise<void> {
  const { numAffectedRows } = await sql`update bulletins b set version = version + 1, ${set}
    where tenant = ${tenant} and id = ${id}::uuid and version = ${version} and state in ('draft', 'signed') and ${when}`.execute(
    db,
  )
  if (numAffectedRows !== 1n) throw new AnlanError('version-conflict', { version })
}
