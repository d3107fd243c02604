import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AccessLog, EmergencyView } from '../../domain/views/access-views.ts'
import type { OpenedFields } from '../../domain/views/act-views.ts'
import type { MatterView } from '../../domain/views/views.ts'
import { bodyOf, inPost, json, type TestOffice, testOffice } from '../../testing/office.ts'
import { TEST_TENANT } from '../../testing/people.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office?.dispose())

const START = Date.parse('2026-03-02T01:00:00.000Z')
let minutes = 0
const later = (by: number) => {
  minutes += by
  office.county.setNow(new Date(START + minutes * 60_000).toISOString())
}
const at = async (post: string, path: string, body: object = {}) => (await office.as(post))(path, json(body))
const opened = async () => {
  const form = { title: '河水上涨', place: '下塘村口', phone: '13900005678' }
  const answer = await at('clerk', '/api/matters', { procedure: 'tiny', channel: 'window', unitId: 'qinglan', form })
  return (await bodyOf<{ id: string }>(answer)).id
}
const REASON = '村民被困，要马上联系到人'
const ask = async (post: string, matter: string, reason = REASON) =>
  at(post, '/api/emergencies', { matter, fields: ['phone'], reason })
const asked = async (post = 'reviewer') => {
  const matter = await opened()
  const answer = await ask(post, matter)
  expect(answer.status, await answer.clone().text()).toBe(201)
  return { matter, id: (await bodyOf<{ id: string }>(answer)).id }
}
const confirm = (post: string, id: string) => at(post, `/api/emergencies/${id}/confirm`)
const read = (post: string, id: string) => at(post, `/api/emergencies/${id}/open`)
const review = (post: string, id: string, finding: string, note = '核对过报警记录') =>
  at(post, `/api/emergencies/${id}/review`, { finding, note })
const listed = async (post: string, id: string) =>
  (await bodyOf<EmergencyView[]>(await (await office.as(post))('/api/emergencies'))).find((one) => one.id === id)
const rule = async (answer: Response) => (await bodyOf<{ rule?: string }>(answer)).rule

describe('reading in an emergency', () => {
  test('takes two persons: a post that may not open sees it for ten minutes after a leader agreed', async () => {
    const { id, matter } = await asked()
    const ordinary = await at('reviewer', `/api/matters/${matter}/fields/open`, {
      fields: ['phone'],
      purpose: 'callBack',
    })
    expect(ordinary.status).toBe(403)
    expect(await rule(await read('reviewer', id))).toBe('emergency-over')
    later(5)
    expect((await confirm('leader', id)).status).toBe(200)
    expect(await bodyOf<OpenedFields>(await read('reviewer', id))).toMatchObject({ values: { phone: '13900005678' } })
    later(10)
    expect(await rule(await read('reviewer', id))).toBe('emergency-over')
    const view = await bodyOf<MatterView>(await (await office.as('leader'))(`/api/matters/${matter}`))
    expect(view.timeline.at(-1)).toMatchObject({ type: 'FieldsOpened', purpose: 'emergency', note: REASON })
    const { entries } = await bodyOf<AccessLog>(
      await (await office.as('auditor'))('/api/readings?all=true&what=fields'),
    )
    expect(entries[0]).toMatchObject({ personName: '赵举例', purpose: 'emergency', confirmedBy: '李范例' })
  })

  test.each([
    ['the asker', 'reviewer', 'emergency-same-person'],
    ['a colleague who leads nothing', 'inspector', 'emergency-second'],
    ['who administers', 'administrator', 'emergency-second'],
  ])('%s cannot be the second person', async (_, post, why) => {
    const { id } = await asked()
    expect(await rule(await confirm(post, id))).toBe(why)
  })

  test('nor can another holder of the same post, nor who holds a post together with the asker', async () => {
    const { owner } = office.county.database
    const { id } = await asked('leader')
    await owner.query(
      `update posts set person_id = 'person-auditor', confirmed_person_id = 'person-auditor' where id = 'leader'`,
    )
    const asLeader = await inPost(await office.as('auditor'), 'leader')
    expect(await rule(await asLeader(`/api/emergencies/${id}/confirm`, json({})))).toBe('emergency-same-post')
    await owner.query(
      `update posts set person_id = 'person-leader', confirmed_person_id = 'person-leader' where id = 'leader'`,
    )
    await owner.query(`update posts set person_id = 'person-leader' where id = 'reviewer'`)
    const both = await asked('leader')
    await owner.query(`update posts set person_id = 'person-reviewer' where id = 'reviewer'`)
    expect(await rule(await confirm('leader', both.id))).toBe('emergency-same-person')
  })

  test('nor who stands in for the asker, nor for whom the asker stands in', async () => {
    const { owner } = office.county.database
    const standIn = async (post: string, by: string) => {
      await owner.query('delete from stand_ins')
      await owner.query(
        `insert into stand_ins (tenant, matter_id, no, post_id, by_post_id, from_at, until_at, away)
         values ($1, $2, 1, $3, $4, '2026-01-01', '2027-01-01', false)`,
        [TEST_TENANT, await opened(), post, by],
      )
      office.county.deps.rulebooks.forget(TEST_TENANT)
    }
    const { id } = await asked()
    await standIn('reviewer', 'leader')
    expect(await rule(await confirm('leader', id))).toBe('emergency-stand-in')
    await standIn('leader', 'reviewer')
    expect(await rule(await confirm('leader', id))).toBe('emergency-stand-in')
    await owner.query('delete from stand_ins')
    office.county.deps.rulebooks.forget(TEST_TENANT)
    expect((await confirm('leader', id)).status).toBe(200)
  })

  test('a reason that says nothing, or a field that the kind does not ask, is refused', async () => {
    const matter = await opened()
    expect((await ask('reviewer', matter, '看看')).status).toBe(422)
    expect((await at('reviewer', '/api/emergencies', { matter, fields: ['title'], reason: REASON })).status).toBe(422)
  })

  test('of a matter out of sight there is nothing to ask for', async () => {
    expect((await ask('yunxi-clerk', await opened())).status).toBe(404)
  })

  test('after a quarter of an hour it is too late to agree', async () => {
    const { id } = await asked()
    later(15)
    expect(await rule(await confirm('leader', id))).toBe('emergency-over')
    expect(await listed('reviewer', id)).toMatchObject({ state: 'over', mayOpen: false })
  })

  test('is reviewed on the next working day by somebody who had no part in it, and stays until then', async () => {
    later(10)
    const { id } = await asked()
    await confirm('leader', id)
    await read('reviewer', id)
    expect(await listed('auditor', id)).toMatchObject({ reviewOn: '2026-03-03', isLate: false, mayReview: true })
    later(3 * 24 * 60)
    expect(await listed('auditor', id)).toMatchObject({ state: 'toReview', isLate: true })
    for (const post of ['reviewer', 'leader', 'clerk'])
      expect(await rule(await review(post, id, 'inOrder'))).toBe('emergency-reviewer')
    expect((await review('auditor', id, 'misuse', '没有险情，是私下打听')).status).toBe(200)
    expect(await listed('auditor', id)).toMatchObject({
      state: 'reviewed',
      finding: 'misuse',
      findingNote: '没有险情，是私下打听',
      reviewedBy: '冯试验',
    })
    expect(await rule(await review('auditor', id, 'inOrder'))).toBe('emergency-reviewer')
  })

  test('two colleagues who agree to each other’s in turn show in the review', async () => {
    const first = await asked('leader')
    expect((await confirm('dongpu-leader', first.id)).status).toBe(404)
    await office.county.database.owner.query(`update posts set unit_id = 'qinglan' where id = 'dongpu-leader'`)
    expect((await confirm('dongpu-leader', first.id)).status).toBe(200)
    expect(await listed('auditor', first.id)).toMatchObject({ inTurn: false })
    const second = await asked('dongpu-leader')
    await confirm('leader', second.id)
    for (const { id } of [first, second]) expect(await listed('auditor', id)).toMatchObject({ inTurn: true })
  })
})
