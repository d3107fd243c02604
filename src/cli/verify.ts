import { AnlanError } from '../domain/errors.ts'
import { type Locale, text } from '../domain/text.ts'
import { readEnvironment } from '../environment.ts'
import { openInstallation } from '../installation.ts'
import { listTenantIds } from '../storage/list-tenant-ids.ts'
import { type Verification, verifyTenant } from '../storage/verify-tenant.ts'
import type { CliCommand } from './cli-command.ts'
import { EXIT } from './exit-code.ts'
import { showProgress } from './progress.ts'

export const verify: CliCommand = {
  name: 'verify',
  title: text(
    '核验记录：逐件重放，改过、少了、换了顺序都看得出来',
    'verify records: replays every matter, finds any change',
  ),
  flags: {
    tenant: {
      title: text('只核验这个租户（默认全部）', 'only this tenant (default: all)'),
      value: 'T',
      rule: 'tenant',
    },
  },
  about: text(
    '每件事项：哈希链对得上，事件重放出来与存的一字不差，各列和期限与它一致；最后核对各单位的件数。\n只读，不改任何东西，服务开着也能运行。',
    'For each matter: the hash chain holds, replaying its events gives the stored row byte for byte, columns and deadlines\nagree with it; at the end the counts of each unit. It only reads, and may run while the server does.',
  ),
  examples: ['anlan verify', 'anlan verify --tenant qinglan --json'],
  async run({ locale, value, json }) {
    const installation = await openInstallation(readEnvironment(process.env), { connections: 2, log: () => {} })
    try {
      const wanted = value('tenant')
      const tenants = (await listTenantIds(installation.owner)).filter(
        (tenant) => wanted === undefined || tenant === wanted,
      )
      if (wanted !== undefined && tenants.length === 0)
        throw new AnlanError('not-found', {
          tenant: wanted,
          text: text(`没有租户“${wanted}”`, `There is no tenant "${wanted}"`),
        })
      const results: ({ tenant: string } & Verification)[] = []
      for (const tenant of tenants) {
        const progress = showProgress(locale === 'zh' ? `核验 ${tenant}` : `Verifying ${tenant}`, 0, json)
        results.push({
          tenant,
          ...(await verifyTenant(installation.deps, tenant, progress.advance).finally(progress.finish)),
        })
      }
      const isWhole = results.every(({ broken, counters }) => broken === 0 && counters.length === 0)
      console.log(
        json
          ? JSON.stringify({ ok: isWhole, tenants: results })
          : results.map((result) => report(result, locale)).join('\n'),
      )
      return isWhole ? EXIT.done : EXIT.findings
    } finally {
      await installation.close()
    }
  },
}

const RULES: Readonly<Record<string, { zh: string; en: string }>> = {
  'events-missing': text('没有事件', 'has no events'),
  'chain-broken': text('第几条记录被改过或换了位置', 'this record was changed or moved'),
  'chain-cut-short': text('从这条起的记录不见了', 'records are missing from here'),
  'event-columns': text('记录的列与内容不一致', 'columns of the record differ from its content'),
  'row-differs': text('当前状态与重放结果不一致', 'the row is not what its events lead to'),
  'column-differs': text('列与内容不一致', 'the column differs from the row'),
  'deadline-differs': text('期限与内容不一致', 'the deadline differs from the row'),
  'procedure-unknown': text('没有这个版本的制度', 'no such version of the procedure'),
}

function report(
  { tenant, matters, events, broken, examples, counters }: { tenant: string } & Verification,
  locale: Locale,
): string {
  const zh = locale === 'zh'
  const head = zh ? `${tenant}：${matters}件事项，${events}条记录` : `${tenant}: ${matters} matters, ${events} records`
  if (broken === 0 && counters.length === 0) return `${head}${zh ? '，全部完整' : ', all whole'}`
  const lines = examples.map(
    ({ reference, id, fault }) => `  ${reference} (${id})  ${fault.at}  ${RULES[fault.rule]?.[locale] ?? fault.rule}`,
  )
  const counts = counters.map(({ unitId, procedure, group, counted, recorded }) =>
    zh
      ? `  件数不符：${unitId} ${procedure} ${group}，实有${counted}，记为${recorded}`
      : `  count differs: ${unitId} ${procedure} ${group}, there are ${counted}, recorded ${recorded}`,
  )
  return [`${head}${zh ? `，${broken}件核验不通过` : `, ${broken} do not verify`}`, ...lines, ...counts].join('\n')
}
