import { closeKnownAccounts } from '../../demo/known-accounts.ts'
import { demoSignIns } from '../../demo/load-demo.ts'
import { composeServer } from '../../server/compose-server.ts'
import { readEnvironment } from '../../server/environment.ts'
import { CONNECTIONS, openInstallation } from '../../server/installation.ts'
import { REQUESTS } from '../../storage/connection/connect.ts'
import { listTenantIds } from '../../storage/tenants/list-tenant-ids.ts'
import { loadWithProgress } from '../demo/load-with-progress.ts'
import type { Call } from '../shell/cli-command.ts'
import type { ExitCode } from '../shell/exit-code.ts'
import { EXIT } from '../shell/exit-code.ts'
import { stopSignal, unlessStopped } from '../shell/stop-signal.ts'
import { greeting } from './greeting.ts'
import { tellDatabase } from './tell-database.ts'

/** Serves until it is told to stop. */
export async function runServe(call: Call): Promise<ExitCode> {
  const { locale, value, number, isSet, json } = call
  const read = readEnvironment(process.env)
  const environment = { ...read, port: number('port') ?? read.port, host: value('host') ?? read.host }
  const logLine = logTo(isSet('verbose') || !process.stderr.isTTY)
  const signal = stopSignal()
  const installation = await openInstallation(environment, {
    connections: CONNECTIONS,
    patience: REQUESTS,
    signal,
    log: tellDatabase(logLine, locale),
  })
  try {
    const loaded = isSet('demo') ? await unlessStopped(signal, loadWithProgress(installation, call)) : undefined
    const closed = await closeKnownAccounts(installation)
    const isSetUp = (await listTenantIds(installation.owner)).includes(environment.tenant)
    const signIns = loaded?.signIns.length ? loaded.signIns : await demoSignIns(installation)
    signal.throwIfAborted()
    const server = await composeServer(installation, logLine)
    const started = { url: server.url, isSetUp, signIns, closed }
    console.log(json ? JSON.stringify(started) : greeting(started, locale))
    await new Promise((stopped) => signal.addEventListener('abort', stopped))
    await server.stop()
  } finally {
    await installation.close()
  }
  return EXIT.done
}

/**
 * The log is one JSON line each on stderr, without personal data. In a terminal, where it would bury the sign-ins, only
 * errors are shown unless all is asked for.
 */
const logTo = (all: boolean) => (line: Readonly<Record<string, unknown>>) => {
  if (all || line['level'] === 'error') console.error(JSON.stringify({ at: new Date().toISOString(), ...line }))
}
