import { join } from 'node:path'
import type { Instant } from '../domain/time/time.ts'
import { makeAccount, oneTimeEnd, oneTimePassword } from '../http/sign-in/account.ts'
import type { Auth } from '../http/sign-in/auth.ts'
import { openAuth } from '../server/compose-server.ts'
import type { Installation } from '../server/installation.ts'
import { withTenant } from '../storage/connection/connect.ts'
import type { StorageDeps } from '../storage/deps.ts'
import { createFileStore } from '../storage/files/files.ts'
import { listTenantIds } from '../storage/tenants/list-tenant-ids.ts'
import { plantCity } from './county/plant-city.ts'
import { plantCounty } from './county/plant-county.ts'
import { DEMO_SIGN_INS, type DemoSignIn } from './county/sign-ins.ts'
import { loadDemoMatters } from './load-matters.ts'
import { writeDemoSurveys } from './told/demo-surveys.ts'

/** Nobody signs in as it, and no story needs it. */
const VACANT_POST = 'agriculture-handler'

/** Where the loading of the demo stands; it is taken up again when it was interrupted. */
type DemoState = 'loading' | 'loaded' | undefined

/** `signIns` are those made now on a database that is not our own: one-time passwords that stand nowhere else. */
export type DemoResult = {
  readonly loaded: boolean
  readonly matters: number
  readonly signIns: readonly DemoSignIn[]
}

/** Loads the demo county when the database holds no tenant yet, or goes on where it was interrupted. */
export async function loadDemoWhenEmpty(
  installation: Installation,
  onMatter: (matters: number) => void,
): Promise<DemoResult> {
  const tenants = await listTenantIds(installation.owner)
  const state = await demoState(installation)
  if (state === 'loaded' || (state === undefined && tenants.length > 0))
    return { loaded: false, matters: 0, signIns: [] }
  const { deps, environment } = installation
  const { tenant } = environment
  await withTenant(deps.pool, tenant, (client) => plantCounty(client, tenant, deps.now()))
  deps.rulebooks.forget(tenant)
  const signIns = await makeDemoAccounts(installation)
  const files = createFileStore(deps.pool, join(environment.dataFolder, 'files'))
  await writeDemoSurveys(deps, tenant)
  const matters = await loadDemoMatters(deps, files, tenant, onMatter)
  await retireOne(deps, tenant)
  const sent = await plantCity(installation, tenant)
  return { loaded: true, matters: matters + sent, signIns }
}

/** Somebody retired and left open matters behind: the post is vacant. */
async function retireOne(deps: StorageDeps, tenant: string): Promise<void> {
  await withTenant(deps.pool, tenant, (client) =>
    client.query('update posts set person_id = null where tenant = $1 and id = $2', [tenant, VACANT_POST]),
  )
  deps.rulebooks.forget(tenant)
}

/** Whether this installation's tenant is the demo county. */
export const isDemo = async (installation: Installation): Promise<boolean> =>
  (await demoState(installation)) === 'loaded'

/** The sign-ins everybody knows, where they work: in the demo county on the program's own database. */
export const demoSignIns = async (installation: Installation): Promise<readonly DemoSignIn[]> =>
  !installation.environment.databaseUrl && (await isDemo(installation)) ? DEMO_SIGN_INS : []

/** Whether any tenant of this database is the demo county, wholly loaded or not. */
export async function hasDemo({ owner }: Installation): Promise<boolean> {
  const { rows } = await owner.query(`select 1 from tenants where settings ? 'demo' limit 1`)
  return rows.length > 0
}

async function demoState({ deps, environment: { tenant } }: Installation): Promise<DemoState> {
  const text = `select settings->>'demo' as demo from tenants where tenant = $1`
  const { rows } = await withTenant(deps.pool, tenant, (client) =>
    client.query<{ demo: DemoState | null }>(text, [tenant]),
  )
  return rows[0]?.demo ?? undefined
}

/** On a database of somebody's own nobody gets a password that is printed in this repository. */
async function makeDemoAccounts(installation: Installation): Promise<DemoSignIn[]> {
  const { deps, environment } = installation
  const auth = openAuth(installation, 'http://localhost')
  const isOurs = !environment.databaseUrl
  const signIns = DEMO_SIGN_INS.map((each) => (isOurs ? each : { ...each, password: oneTimePassword() }))
  const oneTime = isOurs ? {} : { oneTimeUntil: oneTimeEnd(deps.now()) }
  const made = await Promise.all(
    signIns.map(async (signIn) => ({
      id: signIn.personId,
      ...(await accountOf(auth, environment.tenant, signIn, oneTime)),
    })),
  )
  const text = `update people p set user_id = a."userId" from jsonb_to_recordset($2::jsonb) as a(id text, "userId" text) where p.tenant = $1 and p.id = a.id`
  await withTenant(deps.pool, environment.tenant, (client) =>
    client.query(text, [environment.tenant, JSON.stringify(made)]),
  )
  return signIns.filter((_, at) => made[at]?.isNew)
}

/** The account of a demo sign-in, made unless an interrupted loading has made it. */
async function accountOf(
  auth: Auth,
  tenant: string,
  { username, name, password }: DemoSignIn,
  oneTime: { readonly oneTimeUntil?: Instant },
): Promise<{ userId: string; isNew: boolean }> {
  const context = await auth.$context
  const known = await context.adapter.findOne<{ id: string }>({
    model: 'user',
    where: [{ field: 'username', value: username }],
  })
  if (known) return { userId: known.id, isNew: false }
  const { userId } = await makeAccount(auth, { tenant, username, name, password, ...oneTime })
  return { userId, isNew: true }
}
