import type { Rows } from '../src/storage/write/write-statement.ts'
import { BENCH_TENANT } from './bench-installation.ts'

type Query = { readonly name: string; readonly text: string; readonly values: unknown[] }

const FIND = 'select matter, version from matters where tenant = $1 and id = $2'
const OPEN = `with m as (insert into matters (tenant, id, version, head, matter, reference, procedure, state, state_group, title, channel, unit_id, unit_path, origin_path, participants, waits_for, terms, opened_at, updated_at)
values ($1, $2, $3, decode($4, 'hex'), $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) returning 1)
insert into matter_events (tenant, matter_id, version, type, at, event, hash) select $1, $2, $3, $20, $19, $21, decode($4, 'hex') from m`
const MOVE = `with m as (update matters set version = $3, head = decode($4, 'hex'), matter = $5, state = $6, state_group = $7, updated_at = $8
where tenant = $1 and id = $2 and version = $9 returning 1)
insert into matter_events (tenant, matter_id, version, type, at, event, hash) select $1, $2, $3, $10, $8, $11, decode($4, 'hex') from m`

/**
 * The least that a system must do that keeps its matters and what happened to them: read the row, write it and its event.
 * No used key, deadline, count, worklist, seal or link: what is left is what PostgreSQL and the wire cost anybody.
 */
export function leanCommand(
  { columns, events }: Rows,
  at: string,
  seenVersion?: number,
): { find: Query; write: Query } {
  const c = columns
  const event = events[0]
  const row = [BENCH_TENANT, c.id, c.version, c.head, JSON.stringify(c.matter)]
  const happened = [event?.type, JSON.stringify(event?.event)]
  const opening = [
    c.reference,
    c.procedure,
    c.state,
    c.state_group,
    c.title,
    c.channel,
    c.unit_id,
    c.unit_path,
    c.origin_path,
  ]
  return {
    find: { name: 'lean-find', text: FIND, values: [BENCH_TENANT, c.id] },
    write:
      seenVersion === undefined
        ? {
            name: 'lean-open',
            text: OPEN,
            values: [...row, ...opening, c.participants, c.waits_for, c.terms, c.opened_at, at, ...happened],
          }
        : { name: 'lean-move', text: MOVE, values: [...row, c.state, c.state_group, at, seenVersion, ...happened] },
  }
}
