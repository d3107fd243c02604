import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AdminChange } from '../../domain/views/admin-views.ts'
import type { InboxView, MailSettingsView } from '../../domain/views/notice-view.ts'
import type { OutletMade, OutletTest, OutletView } from '../../domain/views/outlet-view.ts'
import { bodyOf, json, type Send, type TestOffice, testOffice } from '../../testing/office.ts'
import { feishu, type Receiver, receiver } from '../../testing/outlets/receivers.ts'

let office: TestOffice
let admin: Send
let there: Receiver
beforeAll(async () => {
  office = await testOffice()
  admin = await office.as('administrator')
})
afterAll(() => office?.dispose())
beforeEach(async () => {
  await office.county.database.owner.query('truncate outlets, office_notices')
  there = await receiver(() => ({ status: 200, body: 'thank you' }))
})
afterEach(() => there.close())

const wish = { name: '东浦镇值班群', reasons: ['assigned', 'overdue'], mode: 'atOnce' }
const asked = (more: object = {}) => ({
  reason: '平台要接通知',
  unitId: 'dongpu',
  kind: 'webhook',
  url: `${there.url}/in?token=abc123`,
  ...wish,
  ...more,
})
const add = async (more: object = {}) => {
  const answer = await admin('/api/admin/outlets', json(asked(more)))
  expect(answer.status, await answer.clone().text()).toBe(200)
  return bodyOf<OutletMade>(answer)
}
const listed = async () => bodyOf<OutletView[]>(await admin('/api/admin/outlets'))
const post = (path: string, body: object = {}, send = admin) => send(`/api/admin/outlets/${path}`, json(body))
const changes = async () => bodyOf<AdminChange[]>(await admin('/api/admin/changes'))

describe('an administrator sets up an outlet', () => {
  test('and sees the secret of a webhook once: no list, record, log or row has it or the whole address afterwards', async () => {
    const { id, secret = '' } = await add()
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    const { secret: renewed = '' } = await bodyOf<OutletMade>(await post(`${id}/secret`, { reason: '换人了' }))
    expect(renewed).not.toBe(secret)
    const { owner } = office.county.database
    const kept = await owner.query(
      'select to_jsonb(o) as row from outlets o union all select to_jsonb(c) from admin_changes c',
    )
    const everywhere = JSON.stringify([await listed(), await changes(), office.logged, kept.rows])
    for (const hidden of [secret, renewed, 'abc123', secret.slice(6)]) expect(everywhere).not.toContain(hidden)
    expect(await listed()).toMatchObject([{ id, host: new URL(there.url).host, hasSecret: true, state: 'active' }])
    expect((await listed())[0]?.oldSecretUntil).toBeTruthy()
  })

  test('with a reason that stands in the record of administration, as each change of it', async () => {
    const { id } = await add()
    const change = { ...json({ reason: '只要逾期的', ...wish, reasons: ['overdue'] }), method: 'PATCH' }
    expect((await admin(`/api/admin/outlets/${id}`, change)).status).toBe(200)
    await post(`${id}/pause`, { reason: '群要合并', paused: true })
    await post(`${id}/pause`, { reason: '合并好了', paused: false })
    await post(`${id}/remove`, { reason: '不用了' })
    const record = (await changes()).filter(({ subjectId }) => subjectId === id)
    expect(new Set(record.map(({ what, reason }) => `${what} ${reason}`))).toEqual(
      new Set(['added 平台要接通知', 'changed 只要逾期的', 'paused 群要合并', 'resumed 合并好了', 'closed 不用了']),
    )
    expect(await listed()).toEqual([])
    expect((await post(`${id}/pause`, { reason: '再来', paused: true })).status).toBe(404)
    expect((await admin('/api/admin/outlets', json(asked({ reason: undefined })))).status).toBe(400)
  })

  test('and whoever leads the unit is told that there is one now', async () => {
    await add()
    const leader = await office.as('dongpu-leader')
    const { office: told, unread } = await bodyOf<InboxView>(await leader('/api/inbox'))
    expect(told).toMatchObject([{ kind: 'outletSet', what: '东浦镇值班群', unitId: 'dongpu', read: false }])
    expect(unread).toBeGreaterThan(0)
    await leader('/api/inbox/read', json({ ids: [told[0]?.id] }))
    expect((await bodyOf<InboxView>(await leader('/api/inbox?unread=true'))).office).toEqual([])
    expect((await bodyOf<InboxView>(await admin('/api/inbox'))).office).toEqual([])
  })

  test('and sends a test, seeing what is answered; the receiver can verify it', async () => {
    const { id, secret = '' } = await add()
    expect(await bodyOf<OutletTest>(await post(`${id}/test`))).toEqual({ taken: true, said: '200 thank you' })
    const [{ body, headers } = { body: '', headers: {} }] = there.all
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({ type: 'cn.anlan.test.v1' })
  })

  test('of a robot with the secret that its platform gave, and sees what is wrong with it', async () => {
    const group = await feishu('right-secret')
    const url = `${group.url}/open-apis/bot/v2/hook/abc-123`
    const { id, secret } = await add({ kind: 'feishu', url, secret: 'wrong-secret' })
    expect(secret).toBeUndefined()
    expect(await bodyOf<OutletTest>(await post(`${id}/test`))).toMatchObject({
      taken: false,
      said: expect.stringContaining('19021'),
    })
    await post(`${id}/secret`, { reason: '抄错了', secret: 'right-secret' })
    expect(await bodyOf<OutletTest>(await post(`${id}/test`))).toMatchObject({ taken: true })
    await group.close()
  })

  test('not at an address that is none, nor for a unit that is not there', async () => {
    const bad = async (more: object) => {
      const answer = await admin('/api/admin/outlets', json(asked(more)))
      const { details } = await bodyOf<{ details?: { issues?: { field: string }[] } }>(answer)
      return `${answer.status} ${details?.issues?.map(({ field }) => field).join()}`
    }
    expect(await bad({ url: 'ftp://example.cn/' })).toMatch(/^400/)
    expect(await bad({ url: 'https://me:word@example.cn/' })).toMatch(/^400/)
    expect(await bad({ kind: 'dingtalk', url: 'https://oapi.dingtalk.com/robot/send' })).toMatch(/^400/)
    expect(await bad({ unitId: 'nowhere' })).toMatch(/^400/)
    expect(await bad({ reasons: [] })).toMatch(/^400/)
    expect(await bad({ quietFrom: 60 })).toMatch(/^400/)
    expect(await listed()).toEqual([])
  })

  test('and nobody else does: no leader, no clerk; an auditor reads', async () => {
    const { id } = await add()
    for (const who of ['leader', 'clerk', 'dongpu-leader']) {
      const send = await office.as(who)
      expect((await send('/api/admin/outlets')).status, who).toBe(403)
      expect((await post(`${id}/test`, {}, send)).status, who).toBe(403)
    }
    const auditor = await office.as('auditor')
    expect((await auditor('/api/admin/outlets')).status).toBe(200)
    expect((await post(`${id}/remove`, { reason: '审计不改' }, auditor)).status).toBe(403)
  })

  test('and tries a stranger’s machine only so often', async () => {
    const { id } = await add()
    const answers = []
    for (let each = 0; each < 12; each += 1) answers.push((await post(`${id}/test`)).status)
    expect(answers).toContain(429)
  })
})

describe('an address for mails', () => {
  const put = (body: object) => ({ ...json(body), method: 'PUT' })
  const mail = { address: 'clerk@example.cn', mode: 'atOnce', reasons: ['overdue'] }
  const settings = async (send: Send) => (await bodyOf<MailSettingsView>(await send('/api/inbox/mail'))).preference

  test('is confirmed by the code that was mailed there, once, and another code does nothing', async () => {
    const send = await office.as('clerk')
    await send('/api/inbox/mail', put(mail))
    expect(await settings(send)).toMatchObject({ confirmed: false, reasons: ['overdue'] })
    expect((await send('/api/inbox/mail/code', json({}))).status).toBe(200)
    const sent = office.mails.at(-1)
    expect(sent?.to).toBe('clerk@example.cn')
    const [code = ''] = /\d{6}/.exec(sent?.subject ?? '') ?? []
    const wrong = code === '000000' ? '000001' : '000000'
    expect((await send('/api/inbox/mail/confirm', json({ code: wrong }))).status).toBe(400)
    expect((await send('/api/inbox/mail/confirm', json({ code }))).status).toBe(200)
    expect(await settings(send)).toMatchObject({ confirmed: true })
    expect((await send('/api/inbox/mail/confirm', json({ code }))).status).toBe(400)
    await send('/api/inbox/mail', put({ ...mail, address: 'other@example.cn' }))
    expect(await settings(send)).toMatchObject({ confirmed: false })
  })

  test('is not confirmed by guessing, nor by a code that is over', async () => {
    const send = await office.as('handler')
    await send('/api/inbox/mail', put({ ...mail, address: 'handler@example.cn' }))
    await send('/api/inbox/mail/code', json({}))
    const code = /\d{6}/.exec(office.mails.at(-1)?.subject ?? '')?.[0] ?? ''
    const wrong = code === '000000' ? '000001' : '000000'
    for (let each = 0; each < 5; each += 1) await send('/api/inbox/mail/confirm', json({ code: wrong }))
    expect((await send('/api/inbox/mail/confirm', json({ code }))).status).toBe(400)
    await send('/api/inbox/mail/code', json({}))
    const fresh = /\d{6}/.exec(office.mails.at(-1)?.subject ?? '')?.[0] ?? ''
    office.county.setNow('2026-03-02T01:31:00.000Z')
    expect((await send('/api/inbox/mail/confirm', json({ code: fresh }))).status).toBe(400)
    office.county.setNow('2026-03-02T01:00:00.000Z')
    expect(await settings(send)).toMatchObject({ confirmed: false })
  })

  test('is nobody’s to flood: five codes an hour, also for who takes it back and gives it again', async () => {
    const send = await office.as('verifier')
    const before = office.mails.length
    for (let each = 0; each < 12; each += 1) {
      await send('/api/inbox/mail', put({ ...mail, address: 'victim@example.cn' }))
      await send('/api/inbox/mail/code', json({}))
      if (each % 4 === 3) await send('/api/inbox/mail', { method: 'DELETE' })
    }
    expect(office.mails.length - before).toBeLessThanOrEqual(6)
  })
})
