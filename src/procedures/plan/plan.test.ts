import { describe, expect, test } from 'vitest'
import { PLAN_TEXTS, type PlanText, planForm } from '../../demo/wording/plan-texts.ts'
import { waitsFor } from '../../engine/worklist/waits-for.ts'
import { given } from '../../testing/given.ts'
import { DIRECTORY } from '../../testing/people.ts'
import { planV1 } from './v1/procedure.ts'

const gas = {
  ...(PLAN_TEXTS.find(({ id }) => id === 'gas') as PlanText),
  unitId: 'safety',
  teams: [['抢修组', 'safety', '关阀、检测、抢修']],
  actions: [[10, 'safety', '关闭上游阀门']],
  supplies: [['检测仪', 12, '台', 'safety', '抢修站', 8]],
} as const satisfies PlanText
const form = planForm(gas, (days) => (days < 0 ? '2025-01-10' : '2026-03-10'))
const drafted = () => given(planV1, 'inspector', form)
const inForce = () => drafted().takes('leader', 'publish')
const revision = {
  ...form,
  revisionReasons: ['flaw'],
  reason: '演练发现关阀太慢',
  revisionApproval: '县政府常务会议，青政发〔2026〕1号',
}

describe('a response plan', () => {
  test('is approved by somebody other than who drafted it', () => {
    inForce().isIn('inForce')
    given(planV1, 'triage', form).refuses('triage', 'publish', 'guard-refused', { guard: 'notRegisteredBy' })
    drafted().refuses('clerk', 'revise', 'step-not-open', {}, revision)
  })

  test('has a command, teams and steps by the minute, or is no plan (Emergency Response Law art. 28)', () => {
    for (const part of ['command', 'teams', 'actions', 'levels']) {
      const { [part]: _, ...rest } = form as Record<string, never>
      expect(() => given(planV1, 'inspector', rest), part).toThrow('required')
    }
  })

  test('says when it was bought of what has expired, so that it is listed and replaced', () => {
    const expired = [{ item: '口粮', amount: 4, measure: '份', unit: 'safety', spot: '库', expiresOn: '2026-02-01' }]
    expect(() => given(planV1, 'inspector', { ...form, supplies: expired })).toThrow('too-early')
    const [row] = expired
    given(planV1, 'inspector', { ...form, supplies: [{ ...row, boughtOn: '2024-01-01' }] }).isIn('draft')
  })

  test('names nobody and no phone', () => {
    const command = [{ role: '指挥长13800138000', unit: 'safety', duty: '指挥' }]
    expect(() => given(planV1, 'inspector', { ...form, command })).toThrow('personal-data')
  })

  test('is revised for a reason of the Regulations art. 6, and filed again', () => {
    inForce()
      .takes('clerk', 'file', { filedWith: '市应急局', filedOn: '2026-03-02' })
      .refuses('clerk', 'revise', 'form-invalid', {}, { ...revision, revisionReasons: [] })
      // Like a new plan, it is approved by others than who drafts it.
      .refuses('clerk', 'revise', 'form-invalid', {}, { ...revision, revisionApproval: '' })
      .takes('clerk', 'revise', revision)
      .isIn('inForce')
    const { clocks } = inForce().takes('clerk', 'revise', revision).matter()
    expect(clocks.filter(({ deadline, state }) => deadline === 'file' && state === 'running')).toHaveLength(1)
  })

  test('is due for a drill within the cycle its kind has, counted from the last one', () => {
    const drill = (matter: ReturnType<ReturnType<typeof inForce>['matter']>) =>
      matter.clocks.findLast(({ deadline }) => deadline === 'drill')?.dueOn
    expect(drill(inForce().matter())).toBe('2028-03-02')
    const drilled = inForce().takes('clerk', 'recordDrill', { drilledOn: '2026-03-01', drillNote: '桌面推演' })
    expect(drill(drilled.matter())).toBe('2028-03-01')
  })

  test('stays in force while its regular review is due, and is on somebody’s list then', () => {
    const due = inForce().waits('2027-03-03T01:00:00.000Z').isIn('underReview')
    expect(planV1.record?.inForce).toContain('underReview')
    expect(waitsFor(planV1, due.matter(), DIRECTORY)).not.toEqual([])
    due.takes('clerk', 'assess', { assessment: '风险和队伍没有变化，继续用。' }).isIn('inForce')
  })

  test('that is withdrawn is pointed to no more', () => {
    inForce().takes('leader', 'end', { reason: '并入总体预案' }).isIn('ended')
  })
})
