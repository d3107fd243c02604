import { join } from 'node:path'
import { makeAccount } from '../http/sign-in/account.ts'
import type { Auth } from '../http/sign-in/auth.ts'
import { openAuth } from '../server/compose-server.ts'
import type { Installation } from '../server/installation.ts'
import { withTenant } from '../storage/connection/connect.ts'
import { createFileStore } from '../storage/files/files.ts'
import { listTenantIds } from '../storage/tenants/list-tenant-ids.ts'
import { plantCounty } from './county/plant-county.ts'
import { DEMO_SIGN_INS } from './county/sign-ins.ts'
import { loadDemoMatters } from './load-matters.ts'

/** Where the loading of the demo stands; it is taken up again when it was interrupted. */
type DemoState = 'loading' | 'loaded' | undefined

export type DemoResult = { readonly loaded: boolean; readonly matters: number }

/** Loads the demo county when the database holds no tenant yet, or goes on where it was interrupted. */
export async function loadDemoWhenEmpty(
  installation: Installation,
  onMatter: (matters: number) => void,
): Promise<DemoResult> {
  const tenants = await listTenantIds(installation.owner)
  const state = await demoState(installation)
  if (state === 'loaded' || (state === undefined && tenants.length > 0)) return { loaded: false, matters: 0 }
  const { deps, environment } = installation
  const { tenant } = environment
  await withTenant(deps.pool, tenant, (client) => plantCounty(client, tenant, deps.now()))
  deps.rulebooks.forget(tenant)
  await makeDemoAccounts(installation)
  const files = createFileStore(deps.pool, join(environment.dataFolder, 'files'))
  const matters = await loadDemoMatters(deps, files, tenant, onMatter)
  return { loaded: true, matters }
}

/** Whether this installation's tenant is the demo county, so that its sign-ins may be printed. */
export const isDemo = async (installation: Installation): Promise<boolean> =>
  (await demoState(installation)) === 'loaded'

async function demoState({ deps, environment: { tenant } }: Installation): Promise<DemoState> {
  const text = `select settings->>'demo' as demo from tenants where tenant = $1`
  const { rows } = await withTenant(deps.pool, tenant, (client) =>
    client.query<{ demo: DemoState | null }>(text, [tenant]),
  )
  return rows[0]?.demo ?? undefined
}

async function makeDemoAccounts(installation: Installation): Promise<void> {
  const { deps, environment } = installation
  const auth = openAuth(installation, 'http://localhost')
  const made = await Promise.all(
    DEMO_SIGN_INS.map(async (signIn) => ({
      id: signIn.personId,
      userId: await accountOf(auth, environment.tenant, signIn),
    })),
  )
  const text = `update people p set user_id = a."userId" from jsonb_to_recordset($2::jsonb) as a(id text, "userId" text) where p.tenant = $1 and p.id = a.id`
  await withTenant(deps.pool, environment.tenant, (client) =>
    client.query(text, [environment.tenant, JSON.stringify(made)]),
  )
}

/** The account of a demo sign-in, made unless an interrupted loading has made it. */
async function accountOf(
  auth: Auth,
  tenant: string,
  { username, name, password }: (typeof DEMO_SIGN_INS)[number],
): Promise<string> {
  const context = await auth.$context
  const known = await context.adapter.findOne<{ id: string }>({
    model: 'user',
    where: [{ field: 'username', value: username }],
  })
  if (known) return known.id
  return (await makeAccount(auth, { tenant, username, name, password })).userId
}
