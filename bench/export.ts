import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { csvLines } from '../src/exchange/sheet/csv-text.ts'
import { ledgerBook } from '../src/exchange/workbook/write/ledger-book.ts'
import { openSheet } from '../src/http/office/sheet.ts'
import { rowsOf } from '../src/http/readings/export-file.ts'
import { databaseFor } from '../src/storage/connection/connect.ts'
import { rowTagMac } from '../src/storage/keys/row-tags.ts'
import { BENCH_TENANT, type BenchInstallation, openBench } from './bench-installation.ts'
import { benchActor } from './command-plan.ts'
import { fillLedger } from './ledger/ledger-data.ts'
import { rounded } from './quantiles.ts'

/** Matters made up one by one; those of one kind are copied until there are enough. */
const MADE_UP = 3_000
const KIND = 'hazard'

type Taken = {
  readonly seconds: number
  readonly cpuSeconds: number
  readonly megabytes: number
  readonly fileBytes: number
}

export type ExportResult = {
  readonly bench: 'export'
  readonly rows: number
  readonly columns: number
  readonly xlsx: Taken
  readonly csv: Taken
  /** Of this process, from PostgreSQL apart, over both files. */
  readonly peakMegabytes: number
  /** Whether a run before had made the matters up, so that the memory is that of the taking alone. */
  readonly isMade: boolean
}

/** How long it takes, and how much memory, to write the ledger of one kind as the files that are taken out, read page by page as a leader. */
export async function benchExport(rows: number, onProgress: (note: string) => void): Promise<ExportResult> {
  const bench = await openBench('export', 4, true)
  try {
    // What making them up takes stays in this process: memory is measured by a run that finds them made.
    const isMade = (await countOf(bench)) >= rows
    if (!isMade) {
      await fillLedger(bench, Math.min(MADE_UP, rows), onProgress)
      await copyKind(bench, rows)
    }
    const { deps } = bench
    const actor = benchActor(await deps.rulebooks.of(BENCH_TENANT))
    const db = databaseFor(deps.pool, BENCH_TENANT)
    const reader = { db, actor, deps, locale: 'zh' as const, now: deps.now() }
    const { headings, kinds, pages } = await openSheet(reader, { procedure: KIND })
    let written = 0
    async function* counted() {
      written = 0
      for await (const row of rowsOf(pages, rowTagMac(deps.keys, BENCH_TENANT))) {
        written += 1
        if (written % 10_000 === 0) onProgress(String(written))
        yield row
      }
    }
    async function* lines() {
      for await (const line of csvLines(cells())) yield Buffer.from(line)
    }
    async function* cells() {
      yield headings
      for await (const row of counted()) yield row.cells
    }
    const xlsx = await timed(ledgerBook({ title: '事故隐患', mark: '导出', headings, kinds, rows: counted() }))
    const csv = await timed(lines())
    const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024)
    return { bench: 'export', rows: written, columns: headings.length, xlsx, csv, peakMegabytes, isMade }
  } finally {
    await bench.close()
  }
}

const COLUMNS = `version, head, matter, procedure, state, state_group, title, category, level, channel, unit_id, unit_path, origin_path, about_path,
  place, place_unit_id, place_path, owner_post_id, participants, waits_for, terms`

const countOf = async ({ database }: BenchInstallation): Promise<number> => {
  const query = 'select count(*)::int as n from matters where tenant = $1 and procedure = $2'
  return (await database.owner.query<{ n: number }>(query, [BENCH_TENANT, KIND])).rows[0]?.n ?? 0
}

/** Copies of the matters of one kind, each with an id, a number and a day of its own. */
const copyKind = ({ database }: BenchInstallation, rows: number) =>
  database.owner.query(
    `insert into matters (tenant, id, reference, opened_at, closed_at, due_at, updated_at, ${COLUMNS})
     select m.tenant, md5(m.id::text || turn)::uuid, m.reference || '-' || turn, m.opened_at - shift, m.closed_at - shift, m.due_at - shift, m.updated_at, ${COLUMNS.split(
       ',',
     )
       .map((column) => `m.${column.trim()}`)
       .join(', ')}
     from generate_series(1, $3) as turn, lateral (select turn * interval '1 hour 7 minutes') as shifted (shift), matters m
     where m.tenant = $1 and m.procedure = $2 limit $4`,
    [BENCH_TENANT, KIND, rows, rows],
  )

async function timed(pieces: AsyncGenerator<Uint8Array>): Promise<Taken> {
  const path = join(tmpdir(), `anlan-bench-export-${process.pid}`)
  const startedAt = performance.now()
  const cpu = process.cpuUsage()
  let [fileBytes, megabytes] = [0, 0]
  async function* counted() {
    for await (const piece of pieces) {
      fileBytes += piece.length
      megabytes = Math.max(megabytes, Math.round(process.memoryUsage.rss() / 1_048_576))
      yield piece
    }
  }
  await pipeline(Readable.from(counted()), createWriteStream(path))
  await rm(path, { force: true })
  const { user, system } = process.cpuUsage(cpu)
  const seconds = rounded((performance.now() - startedAt) / 1000)
  return { seconds, cpuSeconds: rounded((user + system) / 1_000_000), megabytes, fileBytes }
}

/** The result as lines for people. */
export const exportLines = ({ rows, columns, xlsx, csv, peakMegabytes, isMade }: ExportResult): string[] => [
  `${rows} rows of ${columns} columns`,
  ...Object.entries({ xlsx, csv }).map(
    ([form, taken]) =>
      `${form}: ${taken.seconds} s (${taken.cpuSeconds} s of them of one core), ${taken.fileBytes} bytes, at most ${taken.megabytes} MB`,
  ),
  `memory: peak ${peakMegabytes} MB${isMade ? '' : ', with making the matters up: run it again'}`,
]
