import type { Pool } from 'pg'
import type { Environment } from '../../../server/environment.ts'
import { backupReport } from '../../../server/nightly-backup.ts'
import { readWaiting } from '../../../storage/verify/waiting.ts'
import { checkMailServer } from '../../../workers/notices/mail-sender.ts'
import { type Finding, finding } from '../finding.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const PATIENCE_MS = 10_000
const LATE_SECONDS = 900

/** What goes on by itself: backups, mail, deadlines and jobs. */
export async function workFindings(
  environment: Environment,
  owner: Pool,
  hasSchema: boolean,
): Promise<readonly Finding[]> {
  return [...(await backups(environment)), await mail(environment), ...(hasSchema ? await waiting(owner) : [])]
}

async function backups({ backup }: Environment): Promise<Finding[]> {
  if (!backup)
    return [
      finding(
        'backup',
        'bad',
        ['没有设每晚备份', 'no nightly backup'],
        [
          '写 ANLAN_BACKUP=另一块盘上的文件夹；第一次还要 ANLAN_BACKUP_PASSPHRASE',
          'Set ANLAN_BACKUP to a folder on another disk; the first run needs ANLAN_BACKUP_PASSPHRASE',
        ],
      ),
    ]
  const { last, failed, rehearsal } = await backupReport(backup.folder)
  const hours = last ? Math.round((Date.now() - Date.parse(last.at)) / HOUR) : undefined
  const age =
    hours === undefined
      ? (['还没有备份', 'no backup yet'] as const)
      : ([`上次备份在${hours}小时前`, `the last backup is ${hours} h old`] as const)
  const made = hours !== undefined && hours <= 36 && !failed
  const days = rehearsal?.ok ? Math.round((Date.now() - Date.parse(rehearsal.at)) / DAY) : undefined
  return [
    made
      ? finding('backup', 'good', age)
      : finding('backup', 'bad', age, [
          failed?.why?.zh ?? '运行 anlan backup 看原因（docs/operations.md）',
          failed?.why?.en ?? 'Run anlan backup and see why (docs/operations.md)',
        ]),
    days !== undefined && days <= 8
      ? finding('rehearsal', 'good', [`${days}天前试恢复过，完整`, `restored on trial ${days} days ago, whole`])
      : finding(
          'rehearsal',
          'warn',
          ['8天里没有试恢复成功过', 'no backup was restored on trial for eight days'],
          [
            'ANLAN_BACKUP_PASSPHRASE=… anlan restore 文件夹 --rehearse',
            'ANLAN_BACKUP_PASSPHRASE=… anlan restore FOLDER --rehearse',
          ],
        ),
  ]
}

async function mail({ mail: settings }: Environment): Promise<Finding> {
  if (!settings)
    return finding(
      'mail',
      'warn',
      ['没有邮件服务器，通知只在页面上', 'no mail server: notices stay on the page'],
      [
        '要发邮件的，写 SMTP_HOST 和 SMTP_FROM（docs/notices.md）',
        'To send mail set SMTP_HOST and SMTP_FROM (docs/notices.md)',
      ],
    )
  const reason = await checkMailServer(settings, PATIENCE_MS)
  if (reason === undefined)
    return finding('mail', 'good', [`邮件服务器 ${settings.host} 能连上`, `${settings.host} takes our mail`])
  return finding(
    'mail',
    'bad',
    [`邮件服务器 ${settings.host} 不行：${reason}`, `${settings.host} does not: ${reason}`],
    [
      '核对 SMTP_HOST、SMTP_PORT、SMTP_USER、SMTP_PASSWORD、SMTP_TLS',
      'Check SMTP_HOST, SMTP_PORT, SMTP_USER, SMTP_PASSWORD, SMTP_TLS',
    ],
  )
}

async function waiting(owner: Pool): Promise<Finding[]> {
  const { dueLagSeconds, jobs } = await readWaiting(owner, new Date().toISOString(), PATIENCE_MS)
  const minutes = Math.round(dueLagSeconds / 60)
  const says = [
    `期限落后${minutes}分钟，${jobs}项后续在等`,
    `deadlines ${minutes} min late, ${jobs} jobs wait`,
  ] as const
  if (dueLagSeconds <= LATE_SECONDS) return [finding('work', 'good', says)]
  return [
    finding('work', 'warn', says, [
      '服务开着还落后，看日志里 workers 的错误；没开就启动',
      'With a server running, look for errors of workers in its log; else start it',
    ]),
  ]
}
