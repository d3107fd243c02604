import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Gauge, Registry } from 'prom-client'
import { createApp } from '../http/app.ts'
import type { HttpDeps } from '../http/request/deps.ts'
import { listen } from '../http/request/listen.ts'
import { createNotices } from '../http/request/notices.ts'
import { type Auth, createAuth } from '../http/sign-in/auth.ts'
import { LEGAL_BASES } from '../procedures/legal-bases.ts'
import { OUTWARD } from '../procedures/outward.ts'
import { sameWay } from '../storage/connection/connect.ts'
import { within } from '../storage/connection/within.ts'
import { createFileStore } from '../storage/files/files.ts'
import { refreshKeys } from '../storage/keys/ring.ts'
import { listTenantIds } from '../storage/tenants/list-tenant-ids.ts'
import { keepMarks, keyCopiedAt as keyCopiedAtIn } from '../storage/tenants/marks.ts'
import { createMailSender } from '../workers/notices/mail-sender.ts'
import { createPostToOutlet } from '../workers/notices/outlets/post-to-outlet.ts'
import { yearsAside } from '../workers/warn/draw-years.ts'
import { startWorkers } from '../workers/workers.ts'
import { readDeploymentKey, secretFor } from './deployment-key.ts'
import type { BackupSettings, Environment } from './environment.ts'
import type { Installation } from './installation.ts'
import { createDeskApart } from './ledgers/desk-apart.ts'
import { watchServer } from './metrics/watch-server.ts'
import { nightlyBackup } from './nightly-backup.ts'
import { rehearseOn } from './rehearse-on.ts'

export type RunningServer = { readonly url: string; readonly port: number; readonly stop: () => Promise<void> }

/** A worker may wait for a row that somebody holds; a server told to stop does not. */
const WORKERS_STOP_MS = 5_000

type Log = (line: Readonly<Record<string, unknown>>) => void

const WEB_FOLDER = join(import.meta.dirname, '../../dist/web')

/** Puts routes, sign-in, files and workers on an open installation, and answers until `stop`. The installation stays open. */
export async function composeServer(installation: Installation, logLine: Log): Promise<RunningServer> {
  const { environment, owner } = installation
  const metrics = new Registry()
  const log: Log = (line) => {
    if (line['level'] === 'error') counted.error(whereOf(line))
    logLine(line)
  }
  const notices = createNotices()
  const baseUrl = environment.baseUrl ?? `http://${shownHost(environment.host)}:${environment.port}`
  const mail = environment.mail && createMailSender(environment.mail)
  const postOutlet = createPostToOutlet(environment.outlets, baseUrl)
  const ledgers = createDeskApart({
    ...sameWay(installation.deps.pool),
    keys: installation.deps.keys,
    now: installation.deps.now,
  })
  const years = yearsAside(installation.deps)
  const nightly = environment.backup && nightlyOf(installation, environment.backup, log)
  const deps: HttpDeps = {
    ...installation.deps,
    ledgers,
    drawYear: years.draw,
    probe: installation.probe,
    onCommitted: (change) => {
      // Before screens are told, which then read anew.
      installation.replica?.wrote(change.tenant)
      notices.tell(change)
    },
    ...(installation.replica ? { replica: installation.replica } : {}),
    auth: openAuth(installation, baseUrl),
    files: createFileStore(installation.deps.pool, join(environment.dataFolder, 'files')),
    notices,
    metrics,
    ...(environment.metricsToken ? { metricsToken: environment.metricsToken } : {}),
    baseUrl,
    legalBases: LEGAL_BASES,
    outward: OUTWARD,
    publicTenant: environment.tenant,
    log,
    backups: async () => {
      const keyCopiedAt = await keyCopiedAtIn(owner)
      const made = (await nightly?.view()) ?? { configured: false, late: false }
      return { ...made, ...(keyCopiedAt ? { keyCopiedAt } : {}) }
    },
    ...(mail ? { sendMail: mail } : {}),
    ...(environment.houses?.size ? { houses: environment.houses } : {}),
    postOutlet,
    httpOutlets: environment.outlets.http,
    behindProxy: environment.behindProxy,
    ...(existsSync(WEB_FOLDER) ? { webFolder: WEB_FOLDER } : {}),
  }
  const { pool, vault, now } = installation.deps
  const counted = watchServer([metrics], {
    owner,
    pools: { app: pool, vault, owner },
    folders: { data: environment.dataFolder, ...(environment.backup ? { backup: environment.backup.folder } : {}) },
    ...(nightly ? { backups: nightly.view } : {}),
    now,
  })
  const failing = new Gauge({
    name: 'anlan_jobs_failing',
    help: 'Jobs that failed and wait for their next try, over all tenants',
    registers: [deps.metrics],
  })
  const door = await listen(createApp(deps), environment)
  const workers = startWorkers(
    { ...deps, outlets: { baseUrl, post: postOutlet, ...(mail ? { mail } : {}) } },
    () => listTenantIds(owner),
    {
      log,
      failingJobs: (count) => failing.set(count),
      wentRound: counted.round,
      logHost: new URL(baseUrl).host,
      ...(nightly ? { nightly: nightly.look } : {}),
      seen: async (tenants) => {
        await refreshKeys(owner, deps.keys, () => deploymentKeyNow(environment), deps.now())
        await keepMarks(owner, deps.keys, tenants, deps.now())
      },
    },
  )
  return {
    url: `http://${shownHost(environment.host)}:${door.port}`,
    port: door.port,
    stop: async () => {
      await door.close()
      // What a worker leaves half done is taken up by the next one.
      await within(WORKERS_STOP_MS, Promise.all([workers.stop(), years.idle()]))
      await ledgers.close()
    },
  }
}

function nightlyOf({ environment, owner, deps }: Installation, backup: BackupSettings, log: Log) {
  return nightlyBackup({
    ...backup,
    source: { owner, filesFolder: join(environment.dataFolder, 'files') },
    deploymentKey: () => deploymentKeyNow(environment),
    rehearse: (opened) => rehearseOn(String(owner.options.connectionString), opened),
    now: deps.now,
    log,
  })
}

/** Sign-in accounts of an installation; the command line makes accounts through the same code as the administrator's page. */
export const openAuth = ({ deps }: Installation, baseUrl: string): Auth =>
  createAuth({ pool: deps.pool, secret: secretFor(deps.keys.first, 'sessions'), baseUrl })

/** Somebody may have renewed it since the start. */
const deploymentKeyNow = (environment: Environment) => readDeploymentKey(environment, { mayMake: false })

/** A few words, never more: what a line says besides is no label. */
const whereOf = ({ where, route }: Readonly<Record<string, unknown>>): string =>
  where === 'jobs' || where === 'workers' || where === 'backup' ? where : route === undefined ? 'other' : 'http'

/** An address that a browser can open: nobody visits 0.0.0.0. */
const shownHost = (host: string) =>
  host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
