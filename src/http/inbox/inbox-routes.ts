import { Hono } from 'hono'
import { z } from 'zod'
import { DIGEST_AT } from '../../domain/notice/mail-preference.ts'
import { NOTICE_KIND_NAMES } from '../../domain/notice/notice.ts'
import { present } from '../../domain/present.ts'
import { countUnread, markRead, readInbox } from '../../storage/notices/inbox.ts'
import { readPreference, writePreference } from '../../storage/notices/preferences.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { valid } from '../request/valid.ts'
import { signIn } from '../sign-in/signed-in.ts'

const inboxQuery = z.strictObject({
  unread: z.literal('true').optional(),
  kind: z.enum(NOTICE_KIND_NAMES).optional(),
  cursor: z.uuid().optional(),
})
const readBody = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(200) }),
  z.strictObject({ upTo: z.uuid() }),
])

const minute = z.int().min(0).max(1439)
const mailBody = z
  .strictObject({
    address: z.email().max(200),
    mode: z.enum(['atOnce', 'digest']),
    digestAt: minute.default(DIGEST_AT),
    quietFrom: minute.optional(),
    quietUntil: minute.optional(),
  })
  .refine(({ quietFrom, quietUntil }) => (quietFrom === undefined) === (quietUntil === undefined), {
    path: ['quietUntil'],
  })

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
    return answer(c, 'getMailSettings', { isOn: c.var.deps.mailIsOn, ...(preference ? { preference } : {}) })
  })
  .put('/inbox/mail', describe('changeMailSettings'), signIn, valid('json', mailBody), async (c) => {
    const { quietFrom, quietUntil, ...wish } = c.req.valid('json')
    await writePreference(c.var.db, c.var.actor, { ...wish, ...present({ quietFrom, quietUntil }) })
    return answer(c, 'changeMailSettings', { ok: true })
  })
  .delete('/inbox/mail', describe('stopMail'), signIn, async (c) => {
    await writePreference(c.var.db, c.var.actor, undefined)
    return answer(c, 'stopMail', { ok: true })
  })
