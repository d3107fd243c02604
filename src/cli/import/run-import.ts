import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { AnlanError } from '../../domain/wording/errors.ts'
import { issueText } from '../../domain/wording/issue-text.ts'
import { type Locale, text } from '../../domain/wording/text.ts'
import { checkMapping } from '../../exchange/mapping/check-mapping.ts'
import { readMapping } from '../../exchange/mapping/import-mapping.ts'
import type { RowIssue } from '../../exchange/mapping/row-history.ts'
import { csvHeadings, isCsvFault } from '../../exchange/table/csv-rows.ts'
import { digestOfFile, type ImportCounts, importFile } from '../../imports/import-file.ts'
import { readEnvironment } from '../../server/environment.ts'
import { type Installation, openInstallation } from '../../server/installation.ts'
import { beginBatch, digestOfText } from '../../storage/bulk/import-batches.ts'
import { createTenant } from '../../storage/tenants/create-tenant.ts'
import { listTenantIds } from '../../storage/tenants/list-tenant-ids.ts'
import type { Call } from '../shell/cli-command.ts'
import type { ExitCode } from '../shell/exit-code.ts'
import { EXIT } from '../shell/exit-code.ts'
import { showProgress } from '../shell/progress.ts'
import { usageError } from '../shell/usage-error.ts'

/** Two for the pieces on their way, one for units, numbers and the rule book. */
const CONNECTIONS = 4

/** Imports a file and sums up what became of its rows. */
export async function runImport({ args: [path = ''], value, locale, json }: Call): Promise<ExitCode> {
  const mappingPath = value('mapping')
  if (!mappingPath) throw usageError(text('要写 --mapping 对照文件.json', '--mapping M.json is needed'))
  const mappingText = await readTextFile(mappingPath)
  const mapping = readMapping(mappingText)
  const size = await sizeOf(path)
  const { encoding = 'utf-8', delimiter = ',' } = mapping.file ?? {}
  const environment = readEnvironment(process.env)
  const tenant = value('tenant') ?? environment.tenant
  const installation = await openInstallation(environment, { connections: CONNECTIONS, log: () => {} })
  try {
    await needTenant(installation, tenant, value('create-tenant'))
    checkMapping(
      mapping,
      await csvHeadings(path, { encoding, delimiter }),
      await installation.deps.rulebooks.of(tenant),
    )
    const source = {
      tenant,
      mapping: mapping.name,
      mappingDigest: digestOfText(mappingText),
      fileDigest: await digestOfFile(path),
      file: basename(path),
    }
    const batchId = await beginBatch(installation.deps, source)
    const startedAt = performance.now()
    const progress = showProgress(locale === 'zh' ? '导入' : 'Import', size, json)
    const onProgress = ({ read }: ImportCounts, bytes: number) =>
      progress.advance(bytes, locale === 'zh' ? `${read}行` : `${read} rows`)
    const counts = await importFile(installation.deps, { tenant, path, mapping, batchId, onProgress }).finally(
      progress.finish,
    )
    const seconds = (performance.now() - startedAt) / 1000
    console.log(
      json
        ? JSON.stringify({ batchId, tenant, ...counts, seconds: Number(seconds.toFixed(3)) })
        : summary(counts, seconds, locale),
    )
    return counts.rejected > 0 ? EXIT.findings : EXIT.done
  } catch (cause) {
    if (isCsvFault(cause))
      throw new AnlanError('import-refused', {
        rule: 'not-csv',
        text: text(`${path} 不是能读的 CSV：${cause.message}`, `${path} cannot be read as CSV: ${cause.message}`),
      })
    throw cause
  } finally {
    await installation.close()
  }
}

async function needTenant({ owner, deps }: Installation, tenant: string, name: string | undefined): Promise<void> {
  if ((await listTenantIds(owner)).includes(tenant)) return
  if (!name)
    throw new AnlanError('not-found', {
      tenant,
      text: text(
        `没有租户“${tenant}”；要新建就加 --create-tenant 名称`,
        `There is no tenant "${tenant}"; add --create-tenant NAME to make it`,
      ),
    })
  const names = text(name, name)
  await createTenant(owner, {
    tenant,
    name: names,
    createdAt: deps.now(),
    root: { id: tenant, kind: 'county', name: names },
  })
}

const readTextFile = (path: string) =>
  readFile(path, 'utf8').catch(() =>
    Promise.reject(usageError(text(`读不到文件 ${path}`, `cannot read the file ${path}`))),
  )

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) throw usageError(text(`读不到文件 ${path}`, `cannot read the file ${path}`))
  return found.size
}

function summary({ read, added, known, rejected, examples }: ImportCounts, seconds: number, locale: Locale): string {
  const speed = Math.round(read / Math.max(seconds, 0.001))
  const zh = `读${read}行：收下${added}件，早已有${known}件，没收下${rejected}行；用${seconds.toFixed(1)}秒，每秒${speed}行`
  const en = `${read} rows read: ${added} added, ${known} known, ${rejected} rejected; ${seconds.toFixed(1)} s, ${speed} rows a second`
  const more =
    locale === 'zh'
      ? '没收下的行连同原因都留在“管理”的导入记录里'
      : 'All rejected rows are kept with their reasons under Admin, Imports'
  const lines = [...examples].sort((a, b) => a.number - b.number).map((row) => rejectedLine(row, locale))
  return [locale === 'zh' ? zh : en, ...lines, ...(rejected > 0 ? [more] : [])].join('\n')
}

function rejectedLine({ number, issues }: ImportCounts['examples'][number], locale: Locale): string {
  const reasons = issues.map((issue) => {
    const { column } = issue as RowIssue
    return `${column ? `${column}: ` : ''}${issueText(issue, undefined, locale)}`
  })
  return `  ${locale === 'zh' ? `第${number}行` : `row ${number}`}  ${reasons.join(locale === 'zh' ? '；' : '; ')}`
}
