import { Hono } from 'hono'
import { AnlanError } from '../../domain/wording/errors.ts'
import {
  addPerson,
  connectAccount,
  getPersonHere,
  leavePerson,
  listAdminPeople,
  recordPasswordReset,
  recordSessionsEnded,
  renamePerson,
} from '../../storage/admin/admin-people.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { valid } from '../request/valid.ts'
import {
  closeAccount,
  endSessions,
  makeAccount,
  oneTimeEnd,
  oneTimePassword,
  resetPassword,
} from '../sign-in/account.ts'
import { adminAct, shortId } from './act.ts'
import { because, newAccount, newPerson, personChange } from './schemas.ts'

/** Officials and their accounts. A one-time password is in one answer only. */
export const peopleRoutes = new Hono<OfficeEnv>()
  .get('/people', describe('listPeople'), async (c) =>
    answer(c, 'listPeople', await listAdminPeople(c.var.db, c.var.actor.tenant)),
  )
  .post('/people', describe('addPerson'), valid('json', newPerson), async (c) => {
    const { name, username, reason } = c.req.valid('json')
    const { auth, rulebooks } = c.var.deps
    const { tenant } = c.var.actor
    const [personId, password] = [shortId('h'), oneTimePassword()]
    const oneTimeUntil = oneTimeEnd(c.var.now)
    const { userId } = await makeAccount(auth, { tenant, username, name, password, oneTimeUntil })
    await addPerson(c.var.db, adminAct(c, reason), { id: personId, name, userId })
    rulebooks.forget(tenant)
    return answer(c, 'addPerson', { personId, username, password, until: oneTimeUntil })
  })
  .patch('/people/:id', describe('changePerson'), valid('json', personChange), async (c) => {
    const { name, reason } = c.req.valid('json')
    await renamePerson(c.var.db, adminAct(c, reason), c.req.param('id'), name)
    c.var.deps.rulebooks.forget(c.var.actor.tenant)
    return answer(c, 'changePerson', { id: c.req.param('id') })
  })
  .post('/people/:id/leave', describe('leavePerson'), valid('json', because), async (c) => {
    const { tenant } = c.var.actor
    const { id, userId } = await getPersonHere(c.var.db, tenant, c.req.param('id'))
    await leavePerson(c.var.db, adminAct(c, c.req.valid('json').reason), id)
    if (userId) await closeAccount(c.var.deps.auth, userId)
    c.var.deps.rulebooks.forget(tenant)
    return answer(c, 'leavePerson', { id })
  })
  .post('/people/:id/account', describe('givePersonAccount'), valid('json', newAccount), async (c) => {
    const { tenant } = c.var.actor
    const person = await getPersonHere(c.var.db, tenant, c.req.param('id'))
    if (person.userId) throw new AnlanError('request-invalid', { issues: [{ field: 'username', rule: 'taken' }] })
    const { username, reason } = c.req.valid('json')
    const password = oneTimePassword()
    const oneTimeUntil = oneTimeEnd(c.var.now)
    const account = { tenant, username, name: person.name, password, oneTimeUntil }
    const { userId } = await makeAccount(c.var.deps.auth, account)
    await connectAccount(c.var.db, adminAct(c, reason), person.id, userId)
    return answer(c, 'givePersonAccount', { personId: person.id, username, password, until: oneTimeUntil })
  })
  .post('/people/:id/reset-password', describe('resetPersonPassword'), valid('json', because), async (c) => {
    const { id, userId, username } = await getPersonHere(c.var.db, c.var.actor.tenant, c.req.param('id'))
    if (!userId || !username) throw new AnlanError('not-found', { person: id, rule: 'no-account' })
    const password = oneTimePassword()
    await recordPasswordReset(c.var.db, adminAct(c, c.req.valid('json').reason), id)
    const oneTimeUntil = oneTimeEnd(c.var.now)
    await resetPassword(c.var.deps.auth, { userId, password, oneTimeUntil })
    return answer(c, 'resetPersonPassword', { personId: id, username, password, until: oneTimeUntil })
  })
  .post('/people/:id/end-sessions', describe('endPersonSessions'), valid('json', because), async (c) => {
    const { id, userId } = await getPersonHere(c.var.db, c.var.actor.tenant, c.req.param('id'))
    if (!userId) throw new AnlanError('not-found', { person: id, rule: 'no-account' })
    await recordSessionsEnded(c.var.db, adminAct(c, c.req.valid('json').reason), id)
    await endSessions(c.var.deps.auth, userId)
    return answer(c, 'endPersonSessions', { id })
  })
