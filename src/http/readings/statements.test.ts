import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MatterView } from '../../domain/views/views.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'
import { createResident } from '../../testing/resident.ts'

let office: TestOffice
let resident: ReturnType<typeof createResident>
beforeAll(async () => {
  office = await testOffice()
  resident = createResident(office)
})
afterAll(() => office?.dispose())
beforeEach(() => resident.later(120))

const reported = async (description: string) => {
  const { code } = await resident.report({ description })
  return { code, id: await resident.matterIdOf(code) }
}
const viewOf = async (id: string) => bodyOf<MatterView>(await (await office.as('clerk'))(`/api/matters/${id}`))
const state = async (post: string, id: string, body: object) =>
  (await office.as(post))(`/api/matters/${id}/statements`, json(body))

describe('what a person sets against a fact', () => {
  test('is written under the code, stands beside the fact, and is on the public page', async () => {
    const { code, id } = await reported('下塘村三组的排水沟堵了。')
    const sent = await resident.fill(`/t/${code}/statement`, { about: 'description', text: '堵的是五组，不是三组' })
    expect(sent.status).toBe(303)
    expect((await viewOf(id)).matter.statements).toEqual([
      { at: expect.any(String), about: 'description', text: '堵的是五组，不是三组' },
    ])
    const page = await resident.pageOf(code)
    expect(page).toContain('堵的是五组，不是三组')
    expect((await viewOf(id)).timeline.at(-1)).toMatchObject({ type: 'StatementAdded', about: 'description' })
  })

  test('loses numbers and names on the way', async () => {
    const { code, id } = await reported('青石村公厕没有水。')
    await resident.fill(`/t/${code}/statement`, { about: '', text: '我是何试题，电话13900001234，水是有的，灯坏了' })
    expect((await viewOf(id)).matter.statements?.[0]?.text).toBe('我是【姓名】，电话【电话】，水是有的，灯坏了')
  })

  test('is written down by intake for whoever reported, and by nobody who handles', async () => {
    const { id } = await reported('东浦镇路口红绿灯一直闪。')
    expect((await state('clerk', id, { text: '来电说不是闪，是全灭', about: 'description' })).status).toBe(200)
    expect((await viewOf(id)).matter.statements?.[0]).toMatchObject({ onBehalf: true })
    for (const post of ['handler', 'leader', 'administrator'])
      expect((await state(post, id, { text: '不是这样的情况' })).status, post).toBe(403)
    expect((await state('yunxi-clerk', id, { text: '不是这样的情况' })).status).toBe(404)
  })

  test('cannot be about what nobody recorded, and an empty one says nothing', async () => {
    const { code, id } = await reported('北塘村水泵房门没锁。')
    expect((await state('clerk', id, { text: '不是这样的情况', about: 'nothing' })).status).toBe(422)
    expect((await state('clerk', id, { text: '不' })).status).toBe(422)
    expect((await state('clerk', id, { text: '打13900001234问' })).status).toBeGreaterThanOrEqual(400)
    expect(
      (await resident.fill(`/t/${code}/statement`, { about: 'contactPhone', text: '电话不对，换过了' })).status,
    ).toBe(422)
    expect((await resident.fill(`/t/${code}/statement`, { text: '' })).status).toBe(422)
  })

  test('stays after the matter is over, and no command takes it away', async () => {
    const { code, id } = await reported('云溪桥边护栏松了。')
    await resident.fill(`/t/${code}/statement`, { text: '护栏是断了，不是松了' })
    await resident.fill(`/t/${code}/withdraw`, { withdrawReason: '自己修好了', sure: 'yes' })
    const { matter } = await viewOf(id)
    expect(matter.group).toBe('done')
    expect(matter.statements).toHaveLength(1)
    await resident.fill(`/t/${code}/statement`, { text: '还是要记下：护栏断过' })
    expect((await viewOf(id)).matter.statements).toHaveLength(2)
    await expect(
      office.county.database.app.query(`delete from matter_events where type = 'StatementAdded'`),
    ).rejects.toMatchObject({ code: '42501' })
  })
})
