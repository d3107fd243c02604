import type { Pool } from 'pg'
import { AnlanError } from '../../../domain/wording/errors.ts'
import type { Text } from '../../../domain/wording/text.ts'
import { checkServer } from '../../../storage/connection/check-server.ts'
import type { Migration } from '../../../storage/schema/read-migrations.ts'
import { schemaNumber } from '../../../storage/upgrade/upgrade.ts'
import { type Finding, finding } from '../finding.ts'

/** What one server of ours takes: write path, owner, vault, probe, and the threads that read ledgers. */
const CONNECTIONS_NEEDED = 25
const CLOCK_WARN_MS = 5_000
const CLOCK_BAD_MS = 300_000

type Settings = Readonly<Record<string, string>>

const SETTINGS = `select json_object_agg(name, setting) as settings from pg_settings where name in
  ('server_version', 'fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'max_connections', 'superuser_reserved_connections', 'TimeZone', 'server_encoding', 'archive_mode')`

/** The PostgreSQL server: version, safety of what it wrote, room for connections, clock, language, and the schema in it. */
export async function databaseFindings(owner: Pool, migrations: readonly Migration[]): Promise<readonly Finding[]> {
  const { rows } = await owner.query<{ settings: Settings }>(SETTINGS)
  const settings = rows[0]?.settings ?? {}
  return [
    finding('postgres', 'good', [
      `PostgreSQL ${settings['server_version']}`,
      `PostgreSQL ${settings['server_version']}`,
    ]),
    ...safety(settings),
    ...room(settings),
    await clock(owner),
    await language(owner),
    await schema(owner, migrations),
  ]
}

/** Each of these off, and what was acknowledged may be gone after a power failure. */
function safety(settings: Settings): Finding[] {
  const off = ['fsync', 'full_page_writes', 'synchronous_commit'].filter((name) => settings[name] === 'off')
  const durable =
    off.length === 0
      ? finding('durable', 'good', ['断电不丢已保存的', 'what was saved survives a power failure'])
      : finding(
          'durable',
          'bad',
          [
            `${off.join('、')} 关着：断电会丢掉已保存的`,
            `${off.join(', ')} is off: a power failure loses what was saved`,
          ],
          [
            `在数据库上执行 alter system set ${off[0]} = 'on'; select pg_reload_conf();`,
            `Run on the database: alter system set ${off[0]} = 'on'; select pg_reload_conf();`,
          ],
        )
  const checksums =
    settings['data_checksums'] === 'on'
      ? finding('checksums', 'good', ['数据页有校验和', 'pages carry checksums'])
      : finding(
          'checksums',
          'warn',
          ['数据页没有校验和，磁盘坏了发现不了', 'pages carry no checksums: a failing disk goes unnoticed'],
          ['停下数据库，运行 pg_checksums --enable', 'Stop the database and run pg_checksums --enable'],
        )
  return [durable, checksums]
}

function room(settings: Settings): Finding[] {
  const most = Number(settings['max_connections']) - Number(settings['superuser_reserved_connections'])
  const enough = most >= CONNECTIONS_NEEDED
  const says = [
    `可用连接${most}个，每台服务约用${CONNECTIONS_NEEDED}个`,
    `${most} connections, a server takes about ${CONNECTIONS_NEEDED}`,
  ] as const
  if (enough) return [finding('connections', 'good', says)]
  const more = `max_connections = ${CONNECTIONS_NEEDED * 2 + 10}`
  return [
    finding('connections', 'bad', says, [
      `把 ${more} 写进 postgresql.conf，再重启数据库`,
      `Set ${more} in postgresql.conf and restart the database`,
    ]),
  ]
}

async function clock(owner: Pool): Promise<Finding> {
  const before = Date.now()
  const { rows } = await owner.query<{ now: string }>('select clock_timestamp() as now')
  const apart = Math.abs(Date.parse(rows[0]?.now ?? '') - (before + Date.now()) / 2)
  const seconds = (apart / 1000).toFixed(1)
  const says = [`和数据库的时钟差${seconds}秒`, `the clock is ${seconds} s from the database's`] as const
  if (apart <= CLOCK_WARN_MS) return finding('clock', 'good', says)
  return finding('clock', apart > CLOCK_BAD_MS ? 'bad' : 'warn', says, [
    '两台机器都打开网络对时（timedatectl set-ntp true）；差5分钟以上不会启动',
    'Switch network time on for both (timedatectl set-ntp true); beyond five minutes no server starts',
  ])
}

async function language(owner: Pool): Promise<Finding> {
  try {
    await checkServer(owner)
    return finding('language', 'good', ['编码和扩展能检索中文', 'encoding and extensions find Chinese'])
  } catch (cause) {
    if (!(cause instanceof AnlanError)) throw cause
    const own = cause.details['text'] as Text | undefined
    const reason = String(cause.details['reason'] ?? '')
    return finding(
      'language',
      'bad',
      [own?.zh ?? `数据库用不了：${reason}`, own?.en ?? reason],
      [
        `建库时写 encoding 'UTF8'、lc_ctype 'C.UTF-8'，并装好 pg_trgm（Debian 的 postgresql-contrib 里）`,
        `Make the database with encoding 'UTF8' and lc_ctype 'C.UTF-8', and have pg_trgm (in Debian's postgresql-contrib)`,
      ],
    )
  }
}

async function schema(owner: Pool, migrations: readonly Migration[]): Promise<Finding> {
  const number = await schemaNumber(owner)
  const says = [
    `数据库是第${number}版，程序是第${migrations.length}版`,
    `the schema is ${number}, the program's ${migrations.length}`,
  ] as const
  if (number === migrations.length) return finding('schema', 'good', says)
  if (number > migrations.length)
    return finding('schema', 'warn', says, [
      '数据库比程序新：换成新版程序，或者尽快做完升级',
      'The database is newer: bring the program up to it',
    ])
  return number === 0
    ? finding(
        'schema',
        'warn',
        ['还没有安澜的数据', 'no data of Anlan yet'],
        ['anlan init 新建单位', 'anlan init sets up an office'],
      )
    : finding('schema', 'warn', says, [
        '先 anlan upgrade --rehearse，再 anlan upgrade',
        'anlan upgrade --rehearse, then anlan upgrade',
      ])
}
