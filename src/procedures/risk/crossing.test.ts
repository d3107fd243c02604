import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { text } from '../../domain/wording/text.ts'
import { given, type Told } from '../../testing/given.ts'
import { recognitionV2 } from '../recognition/v2/procedure.ts'
import { riskV2 } from './v2/procedure.ts'

const found: FormValues = {
  title: '跨县输油管道老化',
  category: 'publicSafety',
  description: '管道穿过三个县',
  place: '青石村',
  placeUnit: 'qingshi',
}
const assess: FormValues = {
  likelihood: '5',
  impact: '5',
  inherentLevel: 'major',
  targetLikelihood: '2',
  targetImpact: '4',
  basis: '检测报告',
}
const up: FormValues = { office: 'yunchuan', crossingBasis: '《安全生产法》', crossingWhy: '跨县，县里管不了' }
const over: FormValues = { office: 'donghe', crossingBasis: '属地管理', crossingWhy: '在东河县境内' }

const identified = () => given(riskV2, 'inspector', found)
const assessed = () => identified().takes('inspector', 'assess', assess)
const sentUp = () => assessed().takes('leader', 'sendUp', up)
const clock = (told: Told, deadline: string) => told.matter().clocks.find((each) => each.deadline === deadline)

describe('a risk too great for the county', () => {
  test('goes up with what the city must know, and with nothing that means something in the county only', () => {
    const { sends } = sentUp().events().at(-1) as { sends?: { form: FormValues; basis: string } }
    expect(sends).toMatchObject({
      tenant: 'yunchuan',
      way: 'up',
      basis: '《安全生产法》',
      form: { title: '跨县输油管道老化', category: 'publicSafety', place: '青石村' },
    })
    expect(sends?.form).not.toHaveProperty('placeUnit')
  })

  test('runs on against the county until the city takes it, and no longer', () => {
    expect(clock(sentUp(), 'decide')?.state).toBe('running')
    const taken = sentUp().hears('arrived', { reference: 'FX-2026-0007' }).hears('taken', { reference: 'FX-2026-0007' })
    expect(clock(taken.isIn('heldAbove'), 'decide')?.state).toBe('met')
    expect(taken.matter().fields).toMatchObject({ crossingReference: 'FX-2026-0007' })
  })

  test('comes back to where it stood when the city does not take it, with its limit as it was', () => {
    const back = sentUp().hears('returned', { reason: '先由县里评估' }).isIn('assessed')
    expect(clock(back, 'decide')).toMatchObject({
      state: 'running',
      dueAt: clock(assessed(), 'decide')?.dueAt,
    })
    expect(back.matter().raised).toMatchObject([{ step: 'notTakenAbove' }])
    back.takes('leader', 'sendUp', up).isIn('sentUp')
  })

  test('is closed here with the outcome there, or taken up again with a limit of its own', () => {
    const ended = sentUp()
      .hears('taken')
      .hears('ended', { outcome: text('已消除', 'Eliminated') })
    ended.isIn('endedThere').takes('leader', 'closeAnswered').isIn('answeredElsewhere')
    expect(clock(ended.takes('leader', 'takeUpAgain').isIn('assessed'), 'decide')).toBeDefined()
  })

  test('hears each answer once and the later one only', () => {
    const taken = sentUp().hears('taken')
    expect(taken.hears('taken').events()).toHaveLength(taken.events().length)
    expect(taken.hears('arrived').events()).toHaveLength(taken.events().length)
  })

  test('is sent by a leader or who routes, not by who handles it; and only to who stands above', () => {
    assessed().refuses('handler', 'sendUp', 'role-required', {}, up)
    assessed().refuses(
      'leader',
      'sendUp',
      'form-invalid',
      { issues: [{ field: 'office', rule: 'not-an-office' }] },
      over,
    )
  })

  test('is telephoned about when nobody takes it within ten working days', () => {
    const late = sentUp().waits('2026-03-20T00:00:00.000Z')
    expect(late.matter().raised).toContainEqual(expect.objectContaining({ to: ['triageOfficer@qinglan'] }))
  })
})

test('a risk of another county is handed over and ends here when it is taken there', () => {
  const sent = identified().takes('triage', 'handOverThere', over).isIn('sentOver')
  expect(sent.matter().group).toBe('waiting')
  sent.hears('taken').isIn('transferred')
  sent.hears('returned', { reason: '在贵县境内' }).isIn('identified')
})

describe('a risk that another office sent', () => {
  const cameFrom = {
    tenant: 'yunchuan',
    office: text('云川市', 'Yunchuan'),
    matterId: '00000000-0000-7000-8000-000000000002',
    reference: 'FX-2026-0003',
    version: 3,
    way: 'down',
    at: '2026-03-01T01:00:00.000Z',
    basis: '市安委办通知',
  } as const
  const arrived = () => given(riskV2, 'system', found, { arrives: { cameFrom, begins: 'arrive' }, unitId: 'centre' })

  test('arrives with a limit for taking it in, and begins as any other when it is', () => {
    expect(clock(arrived().isIn('arrived'), 'takeIn')?.state).toBe('running')
    expect(clock(arrived(), 'assess')).toBeUndefined()
    expect(clock(arrived().takes('clerk', 'takeIn').isIn('identified'), 'assess')?.state).toBe('running')
  })

  test('goes back with a reason, which must be given', () => {
    arrived().takes('clerk', 'sendBack', { reason: '不在本县' }).isIn('notTakenIn')
    arrived().refuses('clerk', 'sendBack', 'form-invalid', { issues: [{ field: 'reason', rule: 'required' }] })
  })
})

test('a unit is recommended to the city for an honour, a post and a mistake are not', () => {
  const nominate = (form: FormValues) =>
    given(recognitionV2, 'clerk', { title: '先进集体', honour: '平安单位', deeds: '事迹材料', unit: 'dongpu', ...form })
  const examine = { verified: '属实', vetoed: 'none' }
  nominate({ category: 'unit' }).takes('triage', 'examineHonour', examine).takes('triage', 'sendUp', up).isIn('sentUp')
  nominate({ category: 'post', honouredPost: 'handler' })
    .takes('triage', 'examineHonour', examine)
    .refuses('triage', 'sendUp', 'guard-refused', {}, up)
})
