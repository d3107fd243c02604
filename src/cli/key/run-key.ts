import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { AnlanError } from '../../domain/wording/errors.ts'
import { text } from '../../domain/wording/text.ts'
import { dropFormerKey, keepNextKey, putKey, readKey, takeNextKey } from '../../server/deployment-key.ts'
import { type Environment, readEnvironment } from '../../server/environment.ts'
import type { Installation } from '../../server/installation.ts'
import { readKeyCopy, writeKeyCopy } from '../../server/key-copy.ts'
import { ALL_KNOW_MS, addWrappingKey, retire, rewrapAll, wrapByNext } from '../../storage/keys/renew.ts'
import { refreshKeys } from '../../storage/keys/ring.ts'
import { listTenantIds } from '../../storage/tenants/list-tenant-ids.ts'
import { keepKeyCopy, keepMarks } from '../../storage/tenants/marks.ts'
import type { Call } from '../shell/cli-command.ts'
import { EXIT, type ExitCode } from '../shell/exit-code.ts'
import { withInstallation } from '../shell/stop-signal.ts'
import { usageError } from '../shell/usage-error.ts'
import { keyStatus, statusText } from './key-status.ts'

const ACTIONS = ['status', 'copy', 'put', 'renew', 'retire'] as const
type Action = (typeof ACTIONS)[number]

/** Says a sentence in the reader's language, or an object with --json. */
type Say = (data: object, zh: string, en: string) => void

/** Looks after the deployment key. */
export async function runKey(call: Call): Promise<ExitCode> {
  const [action, file] = call.args as [Action, string | undefined]
  if (!ACTIONS.includes(action))
    throw usageError(
      text(`没有“${action}”，有：${ACTIONS.join('、')}`, `There is no "${action}"; there are: ${ACTIONS.join(', ')}`),
    )
  if ((action === 'copy' || action === 'put') && !file)
    throw usageError(text(`key ${action} 后面要写文件`, `key ${action} needs a file`))
  const environment = readEnvironment(process.env)
  const say: Say = (data, zh, en) => console.log(call.json ? JSON.stringify(data) : call.locale === 'zh' ? zh : en)
  if (action === 'put') return put(environment, file as string, say)
  return withInstallation(environment, { connections: 2, log: () => {} }, async (installation) => {
    if (action === 'status') {
      const status = await keyStatus(installation)
      console.log(call.json ? JSON.stringify(status) : statusText(status, call.locale))
      return status.copiedAt ? EXIT.done : EXIT.findings
    }
    if (action === 'copy') return copy(installation, file as string, say)
    if (action === 'renew') return renew(installation, call, say)
    return end(installation, say)
  })
}

async function put(environment: Environment, file: string, say: Say): Promise<ExitCode> {
  const key = await readKeyCopy(file, process.env['ANLAN_KEY_PASSPHRASE'])
  if (environment.deploymentKey || !(await putKey(environment.dataFolder, key)))
    throw new AnlanError('import-refused', {
      rule: 'key-there',
      text: text('这里已经有密钥了，不会盖掉', 'There is a key here already; it is not written over'),
    })
  say(
    { put: true },
    '密钥放回去了。启动时会核对它是不是这个数据库的',
    'The key is back. The start checks that it is the one of this database',
  )
  return EXIT.done
}

async function copy({ owner, deploymentKey, deps }: Installation, file: string, say: Say): Promise<ExitCode> {
  await writeKeyCopy(file, deploymentKey, process.env['ANLAN_KEY_PASSPHRASE'])
  // An office that no server was started on yet has no mark to keep it in.
  await keepMarks(owner, deps.keys, await listTenantIds(owner), deps.now())
  await keepKeyCopy(owner, deps.now())
  say(
    { file },
    `副本写好了：${file}。文件和口令分开保管，都不要放在这台机器上`,
    `The copy is written: ${file}. Keep file and passphrase apart, neither on this machine`,
  )
  return EXIT.done
}

async function renew(installation: Installation, { isSet, json, locale }: Call, say: Say): Promise<ExitCode> {
  const { owner, deps, deploymentKey, environment } = installation
  const given = process.env['ANLAN_KEY_NEXT']?.trim()
  if (environment.deploymentKey && !given)
    throw usageError(
      text(
        '密钥是用 ANLAN_KEY 给出的：新的用 ANLAN_KEY_NEXT 给出（openssl rand -base64 32）',
        'The key is given as ANLAN_KEY: give the next one as ANLAN_KEY_NEXT (openssl rand -base64 32)',
      ),
    )
  const next = given ? readKey(given, 'ANLAN_KEY_NEXT') : randomBytes(32)
  const from = await addWrappingKey(owner, deploymentKey, deps.now(), isSet('stopped') ? 0 : ALL_KNOW_MS)
  const wait = Date.parse(from) - Date.parse(deps.now())
  if (wait > 0 && !json)
    console.error(
      locale === 'zh'
        ? `新密钥 ${from} 起用，等所有服务都知道……`
        : `The new key is used from ${from} on, when all servers know it…`,
    )
  await sleep(Math.max(0, wait) + 10)
  await refreshKeys(owner, deps.keys, async () => deploymentKey, deps.now())
  const rewrapped = await rewrapAll(owner, deps.keys)
  if (!environment.deploymentKey) await keepNextKey(environment.dataFolder, next)
  await wrapByNext(owner, deploymentKey, next)
  if (!environment.deploymentKey) await takeNextKey(environment.dataFolder)
  say(
    { rewrapped, key: deps.keys.id },
    environment.deploymentKey
      ? `换好了，重新封了 ${rewrapped} 把数据密钥。把 ANLAN_KEY 改成新的，重启服务，留副本（anlan key copy），再 anlan key retire`
      : `换好了，重新封了 ${rewrapped} 把数据密钥；服务继续用。现在留副本（anlan key copy），再 anlan key retire 让旧的作废`,
    environment.deploymentKey
      ? `Renewed; ${rewrapped} data keys were wrapped anew. Set ANLAN_KEY to the new one, restart the servers, keep a copy (anlan key copy), then anlan key retire`
      : `Renewed; ${rewrapped} data keys were wrapped anew, and servers go on. Now keep a copy (anlan key copy), then end the former one: anlan key retire`,
  )
  return EXIT.done
}

async function end({ owner, deps, deploymentKey, environment }: Installation, say: Say): Promise<ExitCode> {
  const ended = await retire(owner, deps.keys, deploymentKey, deps.now())
  if (!environment.deploymentKey) await dropFormerKey(environment.dataFolder)
  say(
    { ended },
    ended > 0 ? '旧密钥作废了：以后只有现在这把能打开这个数据库' : '没有要作废的密钥',
    ended > 0
      ? 'The former key is ended: only the present one opens this database from now on'
      : 'There was no key to end',
  )
  return EXIT.done
}
