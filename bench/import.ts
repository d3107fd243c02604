import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Pool } from 'pg'
import { createDeskApart } from '../src/server/ledgers/desk-apart.ts'
import { sameWay } from '../src/storage/connection/connect.ts'
import { createKeys } from '../src/storage/keys/keys.ts'
import { createTenant } from '../src/storage/tenants/create-tenant.ts'
import { openBench } from './bench-installation.ts'
import { commit, load } from './load.ts'
import { quantile, rounded } from './quantiles.ts'

const EXAMPLE = join(import.meta.dirname, '../examples/boston-2011')
const TENANT = 'boston'

/**
 * `rowsPerSecond`, `peakMb` of this process (from PostgreSQL apart), `mbAtQuarter1` … 4 (flat: the later ones are not above the
 * earlier), `cpuMsPerRow` of all its threads, `healthP99Ms`: how long others wait for the server meanwhile, and `healthIdleP99Ms` before.
 */
export type ImportResult = {
  readonly bench: 'import'
  readonly commit: string
  readonly loadBefore: number
  readonly loadAfter: number
  readonly figures: Readonly<Record<string, number>>
}

export type ImportBenchOptions = {
  readonly rows: number
  readonly file?: string | undefined
  readonly onProgress: (note: string) => void
}

/**
 * Rows a second of an import with events, chain, deadlines and counts, and the memory it takes. The file is the
 * example's real rows over and over, each time with other case numbers, or one that is given.
 */
export async function benchImport({ rows, file, onProgress }: ImportBenchOptions): Promise<ImportResult> {
  const loadBefore = load()
  const bench = await openBench('import', 6, false)
  const path = file ?? join(tmpdir(), `anlan-bench-import-${process.pid}.csv`)
  const desk = createDeskApart({
    ...sameWay(bench.deps.pool),
    keys: createKeys(Buffer.alloc(32, 1)),
    now: bench.deps.now,
  })
  const health = await openHealth(bench.deps.pool)
  try {
    if (!file) await writeRows(path, rows)
    const names = { zh: 'Boston 2011', en: 'Boston 2011' }
    await createTenant(bench.database.owner, {
      tenant: TENANT,
      name: names,
      createdAt: bench.deps.now(),
      root: { id: 'boston', kind: 'county', name: names },
    })
    const mappingText = await readFile(join(EXAMPLE, 'mapping.json'), 'utf8')
    const samples: { read: number; megabytes: number }[] = []
    const onPiece = ({ read }: { readonly read: number }) => {
      samples.push({ read, megabytes: megabytes() })
      onProgress(String(read))
    }
    const idle = await health.watch(new Promise((resolve) => setTimeout(resolve, 2_000)))
    const startedAt = performance.now()
    const cpuBefore = process.cpuUsage()
    const taking = desk.take({ tenant: TENANT, path, file: 'bench.csv', mappingText, onProgress: onPiece })
    const waited = await health.watch(taking)
    const { counts } = await taking
    const seconds = (performance.now() - startedAt) / 1000
    const { user, system } = process.cpuUsage(cpuBefore)
    const { rows: written } = await bench.database.owner.query<{ events: number; deadlines: number }>(
      'select (select count(*) from matter_events) as events, (select count(*) from deadlines) as deadlines',
    )
    const figures = {
      rows: counts.read,
      added: counts.added,
      rejected: counts.rejected,
      events: written[0]?.events ?? 0,
      deadlines: written[0]?.deadlines ?? 0,
      seconds: rounded(seconds),
      rowsPerSecond: Math.round(counts.read / seconds),
      cpuMsPerRow: rounded((user + system) / 1000 / counts.read),
      peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
      ...Object.fromEntries(
        [1, 2, 3, 4].map((quarter) => [
          `mbAtQuarter${quarter}`,
          samples.find(({ read }) => read >= (quarter / 4) * counts.read)?.megabytes ?? 0,
        ]),
      ),
      healthP99Ms: quantile(waited, 0.99),
      healthIdleP99Ms: quantile(idle, 0.99),
    }
    return { bench: 'import', commit: commit(), loadBefore, loadAfter: load(), figures }
  } finally {
    if (!file) await rm(path, { force: true })
    await health.close()
    await desk.close()
    await bench.close()
  }
}

const PING_MS = 20

/** A server of this thread that asks the database whether it is there, and how long its answers take while something goes on. */
async function openHealth(pool: Pool) {
  const server = createServer((_, answer) => void pool.query('select 1').then(() => answer.end('ok')))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return {
    watch: async (until: Promise<unknown>): Promise<number[]> => {
      let over = false
      const ended = until.catch(() => {}).then(() => (over = true))
      const waits: number[] = []
      while (!over) {
        const startedAt = performance.now()
        await (await fetch(url)).text()
        waits.push(performance.now() - startedAt)
        await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, PING_MS))])
      }
      return waits
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

const megabytes = () => Math.round(process.memoryUsage.rss() / 1_048_576)

/** The example's rows again and again: the case number is the first cell, and gets a prefix of its own each time. */
async function writeRows(path: string, count: number): Promise<void> {
  const lines: string[] = []
  for await (const line of createInterface({ input: createReadStream(join(EXAMPLE, 'requests.csv')) })) lines.push(line)
  const [headings = '', ...rows] = lines
  const out = createWriteStream(path)
  out.write(`${headings}\n`)
  for (let index = 0; index < count; index += 1) {
    const line = `${Math.floor(index / rows.length)}-${rows[index % rows.length] ?? ''}\n`
    if (!out.write(line)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

/** The result as lines for people. */
export const importLines = ({ commit: at, loadBefore, loadAfter, figures }: ImportResult): string[] => [
  `${at}  load ${loadBefore} before, ${loadAfter} after`,
  ...Object.entries(figures).map(([name, figure]) => `${name.padEnd(16)} ${figure}`),
]
