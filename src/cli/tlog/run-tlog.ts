import { text } from '../../domain/wording/text.ts'
import { keyText, readKeyText } from '../../engine/transparency/note.ts'
import { readEnvironment } from '../../server/environment.ts'
import { COMMAND_LINE, COMMAND_LINE_NAME } from '../../storage/admin/admin-changes.ts'
import { withTenant } from '../../storage/connection/connect.ts'
import type { StorageDeps } from '../../storage/deps.ts'
import { hashBytes } from '../../storage/transparency/crypto.ts'
import { latestHead, listWitnesses } from '../../storage/transparency/heads.ts'
import { readLog } from '../../storage/transparency/log-state.ts'
import { changeWitness } from '../../storage/transparency/witnesses.ts'
import { adoptIntoLog } from '../../storage/verify/adopt.ts'
import { newId } from '../../storage/write/ids.ts'
import type { Call } from '../shell/cli-command.ts'
import { EXIT, type ExitCode } from '../shell/exit-code.ts'
import { withInstallation } from '../shell/stop-signal.ts'
import { usageError } from '../shell/usage-error.ts'

/** Looks at the log of an office, or changes who witnesses it and what is in it. */
export async function runTlog({ args: [what, key = ''], value, json }: Call): Promise<ExitCode> {
  const [tenant, reason] = [value('tenant'), value('reason')]
  if (!tenant) throw usageError(text('要写 --tenant', '--tenant is needed'))
  const environment = readEnvironment(process.env)
  return withInstallation(environment, { connections: 2, log: () => {} }, async ({ deps }) => {
    const at = deps.now()
    const person = { personId: COMMAND_LINE, personName: COMMAND_LINE_NAME, postId: COMMAND_LINE }
    const act = { ...person, tenant, at, reason: reason ?? '', changeId: newId(Date.parse(at)) }
    if (what === 'status') console.log(await status(deps, tenant, json))
    else if (!reason) throw usageError(text('要写 --reason', '--reason is needed'))
    else if (what === 'adopt') {
      const host = new URL(environment.baseUrl ?? `http://${environment.host}:${environment.port}`).host
      const adopted = await adoptIntoLog(deps, act, host)
      console.log(json ? JSON.stringify({ adopted }) : `+${adopted}`)
    } else if (what === 'witness' || what === 'unwitness') {
      if (readKeyText(key, hashBytes)?.use !== 'witness')
        throw usageError(text('这不是见证单位的公钥', 'this is no public key of a witness'))
      await changeWitness(deps, act, key.trim(), what === 'witness')
    } else throw usageError(text(`tlog 没有“${what}”`, `tlog has no "${what}"`))
    return EXIT.done
  })
}

const status = (deps: StorageDeps, tenant: string, json: boolean): Promise<string> =>
  withTenant(deps.pool, tenant, async (client) => {
    const log = await readLog(client, deps.keys, tenant)
    const head = await latestHead(client, tenant)
    const key = log && keyText(log.key, hashBytes)
    const witnesses = await listWitnesses(client, tenant)
    if (json) return JSON.stringify({ key, head, witnesses })
    return [key ?? '—', '', head?.note ?? '—', ...witnesses.map(({ key: own, size }) => `${own} ${size ?? '—'}`)].join(
      '\n',
    )
  })
