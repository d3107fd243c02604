import { Hono } from 'hono'
import { z } from 'zod'
import { NOTICE_KIND_NAMES } from '../../domain/notice/notice.ts'
import { present } from '../../domain/present.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { countUnread, markRead, readInbox } from '../../storage/notices/inbox.ts'
import { confirmMail, newMailCode } from '../../storage/notices/mail-codes.ts'
import { readPreference, writePreference } from '../../storage/notices/preferences.ts'
import { newId } from '../../storage/write/ids.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import { hasBothTimes, hours } from '../outlets/outlet-schemas.ts'
import type { OfficeEnv } from '../request/env.ts'
import { tokenBucketsOf } from '../request/token-buckets.ts'
import { valid } from '../request/valid.ts'
import { signIn } from '../sign-in/signed-in.ts'
import { codeMail } from './code-mail.ts'

const inboxQuery = z.strictObject({
  unread: z.literal('true').optional(),
  kind: z.enum(NOTICE_KIND_NAMES).optional(),
  cursor: z.uuid().optional(),
})
const readBody = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(200) }),
  z.strictObject({ upTo: z.uuid() }),
])

const mailBody = z
  .strictObject({
    address: z.email().max(200),
    reasons: z.array(z.enum(NOTICE_KIND_NAMES)).min(1).max(20).optional(),
    ...hours,
  })
  .refine(hasBothTimes, { path: ['quietUntil'] })
const codeBody = z.strictObject({
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/),
})

/** Beside what the database counts: whoever takes the address back and gives it again is slowed down too. */
const codesOf = tokenBucketsOf({ burst: 6, refillSeconds: 300 })

/** What a post was told, and what of it was read. */
export const inboxRoutes = new Hono<OfficeEnv>()
  .get('/inbox', describe('getInbox'), signIn, valid('query', inboxQuery), async (c) => {
    const { db, actor, now, deps } = c.var
    const { unread, ...rest } = c.req.valid('query')
    const filter = present({ ...rest, unread: unread && true })
    return answer(c, 'getInbox', await readInbox(db, actor, filter, now, await deps.rulebooks.of(actor.tenant)))
  })
  .get('/inbox/unread', describe('countUnread'), signIn, async (c) => {
    const { db, actor, deps } = c.var
    const { directory } = await deps.rulebooks.of(actor.tenant)
    return answer(c, 'countUnread', { unread: await countUnread(db, actor, directory) })
  })
  .post('/inbox/read', describe('markRead'), signIn, valid('json', readBody), async (c) => {
    const { db, actor, now } = c.var
    await markRead(db, actor, c.req.valid('json'), now)
    return answer(c, 'markRead', { ok: true })
  })
  .get('/inbox/mail', describe('getMailSettings'), signIn, async (c) => {
    const preference = await readPreference(c.var.db, c.var.actor)
    return answer(c, 'getMailSettings', {
      isOn: c.var.deps.sendMail !== undefined,
      ...(preference ? { preference } : {}),
    })
  })
  .put('/inbox/mail', describe('changeMailSettings'), signIn, valid('json', mailBody), async (c) => {
    const { quietFrom, quietUntil, reasons, ...wish } = c.req.valid('json')
    await writePreference(c.var.db, c.var.actor, { ...wish, ...present({ quietFrom, quietUntil, reasons }) })
    return answer(c, 'changeMailSettings', { ok: true })
  })
  .post('/inbox/mail/code', describe('sendMailCode'), signIn, async (c) => {
    const { db, deps, actor, now } = c.var
    if (!deps.sendMail) throw new AnlanError('not-found', { mail: 'off' })
    codesOf(deps).take(`${actor.tenant} ${actor.personId}`, Date.parse(now))
    const made = await newMailCode(db, deps.keys, actor, now)
    if (made) await deps.sendMail(codeMail(made, newId(Date.parse(now)), deps.baseUrl)).catch(notTaken)
    return answer(c, 'sendMailCode', { ok: true })
  })
  .post('/inbox/mail/confirm', describe('confirmMail'), signIn, valid('json', codeBody), async (c) => {
    const { db, deps, actor, now } = c.var
    await confirmMail(db, deps.keys, actor, c.req.valid('json').code, now)
    return answer(c, 'confirmMail', { ok: true })
  })
  .delete('/inbox/mail', describe('stopMail'), signIn, async (c) => {
    await writePreference(c.var.db, c.var.actor, undefined)
    return answer(c, 'stopMail', { ok: true })
  })

/** What the mail server says names the address and its own name: neither goes into an answer. */
const notTaken = () => {
  throw new AnlanError('request-invalid', { issues: [{ field: 'address', rule: 'wrong' }] })
}
