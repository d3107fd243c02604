import { stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { DEPLOYMENT_KEY_FILE } from '../../../server/deployment-key.ts'
import type { Environment } from '../../../server/environment.ts'
import { type Finding, finding } from '../finding.ts'

const OLDEST_NODE = 24
const GIGABYTE = 1e9
const ENVIRONMENT_FILE = '/etc/anlan/anlan.env'

/** This machine: Node.js, room on its disks, and whether others can read what is secret. */
export async function machineFindings(environment: Environment): Promise<readonly Finding[]> {
  const { dataFolder, backup } = environment
  const folders = [['data', dataFolder] as const, ...(backup ? [['backup', backup.folder] as const] : [])]
  return [
    node(),
    ...(await Promise.all(folders.map(([name, folder]) => disk(name, folder)))),
    ...(await secrets(environment)),
    address(environment),
  ]
}

function node(): Finding {
  const { version } = process
  if (Number(version.slice(1).split('.')[0]) >= OLDEST_NODE)
    return finding('node', 'good', [`Node.js ${version}`, `Node.js ${version}`])
  return finding(
    'node',
    'bad',
    [`Node.js ${version} 太旧`, `Node.js ${version} is too old`],
    [`装 ${OLDEST_NODE} 或更高版本`, `Install ${OLDEST_NODE} or newer`],
  )
}

async function disk(name: string, folder: string): Promise<Finding> {
  const found = await statfs(folder).catch(() => undefined)
  if (!found)
    return finding(
      `disk-${name}`,
      'warn',
      [`没有文件夹 ${folder}`, `there is no folder ${folder}`],
      ['盘没有挂上就先挂上；第一次启动会自己建', 'Mount its disk if it is away; the first start makes the folder'],
    )
  const free = found.bavail * found.bsize
  const share = found.bavail / Math.max(found.blocks, 1)
  const says = [
    `${folder} 还剩 ${(free / GIGABYTE).toFixed(1)} GB（${Math.round(share * 100)}%）`,
    `${folder} has ${(free / GIGABYTE).toFixed(1)} GB left (${Math.round(share * 100)} %)`,
  ] as const
  if (free > 2 * GIGABYTE && share > 0.1) return finding(`disk-${name}`, 'good', says)
  return finding(`disk-${name}`, free < GIGABYTE / 2 ? 'bad' : 'warn', says, [
    '删掉不要的，或者换大的盘（docs/operations.md）',
    'Make room, or move to a larger disk (docs/operations.md)',
  ])
}

const shut = (file: string) => `chmod ${file === ENVIRONMENT_FILE ? 'o-rwx' : 'go-rwx'} ${file}`

/** Files that whoever reads them opens sealed fields, or the database, with. */
async function secrets({ dataFolder, backup, deploymentKey }: Environment): Promise<Finding[]> {
  const files = [
    join(dataFolder, DEPLOYMENT_KEY_FILE),
    join(dataFolder, 'postgres', 'passwords.json'),
    ENVIRONMENT_FILE,
    ...(backup ? [join(backup.folder, 'identity.age')] : []),
  ]
  const open: string[] = []
  for (const file of files) {
    const found = await stat(file).catch(() => undefined)
    // The settings are for the group of the service; the key is refused by the server when its group can read it.
    const others = file === ENVIRONMENT_FILE ? 0o007 : 0o077
    if (found && process.platform !== 'win32' && found.mode & others) open.push(file)
  }
  const readable =
    open.length === 0
      ? finding('secrets', 'good', ['密钥和口令别人读不到', 'nobody else reads keys and passwords'])
      : finding(
          'secrets',
          'bad',
          [`别人也能读：${open.join('、')}`, `others can read ${open.join(', ')}`],
          [open.map(shut).join('; '), open.map(shut).join('; ')],
        )
  const key = await stat(join(dataFolder, DEPLOYMENT_KEY_FILE)).catch(() => undefined)
  if (deploymentKey || key) return [readable]
  return [
    readable,
    finding(
      'key',
      'warn',
      ['还没有部署密钥', 'there is no deployment key yet'],
      [
        '第一次启动会生成；已经有数据的，从备份里放回来',
        'The first start makes one; where there are data already, put it back from a backup',
      ],
    ),
  ]
}

function address({ baseUrl, behindProxy, host }: Environment): Finding {
  if (baseUrl?.startsWith('https:'))
    return behindProxy || host !== '127.0.0.1'
      ? finding('address', 'good', [`网址 ${baseUrl}，登录凭据只走加密`, `${baseUrl}, cookies go encrypted only`])
      : finding(
          'address',
          'warn',
          [`网址 ${baseUrl}，没有写 BEHIND_PROXY`, `${baseUrl} without BEHIND_PROXY`],
          [
            '前面有代理的写 BEHIND_PROXY=1，不然所有人算同一个来源，限次会互相影响',
            'With a proxy set BEHIND_PROXY=1, else all readers count as one address and share its limits',
          ],
        )
  return finding(
    'address',
    'warn',
    ['没有用 https', 'no https'],
    [
      '正式使用要放在 TLS 代理后面，并写 BASE_URL=https://…（docs/operations.md）',
      'For real use put it behind a proxy with TLS and set BASE_URL=https://… (docs/operations.md)',
    ],
  )
}
