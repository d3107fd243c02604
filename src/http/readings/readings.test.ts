import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AccessLog, AccessReport } from '../../domain/views/access-views.ts'
import { bodyOf, inPost, json, type TestOffice, testOffice } from '../../testing/office.ts'
import { createResident } from '../../testing/resident.ts'

let office: TestOffice
let resident: ReturnType<typeof createResident>
beforeAll(async () => {
  office = await testOffice()
  resident = createResident(office)
})
afterAll(() => office?.dispose())
beforeEach(() => resident.later(120))

const CONTACT = { contactName: '何试题', contactPhone: '13900001234' }
const reported = async (description: string) => {
  const { code } = await resident.report({ description, ...CONTACT })
  return { code, id: await resident.matterIdOf(code) }
}
const open = async (post: string, id: string, why: object) =>
  (await office.as(post))(`/api/matters/${id}/fields/open`, json({ fields: ['contactPhone'], ...why }))
const log = async (post: string, query = '') => (await office.as(post))(`/api/readings?${query}`)
const entries = async (post: string, query = '') => (await bodyOf<AccessLog>(await log(post, query))).entries

describe('opening what is personal', () => {
  test('names a purpose; one that says why needs no words, any other does', async () => {
    const { id } = await reported('下塘村口电线杆歪了，怕倒下来。')
    expect((await open('clerk', id, { purpose: 'callBack' })).status).toBe(200)
    expect((await open('clerk', id, { purpose: 'other' })).status).toBe(422)
    expect((await open('clerk', id, { purpose: 'other', reason: '家属来领材料，核对是谁' })).status).toBe(200)
    expect((await open('clerk', id, { purpose: 'emergency', reason: '孩子被困，马上联系' })).status).toBe(400)
  })

  test.each(['看看', '随便看看', '工作需要', '想了解一下情况'])(
    'a curious colleague who says %s is refused',
    async (reason) => {
      const { id } = await reported(`下塘村路边水管漏水，${reason.length}天了。`)
      const refused = await open('clerk', id, { purpose: 'other', reason })
      expect(refused.status).toBe(422)
      expect(await bodyOf(refused)).toMatchObject({ issues: [{ field: 'reason' }] })
    },
  )
})

describe('the log of readers', () => {
  test('tells the person when, which unit and kind of post, which fields and why, and no official’s name', async () => {
    const { id, code } = await reported('青石村小学门口积水，孩子过不去。')
    expect(await resident.pageOf(code)).toContain('还没有人打开过')
    await open('clerk', id, { purpose: 'callBack', reason: '约时间看现场' })
    const page = await resident.pageOf(code)
    expect(page).toContain('清澜县 受理岗看了')
    expect(page).toContain('回访、联系：约时间看现场')
    expect(page).not.toContain('周示例')
    expect(page).not.toContain('13900001234')
  })

  test('does not repeat a reason that names somebody, since none is recorded', async () => {
    const { id } = await reported('云溪桥头路灯不亮，晚上看不见。')
    const refused = await open('clerk', id, { purpose: 'other', reason: '打13900005678问他儿子' })
    expect(await bodyOf(refused)).toMatchObject({ issues: [{ field: 'reason', rule: 'personal-data' }] })
  })

  test('shows everybody their own, and all to nobody but the auditor', async () => {
    const { id } = await reported('东浦镇卫生院后门堆了垃圾。')
    await open('triage', id, { purpose: 'verify' })
    expect((await entries('triage'))[0]).toMatchObject({
      what: 'fields',
      purpose: 'verify',
      personName: '吴范本',
      unitId: 'qinglan',
      fields: [{ zh: expect.any(String) }],
    })
    expect(await entries('clerk')).not.toContainEqual(expect.objectContaining({ personName: '吴范本' }))
    for (const post of ['triage', 'leader', 'administrator']) expect((await log(post, 'all=true')).status).toBe(403)
    const all = await entries('auditor', 'all=true&post=triage')
    expect(all[0]).toMatchObject({ personName: '吴范本', postId: 'triage' })
    expect(JSON.stringify(all)).not.toContain('13900001234')
  })

  test('can be looked through by matter, unit, kind of reading and day', async () => {
    const { id } = await reported('东浦镇菜场门口井盖响，车一过就响。')
    await open('clerk', id, { purpose: 'serve' })
    const [found] = await entries('auditor', 'all=true&post=clerk')
    const { reference = '' } = found ?? {}
    expect(await entries('auditor', `all=true&reference=${reference}`)).toHaveLength(1)
    expect(await entries('auditor', `all=true&reference=${reference}&unit=yunxi`)).toEqual([])
    expect(await entries('auditor', `all=true&reference=${reference}&what=refused`)).toEqual([])
    expect(await entries('auditor', `all=true&reference=${reference}&to=2026-03-01`)).toEqual([])
  })

  test('keeps what was refused', async () => {
    const { id } = await reported('北塘村水渠堵了，田里没有水。')
    expect((await open('leader', id, { purpose: 'callBack' })).status).toBe(403)
    expect((await entries('leader'))[0]).toMatchObject({ what: 'refused', personName: '李范例' })
  })

  test('an auditor who administers in another post sees no more than their own', async () => {
    const { owner } = office.county.database
    await owner.query(`update posts set person_id = 'person-auditor' where id = 'administrator'`)
    try {
      const auditor = await inPost(await office.as('auditor'), 'auditor')
      const refused = await auditor('/api/readings?all=true')
      expect(refused.status).toBe(403)
      expect(JSON.stringify(await bodyOf(refused))).toContain('不能兼审计')
      expect((await auditor('/api/readings/report?year=2026')).status).toBe(403)
    } finally {
      await owner.query(`update posts set person_id = 'person-administrator' where id = 'administrator'`)
    }
  })
})

test('the yearly report counts by unit, purpose and kind, and tells no small number', async () => {
  const { id } = await reported('下塘村健身器材坏了，孩子在玩。')
  for (let nth = 0; nth < 6; nth += 1) {
    resident.later(61)
    await open('clerk', id, { purpose: 'callBack' })
  }
  const auditor = await office.as('auditor')
  const report = await bodyOf<AccessReport>(await auditor('/api/readings/report?year=2026'))
  const { total, units, kinds, refused } = report
  expect(total).toBeGreaterThan(6)
  expect(units.map(({ unitId }) => unitId)).toEqual(['qinglan'])
  expect(kinds).toEqual([{ procedure: 'report', openings: total }])
  expect(refused).toBeGreaterThan(0)
  const told = Object.values(units[0]?.purposes ?? {})
  expect(told.filter((one) => typeof one === 'number' && one < 5)).toEqual([])
  const other = await bodyOf<AccessReport>(await auditor('/api/readings/report?year=2025'))
  expect(other).toMatchObject({ total: 'few', units: [], refused: 0 })
})
