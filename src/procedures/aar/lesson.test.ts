import { describe, expect, test } from 'vitest'
import { given } from '../../testing/given.ts'
import { checklistV1 } from '../checklist/v1/procedure.ts'
import { aarV2 } from './v2/procedure.ts'

const items = [{ no: '1', item: '罐区阀门', demand: '每月定检', points: 5 }]
const facts = { name: '危险化学品检查表', category: 'chemicals', items }
const inForce = () => given(checklistV1, 'inspector', facts).takes('triage', 'publish')
const before = inForce().matter()
const after = inForce()
  .takes('clerk', 'revise', { ...facts, reason: '泄漏复盘' })
  .matter()

const order = {
  checklist: before.reference,
  checklistTitle: '检查表增加阀门定检',
  checklistChange: '加一项：阀门定检记录。',
  checklistUnit: 'dongpu',
  checklistDueOn: '2026-04-01',
}
const analysed = () =>
  given(
    aarV2,
    'reviewer',
    { title: '泄漏复盘', description: '阀门没有定检', category: 'hazard', unit: 'qinglan' },
    { named: new Map([[before.reference, before]]) },
  )
    .takes('reviewer', 'setOutTimeline', {
      recusal: 'none',
      events: [{ at: '2026-02-01T01:00:00.000Z', fact: '阀门破裂' }],
    })
    .takes('reviewer', 'analyse', {
      planned: '定检',
      actual: '没有',
      worked: '疏散快',
      failed: '巡查',
      causes: '检查表没有这一项',
    })

describe('a lesson that changes a checklist', () => {
  test('is ordered of a unit, and says which version it is about', () => {
    const told = analysed().takes('reviewer', 'changeChecklist', order)
    expect(told.matter()).toMatchObject({
      childCount: 1,
      fields: { checklist: `${before.reference}@${before.version}` },
    })
  })

  test('is done before the review ends, with the version that came of it beside the one there was', () => {
    const told = analysed().takes('reviewer', 'changeChecklist', order).childCloses('done')
    told.refuses('leader', 'closeWithoutProblems', 'guard-refused', {}, { conclusion: '已改' })
    const changed = told
      .knowing(new Map([[after.reference, after]]))
      .takes('reviewer', 'checklistChanged', { checklistChanged: after.reference, checklistSaid: '第1项' })
    expect(changed.matter().fields).toMatchObject({
      checklist: `${before.reference}@${before.version}`,
      checklistChanged: `${after.reference}@${after.version}`,
    })
    expect(after.version).toBeGreaterThan(before.version)
    changed.takes('leader', 'closeWithoutProblems', { conclusion: '已改' }).isIn('nothingFound')
  })

  test('is recorded only where it was asked for', () => {
    analysed().refuses('reviewer', 'checklistChanged', 'guard-refused')
    analysed().refuses('reviewer', 'planChanged', 'guard-refused')
  })

  test('that nobody asked for keeps no review open', () => {
    analysed().takes('leader', 'closeWithoutProblems', { conclusion: '没有要改的' }).isIn('nothingFound')
  })
})
