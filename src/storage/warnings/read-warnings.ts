import { expressionBuilder, type Kysely, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { visibleTo } from '../read/visible.ts'
import type { Tables } from '../schema/tables.ts'

/** Warnings that are read at a time: an office has a few a month. */
const MOST = 500

/** A warning as it stands, with what was opened from it. */
export type ReadWarning = { readonly matter: Matter; readonly made: readonly MadeOfIt[] }
export type MadeOfIt = {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly procedure: string
  readonly openedAt: Instant
  /** The reader may open it. */
  readonly visible: boolean
}

type Reader = { readonly actor: Actor; readonly directory: Directory }

const visible = ({ actor, directory }: Reader) =>
  visibleTo(actor, directory)(expressionBuilder<{ m: Tables['matters'] }, 'm'>())

/** The warnings in a reader's sight that are not done, or were raised since; the newest first. */
export async function readWarnings(
  db: Kysely<Tables>,
  reader: Reader,
  { kind, since, of }: { readonly kind: string; readonly since: Instant; readonly of?: string },
): Promise<ReadWarning[]> {
  const about = of === undefined ? sql<SqlBool>`true` : sql<SqlBool>`m.matter -> 'fields' ->> 'series' = ${of}`
  const { rows } = await sql<{ matter: Matter }>`
    select m.matter from matters m where m.tenant = ${reader.actor.tenant} and m.procedure = ${kind} and not m.exercise
      and (m.state_group <> 'done' or m.opened_at >= ${since}::timestamptz) and ${about} and ${visible(reader)}
    order by m.opened_at desc, m.id limit ${MOST}`.execute(db)
  const made = await madeOf(
    db,
    reader,
    rows.map(({ matter }) => matter.id),
  )
  return rows.map(({ matter }) => ({ matter, made: made.get(matter.id) ?? [] }))
}

async function madeOf(db: Kysely<Tables>, reader: Reader, ids: readonly string[]) {
  const found = new Map<string, MadeOfIt[]>()
  if (ids.length === 0) return found
  const { rows } = await sql<MadeOfIt & { of: string }>`
    select l.to_id as of, m.id, m.reference, m.title, m.procedure, m.opened_at as "openedAt", ${visible(reader)} as visible
    from matter_links l join matters m on m.tenant = l.tenant and m.id = l.from_id
    where l.tenant = ${reader.actor.tenant} and l.type = 'childOf' and l.to_id = any(${[...ids]}::uuid[])
    order by m.opened_at, m.id`.execute(db)
  for (const { of, ...row } of rows) found.set(of, [...(found.get(of) ?? []), row])
  return found
}

/** The names of the records with these numbers that a reader may see. */
export async function recordNames(
  db: Kysely<Tables>,
  reader: Reader,
  references: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  if (references.length === 0) return {}
  const { rows } = await sql<{ reference: string; title: string }>`
    select m.reference, m.title from matters m where m.tenant = ${reader.actor.tenant}
      and m.reference = any(${[...references]}::text[]) and ${visible(reader)}`.execute(db)
  return Object.fromEntries(rows.map(({ reference, title }) => [reference, title]))
}
