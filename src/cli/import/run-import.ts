import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { AnlanError } from '../../domain/wording/errors.ts'
import { text } from '../../domain/wording/text.ts'
import type { ImportCounts } from '../../imports/import-job.ts'
import { importLedger } from '../../imports/import-ledger.ts'
import { readEnvironment } from '../../server/environment.ts'
import type { Installation } from '../../server/installation.ts'
import { createTenant } from '../../storage/tenants/create-tenant.ts'
import { listTenantIds } from '../../storage/tenants/list-tenant-ids.ts'
import type { Call } from '../shell/cli-command.ts'
import type { ExitCode } from '../shell/exit-code.ts'
import { EXIT } from '../shell/exit-code.ts'
import { showProgress } from '../shell/progress.ts'
import { withInstallation } from '../shell/stop-signal.ts'
import { usageError } from '../shell/usage-error.ts'
import { explain } from './explain.ts'
import { reportJson, reportLines } from './import-report.ts'
import { propose } from './propose.ts'

/** Two for the pieces on their way, one for units, numbers and the rule book. */
const CONNECTIONS = 4

/** Imports a file and sums up what became of its rows. */
export async function runImport({ args: [path = ''], value, isSet, locale, json }: Call): Promise<ExitCode> {
  const kind = value('explain')
  if (kind) return explain(kind, value('tenant') ?? readEnvironment(process.env).tenant, locale, json)
  if (path === '') throw usageError(text('要写导入哪个文件', 'FILE is needed'))
  const environment = readEnvironment(process.env)
  const tenant = value('tenant') ?? environment.tenant
  const mappingPath = value('mapping')
  if (!mappingPath && !isSet('propose'))
    throw usageError(text('要写 --mapping 对照文件.json', '--mapping M.json is needed'))
  const size = await sizeOf(path)
  const options = { connections: CONNECTIONS, log: () => {} }
  if (isSet('propose') || !mappingPath)
    return withInstallation(environment, options, (installation) =>
      propose(installation, { tenant, path, kind: value('kind'), locale, json }),
    )
  const mappingText = await readTextFile(mappingPath)
  return withInstallation(environment, options, async (installation) => {
    await needTenant(installation, tenant, value('create-tenant'))
    const startedAt = performance.now()
    const progress = showProgress(locale === 'zh' ? '导入' : 'Import', size, json)
    const onProgress = ({ read }: ImportCounts, bytes: number) =>
      progress.advance(bytes, locale === 'zh' ? `${read}行` : `${read} rows`)
    const given = { tenant, path, file: basename(path), mappingText, applies: isSet('apply-changes'), onProgress }
    const report = await importLedger(installation.deps, given).finally(progress.finish)
    const seconds = (performance.now() - startedAt) / 1000
    const lines = json ? [reportJson(report, tenant, seconds)] : reportLines(report, seconds, locale)
    console.log(lines.join('\n'))
    return report.counts.rejected + report.counts.changed - report.counts.applied > 0 ? EXIT.findings : EXIT.done
  })
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
