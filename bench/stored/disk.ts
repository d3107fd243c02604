import type pg from 'pg'
import { CONNECTIONS } from '../../src/server/installation.ts'
import { handleCommand } from '../../src/storage/write/handle.ts'
import { BENCH_TENANT, openBench } from '../bench-installation.ts'
import { benchActor } from '../command-plan.ts'
import { rounded } from '../quantiles.ts'
import { threeCommands } from './three-commands.ts'

/** A table or an index, and how many megabytes it takes for 100,000 matters; a table with what is kept apart for it (TOAST, maps). */
export type Relation = { readonly name: string; readonly kind: 'table' | 'index'; readonly mbPer100k: number }

/** `mbPer100k`: all tables and indexes of the program. The parts of it: `eventsMb`, `mattersMb`, `indexesMb`, `othersMb`. */
export type DiskResult = {
  readonly figures: Readonly<Record<string, number>>
  readonly relations: readonly Relation[]
}

const CLIENTS = 24
/** An office makes as many in days, and PostgreSQL sweeps behind it by itself; here it has seconds. */
const VACUUM_EVERY = 500
const PER = 100_000
const MB = 1_048_576

/**
 * Disk that matters take as an office fills it: by commands, each matter with three, over HTTP's door with its used keys,
 * notices and jobs. Counted after a vacuum, and for 100,000 of them: the empty installation is taken off.
 */
export async function benchDisk(asked: number, onProgress: (note: string) => void): Promise<DiskResult> {
  const matters = Math.min(asked, PER)
  const bench = await openBench('disk', CONNECTIONS, false)
  try {
    const { deps, database } = bench
    const empty = await sizesOf(database.owner)
    const actor = benchActor(await deps.rulebooks.of(BENCH_TENANT))
    let next = 0
    const client = async () => {
      for (let number = next++; number < matters; number = next++) {
        let matterId: string | undefined
        for (const [index, command] of threeCommands(number).entries()) {
          const key = `disk-${process.pid}-${number}-${index}`
          matterId = (await handleCommand(deps, { actor, command, key, ...(matterId ? { matterId } : {}) })).matter.id
        }
        if (number % VACUUM_EVERY !== 0) continue
        onProgress(String(number))
        await database.owner.query('vacuum matters, deadlines')
      }
    }
    await Promise.all(Array.from({ length: CLIENTS }, client))
    await database.owner.query('vacuum')
    const full = await sizesOf(database.owner)
    const relations = full
      .map(({ name, kind, bytes }) => {
        const before = empty.find((each) => each.name === name)?.bytes ?? 0
        return { name, kind, mbPer100k: rounded(((bytes - before) * PER) / matters / MB) }
      })
      .filter(({ mbPer100k }) => mbPer100k > 0)
      .sort((a, b) => b.mbPer100k - a.mbPer100k)
    const sum = (holds: (relation: Relation) => boolean) =>
      rounded(relations.filter(holds).reduce((total, { mbPer100k }) => total + mbPer100k, 0))
    const { rows } = await database.owner.query<{ events: number }>('select count(*) as events from matter_events')
    const figures = {
      matters,
      events: rows[0]?.events ?? 0,
      mbPer100k: sum(() => true),
      eventsMb: sum(({ name }) => name === 'matter_events'),
      mattersMb: sum(({ name }) => name === 'matters'),
      indexesMb: sum(({ kind }) => kind === 'index'),
      othersMb: sum(({ name, kind }) => kind === 'table' && name !== 'matters' && name !== 'matter_events'),
    }
    return { figures, relations }
  } finally {
    await bench.close()
  }
}

const SIZES = `select c.relname as name, case c.relkind when 'i' then 'index' else 'table' end as kind,
  case c.relkind when 'i' then pg_relation_size(c.oid) else pg_table_size(c.oid) end as bytes
from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'auth') and c.relkind in ('r', 'i')`

const sizesOf = async (owner: pg.Pool) =>
  (await owner.query<{ name: string; kind: Relation['kind']; bytes: number }>(SIZES)).rows

/** The result as lines for people: the largest relations first. */
export const diskLines = ({ figures, relations }: DiskResult): string[] => [
  ...Object.entries(figures).map(([name, figure]) => `${name.padEnd(12)} ${figure}`),
  ...relations.map(({ name, kind, mbPer100k }) => `${kind}  ${name.padEnd(28)} ${String(mbPer100k).padStart(8)} MB`),
]
