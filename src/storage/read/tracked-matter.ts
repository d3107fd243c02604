import { type Kysely, sql } from 'kysely'
import { CARRIES_ON } from '../../domain/matter/link.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { hexOf } from '../connection/hex-of.ts'
import type { Tables } from '../schema/tables.ts'
import { listEvents, type StoredEvent } from './get-matter.ts'

export type TrackedMatter = { readonly matter: Matter; readonly head: string; readonly events: readonly StoredEvent[] }

/** A report by the hash of its code; undefined when no report has it, or another code by now. */
export async function findMatterIdByCode(
  db: Kysely<Tables>,
  tenant: string,
  codeHash: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('report_codes as c')
    .select('c.matter_id as matterId')
    .where('c.tenant', '=', tenant)
    .where('c.code_hash', '=', codeHash)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('report_codes as later')
            .select('later.version')
            .where('later.tenant', '=', tenant)
            .whereRef('later.matter_id', '=', 'c.matter_id')
            .whereRef('later.version', '>', 'c.version'),
        ),
      ),
    )
    .executeTakeFirst()
  return row?.matterId
}

/** A report with its records, and the matters that were opened from it with theirs, where they went on too. */
export async function readTrackedMatter(
  db: Kysely<Tables>,
  tenant: string,
  matterId: string,
): Promise<{ report: TrackedMatter; children: readonly TrackedMatter[]; joint?: TrackedMatter } | undefined> {
  const { rows } = await sql<{ id: string; matter: Matter; head: string }>`with recursive line(id) as (
    select ${matterId}::uuid
    union
    select l.from_id from matter_links l join line on l.to_id = line.id
    where l.tenant = ${tenant} and (l.type = any(${CARRIES_ON}::text[]) or l.type = 'childOf' and l.to_id = ${matterId}::uuid)
  ) select m.id, m.matter, encode(m.head, 'hex') as head from line join matters m on m.tenant = ${tenant} and m.id = line.id
  order by m.opened_at, m.id limit 20`.execute(db)
  const all = await Promise.all(
    rows.map(async ({ id, matter, head }) => ({
      matter,
      head,
      events: await listEvents(db, tenant, id),
    })),
  )
  const report = all.find(({ matter }) => matter.id === matterId)
  // A link made by hand later does not make another matter's story the reporter's.
  const line = new Set(all.map(({ matter }) => matter.id))
  const cameFromIt = ({ matter }: TrackedMatter) =>
    matter.id !== matterId && matter.channel === 'system' && line.has(matter.links[0]?.matterId ?? '')
  if (!report) return undefined
  const joint = await readJoint(db, tenant, report.matter)
  return { report, children: all.filter(cameFromIt), ...(joint ? { joint } : {}) }
}

/** The matter that a report was merged into, while the report waits for it; if that was merged too, the one where it goes on. */
async function readJoint(db: Kysely<Tables>, tenant: string, report: Matter): Promise<TrackedMatter | undefined> {
  const link = report.links.findLast(({ type, back }) => type === 'duplicateOf' && !back)
  if (!link || report.group === 'done') return undefined
  const row = await db
    .selectFrom('matters')
    .select(['matter', hexOf('head').as('head')])
    .where('tenant', '=', tenant)
    .where('id', '=', link.matterId)
    .executeTakeFirst()
  if (!row) return undefined
  const matter = row.matter as unknown as Matter
  const further = matter.state === report.state ? await readJoint(db, tenant, matter) : undefined
  return further ?? { matter, head: row.head, events: await listEvents(db, tenant, link.matterId) }
}
