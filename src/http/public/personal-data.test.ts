import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MatterPage } from '../../domain/views/views.ts'
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

const ID = '330109199001011239'
const FULL_WIDTH = '１３９００００１２３４'

/** All that is recorded openly of a matter. */
const recordedOf = async (id: string): Promise<string> => {
  const { rows } = await office.county.database.owner.query(
    `select (select matter::text from matters where id = $1) || (select string_agg(event::text, '') from matter_events where matter_id = $1) as all`,
    [id],
  )
  return rows[0].all
}
const titleOf = async (code: string) => /<h1>([^<]+)<\/h1>/.exec(await resident.pageOf(code))?.[1] ?? ''

describe('what a resident writes about persons', () => {
  test('is masked in every text, said on the receipt, and the way to reach them is kept in the vault', async () => {
    const { code, receipt } = await resident.report({
      description: `您好，我叫何试题，身份证${ID}，电话${FULL_WIDTH}。下塘村路口的井盖丢了一个月。`,
      place: '下塘村路口，找13900005678带路',
    })
    expect(receipt).toContain('您写的内容里有身份证号、电话、姓名，已经隐去')
    expect(await titleOf(code)).toBe('下塘村路口的井盖丢了一个月')
    const id = await resident.matterIdOf(code)
    const recorded = await recordedOf(id)
    for (const said of ['何试题', ID, FULL_WIDTH, '13900001234', '13900005678']) expect(recorded).not.toContain(said)
    expect(recorded).toContain('我叫【姓名】，身份证【身份证号】，电话【电话】')
    const clerk = await office.as('clerk')
    const fields = ['contactName', 'contactPhone']
    const opened = await clerk(`/api/matters/${id}/fields/open`, json({ fields, reason: '电话核实位置' }))
    expect(await opened.json()).toMatchObject({
      values: { contactName: '何试题', contactPhone: `${FULL_WIDTH}、13900005678` },
    })
  })

  test('is masked in what is added later, and said; a new number goes to the vault', async () => {
    const { code } = await resident.report({ description: '东浦镇仓库后门堵着旧轮胎。' })
    const added = await resident.fill(`/t/${code}/add`, {
      note: '我叫何试题，看门的王师傅电话13900001234',
      newPhone: '(0571)87654321转801',
    })
    expect(added.status).toBe(303)
    const page = await (await office.ask(added.headers.get('location') ?? '')).text()
    expect(page).toContain('补充的收到了')
    expect(page).toContain('您写的内容里有姓名、电话，已经隐去')
    const recorded = await recordedOf(await resident.matterIdOf(code))
    expect(recorded).toContain('我叫【姓名】，看门的王师傅电话【电话】')
    expect(recorded).not.toContain('87654321')
  })

  test('is masked in a reason for withdrawing and in a rating', async () => {
    const { code } = await resident.report({ description: '西街路灯闪个不停。' })
    await resident.fill(`/t/${code}/withdraw`, { withdrawReason: '已修好，谢谢，我是何试题', sure: 'yes' })
    expect(await recordedOf(await resident.matterIdOf(code))).toContain('我是【姓名】')
  })

  test.each([
    ['(0571)87654321'],
    [FULL_WIDTH],
    ['0571-87654321转801'],
    ['13900001234、13900005678'],
    ['+86 139 0000 1234'],
    ['白天13900001234，晚上87654321'],
  ])('a telephone written as %s is taken and kept', async (contactPhone) => {
    const { sent } = await resident.report({
      description: `电话写法${contactPhone.length}，桥头路灯坏了。`,
      contactPhone,
    })
    expect(sent.status).toBe(303)
  })

  test('letters are no telephone, and that is said beside it', async () => {
    const answer = await resident.fill('/public', { description: '桥头路灯坏了', contactPhone: '没有' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('电话看起来不对')
  })
})

describe('characters that nobody sees', () => {
  test('are no report', async () => {
    const answer = await resident.fill('/public', {
      description: '\u200b\u2060\u3164',
      category: 'facility',
      place: '桥',
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('“出了什么事”要填')
  })

  test('do not turn a title round', async () => {
    const { code } = await resident.report({ description: '\u202e月湖路边的树\u202c倒了一棵。' })
    expect(await titleOf(code)).toBe('月湖路边的树倒了一棵')
  })
})

describe('at the doors of the office', () => {
  const form = { title: '石桥栏杆断了', category: 'facility', description: '断了两米', place: '石桥' }

  test.each([
    ['title', '张三丰身份证330109199001011239要求补偿'],
    ['description', '我叫何试题，路灯坏了'],
    ['place', '石桥，找13900001234'],
  ])('a %s with somebody in it is refused by the name of the field and what was found', async (field, text) => {
    const clerk = await office.as('clerk')
    const opening = { procedure: 'report', channel: 'window', form: { ...form, [field]: text } }
    const answer = await clerk('/api/matters', json(opening))
    expect(answer.status).toBe(422)
    const { issues } = await bodyOf<{ issues: { field: string; rule: string; message: string }[] }>(answer)
    expect(issues).toMatchObject([{ field, rule: 'personal-data' }])
    expect(issues[0]?.message).toContain('请填到“称呼”“电话”里')
  })

  test('a step, a reason and the name of a view neither', async () => {
    const { code } = await resident.report({ description: '南塘边的护栏松了一片。' })
    const id = await resident.matterIdOf(code)
    const clerk = await office.as('clerk')
    const refused = async (path: string, body: object) => {
      const answer = await clerk(path, json(body))
      expect(answer.status, path).toBeGreaterThanOrEqual(400)
      expect(await answer.text(), path).toContain('personal-data')
    }
    const step = { seenVersion: 1, form: { difficulty: 'simple', note: '来电人电话13900001234' } }
    await refused(`/api/matters/${id}/steps/accept`, step)
    await refused(`/api/matters/${id}/fields/open`, { fields: ['contactPhone'], reason: '打13900001234核实' })
    await refused('/api/saved-views', { name: '何某13900001234', query: '' })
    const admin = await office.as('administrator')
    const length = {
      rule: 'report.handle',
      length: { length: 10, unit: 'workingDay', document: '问１３９/００００/１２３４' },
    }
    const set = await admin('/api/admin/office/lengths', { ...json({ reason: '本县规定', ...length }), method: 'PUT' })
    expect(await set.text()).toContain('personal-data')
  })

  test('nobody is searched for by number', async () => {
    const clerk = await office.as('clerk')
    for (const text of [ID, '139 0000 1234', '我叫何试题']) {
      const answer = await clerk(`/api/matters?text=${encodeURIComponent(text)}`)
      expect(answer.status).toBe(400)
      expect(await answer.text()).toContain('这里查事不查人')
    }
    expect((await bodyOf<MatterPage>(await clerk('/api/matters?text=G320'))).rows).toEqual([])
  })
})
