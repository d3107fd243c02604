import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { NoticeKind } from '../../domain/notice/notice.ts'
import type { InboxView, NoticeView } from '../../domain/views/notice-view.ts'
import type { MatterView } from '../../domain/views/views.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'
import { POSTS, TEST_TENANT } from '../../testing/people.ts'
import { apartProcedure } from '../../testing/procedures/apart-procedure.ts'
import { playingProcedure } from '../../testing/procedures/playing-procedure.ts'
import { purge } from '../../workers/purge.ts'
import { sweepDeadlines } from '../../workers/sweep-deadlines.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice(undefined, [apartProcedure, playingProcedure])
})
afterAll(() => office?.dispose())
beforeEach(() => office.county.setNow('2026-03-02T01:00:00.000Z'))

const A_REPORT = {
  title: '井盖破损',
  description: '井盖破了，晚上看不见。',
  category: 'facility',
  place: '下塘村路口',
  placeUnit: 'xiatang',
}
type Opened = { id: string; reference: string }

const openAs = async (post: string, procedure: string, form: object, more: object = {}) => {
  const answer = await (await office.as(post))('/api/matters', json({ procedure, channel: 'window', form, ...more }))
  expect(answer.status, await answer.clone().text()).toBe(201)
  return bodyOf<Opened>(answer)
}
const take = async (post: string, id: string, step: string, form: object = {}) => {
  const send = await office.as(post)
  const { matter } = await bodyOf<MatterView>(await send(`/api/matters/${id}`))
  const taken = await send(`/api/matters/${id}/steps/${step}`, json({ seenVersion: matter.version, form }))
  expect(taken.status, await taken.clone().text()).toBe(200)
}
const inboxOf = async (post: string, query = '') =>
  bodyOf<InboxView>(await (await office.as(post))(`/api/inbox${query}`))
const toldOf = async (post: string, id: string): Promise<readonly NoticeView[]> =>
  (await inboxOf(post)).notices.filter(({ matterId }) => matterId === id)
const kindsOf = async (post: string, id: string): Promise<readonly NoticeKind[]> =>
  (await toldOf(post, id)).map(({ kind }) => kind)
const unreadOf = async (post: string) =>
  (await bodyOf<{ unread: number }>(await (await office.as(post))('/api/inbox/unread'))).unread

/** A report in the hands of the township. */
async function assigned(): Promise<Opened> {
  const report = await openAs('clerk', 'report', A_REPORT)
  await take('clerk', report.id, 'accept', { difficulty: 'simple' })
  await take('triage', report.id, 'assign', { unit: 'dongpu' })
  return report
}

describe('who is told', () => {
  test('the unit that a matter is given to, of which one, why and by when', async () => {
    const { id, reference } = await assigned()
    const [notice, ...more] = await toldOf('dongpu-clerk', id)
    expect(more).toEqual([])
    expect(notice).toMatchObject({ kind: 'assigned', reference, title: '井盖破损', read: false })
    expect(notice?.why?.zh).toBeTruthy()
    expect(notice?.dueAt).toBeTruthy()
  })

  test('never whoever did it', async () => {
    const { id } = await openAs('clerk', 'report', A_REPORT)
    expect(await toldOf('clerk', id)).toEqual([])
  })

  test('whoever is urged', async () => {
    const { id } = await assigned()
    await take('dongpu-clerk', id, 'takeOver', { owner: 'dongpu-clerk' })
    await take('leader', id, 'urge', {})
    const urged = (await toldOf('dongpu-clerk', id)).find(({ kind }) => kind === 'urged')
    expect(urged).toMatchObject({ why: { zh: '催办', en: 'Urge' } })
  })

  test('whoever has it when its time runs out, and the leader to whom it is raised, however often the clocks are swept', async () => {
    const { id } = await assigned()
    for (const day of ['2026-03-03', '2026-03-30', '2026-04-20', '2026-05-20']) {
      office.county.setNow(`${day}T01:00:00.000Z`)
      await sweepDeadlines(office.deps, TEST_TENANT)
      await sweepDeadlines(office.deps, TEST_TENANT)
    }
    const kinds = await kindsOf('dongpu-clerk', id)
    expect(kinds).toContain('warned')
    expect(kinds).toContain('overdue')
    expect(await kindsOf('leader', id)).toContain('raised')
    const { rows } = await office.county.database.owner.query(
      'select receiver, version, count(*)::int as n from notices where matter_id = $1 group by 1, 2 having count(*) > 1',
      [id],
    )
    expect(rows).toEqual([])
  })

  test('whoever gave a matter on, when what was opened from it ends, and whoever ordered that', async () => {
    const { id } = await assigned()
    await take('dongpu-clerk', id, 'takeOver', { owner: 'dongpu-clerk' })
    const send = await office.as('triage')
    const { matter } = await bodyOf<MatterView>(await send(`/api/matters/${id}`))
    const form = { taskTitle: '换井盖', taskDemand: '三天内换好', taskUnit: 'yunxi', taskDueOn: '2026-04-02' }
    const answer = await send(`/api/matters/${id}/steps/supervise`, json({ seenVersion: matter.version, form }))
    const child = (await bodyOf<{ opened: Opened[] }>(answer)).opened[0]?.id ?? ''
    await take('leader', child, 'cancel', { reason: '镇里已经换好' })
    expect(await kindsOf('dongpu-clerk', id)).toContain('answered')
    expect(await kindsOf('triage', child)).toContain('decided')
    expect(await kindsOf('yunxi-clerk', child)).not.toContain('decided')
  })

  test('a post that nobody holds: whoever comes to hold it reads what was written', async () => {
    const { owner } = office.county.database
    const { id } = await assigned()
    await take('dongpu-clerk', id, 'takeOver', { owner: 'dongpu-mediator' })
    await owner.query(`update posts set person_id = null where id = 'dongpu-mediator'`)
    office.deps.rulebooks.forget(TEST_TENANT)
    await take('leader', id, 'urge', {})
    await owner.query(`update posts set person_id = 'person-dongpu-mediator' where id = 'dongpu-mediator'`)
    office.deps.rulebooks.forget(TEST_TENANT)
    expect(await kindsOf('dongpu-mediator', id)).toContain('urged')
  })

  test('nobody who does not see the matter: a complaint about the township tells nobody there', async () => {
    const { id } = await openAs('clerk', 'report', { ...A_REPORT, aboutUnit: 'dongpu' })
    await take('clerk', id, 'accept', { difficulty: 'simple' })
    for (const { id: post } of POSTS.filter(({ unitId }) => ['dongpu', 'xiatang'].includes(unitId)))
      expect(await toldOf(post, id), post).toEqual([])
    const { rows } = await office.county.database.owner.query('select receiver from notices where matter_id = $1', [id])
    expect(rows.filter(({ receiver }) => /dongpu|xiatang/.test(receiver))).toEqual([])
  })

  test('of a matter hidden later, nobody from whom it is hidden, though a notice was written before', async () => {
    const { id } = await assigned()
    expect(await toldOf('dongpu-clerk', id)).toHaveLength(1)
    const before = await unreadOf('dongpu-clerk')
    await office.county.database.owner.query('update matters set hidden_from = $2 where id = $1', [id, ['unit:dongpu']])
    expect(await toldOf('dongpu-clerk', id)).toEqual([])
    expect(await unreadOf('dongpu-clerk')).toBe(before - 1)
  })

  test('of a kind whose openings are recorded, that there is something, and nothing of it', async () => {
    const { id } = await openAs('clerk', 'apart', { title: '石桥一件事' }, { unitId: 'qinglan' })
    await take('clerk', id, 'ask', { panellists: [{ post: 'handler' }] })
    const [notice] = await toldOf('handler', id)
    expect(notice).toMatchObject({ kind: 'assigned' })
    expect(notice).not.toHaveProperty('title')
    expect(notice).not.toHaveProperty('why')
  })
})

describe('what is read', () => {
  test('counts down for the post that read it, and comes back under no other', async () => {
    await assigned()
    const { notices, unread } = await inboxOf('dongpu-clerk', '?unread=true')
    expect(unread).toBe(notices.length)
    const [first] = notices
    const clerk = await office.as('dongpu-clerk')
    expect((await clerk('/api/inbox/read', json({ ids: [first?.id] }))).status).toBe(200)
    expect(await unreadOf('dongpu-clerk')).toBe(unread - 1)
    expect((await inboxOf('dongpu-clerk')).notices.find(({ id }) => id === first?.id)?.read).toBe(true)
    await clerk('/api/inbox/read', json({ ids: [first?.id] }))
    await clerk('/api/inbox/read', json({ upTo: notices[0]?.id }))
    expect((await inboxOf('dongpu-clerk', '?unread=true')).notices).toEqual([])
    expect(await unreadOf('dongpu-clerk')).toBe(0)
  })

  test('of others cannot be marked', async () => {
    const { id } = await assigned()
    const [notice] = await toldOf('dongpu-clerk', id)
    const yunxi = await office.as('yunxi-clerk')
    await yunxi('/api/inbox/read', json({ ids: [notice?.id] }))
    expect((await toldOf('dongpu-clerk', id))[0]?.read).toBe(false)
  })

  test('is found by its reason', async () => {
    const { id } = await assigned()
    await take('dongpu-clerk', id, 'takeOver', { owner: 'dongpu-clerk' })
    await take('leader', id, 'urge', {})
    const { notices } = await inboxOf('dongpu-clerk', '?kind=urged')
    expect(new Set(notices.map(({ kind }) => kind))).toEqual(new Set(['urged']))
  })

  test('goes after ninety days', async () => {
    const { id } = await assigned()
    office.county.setNow('2026-05-31T00:00:00.000Z')
    await purge(office.deps, TEST_TENANT)
    expect(await toldOf('dongpu-clerk', id)).not.toEqual([])
    office.county.setNow('2026-06-01T00:00:00.000Z')
    await purge(office.deps, TEST_TENANT)
    expect(await toldOf('dongpu-clerk', id)).toEqual([])
  })
})

test('an inbox goes on page after page, and each notice stands on one of them', async () => {
  for (let each = 0; each < 55; each += 1) await assigned()
  const first = await inboxOf('dongpu-clerk')
  const second = await inboxOf('dongpu-clerk', `?cursor=${first.next}`)
  expect(first.notices).toHaveLength(50)
  const all = [...first.notices, ...second.notices].map(({ id }) => id)
  expect(new Set(all).size).toBe(all.length)
  expect(all.length).toBeGreaterThanOrEqual(55)
})
