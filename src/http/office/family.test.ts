import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MatterView, TodayView } from '../../domain/views/views.ts'
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

const viewOf = async (post: string, id: string) =>
  bodyOf<MatterView>(await (await office.as(post))(`/api/matters/${id}`))
const todayOf = async (post: string) => bodyOf<TodayView>(await (await office.as(post))('/api/today'))
const rowOf = async (post: string, id: string) => (await todayOf(post)).work.find((row) => row.id === id)
const told = (view: MatterView, step: string) => view.timeline.filter((item) => item.step === step)

/** What a resident reported, accepted and routed to a unit as this kind. */
async function routed(description: string, route: object) {
  const { code } = await resident.report({ description })
  const id = await resident.matterIdOf(code)
  await resident.step('clerk', id, 'accept', { difficulty: 'simple' })
  await resident.step('triage', id, 'triage', route)
  const { children } = await viewOf('triage', id)
  return { code, id, child: children[0]?.id ?? '' }
}
const HAZARD = { route: 'hazard', toUnit: 'dongpu', hazardCategory: 'building' }

describe('new danger', () => {
  test('that a resident adds to a report is on the list of whoever handles the hazard at once, with the words and the pictures', async () => {
    const { code, child } = await routed('老仓库的墙裂了一条缝，很长。', HAZARD)
    await resident.step('dongpu-clerk', child, 'assignOwner', { owner: 'dongpu-clerk' })
    expect((await rowOf('dongpu-clerk', child))?.raised).toBeUndefined()
    const png = new File([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')], '墙.png', { type: 'image/png' })
    const sent = await resident.fill(`/t/${code}/add`, { note: '裂缝更宽了，砖头掉下来。', photos: png })
    expect(sent.status, await sent.clone().text()).toBe(303)
    expect((await rowOf('dongpu-clerk', child))?.raised).toMatchObject([{ step: 'receiveAddition' }])
    const view = await viewOf('dongpu-clerk', child)
    expect(told(view, 'receiveAddition')).toMatchObject([{ form: { addedNote: '裂缝更宽了，砖头掉下来。' } }])
    expect(view.matter.files.some(({ name }) => name.includes('png') || name.includes('墙'))).toBe(true)
    await resident.step('dongpu-clerk', child, 'recordProgress', { progress: '已到现场拉警戒线' })
    expect((await rowOf('dongpu-clerk', child))?.raised).toBeUndefined()
  })

  test('can be asked about from the hazard: the question is on the resident’s page, and the answer comes back', async () => {
    const { code, id, child } = await routed('河堤上有个洞，水往外冒。', HAZARD)
    await resident.step('dongpu-clerk', child, 'askReporter', { question: '洞在桥的上游还是下游？' })
    expect(await resident.pageOf(code)).toContain('洞在桥的上游还是下游？')
    expect(told(await viewOf('clerk', id), 'passQuestion')).toHaveLength(1)
    await resident.fill(`/t/${code}/add`, { note: '在上游五十米。' })
    expect(told(await viewOf('dongpu-clerk', child), 'receiveAddition')).toHaveLength(1)
  })
})

describe('a hazard that was sent to the wrong unit', () => {
  test('is returned with the reason, comes back to whoever routes, and goes to the right one; both reasons stay side by side', async () => {
    const { code, id, child } = await routed('变压器箱门开着，孩子伸手就够得着。', HAZARD)
    await resident.step('dongpu-clerk', child, 'giveBack', { returnReason: '归供电单位管，不属本镇职责。' })
    const row = await rowOf('triage', id)
    expect(row?.raised?.[0]?.child).toBeTruthy()
    expect(row?.mayTake).toContain('routeAnother')
    await resident.step('triage', id, 'routeAnother', { ...HAZARD, toUnit: 'yunxi' })
    const { children, matter } = await viewOf('triage', id)
    expect(children).toMatchObject([
      { id: child, outcome: 'returned', reason: '归供电单位管，不属本镇职责。' },
      { group: 'open', unitId: 'yunxi' },
    ])
    expect(matter).toMatchObject({ openChildCount: 1, raised: [] })
    expect(await resident.pageOf(code)).toContain('云溪镇')
  })

  test('three times is decided by a leader, not routed once more', async () => {
    const { id } = await routed('桥下的电缆垂到水里了。', HAZARD)
    for (const toUnit of ['yunxi', 'dongpu', undefined]) {
      const { children } = await viewOf('triage', id)
      const open = children.find(({ group }) => group === 'open')
      await resident.step(`${open?.unitId}-clerk`, open?.id ?? '', 'giveBack', { returnReason: '不归我们管。' })
      if (toUnit) await resident.step('triage', id, 'routeAnother', { ...HAZARD, toUnit })
    }
    const { matter } = await viewOf('triage', id)
    const again = json({ seenVersion: matter.version, form: { ...HAZARD, toUnit: 'yunxi' } })
    expect((await (await office.as('triage'))(`/api/matters/${id}/steps/routeAnother`, again)).status).toBe(409)
    await resident.step('leader', id, 'ruleRemit', { ...HAZARD, toUnit: 'yunxi' })
    expect((await viewOf('triage', id)).matter.openChildCount).toBe(1)
  })
})

test('a merge that was a mistake is undone, and the report stands on its own', async () => {
  const [one, other] = [
    await resident.report({ description: '西门公厕的水一直流。' }),
    await resident.report({ description: '西门公厕的灯一直闪。' }),
  ]
  const [first, second] = [await resident.matterIdOf(one.code), await resident.matterIdOf(other.code)]
  const { matter } = await viewOf('clerk', first)
  await resident.step('clerk', second, 'merge', { mergedInto: matter.reference })
  await resident.step('clerk', second, 'separate', { separateReason: '一件是水、一件是灯，不是同一件事' })
  const { matter: alone, links } = await viewOf('clerk', second)
  expect({ state: alone.state, links }).toEqual({ state: 'received', links: [] })
  expect(await resident.pageOf(other.code)).toContain('不是同一件事')
})

describe('registration data', () => {
  test('is put right with a reason, and the old value stays in the story', async () => {
    const { code } = await resident.report({ description: '菜场门口的井盖没有了。' })
    const id = await resident.matterIdOf(code)
    await resident.step('clerk', id, 'correct', {
      title: '菜场东门井盖缺失',
      place: '菜场东门',
      correctionReason: '与反映人核实在东门',
    })
    const { matter, timeline } = await viewOf('clerk', id)
    expect(matter).toMatchObject({ title: '菜场东门井盖缺失', place: '菜场东门' })
    expect(timeline[0]?.form['place']).toBe('青石村村口石桥')
  })

  test('needs the reason', async () => {
    const { code } = await resident.report({ description: '菜场后门的灯不亮。' })
    const id = await resident.matterIdOf(code)
    const send = await office.as('clerk')
    const { matter } = await viewOf('clerk', id)
    const form = { title: '菜场后门灯不亮', place: '菜场后门' }
    const refused = await send(`/api/matters/${id}/steps/correct`, json({ seenVersion: matter.version, form }))
    expect(refused.status).toBe(422)
  })

  test('a matter that lies with the wrong unit is handed over: the clocks run on, the former handler leaves the seat and still sees it', async () => {
    const { child } = await routed('学校围墙歪了，快倒了。', HAZARD)
    await resident.step('dongpu-clerk', child, 'assignOwner', { owner: 'dongpu-clerk' })
    const clocks = (await viewOf('triage', child)).matter.clocks.map(({ id, dueAt }) => ({ id, dueAt }))
    await resident.step('triage', child, 'handOver', { unit: 'yunxi', handOverReason: '学校在云溪镇' })
    const { matter } = await viewOf('dongpu-clerk', child)
    expect(matter.unitId).toBe('yunxi')
    expect(matter.ownerPostId).toBeUndefined()
    expect(matter.clocks.map(({ id, dueAt }) => ({ id, dueAt }))).toEqual(clocks)
    expect((await rowOf('yunxi-clerk', child))?.raised).toMatchObject([{ step: 'handOver', by: 'triage' }])
  })
})
