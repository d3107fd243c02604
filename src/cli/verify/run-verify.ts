import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Locale, text } from '../../domain/wording/text.ts'
import { readProof } from '../../engine/transparency/proof-text.ts'
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
    const options = {
      checkpoints: await readCheckpoints(value('checkpoint')),
      filesFolder: join(readEnvironment(process.env).dataFolder, 'files'),
    }
    const results: ({ tenant: string } & Verification)[] = []
    for (const tenant of tenants) {
      const progress = showProgress(locale === 'zh' ? `核验 ${tenant}` : `Verifying ${tenant}`, 0, json)
      results.push({
        tenant,
        ...(await verifyTenant(installation.deps, tenant, progress.advance, options).finally(progress.finish)),
      })
    }
    const isWhole = results.every(isWholeIn)
    console.log(
      json
        ? JSON.stringify({ ok: isWhole, tenants: results })
        : results.map((result) => report(result, locale)).join('\n'),
    )
    return isWhole ? EXIT.done : EXIT.findings
  })
}

const isWholeIn = ({ broken, counters, beside }: Verification) =>
  broken === 0 && counters.length === 0 && beside.length === 0

/** Heads of the log from files; of a receipt, the head that is in it. */
async function readCheckpoints(files: string | undefined): Promise<string[]> {
  const names = files?.split(',').filter((name) => name !== '') ?? []
  const texts = await Promise.all(names.map((name) => readFile(name, 'utf8')))
  return texts.map((text) => readProof(text)?.note ?? text)
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
  'not-in-log': text('从这条起没有进透明日志', 'from here on not in the transparency log'),
  'logged-missing': text(
    '透明日志里有，这里从这条起没有了',
    'the transparency log knows of it, and it is gone from here on',
  ),
  'log-differs': text('与透明日志里记下的不同', 'differs from what the transparency log has'),
  backdated: text('时间早于它可能发生的时候', 'dated before it can have happened'),
  'deadline-asleep': text('期限没有人再提醒', 'nobody would be reminded of this deadline'),
  'key-gone': text('密钥不见了，没有销毁的记录', 'the key is gone, and no record says that it was destroyed'),
  'key-kept': text('记录说密钥已销毁，实际还在', 'the record says that the key was destroyed, and it is there'),
  'link-missing': text('关联不见了', 'the link is gone'),
  'link-invented': text('关联没有来由', 'nothing that happened made this link'),
  'log-gap': text('透明日志缺这一条', 'the transparency log lacks this entry'),
  'log-cut': text('透明日志被截短了，或者重新开始了', 'the transparency log was cut short or begun anew'),
  'log-rewritten': text('透明日志被改写了', 'the transparency log was rewritten'),
  'head-missing': text('透明日志没有签名', 'the head of the transparency log is not signed'),
  'head-foreign': text('签名不是这个透明日志的', 'this head is not signed by this transparency log'),
  'tile-differs': text('透明日志的分片与内容不一致', 'a tile of the transparency log differs from its entries'),
  'row-removed': text('透明日志里有，这里没有了', 'the transparency log knows of it, and it is gone'),
  'row-changed': text('与透明日志里记下的不同', 'differs from what the transparency log has'),
  'row-not-in-log': text('没有进透明日志', 'not in the transparency log'),
  'matter-removed': text('整件事项不见了', 'the whole matter is gone'),
  'shred-job-missing': text('到期没有人销毁个人信息', 'nobody would destroy its personal data in time'),
  'file-missing': text('附件不见了', 'the file is gone'),
  'file-changed': text('附件被改过', 'the file was changed'),
  'counts-differ': text(
    '存着的数与事项不符，要重新数（anlan counts --tenant … --rebuild）',
    'the kept counts are not what the matters say: anlan counts --tenant … --rebuild',
  ),
  'procedure-unknown': text('没有这个版本的制度', 'no such version of the procedure'),
}

function report(
  { tenant, matters, events, broken, examples, counters, beside, log }: { tenant: string } & Verification,
  locale: Locale,
): string {
  const zh = locale === 'zh'
  const found = zh ? `${tenant}：${matters}件事项，${events}条记录` : `${tenant}: ${matters} matters, ${events} records`
  const head = `${found}${zh ? '；' : '; '}${sayLog(log, zh)}`
  if (isWholeIn({ broken, counters, beside } as Verification)) return `${head}${zh ? '，全部完整' : ', all whole'}`
  const lines = examples.map(
    ({ reference, id, fault }) => `  ${reference} (${id})  ${fault.at}  ${RULES[fault.rule]?.[locale] ?? fault.rule}`,
  )
  const others = beside.map(({ rule, at }) => `  ${at}  ${RULES[rule]?.[locale] ?? rule}`)
  const counts = counters.map(({ unitId, procedure, group, counted, recorded }) =>
    zh
      ? `  件数不符：${unitId} ${procedure} ${group}，实有${counted}，记为${recorded}`
      : `  count differs: ${unitId} ${procedure} ${group}, there are ${counted}, recorded ${recorded}`,
  )
  const verdict = zh ? `，${broken}件核验不通过` : `, ${broken} do not verify`
  return [`${head}${verdict}`, ...lines, ...others, ...counts].join('\n')
}

/** Without a log nobody can tell whether a whole matter is missing; the reader should know. */
function sayLog(log: Verification['log'], zh: boolean): string {
  if (!log)
    return zh
      ? '透明日志还没有开始，整件缺失查不出来'
      : 'no transparency log has begun, a whole matter missing is not found'
  const waiting = log.waiting === 0 ? '' : zh ? `，${log.waiting}条待入` : `, ${log.waiting} on their way`
  return zh ? `透明日志${log.size}条${waiting}` : `${log.size} entries in the transparency log${waiting}`
}
