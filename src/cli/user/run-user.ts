import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { ROLES, type Role } from '../../domain/unit/role.ts'
import type { AdminPerson } from '../../domain/views/admin-views.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { type Locale, text } from '../../domain/wording/text.ts'
import {
  closeAccount,
  endSessions,
  makeAccount,
  oneTimeEnd,
  oneTimePassword,
  resetPassword,
} from '../../http/sign-in/account.ts'
import { openAuth } from '../../server/compose-server.ts'
import { readEnvironment } from '../../server/environment.ts'
import type { Installation } from '../../server/installation.ts'
import { type AdminAct, COMMAND_LINE, COMMAND_LINE_NAME } from '../../storage/admin/admin-changes.ts'
import {
  addPerson,
  getPersonHere,
  leavePerson,
  listAdminPeople,
  recordPasswordReset,
} from '../../storage/admin/admin-people.ts'
import { addPost, changePost } from '../../storage/admin/admin-posts.ts'
import { confirmHolder, listWaitingPosts } from '../../storage/admin/confirmations.ts'
import { databaseFor } from '../../storage/connection/connect.ts'
import type { Tables } from '../../storage/schema/tables.ts'
import { resetFactorsAtOnce } from '../../storage/sign-in/factor-resets.ts'
import { listTenantIds } from '../../storage/tenants/list-tenant-ids.ts'
import { newId } from '../../storage/write/ids.ts'
import type { Call } from '../shell/cli-command.ts'
import { tableLines } from '../shell/display-width.ts'
import type { ExitCode } from '../shell/exit-code.ts'
import { EXIT } from '../shell/exit-code.ts'
import { withInstallation } from '../shell/stop-signal.ts'
import { usageError } from '../shell/usage-error.ts'
import { OFFICIAL_ROLES } from './official-roles.ts'

const CONNECTIONS = 2
const ACTIONS = ['add', 'reset', 'list', 'disable', 'confirm', 'reset-factor'] as const

type Scene = {
  readonly installation: Installation
  readonly db: Kysely<Tables>
  readonly tenant: string
  readonly call: Call
}

/** Adds, resets, disables or lists people. */
export async function runUser(call: Call): Promise<ExitCode> {
  const [action, username] = call.args as [(typeof ACTIONS)[number], string | undefined]
  if (!ACTIONS.includes(action))
    throw usageError(
      text(`没有“${action}”，有：${ACTIONS.join('、')}`, `There is no "${action}"; there are: ${ACTIONS.join(', ')}`),
    )
  if (action !== 'list' && !username)
    throw usageError(text(`user ${action} 后面要写用户名`, `user ${action} needs a user name`))
  const environment = readEnvironment(process.env)
  const tenant = call.value('tenant') ?? environment.tenant
  return withInstallation(environment, { connections: CONNECTIONS, log: () => {} }, async (installation) => {
    if (!(await listTenantIds(installation.owner)).includes(tenant))
      throw new AnlanError('not-found', {
        tenant,
        text: text(`没有租户“${tenant}”`, `There is no tenant "${tenant}"`),
      })
    const scene = { installation, db: databaseFor(installation.deps.pool, tenant), tenant, call }
    if (action === 'list') return await list(scene)
    if (action === 'add') return await add(scene, username ?? '')
    if (action === 'reset-factor') return await resetFactor(scene, username ?? '')
    if (action === 'confirm') return await confirm(scene, username ?? '')
    return action === 'reset' ? await reset(scene, username ?? '') : await disable(scene, username ?? '')
  })
}

/** Signed as the command line: whoever may run it on this machine may do anything anyway. */
function act({ installation, tenant, call }: Scene): AdminAct {
  const at = installation.deps.now()
  const reason = call.value('reason') ?? `anlan user ${call.args[0]}`
  const who = {
    personId: COMMAND_LINE,
    personName: COMMAND_LINE_NAME,
    postId: COMMAND_LINE,
  }
  return { tenant, ...who, reason, at, changeId: newId(Date.parse(at)) }
}

const shortId = (letter: 'p' | 'h') => letter + randomBytes(5).toString('hex')

async function add(scene: Scene, username: string) {
  const { installation, db, tenant, call } = scene
  const name = call.value('name')
  const [unitId, post] = [call.value('unit'), call.value('post')]
  if (!name) throw usageError(text('要写 --name 姓名', '--name is needed'))
  if (!post && !unitId)
    throw usageError(
      text('要写 --post 已有岗位，或 --unit 单位 加 --roles 角色', '--post, or --unit with --roles, is needed'),
    )
  const roles = post ? [] : readRoles(call.value('roles'))
  if (!/^[\p{L}\p{N}._-]{2,40}$/u.test(username))
    throw usageError(
      text(
        '用户名要 2 到 40 个字母、数字、点、短横或下划线',
        'A user name has 2 to 40 letters, digits, dots, dashes or underscores',
      ),
    )
  await needPlace(scene, unitId, post)
  const password = oneTimePassword()
  const personId = shortId('h')
  const { userId } = await makeAccount(openAuth(installation, 'http://localhost'), {
    tenant,
    username,
    name,
    password,
    oneTimeUntil: oneTimeEnd(installation.deps.now()),
  })
  await addPerson(db, act(scene), { id: personId, name, userId })
  const postId = post ?? shortId('p')
  if (post) await changePost(db, act(scene), post, { personId })
  else {
    const first = roles[0] as Role
    const title = call.value('title')
    await addPost(db, act(scene), {
      id: postId,
      unitId: unitId ?? '',
      title: title ? text(title, title) : ROLES[first].title,
      roles,
      personId,
    })
  }
  answer(
    call,
    { personId, postId, username, password },
    `建好了。一次性密码（只显示这一次，7天内有效）：${password}`,
    `Made. One-time password (shown this once, good for 7 days): ${password}`,
  )
  return EXIT.done
}

/** Before the account is made: afterwards it would stand alone. */
async function needPlace(
  { installation, tenant }: Scene,
  unitId: string | undefined,
  postId: string | undefined,
): Promise<void> {
  const { directory } = await installation.deps.rulebooks.of(tenant)
  if (postId && !directory.posts[postId])
    throw new AnlanError('not-found', { text: text(`没有岗位“${postId}”`, `There is no post "${postId}"`) })
  if (!postId && unitId && !directory.units[unitId])
    throw new AnlanError('not-found', { text: text(`没有单位“${unitId}”`, `There is no unit "${unitId}"`) })
}

function readRoles(value: string | undefined): Role[] {
  const roles = (value ?? '').split(/[,，]/).filter(Boolean)
  const unknown = roles.filter((role) => !OFFICIAL_ROLES.includes(role as Role))
  if (roles.length === 0 || unknown.length > 0)
    throw usageError(
      text(
        `--roles 要写角色：${OFFICIAL_ROLES.join(',')}${unknown.length > 0 ? `；没有“${unknown.join('、')}”` : ''}`,
        `--roles needs roles: ${OFFICIAL_ROLES.join(',')}${unknown.length > 0 ? `; there is no "${unknown.join(', ')}"` : ''}`,
      ),
    )
  return roles as Role[]
}

async function reset(scene: Scene, username: string) {
  const { id, userId } = await findByUsername(scene, username)
  const password = oneTimePassword()
  await recordPasswordReset(scene.db, act(scene), id)
  const oneTimeUntil = oneTimeEnd(scene.installation.deps.now())
  await resetPassword(openAuth(scene.installation, 'http://localhost'), { userId, password, oneTimeUntil })
  answer(
    scene.call,
    { personId: id, username, password },
    `新的一次性密码（只显示这一次，7天内有效）：${password}`,
    `New one-time password (shown this once, good for 7 days): ${password}`,
  )
  return EXIT.done
}

/** The way on where nobody else can confirm: an office with one administrator and no auditor, or after a reset. */
async function confirm(scene: Scene, username: string) {
  const { call, db, tenant } = scene
  if (!call.value('reason')) throw usageError(text('要写 --reason 为什么由命令行确认', '--reason is needed'))
  const { id } = await findByUsername(scene, username)
  const waiting = (await listWaitingPosts(db, tenant)).filter(({ personId }) => personId === id)
  for (const { postId } of waiting) await confirmHolder(db, act(scene), { postId, personId: id })
  answer(
    call,
    { personId: id, posts: waiting.map(({ postId }) => postId) },
    `${username} 的任职确认了${waiting.length}项`,
    `${waiting.length} posts of ${username} are confirmed`,
  )
  return EXIT.done
}

/** The way on where nobody else can agree: the second factor is lost in an office with one administrator. */
async function resetFactor(scene: Scene, username: string) {
  if (!scene.call.value('reason')) throw usageError(text('要写 --reason 为什么由命令行重置', '--reason is needed'))
  const { id, userId } = await findByUsername(scene, username)
  await resetFactorsAtOnce(scene.db, act(scene), id)
  await endSessions(openAuth(scene.installation, 'http://localhost'), userId)
  answer(
    scene.call,
    { personId: id, username },
    `${username} 的第二道验证重置了，登录全部退出`,
    `The second factor of ${username} is reset; all sessions have ended`,
  )
  return EXIT.done
}

async function disable(scene: Scene, username: string) {
  const reason = scene.call.value('reason')
  if (!reason) throw usageError(text('要写 --reason 为什么停用', '--reason is needed'))
  const { id, userId } = await findByUsername(scene, username)
  await leavePerson(scene.db, act(scene), id)
  await closeAccount(openAuth(scene.installation, 'http://localhost'), userId)
  answer(
    scene.call,
    { personId: id, username },
    `${username} 停用了，岗位空出来了`,
    `${username} is disabled; the posts are vacant`,
  )
  return EXIT.done
}

async function list({ db, tenant, call }: Scene) {
  const people = await listAdminPeople(db, tenant)
  if (call.json) console.log(JSON.stringify(people))
  else
    console.log(
      tableLines([
        call.locale === 'zh' ? ['用户名', '姓名', '岗位', '状态'] : ['user name', 'name', 'posts', 'state'],
        ...people.map((person) => row(person, call.locale)),
      ]).join('\n'),
    )
  return EXIT.done
}

const row = ({ username, name, postIds, leftAt, mustChangePassword }: AdminPerson, locale: Locale) => [
  username ?? '—',
  name,
  postIds.join(' ') || '—',
  leftAt
    ? locale === 'zh'
      ? '已离岗'
      : 'left'
    : mustChangePassword
      ? locale === 'zh'
        ? '密码未改'
        : 'password not changed'
      : locale === 'zh'
        ? '在岗'
        : 'here',
]

async function findByUsername({ db, tenant }: Scene, username: string): Promise<{ id: string; userId: string }> {
  const people = await listAdminPeople(db, tenant)
  const found = people.find((person) => person.username === username.toLowerCase() && !person.leftAt)
  const person = found && (await getPersonHere(db, tenant, found.id))
  if (!person?.userId)
    throw new AnlanError('not-found', { text: text(`没有用户“${username}”`, `There is no user "${username}"`) })
  return { id: person.id, userId: person.userId }
}

function answer(call: Call, machine: object, zh: string, en: string): void {
  console.log(call.json ? JSON.stringify(machine) : call.locale === 'zh' ? zh : en)
}
