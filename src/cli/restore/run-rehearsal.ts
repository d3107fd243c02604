import type { Environment } from '../../server/environment.ts'
import { rehearseOn } from '../../server/rehearse-on.ts'
import type { Rehearsal } from '../../storage/backup/rehearse.ts'
import type { OpenedBackup } from '../../storage/backup/restore.ts'
import type { Call } from '../shell/cli-command.ts'
import { EXIT, type ExitCode } from '../shell/exit-code.ts'
import { serverOf } from './server-of.ts'

/** Rehearses a backup on the server of this installation and says in a clerk's words what came of it. */
export async function runRehearsal(
  backup: OpenedBackup,
  environment: Environment,
  { locale, json }: Call,
): Promise<ExitCode> {
  const server = await serverOf(environment)
  try {
    const found = await rehearseOn(server.ownerUrl, backup)
    console.log(json ? JSON.stringify(found) : report(found, locale === 'zh'))
    return found.ok ? EXIT.done : EXIT.findings
  } finally {
    await server.stop()
  }
}

function report({ file, at, rows, tenants, files, ok }: Rehearsal, zh: boolean): string {
  const lines = tenants.map(({ tenant, matters, events, broken, counters, beside }) =>
    zh
      ? `  ${tenant}：${matters}件事项、${events}条记录，${broken === 0 && counters.length === 0 && beside.length === 0 ? '逐件核验完整' : `${broken}件核验不通过，件数不符${counters.length}处，其他不符${beside.length}处`}`
      : `  ${tenant}: ${matters} matters, ${events} records, ${broken === 0 && counters.length === 0 && beside.length === 0 ? 'each verified whole' : `${broken} do not verify, ${counters.length} counts differ, ${beside.length} other findings`}`,
  )
  const damaged = files.damaged.map((name) => (zh ? `  坏的文件：${name}` : `  damaged file: ${name}`))
  return [
    zh ? `演练备份 ${file}（${at}）：恢复出${rows}行` : `Rehearsed ${file} (${at}): ${rows} rows came back`,
    ...lines,
    zh ? `  文件${files.whole}个完好` : `  ${files.whole} files whole`,
    ...damaged,
    ok
      ? zh
        ? '这份备份能恢复。'
        : 'This backup restores.'
      : zh
        ? '这份备份有问题，今天就另做一份。'
        : 'This backup is not sound: make another one today.',
  ].join('\n')
}
