import type { Kysely } from 'kysely'
import type { OneTimePassword, RefusedRow } from '../../domain/views/admin-views.ts'
import type { Text } from '../../domain/wording/text.ts'
import { shortId } from '../../http/admin/act.ts'
import { makeAccount, oneTimeEnd, oneTimePassword } from '../../http/sign-in/account.ts'
import { type OpenAccount, takePeople } from '../../imports/organisation/take-people.ts'
import { takeUnits } from '../../imports/organisation/take-units.ts'
import { openAuth } from '../../server/compose-server.ts'
import type { Installation } from '../../server/installation.ts'
import { type AdminAct, COMMAND_LINE, COMMAND_LINE_NAME } from '../../storage/admin/admin-changes.ts'
import { changeEmblem, changeSettings } from '../../storage/admin/admin-office.ts'
import { addPerson } from '../../storage/admin/admin-people.ts'
import { addPost, listAdminPosts } from '../../storage/admin/admin-posts.ts'
import { databaseFor } from '../../storage/connection/connect.ts'
import type { Tables } from '../../storage/schema/tables.ts'
import { createTenant } from '../../storage/tenants/create-tenant.ts'
import { newId } from '../../storage/write/ids.ts'
import type { Plan } from './read-plan.ts'

export type MadeOffice = {
  readonly tenant: string
  /** False when it was there before and got what was new. */
  readonly isNew: boolean
  readonly units: { readonly added: number; readonly known: number; readonly elsewhere: number }
  readonly people: { readonly addedPeople: number; readonly addedPosts: number; readonly known: number }
  readonly days: number
  /** Each shown this once. The administrator's is the first. */
  readonly passwords: readonly OneTimePassword[]
  readonly refused: readonly (RefusedRow & { readonly file: 'units' | 'people' | 'holidays' })[]
}

const REASON = 'anlan init'

type Tools = {
  readonly db: Kysely<Tables>
  readonly tenant: string
  readonly act: () => AdminAct
  readonly openAccount: OpenAccount
}

/** Makes the office of a plan, or adds what is new in it to the office that is there. */
export async function makeOffice(installation: Installation, plan: Plan): Promise<MadeOffice> {
  const { deps, environment } = installation
  const { tenant } = environment
  const isNew = await createRoot(installation, plan)
  const tools = toolsOf(installation)
  const { db, act } = tools
  if (isNew) await changeSettings(db, act(), 'contact', () => plan.contact)
  if (isNew && plan.emblem) await changeEmblem(db, act(), plan.emblem)
  const first = await firstAdministrator(tools, plan)
  const acts = { act, newId: () => shortId('u') }
  const units = { added: 0, known: 0, elsewhere: 0 }
  const refused: MadeOffice['refused'][number][] = plan.days.refused.map((row) => ({ ...row, file: 'holidays' }))
  for (const csv of plan.unitLists) {
    const taken = await takeUnits(db, { csv, county: plan.county }, acts)
    units.added += taken.added
    units.known += taken.known
    units.elsewhere += taken.elsewhere
    refused.push(...taken.refused.map((row) => ({ ...row, file: 'units' as const })))
  }
  const taken =
    plan.people === undefined ? undefined : await takePeople(plan.people, { ...tools, newId: () => shortId('p') })
  refused.push(...(taken?.refused ?? []).map((row) => ({ ...row, file: 'people' as const })))
  if (plan.days.days.length > 0)
    await changeSettings(db, act(), 'calendarDays', (before) => [
      ...before.filter(({ date }) => !plan.days.days.some((day) => day.date === date)),
      ...plan.days.days,
    ])
  deps.rulebooks.forget(tenant)
  return {
    tenant,
    isNew,
    units,
    people: { addedPeople: taken?.addedPeople ?? 0, addedPosts: taken?.addedPosts ?? 0, known: taken?.known ?? 0 },
    days: plan.days.days.length,
    passwords: [...(first ? [first] : []), ...(taken?.passwords ?? [])],
    refused,
  }
}

async function createRoot({ owner, deps, environment }: Installation, plan: Plan): Promise<boolean> {
  const unnamed: Text = { zh: environment.tenant, en: environment.tenant }
  const name = plan.name ?? unnamed
  const root = { id: plan.county ?? 'root', kind: 'county', name: plan.area ?? name } as const
  return createTenant(owner, { tenant: environment.tenant, name, createdAt: deps.now(), root })
}

/** Signed as the command line: whoever may run it on this machine may do anything anyway. */
function toolsOf(installation: Installation): Tools {
  const { deps, environment } = installation
  const { tenant } = environment
  const auth = openAuth(installation, 'http://localhost')
  return {
    tenant,
    db: databaseFor(deps.pool, tenant),
    act: () => {
      const at = deps.now()
      const who = { personId: COMMAND_LINE, personName: COMMAND_LINE_NAME, postId: COMMAND_LINE }
      return { tenant, ...who, reason: REASON, at, changeId: newId(Date.parse(at)) }
    },
    openAccount: async ({ name, username }) => {
      const password = oneTimePassword()
      const until = oneTimeEnd(deps.now())
      const { userId } = await makeAccount(auth, { tenant, username, name, password, oneTimeUntil: until })
      return { userId, password, until }
    },
  }
}

/** Somebody has to be able to administer: made once, and never again while one is there. */
async function firstAdministrator({ db, tenant, act, openAccount }: Tools, { administrator }: Plan) {
  const posts = await listAdminPosts(db, tenant)
  const isThere = posts.some(
    ({ closedAt, personId, roles }) => !closedAt && personId && roles.includes('administrator'),
  )
  if (isThere || !administrator) return undefined
  const { name, username } = administrator
  const { userId, password, until } = await openAccount({ name, username })
  const personId = shortId('h')
  await addPerson(db, act(), { id: personId, name, userId })
  const root = await db
    .selectFrom('units')
    .select('id')
    .where('tenant', '=', tenant)
    .where('parent_id', 'is', null)
    .executeTakeFirstOrThrow()
  const title = { zh: '系统管理岗', en: 'Administrator' }
  await addPost(db, act(), { id: shortId('p'), unitId: root.id, title, roles: ['administrator'], personId })
  return { personId, username, password, until }
}
