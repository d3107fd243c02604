import type { Kysely } from 'kysely'
import type {
  AdminPerson,
  AdminPost,
  OneTimePassword,
  RefusedRow,
  TakenPeople,
} from '../../domain/views/admin-views.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { type ListedPost, PEOPLE_COLUMNS, readPeople } from '../../exchange/organisation/read-people.ts'
import { addPerson, listAdminPeople } from '../../storage/admin/admin-people.ts'
import { addPost, changePost, listAdminPosts } from '../../storage/admin/admin-posts.ts'
import { listAdminUnits } from '../../storage/admin/admin-units.ts'
import type { Tables } from '../../storage/schema/tables.ts'
import type { Acts } from './take-units.ts'

export type OpenedAccount = { readonly userId: string } & Pick<OneTimePassword, 'password' | 'until'>

/** Makes a sign-in account with a one-time password. @throws AnlanError request-invalid when the name is taken */
export type OpenAccount = (person: { readonly name: string; readonly username: string }) => Promise<OpenedAccount>

type Here = { people: AdminPerson[]; posts: AdminPost[] }
type Tools = Acts & { readonly db: Kysely<Tables>; readonly openAccount: OpenAccount }

/** Takes people, accounts and posts of a list in. What is there already stays as it is; so it can run again. */
export async function takePeople(csv: string, tools: Tools): Promise<TakenPeople> {
  const { db, act } = tools
  const { tenant } = act()
  const units = (await listAdminUnits(db, tenant)).filter(({ closedAt }) => !closedAt)
  const { posts, refused } = readPeople(csv, units)
  const here: Here = { people: await listAdminPeople(db, tenant), posts: await listAdminPosts(db, tenant) }
  const sum = { addedPeople: 0, addedPosts: 0, known: 0 }
  const passwords: OneTimePassword[] = []
  const bad: RefusedRow[] = [...refused]
  for (const listed of posts) {
    try {
      const person = await personOf(listed, here, tools)
      if (person?.password) passwords.push(person.password)
      const isNewPost = await giveSeat(listed, person?.id, here, tools)
      sum.addedPeople += person?.password ? 1 : 0
      sum.addedPosts += isNewPost ? 1 : 0
      sum.known += person?.password || isNewPost ? 0 : 1
    } catch (cause) {
      if (!(cause instanceof AnlanError) || cause.code !== 'request-invalid') throw cause
      const column = PEOPLE_COLUMNS.username.headings[0]
      bad.push({ row: listed.row, issues: [{ field: 'username', column, rule: 'taken' }] })
    }
  }
  return { ...sum, passwords, refused: bad.toSorted((a, b) => a.row - b.row) }
}

/** The person of a row, by the account's name; made when nobody has it. Undefined for a vacant post. */
async function personOf({ name, username }: ListedPost, here: Here, { db, act, newId, openAccount }: Tools) {
  if (!name || !username) return undefined
  const known = here.people.find((person) => person.username === username && !person.leftAt)
  if (known && known.name !== name) throw new AnlanError('request-invalid')
  if (known) return { id: known.id }
  const { userId, password, until } = await openAccount({ name, username })
  const id = newId()
  await addPerson(db, act(), { id, name, userId })
  here.people.push({ id, name, username, mustChangePassword: true, hasFactor: false, isLinked: false, postIds: [] })
  return { id, password: { personId: id, username, password, until } }
}

/** Puts the person on the post of that name: on a vacant one with the same roles first, else on a new one beside it. @returns whether it changed anything */
async function giveSeat(listed: ListedPost, personId: string | undefined, here: Here, { db, act, newId }: Tools) {
  const { unitId, title, roles } = listed
  const alike = here.posts.filter((post) => !post.closedAt && post.unitId === unitId && post.title.zh === title.zh)
  if (alike.some((post) => (personId ? post.personId === personId : true))) return false
  const vacant = alike.find((post) => !post.personId && isSame(post.roles, roles))
  if (vacant && personId) {
    await changePost(db, act(), vacant.id, { personId })
    here.posts = here.posts.map((post) => (post === vacant ? { ...post, personId } : post))
    return true
  }
  const id = newId()
  const post = { id, unitId, title, roles, ...(personId ? { personId } : {}) }
  await addPost(db, act(), post)
  here.posts.push({ ...post, openMatters: 0, waitingRoles: [] })
  return true
}

const isSame = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((role) => others.includes(role))
