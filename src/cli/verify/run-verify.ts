import { type Locale, text } from '../../domain/wording/text.ts'
import { readEnvironment } from '../../server/environment.ts'
import { type Verification, verifyTenant } from '../../storage/verify/verify-tenant.ts'
import type { Call } from '../shell/cli-command.ts'
import type { ExitCode } from '../shell/exit-code.ts'
import { EXIT } from '../shell/exit-code.ts'
import { showProgress } from '../shell/progress.ts'
import { withInstallation } from '../shell/stop-signal.ts'
import { wantedTenants } from '../shell/wanted-tenants.ts'

/** Verifies one tenant or all, and reports what does not hold. */
export async function runVerify({ locale, value, json }: Call): Promise<ExitCode> {
  return withInstallation(readEnvironment(process.env), { connections: 2, log: () => {} }, async (installation) => {
    const tenants = await wantedTenants(installation.owner, value('tenant'))
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
  })
}

const RULES: Readonly<Record<string, { zh: string; en: string }>> = {
  'events-missing': text('没有事件', 'has no events'),
  'chain-broken': text('第几条记录被改过或换了位置', 'this record was changed or moved'),
  'chain-cut-short': text('从这条起的记录不见了', 'records are missing from here'),
  'event-columns': text('记录的列与内容不一致', 'columns of the record differ from its content'),
  'row-differs': text('当前状态与重放结果不一致', 'the row is not what its events lead to'),
  'column-differs': text('列与内容不一致', 'the column differs from the row'),
  'deadline-differs': text('期限与内容不一致', 'the deadline differs from the row'),
  'calendar-differs': text(
    '期限与现行日历不一致，要重算（anlan calendar apply）',
    'the deadline is not what the calendar gives now: anlan calendar apply',
  ),
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
