import { convertIcsCalendar } from 'ts-ics'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SecurityEvent } from '../../../domain/views/admin-views.ts'
import type { CalendarMade, CalendarView } from '../../../domain/views/calendar-view.ts'
import type { MatterView } from '../../../domain/views/views.ts'
import { bodyOf, json, TEST_ORIGIN, type TestOffice, testOffice } from '../../../testing/office.ts'
import { apartProcedure } from '../../../testing/procedures/apart-procedure.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice(undefined, [apartProcedure])
})
afterAll(() => office?.dispose())
beforeEach(() => office.county.database.owner.query('truncate calendar_addresses'))

const made = async (post: string) => {
  const send = await office.as(post)
  const { address } = await bodyOf<CalendarMade>(await send('/api/calendar', json({})))
  return address
}
const read = (address: string, headers: Record<string, string> = {}) =>
  office.ask(address.replace(TEST_ORIGIN, ''), { headers })
const eventsOf = async (address: string) => {
  const answer = await read(address)
  expect(answer.status).toBe(200)
  return convertIcsCalendar(undefined, await answer.text()).events ?? []
}
const opened = async (post: string, procedure: string, form: object, unitId = 'qinglan') => {
  const answer = await (await office.as(post))('/api/matters', json({ procedure, channel: 'window', unitId, form }))
  expect(answer.status, await answer.clone().text()).toBe(201)
  return bodyOf<{ id: string; reference: string; version: number }>(answer)
}
const take = async (post: string, id: string, step: string, form: object = {}) => {
  const send = await office.as(post)
  const { matter } = await bodyOf<MatterView>(await send(`/api/matters/${id}`))
  const answer = await send(`/api/matters/${id}/steps/${step}`, json({ seenVersion: matter.version, form }))
  expect(answer.ok, await answer.clone().text()).toBe(true)
}

describe('the address of a calendar', () => {
  test('is shown once, is private to its holder, and nothing of it is kept or logged', async () => {
    const send = await office.as('clerk')
    expect(await bodyOf<CalendarView>(await send('/api/calendar'))).toEqual({})
    const address = await made('clerk')
    expect(address).toMatch(/^http:\/\/localhost:8080\/calendar\/qinglan\/[\w-]{12}\.[\w-]{43}\.ics$/)
    const secret = address.split('.').at(-2) ?? ''
    expect(await bodyOf<CalendarView>(await send('/api/calendar'))).toMatchObject({
      address: { madeAt: expect.any(String) },
    })
    await read(address)
    const { rows } = await office.county.database.owner.query('select to_jsonb(a) from calendar_addresses a')
    for (const place of [rows, office.logged, await bodyOf(await send('/api/calendar'))])
      expect(JSON.stringify(place)).not.toContain(secret)
    expect(await bodyOf<CalendarView>(await send('/api/calendar'))).toMatchObject({
      address: { readAt: expect.any(String) },
    })
  })

  test('made anew ends the old one; revoked is gone, and both are on record', async () => {
    const [first, second] = [await made('clerk'), await made('clerk')]
    expect((await read(first)).status).toBe(404)
    expect((await read(second)).status).toBe(200)
    await (await office.as('clerk'))('/api/calendar', { method: 'DELETE' })
    expect((await read(second)).status).toBe(404)
    const admin = await office.as('administrator')
    const events = await bodyOf<SecurityEvent[]>(await admin('/api/admin/security-events'))
    expect(events.map(({ what }) => what)).toEqual(expect.arrayContaining(['calendarMade', 'calendarRevoked']))
  })

  test.each([
    '/calendar/qinglan/x.ics',
    '/calendar/qinglan/AAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics',
    '/calendar/other/AAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics',
    "/calendar/qinglan'--/AAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics",
    '/calendar/qinglan/%00%00.ics',
    `/calendar/qinglan/${'a'.repeat(5000)}.ics`,
    '/calendar/qinglan/..%2f..%2f.ics',
    '/calendar/qinglan',
  ])('%s opens nothing', async (path) => {
    expect((await office.ask(path)).status).toBe(404)
  })

  test('with one letter changed, cut, or of another tenant opens nothing', async () => {
    const address = await made('clerk')
    const secret = address.split('.').at(-2) ?? ''
    const other = secret.startsWith('A') ? `B${secret.slice(1)}` : `A${secret.slice(1)}`
    for (const wrong of [
      address.replace(secret, other),
      address.replace(secret, secret.slice(0, -1)),
      address.replace('/qinglan/', '/muhe/'),
      address.replace('.ics', ''),
      address.replace('.ics', '.ICS.ics'),
    ])
      expect((await read(wrong)).status, wrong).toBe(404)
  })

  test('of whoever left opens nothing', async () => {
    const address = await made('reviewer')
    expect((await read(address)).status).toBe(200)
    const { owner } = office.county.database
    await owner.query(`update people set left_at = now() where id = 'person-reviewer'`)
    expect((await read(address)).status).toBe(404)
    await owner.query(`update people set left_at = null where id = 'person-reviewer'`)
  })

  test('shows what waits for a post while its holder stands in for it or holds it, and not a minute longer', async () => {
    const form = { title: '路灯不亮', category: 'facility', description: '路灯不亮，看不见路。', place: '东浦镇' }
    const { id, reference } = await opened('dongpu-clerk', 'report', form, 'dongpu')
    const address = await made('yunxi-clerk')
    const shows = async () => (await (await read(address)).text()).includes(reference)
    const { owner } = office.county.database
    expect(await shows()).toBe(false)
    const standIn = [id, '2026-03-01T00:00:00Z', '2026-03-02T02:00:00Z']
    await owner.query(
      `insert into stand_ins (tenant, matter_id, no, post_id, by_post_id, from_at, until_at, away)
       values ('qinglan', $1, 1, 'dongpu-clerk', 'yunxi-clerk', $2, $3, false)`,
      standIn,
    )
    expect(await shows()).toBe(true)
    const now = office.deps.now()
    office.county.setNow('2026-03-02T02:00:00.000Z')
    expect(await shows()).toBe(false)
    office.county.setNow(now)
    await owner.query('delete from stand_ins where matter_id = $1', [id])
    const hold = (person: string) =>
      owner.query(`update posts set person_id = $1 where id = 'dongpu-clerk'`, [`person-${person}`])
    await hold('yunxi-clerk')
    expect(await shows()).toBe(true)
    await hold('dongpu-clerk')
    expect(await shows()).toBe(false)
  })

  test('needs a session to be made, and is read without one', async () => {
    expect((await office.ask('/api/calendar', json({}))).status).toBe(401)
    expect((await office.ask('/api/calendar', { method: 'DELETE' })).status).toBe(401)
  })
})

describe('the calendar', () => {
  test('is answered with a tag, and whoever has it is told so', async () => {
    const address = await made('clerk')
    const first = await read(address)
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^"[\w-]{27}"$/)
    const again = await read(address, { 'if-none-match': `W/${tag}` })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    await opened('clerk', 'report', {
      title: '路灯不亮',
      category: 'facility',
      description: '路灯不亮，看不见路。',
      place: '石桥',
    })
    expect((await read(address, { 'if-none-match': tag })).status).toBe(200)
  })

  test('has the time limits of what waits for the post, and says neither title nor place nor person', async () => {
    const { id, reference } = await opened('clerk', 'report', {
      title: '门口堆着垃圾',
      category: 'environment',
      description: '门口堆着垃圾，没人收。',
      place: '下塘村口',
      contactName: '何虚拟',
      contactPhone: '13900001234',
    })
    const mine = (await eventsOf(await made('clerk'))).filter(({ summary }) => summary.includes(reference))
    expect(mine.length).toBeGreaterThan(0)
    for (const event of mine) {
      expect(event).toMatchObject({ status: 'CONFIRMED', url: `${TEST_ORIGIN}/matters/${id}` })
      expect(event.summary).toMatch(new RegExp(`^诉求 ${reference}：`))
    }
    const file = await (await read(await made('clerk'))).text()
    expect(file).not.toMatch(/垃圾|下塘|何虚拟|13900001234/)
    const english = await (await read(`${await made('clerk')}?lang=en`)).text()
    expect(english).toMatch(/^SUMMARY:Report/m)
    expect((await eventsOf(await made('yunxi-clerk'))).map(({ summary }) => summary).join()).not.toContain(reference)
  })

  test('says of a kind that only few see that something is due, and nothing of it', async () => {
    const { reference, id } = await opened('clerk', 'apart', { title: '只给少数人看的事' })
    const file = await (await read(await made('clerk'))).text()
    expect(file).not.toContain(reference)
    expect(file).not.toContain(id)
  })

  test('has the shifts of whoever stands in for the desk', async () => {
    const form = {
      title: '3月5日县总值班',
      unit: 'qinglan',
      category: 'whole',
      dutyPost: 'county-desk',
      startsAt: '2026-03-05T08:30',
      endsAt: '2026-03-06T08:30',
      leader: 'leader',
      officers: [
        { post: 'mediator', part: 'main' },
        { post: 'handler', part: 'deputy' },
      ],
      dutyPhone: '0399-6010110',
      place: '值班室',
    }
    const { id } = await opened('triage', 'duty', form)
    const address = await made('mediator')
    const shifts = async () => (await eventsOf(address)).filter(({ summary }) => summary.startsWith('值班：'))
    expect(await shifts()).toEqual([])
    await take('leader', id, 'publish')
    const [shift] = await shifts()
    expect(shift).toMatchObject({ summary: '值班：县总值班室', location: '值班室', status: 'CONFIRMED' })
    expect(shift?.start.date.toISOString()).toBe('2026-03-05T00:30:00.000Z')
    const lead = (await eventsOf(await made('leader'))).filter(({ summary }) => summary.startsWith('带班'))
    expect(lead).toHaveLength(1)
    await take('leader', id, 'cancel', { cancelReason: '并入全县值班' })
    expect(await shifts()).toMatchObject([{ uid: shift?.uid, status: 'CANCELLED' }])
    expect((await shifts())[0]?.sequence).toBeGreaterThan(shift?.sequence ?? 0)
  })
})
