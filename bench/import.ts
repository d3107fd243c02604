import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { importLedger } from '../src/imports/import-ledger.ts'
import { createTenant } from '../src/storage/tenants/create-tenant.ts'
import { openBench } from './bench-installation.ts'
import { rounded } from './quantiles.ts'

const EXAMPLE = join(import.meta.dirname, '../examples/boston-2011')
const TENANT = 'boston'

export type ImportResult = {
  readonly bench: 'import'
  readonly rows: number
  readonly added: number
  readonly rejected: number
  readonly events: number
  readonly deadlines: number
  readonly seconds: number
  readonly rowsPerSecond: number
  /** Of this process, from PostgreSQL apart. Flat: the later ones are not above the earlier. */
  readonly peakMegabytes: number
  readonly megabytesAtQuarters: readonly number[]
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
  const bench = await openBench('import', 6, false)
  const path = file ?? join(tmpdir(), `anlan-bench-import-${process.pid}.csv`)
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
    const startedAt = performance.now()
    const onPiece = ({ read }: { readonly read: number }) => {
      samples.push({ read, megabytes: megabytes() })
      onProgress(String(read))
    }
    const given = { tenant: TENANT, path, file: 'bench.csv', mappingText, onProgress: onPiece }
    const { counts } = await importLedger(bench.deps, given)
    const seconds = (performance.now() - startedAt) / 1000
    const { rows: written } = await bench.database.owner.query<{ events: number; deadlines: number }>(
      'select (select count(*) from matter_events) as events, (select count(*) from deadlines) as deadlines',
    )
    return {
      bench: 'import',
      rows: counts.read,
      added: counts.added,
      rejected: counts.rejected,
      events: written[0]?.events ?? 0,
      deadlines: written[0]?.deadlines ?? 0,
      seconds: rounded(seconds),
      rowsPerSecond: Math.round(counts.read / seconds),
      peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
      megabytesAtQuarters: [0.25, 0.5, 0.75, 1].map(
        (share) => samples.find(({ read }) => read >= share * counts.read)?.megabytes ?? 0,
      ),
    }
  } finally {
    if (!file) await rm(path, { force: true })
    await bench.close()
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
export const importLines = (result: ImportResult): string[] => [
  `${result.rows} rows in ${result.seconds} s: ${result.rowsPerSecond} rows/s; ${result.added} added, ${result.rejected} rejected, ${result.events} events, ${result.deadlines} deadlines`,
  `memory: peak ${result.peakMegabytes} MB; at each quarter ${result.megabytesAtQuarters.join(', ')} MB`,
]
