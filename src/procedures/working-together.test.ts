import { describe, expect, test } from 'vitest'
import type { FormValues } from '../domain/procedure/form.ts'
import type { Procedure } from '../domain/procedure/procedure.ts'
import { given, type Told } from '../testing/given.ts'
import { PROCEDURES } from './all.ts'
import { disputeV3 } from './dispute/v3/procedure.ts'
import { hazardV3 } from './hazard/v3/procedure.ts'
import { petitionV2 } from './petition/v2/procedure.ts'
import { rectificationV3 } from './rectification/v3/procedure.ts'
import { reportV3 } from './report/v3/procedure.ts'
import { taskV2 } from './task/v2/procedure.ts'

const where = { place: '下塘村口', placeUnit: 'xiatang' }
const report = { title: '路灯不亮', category: 'facility', description: '五盏都不亮', ...where }
const inHandling = () =>
  given(reportV3, 'clerk', report)
    .takes('clerk', 'accept', { difficulty: 'complex' })
    .takes('triage', 'assign', { unit: 'dongpu' })
    .takes('dongpu-mediator', 'takeOver', { owner: 'dongpu-mediator' })
const answer = { opinion: 'solved', reply: '灯换好了', toldHow: 'code' }
const help = { assists: [{ unit: 'yunxi', duty: '借升降车' }] }
const standOf = (told: Told, id: string) => told.matter().holders?.find((holder) => holder.id === id)?.state
const clockOf = (told: Told, deadline: string) =>
  told
    .matter()
    .clocks.filter((clock) => clock.deadline === deadline)
    .at(-1)

describe('a lead that needs help asks for it', () => {
  const asked = () => inHandling().takes('dongpu-mediator', 'askAssist', help)
  const answered = () =>
    asked()
      .takes('yunxi-clerk', 'signAssist', {})
      .takes('yunxi-clerk', 'answerAssist', { assistAnswer: '车到了，灯换完' })

  test('each with its part and a clock of its own; what it did comes back to the handler', () => {
    expect(standOf(asked(), 'yunxi')).toBe('asked')
    expect(clockOf(asked(), 'assistAnswer')).toMatchObject({ holder: 'yunxi', state: 'running' })
    expect(answered().matter().raised?.at(-1)?.to).toContain('post:dongpu-mediator')
    expect(answered().matter().fields['assistAnswer']).toBe('车到了，灯换完')
  })

  test('and cannot end while a part is open, unless it says why', () => {
    asked().refuses(
      'dongpu-mediator',
      'answer',
      'guard-refused',
      { says: { zh: expect.stringContaining('协办') } },
      answer,
    )
    asked()
      .takes('dongpu-mediator', 'answer', { ...answer, assistOpenWhy: '升降车没用上' })
      .isIn('answered')
    answered().takes('dongpu-mediator', 'answer', answer).isIn('answered')
  })

  test('after two parts were sent back nobody asks a third time: a leader rules, and that is not sent back', () => {
    const back = { assistRefusal: '车在外地' }
    const twice = asked()
      .takes('yunxi-clerk', 'refuseAssist', back)
      .takes('dongpu-mediator', 'askAssist', help)
      .takes('yunxi-clerk', 'refuseAssist', back)
    twice.refuses('dongpu-mediator', 'askAssist', 'guard-refused', {}, help)
    const ruling = { ...help, assistRuling: '县里只有这一台车' }
    twice.refuses('dongpu-leader', 'ruleAssist', 'out-of-scope', {}, ruling)
    twice.takes('leader', 'ruleAssist', ruling).refuses('yunxi-clerk', 'refuseAssist', 'guard-refused', {}, back)
    asked().refuses('leader', 'ruleAssist', 'guard-refused', {}, ruling)
  })

  test('nobody outside the lead and the ordering side asks', () => {
    inHandling().refuses('yunxi-clerk', 'askAssist', 'out-of-scope', {}, help)
  })

  test('a hazard and a dispute have it too', () => {
    for (const { id, steps } of [hazardV3, disputeV3])
      expect(Object.keys(steps), id).toEqual(expect.arrayContaining(['askAssist', 'ruleAssist', 'answerAssist']))
  })
})

describe('a leader who sponsors a matter', () => {
  const sponsored = () =>
    inHandling().takes('triage', 'sponsor', { sponsor: 'dongpu-leader', sponsorTask: 'look', sponsorBy: '2026-03-06' })

  test('has it on Today, with a clock for the step of their own', () => {
    const told = sponsored()
    expect(told.matter().raised?.at(-1)?.to).toEqual(['post:dongpu-leader'])
    expect(clockOf(told, 'sponsorAct')).toMatchObject({ state: 'running', dueOn: '2026-03-06' })
    const acted = told.takes('dongpu-leader', 'sponsorActs', { sponsorDone: '到现场看了，定换整条线' })
    expect(clockOf(acted, 'sponsorAct')?.state).toBe('met')
    told.refuses('leader', 'sponsorActs', 'out-of-scope', {}, { sponsorDone: '看了' })
  })

  test('confirms before anything is closed; who wants to close asks for it', () => {
    const told = sponsored()
    told.refuses(
      'dongpu-mediator',
      'answer',
      'guard-refused',
      { says: { zh: expect.stringContaining('可以办结') } },
      answer,
    )
    const asked = told.takes('dongpu-mediator', 'askSponsor', {})
    expect(clockOf(asked, 'sponsorConfirm')?.state).toBe('running')
    asked.refuses('dongpu-mediator', 'sponsorConfirms', 'role-required', {}, { sponsorConfirmed: 'yes' })
    asked
      .takes('dongpu-leader', 'sponsorConfirms', { sponsorConfirmed: 'yes' })
      .refuses('dongpu-mediator', 'askSponsor', 'guard-refused')
      .takes('dongpu-mediator', 'answer', answer)
      .isIn('answered')
    inHandling().refuses('dongpu-mediator', 'askSponsor', 'guard-refused')
  })

  test('another sponsor confirms anew', () => {
    sponsored()
      .takes('dongpu-leader', 'sponsorConfirms', { sponsorConfirmed: 'yes' })
      .refuses('dongpu-leader', 'sponsorConfirms', 'guard-refused', {}, { sponsorConfirmed: 'yes' })
      .takes('triage', 'sponsor', { sponsor: 'leader', sponsorTask: 'decide', sponsorBy: '2026-03-09' })
      .refuses('dongpu-mediator', 'answer', 'guard-refused', {}, answer)
  })
})

describe('after the second return of one order the leader in charge decides', () => {
  const back = { returnReason: '不归本镇管', suggestedUnit: 'yunxi' }
  const returned = () =>
    given(reportV3, 'clerk', report)
      .takes('clerk', 'accept', { difficulty: 'complex' })
      .takes('triage', 'assign', { unit: 'dongpu' })
      .takes('dongpu-clerk', 'returnOrder', back)
  const twice = () => returned().takes('triage', 'assign', { unit: 'yunxi' }).takes('yunxi-clerk', 'returnOrder', back)

  test('of a report that was assigned', () => {
    twice().refuses('triage', 'assign', 'guard-refused', {}, { unit: 'dongpu' })
    const ruling = { unit: 'dongpu', rulingBasis: '灯杆在镇管道路上' }
    twice().refuses('triage', 'ruleUnit', 'role-required', {}, ruling)
    returned().refuses('leader', 'ruleUnit', 'guard-refused', {}, ruling)
    twice()
      .takes('leader', 'ruleUnit', ruling)
      .isIn('assigned')
      .refuses('dongpu-clerk', 'returnOrder', 'guard-refused', {}, back)
  })

  test('of a task', () => {
    const order = { title: '三处桥栏加固', description: '逐桥查', dueOn: '2026-03-20', category: 'instruction' }
    const weekly = { unit: 'dongpu', cadence: 'weekly' }
    const no = { reason: '不归本镇' }
    given(taskV2, 'leader', order)
      .takes('triage', 'assign', weekly)
      .takes('dongpu-leader', 'returnAssignment', no)
      .takes('triage', 'assign', weekly)
      .takes('dongpu-leader', 'returnAssignment', no)
      .refuses('triage', 'assign', 'guard-refused', {}, weekly)
      .takes('leader', 'rule', { ...weekly, rulingBasis: '桥在镇道上' })
      .isIn('assigned')
  })

  test('of a report that was routed', () => {
    const { triage, ruleRemit } = reportV3.steps
    expect(triage?.guards).toEqual([{ the: 'returns', atMost: 1 }])
    expect(ruleRemit?.guards).toEqual([{ the: 'returns', atLeast: 2 }])
  })
})

describe('the ladder is the same in six kinds', () => {
  const late: readonly (readonly [Procedure, opener: string, FormValues])[] = [
    [reportV3, 'clerk', report],
    [
      petitionV2,
      'clerk',
      { title: '征地补偿没有到账', category: 'land', description: '半年没有到', ...where, receivedOn: '2026-03-02' },
    ],
    [
      hazardV3,
      'inspector',
      { title: '通道堵塞', category: 'fire', description: '堆满货物', ...where, foundOn: '2026-03-02' },
    ],
    [
      disputeV3,
      'mediator',
      { title: '宅基地边界', category: 'neighbours', description: '各说各的', difficulty: 'ordinary', ...where },
    ],
    [rectificationV3, 'reviewer', { title: '台账缺页', category: 'inspection', measure: '补齐', dueOn: '2026-03-04' }],
    [taskV2, 'leader', { title: '桥栏加固', category: 'meeting', description: '逐桥查', dueOn: '2026-03-04' }],
  ]

  test.each(late)('%# a late matter gets the colour it calls for, and not before', (kind, opener, form) => {
    const told = given(kind, opener, answersOf(kind, form))
    const overdue = told.waits('2026-04-20T01:00:00.000Z')
    expect(overdue.takes('leader', 'urge', {}).matter().mark, kind.id).toBe('blue')
    const urgent = overdue.takes('leader', 'urge', { startHigher: true, higherReason: '汛期' })
    expect(urgent.matter().mark, kind.id).toBe('red')
    urgent.refuses('leader', 'circulate', 'guard-refused', {}, { circularNo: '3号', circularText: '逾期' })
  })

  test('a recusal is in every one of them, and in the whistle', () => {
    const newest = new Map(PROCEDURES.map((each) => [each.id, each]))
    for (const id of ['report', 'petition', 'hazard', 'dispute', 'rectification', 'task', 'whistle'])
      expect(
        Object.values(newest.get(id)?.steps ?? {}).some(({ recuses }) => recuses),
        id,
      ).toBe(true)
  })

  test('its answers are about units and matters: no question of a slip asks for a person', () => {
    for (const form of ['urge', 'circular', 'talk', 'slipListing', 'slipAnswer'])
      for (const field of Object.values(taskV2.forms[form]?.fields ?? {})) {
        expect('personal' in field).toBe(false)
        expect(field.title.zh).not.toMatch(/姓名|谁被约谈/)
      }
  })
})

/** What only some of these kinds ask. */
function answersOf({ forms, opening }: Procedure, form: FormValues): FormValues {
  const asked = forms[opening.form]?.fields ?? {}
  return Object.fromEntries(Object.entries(form).filter(([name]) => name in asked))
}

test('a hazard is not handed in for its check while a part is open', () => {
  const told = given(hazardV3, 'inspector', {
    title: '通道堵塞',
    category: 'electric',
    description: '私拉电线',
    ...where,
    foundOn: '2026-03-02',
  })
  const order = told
    .takes('inspector', 'grade', { level: 'general', criterion: '一般' })
    .takes('inspector', 'askAssist', help)
  expect(standOf(order, 'yunxi')).toBe('asked')
  expect(hazardV3.steps['requestReinspection']?.guards?.at(-1)).toMatchObject({
    any: [{ seat: 'assist' }, { the: 'assistOpenWhy' }],
  })
})
