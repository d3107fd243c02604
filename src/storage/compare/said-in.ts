import { type Kysely, sql } from 'kysely'
import type { Instant } from '../../domain/time/time.ts'
import type { Tables } from '../schema/tables.ts'

/** What was answered last in each matter to some questions. */
export type SaidIn = ReadonlyMap<string, Readonly<Record<string, string>>>

/** Ids of one statement. */
const AT_ONCE = 20_000

/**
 * The last answers before `at` to these questions in these matters, which the reader is known to see. What is stored and not used any more
 * (Personal Information Protection Law art. 47) says nothing here, nor do answers that are shown to nobody yet. Only for questions that
 * ask nothing personal: those are sealed.
 */
export async function saidIn(
  db: Kysely<Tables>,
  tenant: string,
  ids: readonly string[],
  fields: readonly string[],
  at: Instant,
): Promise<SaidIn> {
  const found = new Map<string, Record<string, string>>()
  if (fields.length === 0) return found
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const some = ids.slice(start, start + AT_ONCE)
    const { rows } = await sql<{ id: string; field: string; answer: string | null }>`
      select distinct on (e.matter_id, f.field) e.matter_id as id, f.field, e.event -> 'form' ->> f.field as answer
      from matter_events e cross join unnest(${[...fields]}::text[]) f (field)
      where e.tenant = ${tenant} and e.matter_id = any(${[...some]}::uuid[]) and e.at < ${at}::timestamptz
        and e.type in ('MatterOpened', 'StepTaken') and e.event -> 'form' -> f.field is not null and e.event -> 'hiddenUntil' is null
        and not exists (select from matters m where m.tenant = e.tenant and m.id = e.matter_id
          and m.matter -> 'restrictions' @> '[{"order":"restrict"}]')
      order by e.matter_id, f.field, e.version desc`.execute(db)
    for (const { id, field, answer } of rows) if (answer !== null) found.set(id, { ...found.get(id), [field]: answer })
  }
  return found
}
