import { describe, expect, test } from 'vitest'
import { personalOf } from '../../domain/procedure/form.ts'
import { given } from '../../testing/given.ts'
import { breachV1 } from './v1/procedure.ts'

const FOUND = {
  title: '旧电脑上有一份登记表',
  category: 'leaked',
  certain: 'possible',
  foundOn: '2026-03-02',
  what: '一台报废电脑没有清除登记表',
}
const ASSESSED = {
  dataKinds: '联系方式',
  sensitive: 'no',
  howMany: 12,
  cause: '报废前没有清除',
  harm: '可能接到骚扰电话',
}
const NOTICE = {
  noticeKinds: '联系方式',
  noticeCause: '报废前没有清除',
  noticeHarm: '可能接到骚扰电话',
  noticeMeasures: '收回并清除',
  noticeContact: '县信息中心值班室',
}
const TO_AUTHORITY = { ...NOTICE, authority: '县网信部门', authorityOn: '2026-03-02' }
const TO_PERSONS = { ...NOTICE, noticeAdvice: '不接陌生来电', personsHow: 'each', personsOn: '2026-03-02' }

const found = () => given(breachV1, 'handler', FOUND)
const assessed = (avertable = 'no') =>
  found()
    .takes('handler', 'contain', { containment: '断网、收回' })
    .takes('handler', 'assess', { ...ASSESSED, avertable })
    .isIn('telling')
const told = () =>
  assessed().takes('handler', 'tellAuthority', TO_AUTHORITY).takes('handler', 'tellPersons', TO_PERSONS)
const mended = () =>
  told()
    .takes('handler', 'beginMending')
    .takes('handler', 'reportMended', { mending: '全部清除，登记报废流程' })
    .isIn('checking')

describe('a breach of personal data', () => {
  test('is contained, assessed, told to authority and persons, mended, checked and closed', () => {
    const closed = mended()
      .takes('verifier', 'acceptMending')
      .isIn('reviewing')
      .takes('leader', 'close', { lesson: '报废前清除写进流程' })
      .isIn('closed')
      .matter()
    expect(closed.documents?.map(({ document }) => document)).toEqual(['toAuthority', 'toPersons'])
    expect(closed.clocks.every(({ state }) => state === 'met' || state === 'cancelled')).toBe(true)
  })

  test('is not mended before authority and persons are told', () => {
    assessed().refuses('handler', 'beginMending', 'guard-refused')
    assessed().takes('handler', 'tellAuthority', TO_AUTHORITY).refuses('handler', 'beginMending', 'guard-refused')
    assessed().takes('handler', 'tellPersons', TO_PERSONS).refuses('handler', 'beginMending', 'guard-refused')
  })

  test('persons are left untold only where the harm is averted, by a leader who did not handle it, with the reason', () => {
    const why = { notToldReason: '收回前没有人打开过' }
    assessed('no').refuses('leader', 'tellNobody', 'guard-refused', {}, why)
    assessed('yes')
      .refuses('handler', 'tellNobody', 'role-required', {}, why)
      .takes('handler', 'tellAuthority', TO_AUTHORITY)
      .takes('leader', 'tellNobody', why)
      .takes('handler', 'beginMending')
      .isIn('mending')
  })

  test('a notice says kinds, cause, harm, measures and whom to ask', () => {
    for (const name of Object.keys(NOTICE))
      assessed().refuses('handler', 'tellPersons', 'form-invalid', {}, { ...TO_PERSONS, [name]: '' })
  })

  test('is checked by another, who may return it', () => {
    mended().refuses('handler', 'acceptMending', 'guard-refused', { guard: 'notTheHandler' })
    mended().refuses('handler', 'returnMending', 'guard-refused', { guard: 'notTheHandler' }, { reason: '没清完' })
    mended().takes('leader', 'returnMending', { reason: '还有一台' }).isIn('mending')
  })

  test('opens a review and a rectification, and is closed when they are', () => {
    const ordered = mended()
      .takes('leader', 'acceptMending')
      .takes('leader', 'orderRectification', {
        rectifyTitle: '报废设备清除',
        rectifyMeasure: '逐台清除并登记',
        rectifyUnit: 'dongpu',
        rectifyBy: '2026-04-01',
      })
      .takes('leader', 'startReview', { reviewTitle: '报废设备', reviewSubject: 'other', reviewReason: '为什么没清除' })
    expect(ordered.matter().openChildCount).toBe(2)
    ordered.refuses('leader', 'close', 'guard-refused', { guard: 'allChildrenDone' }, { lesson: '完' })
  })

  test('that did not happen is ended by a leader who did not handle it', () => {
    found().takes('leader', 'closeUnfounded', { reason: '查过，电脑里是空的' }).isIn('unfounded')
    found().refuses('handler', 'closeUnfounded', 'role-required', {}, { reason: '没有' })
  })

  test('holds nothing about anybody', () => {
    const fields = Object.values(breachV1.forms).flatMap((form) => Object.values(form.fields))
    expect(fields.filter((field) => personalOf(field))).toEqual([])
    expect(fields.filter(({ kind }) => kind === 'files')).toEqual([])
  })
})
