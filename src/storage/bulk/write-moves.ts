import type { PoolClient } from 'pg'
import { withTenant } from '../connection/connect.ts'
import { inTransaction } from '../connection/in-transaction.ts'
import type { StorageDeps } from '../deps.ts'
import { AT_ONCE } from '../write/write-rows.ts'
import { asStored, CLOCK_THERE, MATTER_COLUMNS, NOTICE_COLUMNS } from '../write/write-statement.ts'
import { BULK_INSERTS, insertRows } from './bulk-statements.ts'
import type { Move } from './move-by-time.ts'
import { moveRows } from './move-rows.ts'

/**
 * Takes the rows that still stand as they were read, in the order of their ids. Who works on a matter at this moment wins, and nobody
 * waits for anybody: it comes again.
 */
const TAKE = `select m.id from matters m join unnest($2::uuid[], $3::integer[]) as s(id, version) on m.id = s.id
where m.tenant = $1 and m.version = s.version order by m.id for no key update of m skip locked`

const NAMES = MATTER_COLUMNS.map((column) => column.split(' ')[0] ?? '')
const MATTERS = `update matters m set updated_at = $3, ${NAMES.map((name) => `${name} = ${asStored(name, `r.${name}`)}`).join(', ')}
from jsonb_to_recordset($2::jsonb) as r(id uuid, ${MATTER_COLUMNS.join(', ')}) where m.tenant = $1 and m.id = r.id`
const DEADLINES = `${BULK_INSERTS.deadlines}\n${CLOCK_THERE}`
const NOTICES = `insert into notices (tenant, id, receiver, matter_id, version, kind, at, step, deadline, due_at, exercise)
select $1, n.id, n.receiver, n.matter_id, n.version, n.kind, n.at, n.step, n.deadline, n.due_at, n.exercise
from json_to_recordset($2::json) as n(matter_id uuid, ${NOTICE_COLUMNS})
on conflict (tenant, id) do nothing`

/**
 * Writes many moves in one transaction, and tells the listener of each command as if it had come alone.
 * @returns the ids of the matters that were written; the others were changed meanwhile, or are being changed
 */
export async function writeMoves(deps: StorageDeps, tenant: string, moves: readonly Move[]): Promise<Set<string>> {
  const at = deps.now()
  const written = await withTenant(deps.pool, tenant, (client) =>
    inTransaction(client, async () => {
      const taken = await take(client, tenant, moves)
      const rows = moveRows(moves.filter(({ before }) => taken.has(before.id)))
      await insertRows(client, ['move-matters', MATTERS], tenant, rows.matters, [at])
      await insertRows(client, ['bulk-events', BULK_INSERTS.events], tenant, rows.events)
      await insertRows(client, ['bulk-for-log', BULK_INSERTS.forLog], tenant, rows.forLog)
      await insertRows(client, ['move-deadlines', DEADLINES], tenant, rows.deadlines)
      await insertRows(client, ['bulk-links', BULK_INSERTS.links], tenant, rows.links)
      await insertRows(client, ['move-notices', NOTICES], tenant, rows.notices)
      await insertRows(client, ['bulk-jobs', BULK_INSERTS.jobs], tenant, rows.jobs, [null, AT_ONCE])
      // Last, because these rows are shared with every other writer of the unit.
      await insertRows(client, ['bulk-counters', BULK_INSERTS.counters], tenant, rows.counters)
      return taken
    }),
  )
  for (const { before, steps } of moves)
    if (written.has(before.id))
      for (const step of steps)
        deps.onCommitted?.({ tenant, before: step.before, matter: step.matter, events: step.events })
  return written
}

async function take(client: PoolClient, tenant: string, moves: readonly Move[]): Promise<Set<string>> {
  const values = [tenant, moves.map(({ before }) => before.id), moves.map(({ before }) => before.version)]
  const { rows } = await client.query<{ id: string }>({ name: 'move-take', text: TAKE, values })
  return new Set(rows.map(({ id }) => id))
}
