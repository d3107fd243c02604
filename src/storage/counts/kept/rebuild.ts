import { type Kysely, sql, type Transaction } from 'kysely'
import { LEVEL_OF_RANK } from '../../../domain/matter/level.ts'
import type { Channel, Matter } from '../../../domain/matter/matter.ts'
import { present } from '../../../domain/present.ts'
import { addMilliseconds, type Instant, laterOf, startOfDay } from '../../../domain/time/time.ts'
import { type Standing, standingAfter } from '../../../engine/counts/standing-at.ts'
import { wholeClocks } from '../../../engine/record/lean-matter.ts'
import type { Tables } from '../../schema/tables.ts'
import { storiesOf, upTo } from '../stories.ts'
import { addFacts, type LooseCells, packBlock } from './block.ts'
import { type Placed, placed } from './facts.ts'
import { type Mark, marksAfter } from './marks.ts'

const LONG_AGO = '1949-01-01T00:00:00.000Z'
/** Histories that are told at a time. */
const PAGE = 2_000

/**
 * Counts a tenant's matters from scratch, at where its log stands, and keeps that. @returns how many matters there are; undefined where the
 * log has not begun or somebody else counts
 */
export async function rebuildCounts(
  db: Kysely<Tables>,
  tenant: string,
  onProgress?: (matters: number) => void,
): Promise<number | undefined> {
  await beginCounts(db, tenant)
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const state = await trx
        .selectFrom('count_state')
        .where('tenant', '=', tenant)
        .select(['epoch', 'changed'])
        .forUpdate()
        .skipLocked()
        .executeTakeFirst()
      const log = await trx.selectFrom('log_state').where('tenant', '=', tenant).select('size').executeTakeFirst()
      if (!state || !log) return undefined
      const changed = state.changed + 1
      await trx.deleteFrom('count_blocks').where('tenant', '=', tenant).execute()
      const total = { matters: 0, seenAt: LONG_AGO }
      for await (const { procedure, month, cells, matters, seenAt } of blocksFromScratch(trx, tenant, log.size)) {
        total.matters += matters
        total.seenAt = laterOf(total.seenAt, seenAt)
        onProgress?.(total.matters)
        if (cells.size === 0) continue
        const row = { tenant, procedure, month, cells: packBlock(cells), changed }
        await trx.insertInto('count_blocks').values(row).execute()
      }
      await trx
        .updateTable('count_state')
        .where('tenant', '=', tenant)
        .set({ epoch: state.epoch + 1, position: log.size, changed, seen_at: total.seenAt })
        .execute()
      return total.matters
    })
}

/** The row that says where the counts stand, once all is in the log that was there when it began. Epoch 0 is not counted yet. */
const beginCounts = (db: Kysely<Tables>, tenant: string) =>
  db
    .insertInto('count_state')
    .columns(['tenant', 'epoch', 'position', 'changed', 'seen_at'])
    .expression((eb) =>
      eb
        .selectFrom('log_state')
        .where('tenant', '=', tenant)
        .where('begun_after', 'is', null)
        .select(['tenant', sql<number>`0`.as('epoch'), 'size as position', sql<number>`0`.as('changed')])
        .select(sql<string>`'infinity'::timestamptz`.as('seen_at')),
    )
    .onConflict((there) => there.doNothing())
    .execute()

/** The cells of one kind and month, of so many matters, and before when all of it happened. */
export type BlockFromScratch = {
  readonly procedure: string
  readonly month: string
  readonly cells: LooseCells
  readonly matters: number
  readonly seenAt: Instant
}

/** A block by its kind and month. */
export type BlockName = { readonly procedure: string; readonly month: string }

/**
 * What should be kept at a position of the log, block by block, by the rows of the matters and by what had happened to those that went on
 * since; `only` of some blocks.
 */
export async function* blocksFromScratch(
  trx: Transaction<Tables>,
  tenant: string,
  position: number,
  only?: readonly BlockName[],
): AsyncGenerator<BlockFromScratch> {
  const marks = await marksAfter(trx, tenant, position, Number.MAX_SAFE_INTEGER)
  const before = await countedBefore(trx, tenant, marks)
  const found = only ?? (await namesOfBlocks(trx, tenant))
  const names = new Map(found.map((name) => [`${name.procedure} ${name.month}`, name]))
  if (!only) for (const { procedure, month } of before) names.set(`${procedure} ${month}`, { procedure, month })
  const wentOn = marks.map(({ id }) => id)
  for (const [name, { procedure, month }] of names) {
    const cells: LooseCells = new Map()
    const rows = await rowsOf(trx, tenant, procedure, month, wentOn)
    let seenAt: Instant = LONG_AGO
    for (const row of rows) {
      const place = placed(standingOf(row))
      if (place) addFacts(cells, place.facts, 1)
      seenAt = laterOf(seenAt, addMilliseconds(row.updatedAt, 1))
    }
    for (const each of before.filter((one) => `${one.procedure} ${one.month}` === name)) {
      addFacts(cells, each.facts, 1)
      seenAt = laterOf(seenAt, addMilliseconds(each.last, 1))
    }
    yield { procedure, month, cells, matters: rows.length, seenAt }
  }
}

/** What is counted of matters that went on since. */
async function countedBefore(trx: Transaction<Tables>, tenant: string, marks: readonly Mark[]) {
  const all: (Placed & { readonly last: Instant })[] = []
  for (let at = 0; at < marks.length; at += PAGE) {
    const some = marks.slice(at, at + PAGE)
    const stories = await storiesOf(
      trx,
      tenant,
      some.map(({ id }) => id),
    )
    for (const { id, counted } of some) {
      const events = upTo(stories.get(id), counted)
      const standing = standingAfter(events)
      const place = standing && placed(standing)
      if (place) all.push({ ...place, last: events.at(-1)?.at ?? LONG_AGO })
    }
  }
  return all
}

async function namesOfBlocks(trx: Transaction<Tables>, tenant: string) {
  const { rows } = await sql<{ procedure: string; month: string }>`
    select procedure, to_char(month, 'YYYY-MM') as month from (
      select m.procedure, date_trunc('month', m.opened_at at time zone 'Asia/Shanghai') as month from ledger m
      where m.tenant = ${tenant} group by 1, 2
    ) as blocks order by 1, 2`.execute(trx)
  return rows
}

type Row = {
  readonly clocks: Parameters<typeof wholeClocks>[0]
  readonly updatedAt: Instant
  readonly unitId: string
  readonly procedure: string
  readonly state: string
  readonly group: Matter['group']
  readonly category: string | null
  readonly level: number | null
  readonly placeUnitId: string | null
  readonly channel: Channel
  readonly openedAt: Instant
  readonly closedAt: Instant | null
  readonly hiddenFrom: readonly string[] | null
  readonly exercise: boolean
  /** Left out where it is the unit that has it. */
  readonly originUnitId: string | null
  readonly aboutUnitId: string | null
  readonly outcome: string | null
}

/** Columns where there are some: the whole matter is unpacked once, for what has none. */
async function rowsOf(
  trx: Transaction<Tables>,
  tenant: string,
  procedure: string,
  month: string,
  without: readonly string[],
): Promise<readonly Row[]> {
  const from = startOfDay(`${month}-01`)
  const next = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 1)).toISOString().slice(0, 10)
  const { rows } = await sql<Row>`
    select m.updated_at as "updatedAt", m.unit_id as "unitId", m.procedure, m.state, m.state_group as "group", m.category, m.level,
      m.place_unit_id as "placeUnitId", m.channel, m.opened_at as "openedAt", m.closed_at as "closedAt", m.hidden_from as "hiddenFrom",
      m.exercise, w."originUnitId", w."aboutUnitId", w.outcome, w.clocks
    from ledger m, jsonb_to_record(m.matter) as w("originUnitId" text, "aboutUnitId" text, outcome text, clocks jsonb)
    where m.tenant = ${tenant} and m.procedure = ${procedure} and m.opened_at >= ${from}::timestamptz
      and m.opened_at < ${startOfDay(next)}::timestamptz and not m.id = any(${[...without]}::uuid[])`.execute(trx)
  return rows
}

function standingOf(row: Row): Standing {
  const { updatedAt: _, category, level, placeUnitId, closedAt, hiddenFrom, aboutUnitId, outcome, ...rest } = row
  const { exercise, clocks, originUnitId, ...plain } = rest
  return {
    ...plain,
    originUnitId: originUnitId ?? row.unitId,
    clocks: wholeClocks(clocks, row.openedAt),
    ...present({
      category: category ?? undefined,
      level: level === null ? undefined : LEVEL_OF_RANK[level],
      placeUnitId: placeUnitId ?? undefined,
      closedAt: closedAt ?? undefined,
      hiddenFrom: hiddenFrom ?? undefined,
      aboutUnitId: aboutUnitId ?? undefined,
      outcome: outcome ?? undefined,
      exercise: exercise ? (true as const) : undefined,
    }),
  }
}
