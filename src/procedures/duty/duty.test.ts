import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { isNow } from '../../domain/unit/stand-in.ts'
import { standInsOf } from '../../engine/stand-ins/stand-ins-of.ts'
import { given, type Told } from '../../testing/given.ts'
import { dutyV1 } from './v1/procedure.ts'

/** China time of March 2026. */
const at = (day: number, time: string) =>
  new Date(`2026-03-${String(day).padStart(2, '0')}T${time}:00+08:00`).toISOString()
/** One step takes an hour; this is the moment before it. */
const just = (day: number, time: string) => new Date(Date.parse(at(day, time)) - 3_600_000).toISOString()

const MAIN = { post: 'clerk', part: 'main' }
const DEPUTY = { post: 'handler', part: 'deputy' }
const shift: FormValues = {
  title: '3月5日县总值班',
  unit: 'qinglan',
  category: 'whole',
  dutyPost: 'county-desk',
  startsAt: at(5, '08:30'),
  endsAt: at(6, '08:30'),
  leader: 'leader',
  officers: [MAIN, DEPUTY],
  dutyPhone: '0399-6010110',
  place: '县政府一楼总值班室',
}
const planned = (form: FormValues = {}) => given(dutyV1, 'triage', { ...shift, ...form })
const published = () => planned().takes('leader', 'publish')
const signOn = (time: string): FormValues => ({ onDutyAt: at(5, time), phoneTest: 'works' })
const onDuty = () => published().at(just(5, '08:20')).takes('clerk', 'signOn', signOn('08:20'))

const list: FormValues = {
  summary: '夜间一起火情，已扑灭。',
  anyOpen: 'some',
  handed: [
    { kind: 'open', what: '山口村守火场', next: '上午十点再问一次', matterNo: 'TF-2026-0003' },
    { kind: 'instruction', what: '李范例指示：雨前再查一遍塘坝', next: '报水利局' },
  ],
  handedTo: [{ post: 'mediator' }],
}
const left = () => onDuty().at(just(6, '08:25')).takes('clerk', 'leave', list)
const accepted: FormValues = { handoverAt: at(6, '08:30'), handoverPhone: 'works' }

describe('a shift', () => {
  test('is planned, published, kept, handed over with two signatures, checked and filed', () => {
    const shiftOver = left()
      .isIn('handingOver')
      .takes('mediator', 'accept', { ...accepted, handoverAt: at(6, '08:25') })
      .isIn('handedOver')
      .takes('leader', 'check', { checkNote: '记录完整，两件未办事项已接。' })
      .isIn('checked')
    expect(shiftOver.matter().outcome).toBe('checked')
    expect(shiftOver.matter().documents?.map(({ document }) => document)).toEqual(['handover'])
    expect(shiftOver.matter().clocks.map(({ deadline, state }) => [deadline, state])).toEqual([
      ['publish', 'met'],
      ['signOn', 'met'],
      ['handOver', 'met'],
      ['check', 'met'],
    ])
  })

  test('is the work of its officers on its day and not before, and of the incoming when it is handed over', () => {
    const waiting = published()
    expect(waiting.offers('clerk')).toEqual([])
    expect(waiting.at(at(5, '07:00')).offers('clerk')).toEqual(['signOn'])
    expect(left().offers('mediator')).toEqual(['accept'])
    expect(left().offers('clerk')).toEqual([])
  })

  test('that nobody remarks on is filed three working days after the hand-over', () => {
    left()
      .takes('mediator', 'accept', { ...accepted, handoverAt: at(6, '08:25') })
      .waits(at(12, '09:00'))
      .isIn('filed')
  })

  test('keeps a log of time, source, content, action, whom it was reported to and the result', () => {
    const logged = onDuty().takes('handler', 'log', {
      logAt: at(5, '08:25'),
      logSource: '山口村电话',
      logWhat: '后山有烟',
      logAction: '通知镇里核实',
      logReportedTo: '李范例',
      logResult: '误报，烧秸秆',
    })
    expect(logged.matter().fields).toMatchObject({ logSource: '山口村电话', logReportedTo: '李范例' })
  })

  test('is checked by those who are not on it', () => {
    const check: FormValues = { checkedAt: at(5, '08:25'), checkedHow: 'phone', spotResult: 'slow', circulated: 'yes' }
    onDuty()
      .takes('leader', 'spotCheck', check)
      .isIn('onDuty')
      .refuses('clerk', 'spotCheck', 'guard-refused', {}, check)
  })
})

describe('what the plan must say', () => {
  test('two officers at least, or why one will do', () => {
    planned({ officers: [MAIN] }).refuses('leader', 'publish', 'guard-refused')
    planned({ officers: [MAIN], aloneWhy: '县里批准镇街节假日一人值守' })
      .takes('leader', 'publish')
      .isIn('published')
  })

  test('the line of the desk, nobody’s mobile number', () => {
    expect(() => planned({ dutyPhone: '13812345678' })).toThrow(/form-invalid/)
    expect(planned({ dutyPhone: '0399 6010110' }).matter().fields['dutyPhone']).toBe('03996010110')
  })

  test('an end after its beginning, a desk that is one', () => {
    expect(() => planned({ endsAt: at(4, '08:30') })).toThrow(/form-invalid/)
    expect(() => planned({ dutyPost: 'clerk' })).toThrow(/form-invalid/)
  })
})

describe('a swap', () => {
  const after = [{ post: 'mediator', part: 'main' }, DEPUTY]
  const wish: FormValues = { swapReason: '当天要去市里开会', substitute: [{ post: 'mediator' }], officersAfter: after }
  const asked = () => published().takes('clerk', 'askSwap', wish).isIn('swapAsked')
  const consent: FormValues = { officers: after, officeTold: 'told' }

  test('needs the other officer and the duty leader, and is told to the office', () => {
    const swapped = asked().takes('mediator', 'agreeSwap').takes('leader', 'approveSwap', consent).isIn('published')
    expect(officersOf(swapped)).toEqual(['handler', 'mediator'])
    expect(swapped.matter().documents?.map(({ document }) => document)).toEqual(['swap'])
    swapped.at(at(5, '08:20')).refuses('clerk', 'signOn', 'out-of-scope', {}, signOn('09:00'))
    expect(swapped.at(at(5, '07:20')).offers('mediator')).toEqual(['signOn'])
  })

  test('without the consent of whoever swaps in is refused', () => {
    asked().refuses('leader', 'approveSwap', 'guard-refused', {}, consent)
  })

  test('is for the leader of this shift and no other', () => {
    const agreed = asked().takes('mediator', 'agreeSwap')
    agreed.refuses('dongpu-leader', 'approveSwap', 'out-of-scope', {}, consent)
    agreed.refuses('triage', 'approveSwap', 'role-required', {}, consent)
  })

  test('is never approved by whoever asked for it', () => {
    const own = planned({ officers: [{ post: 'leader', part: 'main' }, DEPUTY] })
      .takes('leader', 'publish')
      .takes('leader', 'askSwap', { ...wish, officersAfter: after })
      .takes('mediator', 'agreeSwap')
    own.refuses('leader', 'approveSwap', 'guard-refused', { guard: 'notTheHandler' }, consent)
    own.refuses('leader', 'refuseSwap', 'guard-refused', { guard: 'notTheHandler' }, { reason: '不换' })
  })

  test('that is refused or declined leaves the rota as it was, and may be asked again', () => {
    const refused = asked().takes('leader', 'refuseSwap', { reason: '敏感时段不换班' }).isIn('published')
    expect(officersOf(refused)).toEqual(['clerk', 'handler'])
    refused.takes('clerk', 'askSwap', wish).takes('mediator', 'declineSwap').isIn('published')
  })

  test('that nobody decided does not keep the officer off: the rota stands', () => {
    asked().at(just(5, '08:20')).takes('clerk', 'signOn', signOn('08:20')).isIn('onDuty')
  })
})

describe('the hand-over', () => {
  test('is signed by another than whoever leaves, one of those named', () => {
    left().refuses('clerk', 'accept', 'out-of-scope', {}, accepted)
    left().refuses('inspector', 'accept', 'out-of-scope', {}, accepted)
    onDuty()
      .at(just(6, '08:25'))
      .takes('clerk', 'leave', { ...list, handedTo: [{ post: 'clerk' }] })
      .refuses('clerk', 'accept', 'guard-refused', { guard: 'notTheHandler' }, accepted)
  })

  test('with items that nobody signed for is no hand-over: it cannot be checked and filed', () => {
    left().refuses('leader', 'check', 'step-not-open', {}, { checkNote: '好' })
  })

  test('of a list that is not clear goes back, and what is open is listed one by one', () => {
    left().takes('mediator', 'sendBack', { handoverWhy: '第二条没写报给谁' }).isIn('onDuty')
    onDuty()
      .at(just(6, '08:25'))
      .refuses(
        'clerk',
        'leave',
        'form-invalid',
        {},
        { summary: '平稳', anyOpen: 'some', handedTo: list['handedTo'] ?? [] },
      )
  })

  test('that is missing half an hour after the end is overdue and goes to the leader, who says why and ends it', () => {
    const silent = onDuty().waits(at(6, '09:11'))
    expect(silent.events().flatMap((event) => (event.type === 'MatterEscalated' ? event.raises : []))).toContain(
      'leader@qinglan',
    )
    silent
      .takes('leader', 'endUnhanded', { unhandedWhy: '接班的人路上堵车', unhandedDone: '由带班领导先接' })
      .isIn('unhanded')
  })

  test('is not given up before the shift is over', () => {
    onDuty().refuses('leader', 'endUnhanded', 'guard-refused', {}, { unhandedWhy: '没人', unhandedDone: '再说' })
  })
})

describe('who acts in the duty desk', () => {
  const acts = (told: Told, now: string) =>
    standInsOf(dutyV1, told.matter())
      .filter((each) => isNow(each, now))
      .map(({ postId, byPostId }) => [postId, byPostId])

  test('are the officers of the published shift, from its first minute to its last and not one longer', () => {
    const shift = published()
    expect(acts(shift, at(5, '08:29'))).toEqual([])
    expect(acts(shift, at(5, '08:30'))).toEqual([
      ['county-desk', 'clerk'],
      ['county-desk', 'handler'],
    ])
    expect(acts(shift, at(6, '08:29'))).toHaveLength(2)
    expect(acts(shift, at(6, '08:30'))).toEqual([])
  })

  test('are not those of a plan, a cancelled shift, or one that is handed over', () => {
    expect(acts(planned(), at(5, '09:00'))).toEqual([])
    expect(acts(published().takes('leader', 'cancel', { cancelReason: '并入' }), at(5, '09:00'))).toEqual([])
    const early = left().takes('mediator', 'accept', { ...accepted, handoverAt: at(6, '08:25') })
    expect(acts(early, at(6, '08:29'))).toEqual([])
  })
})

describe('nobody comes', () => {
  test('a quarter of an hour after the beginning it is overdue and goes to the leader', () => {
    const empty = published().waits(at(5, '08:51'))
    expect(empty.matter().clocks.find(({ deadline }) => deadline === 'signOn')?.state).toBe('overdue')
    expect(empty.events().some((event) => event.type === 'MatterEscalated')).toBe(true)
  })

  test('who cannot come says so, and the duty leader names another', () => {
    const away = published().takes('clerk', 'cannotCome', { absenceReason: '急诊' })
    expect(away.matter().raised?.at(-1)?.to).toEqual(['post:leader'])
    const other = [{ post: 'triage', part: 'main' }, DEPUTY]
    expect(
      officersOf(away.takes('leader', 'change', { leader: 'leader', officers: other, changeReason: '急诊' })),
    ).toEqual(['handler', 'triage'])
  })

  test('nobody stands in outside a swap: an officer names no other', () => {
    published().refuses('clerk', 'change', 'role-required')
  })

  test('who says why they cannot come does not cancel the shift; a leader does', () => {
    published().refuses('handler', 'cancel', 'role-required')
    published().takes('leader', 'cancel', { cancelReason: '并入上级统一值班' }).isIn('cancelled')
  })
})

const officersOf = (told: Told) =>
  (told.matter().holders ?? [])
    .filter(({ seat, state }) => seat === 'officers' && state !== 'refused')
    .map(({ id }) => id)
    .sort()
