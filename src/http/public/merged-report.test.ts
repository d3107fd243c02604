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

const viewOf = async (id: string) => bodyOf<MatterView>(await (await office.as('clerk'))(`/api/matters/${id}`))
const tryMerge = async (id: string, mergedInto: string) => {
  const { matter } = await viewOf(id)
  const clerk = await office.as('clerk')
  return clerk(`/api/matters/${id}/steps/merge`, json({ seenVersion: matter.version, form: { mergedInto } }))
}
const reported = async (description: string) => {
  const { code } = await resident.report({ description })
  const id = await resident.matterIdOf(code)
  return { code, id, reference: (await viewOf(id)).matter.reference }
}

describe('a report that was merged into another', () => {
  test('goes on: its resident sees how far the other is, can add, withdraw, and is told the result and asked', async () => {
    const first = await reported('北塘村水管爆了，路都淹了。')
    const second = await reported('水管漏得北塘村口没法走。')
    await resident.step('clerk', first.id, 'accept', { difficulty: 'simple' })
    await resident.step('clerk', second.id, 'merge', { mergedInto: first.reference })
    const { matter } = await viewOf(second.id)
    expect(matter.group).toBe('waiting')
    expect(matter.clocks.find(({ deadline }) => deadline === 'tell')?.state).toBe('running')
    const waiting = await resident.pageOf(second.code)
    expect(waiting).toContain('合在一起办的那件：已经受理，正在定由谁办')
    expect(waiting).toContain(`/t/${second.code}/add`)
    expect(waiting).toContain(`/t/${second.code}/withdraw`)
    expect(waiting).not.toContain('水管爆了')

    await resident.step('triage', first.id, 'answer', { opinion: 'solved', reply: '水管已经换好。', toldHow: 'code' })
    const told = await resident.pageOf(second.code)
    expect(told).toContain('水管已经换好。')
    expect(told).toContain(`/t/${second.code}/rate`)
    expect((await viewOf(second.id)).matter.clocks.find(({ deadline }) => deadline === 'tell')?.state).toBe('met')
    expect((await resident.fill(`/t/${second.code}/rate`, { rating: 'satisfied' })).status).toBe(303)
    expect((await viewOf(first.id)).matter.state).toBe('answered')
  })

  test('whose joint report was merged on into a third follows that one and is told its result', async () => {
    const [first, second, third] = [
      await reported('北门桥栏杆断了两根'),
      await reported('栏杆断在北门桥上很危险'),
      await reported('北门桥那里的栏杆没人修'),
    ]
    await resident.step('clerk', second.id, 'merge', { mergedInto: first.reference.replaceAll('-', '—') })
    await resident.step('clerk', first.id, 'merge', { mergedInto: third.reference.replace('SQ-', 'ｓｑ－') })
    await resident.step('clerk', third.id, 'accept', { difficulty: 'simple' })
    expect(await resident.pageOf(second.code)).toContain('合在一起办的那件：已经受理，正在定由谁办')
    await resident.step('triage', third.id, 'answer', { opinion: 'solved', reply: '栏杆换好了。', toldHow: 'code' })
    expect(await resident.pageOf(first.code)).toContain('栏杆换好了。')
    expect(await resident.pageOf(second.code)).toContain('栏杆换好了。')
  })

  test('is told the result even when another that was merged there cannot be told', async () => {
    const [joint, broken, other] = [
      await reported('西河边的路塌了一角'),
      await reported('塌角的路在西河边'),
      await reported('西河路面塌了半米宽'),
    ]
    await resident.step('clerk', broken.id, 'merge', { mergedInto: joint.reference })
    await resident.step('clerk', other.id, 'merge', { mergedInto: joint.reference })
    await resident.step('clerk', joint.id, 'accept', { difficulty: 'simple' })
    const unknown = `update matters set matter = jsonb_set(matter, '{procedureVersion}', '99') where id = $1`
    await office.county.database.owner.query(unknown, [broken.id])
    await resident.step('triage', joint.id, 'answer', { opinion: 'solved', reply: '路补好了。', toldHow: 'code' })
    expect(await resident.pageOf(other.code)).toContain('路补好了。')
  })

  test.each([
    ['one that was withdrawn', 'withdraw', { withdrawReason: '自己修好了' }],
    [
      'one that was declined',
      'decline',
      { ground: 'unclear', reason: '说不清是什么事', remedies: ['petition'], toldOn: '2026-03-02', toldHow: 'code' },
    ],
  ])('is never merged into %s', async (_, step, form) => {
    const ended = await reported(step === 'decline' ? '东巷的井盖翘起来了' : '枫林路口护栏倒了')
    await resident.step('clerk', ended.id, step, form)
    const again = await reported(step === 'decline' ? '井盖又在东巷绊了人' : '护栏还倒在枫林路口')
    const refused = await tryMerge(again.id, ended.reference)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('没有人在办')
  })

  test('is no place to merge into, so that two cannot be duplicates of each other', async () => {
    const one = await reported('南街垃圾堆成山了没人收')
    const other = await reported('垃圾在南街路中间放着')
    await resident.step('clerk', one.id, 'merge', { mergedInto: other.reference })
    expect((await tryMerge(other.id, one.reference)).status).toBe(422)
  })

  test('an unknown number is told in a clear sentence', async () => {
    const { id } = await reported('西巷的路灯一直不亮')
    const refused = await tryMerge(id, 'SQ-2026-9999')
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('没有编号是SQ-2026-9999的另一件事')
  })
})

test('what the clerk withdrew is not told as withdrawn by the resident, and the reason stands there', async () => {
  const { code, id } = await reported('学校门口斑马线看不清了')
  await resident.step('clerk', id, 'withdraw', { withdrawReason: '与教育局核实已重新划线' })
  const page = await resident.pageOf(code)
  expect(page).toContain('受理的工作人员撤回了这件')
  expect(page).toContain('与教育局核实已重新划线')
  expect(page).not.toContain('您已撤回')
})

test.each([
  (code: string) => `查询码：${code}`,
  (code: string) => `您的查询码是 ${code}`,
  (code: string) => `${code.slice(0, 4)}—${code.slice(4, 8)}—${code.slice(8)}`,
  (code: string) => `${code.slice(0, 4)} · ${code.slice(4, 8)} · ${code.slice(8)}`,
  (code: string) => code.replace(/./g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
  (code: string) => `http://localhost:3000/t/${code}?lang=en`,
])('a code works as people paste it (%#)', async (written) => {
  const { code } = await resident.report({ description: `第${written.toString().length}种写法的查询码` })
  const answer = await resident.post('/public/track', { code: written(code) })
  expect(answer.headers.get('location')).toBe(`/t/${code}`)
})
