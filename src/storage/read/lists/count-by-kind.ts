import { type Kysely, sql } from 'kysely'
import type { Actor } from '../../../domain/matter/actor.ts'
import type { Directory } from '../../../domain/unit/unit.ts'
import type { Tables } from '../../schema/tables.ts'
import { ledgerOf } from '../ledger.ts'
import { type AskedFilter, narrowed } from '../ledger-filter.ts'
import { KEPT, kindsApart } from './arms.ts'
import { partsOf } from './parts-of.ts'
import { inRange } from './path-range.ts'

/** Open and all, by kind. */
export type ByKind = ReadonlyMap<string, { readonly open: number; readonly all: number }>

type Asked = {
  readonly db: Kysely<Tables>
  readonly actor: Actor
  readonly filter: Omit<AskedFilter, 'procedure'>
  readonly directory: Directory
}
type Row = { readonly procedure: string; readonly open: number; readonly all: number }

/**
 * How many matters in sight fit a filter, of each kind: each part of what the actor sees is gone through once for all kinds. Where
 * nothing is asked, the numbers that are kept by unit say the largest part at once, less what is kept from somebody.
 */
export async function groupedByKind(asked: Asked): Promise<ByKind> {
  const { db, actor, filter, directory } = asked
  const everything = ledgerOf(db).where('m.tenant', '=', actor.tenant)
  const [first, ...others] = partsOf(everything, actor, filter, directory).map(
    (part) => sql`(${part.select(['m.procedure', OPEN.as('open'), ALL.as('all')]).groupBy('m.procedure')})`,
  )
  if (!first) return new Map()
  const isAll = Object.values(filter).every((value) => value === undefined) && !actor.roles.includes('system')
  const parts = [...(isAll ? fromCounters(asked) : [first]), ...others]
  const { rows } = await sql<Row>`select procedure, sum(open)::int as open, sum("all")::int as "all"
    from (${sql.join(parts, sql` union all `)}) as counted group by procedure`.execute(db)
  return new Map(rows.map(({ procedure, open, all }) => [procedure, { open, all }]))
}

const ALL = sql<number>`count(*)`
const OPEN = sql<number>`count(*) filter (where m.state_group <> 'done')`

/** Matters of ordinary kinds under the actor's unit, about nobody and naming nobody. */
function fromCounters({ db, actor, directory }: Asked) {
  const apart = kindsApart(actor, directory)
  const kept = narrowed(ledgerOf(db).where('m.tenant', '=', actor.tenant).where(KEPT), actor, {}, directory)
    .where(inRange('m.unit_path', actor.unitPath))
    .where(sql<boolean>`m.procedure <> all(${apart}::text[])`)
  return [
    sql`(select c.procedure, sum(c.value) filter (where c.state_group <> 'done') as open, sum(c.value) as "all"
      from counters c join units u on u.tenant = c.tenant and u.id = c.unit_id
      where c.tenant = ${actor.tenant} and starts_with(u.path, ${actor.unitPath}) and c.procedure <> all(${apart}::text[]) group by c.procedure)`,
    sql`(${kept
      .select(['m.procedure', sql<number>`-${OPEN}`.as('open'), sql<number>`-${ALL}`.as('all')])
      .groupBy('m.procedure')})`,
  ]
}
