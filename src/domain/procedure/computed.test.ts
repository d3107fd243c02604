import { describe, expect, test } from 'vitest'
import { DIRECTORY } from '../../testing/people.ts'
import { issueText } from '../wording/issue-text.ts'
import { text } from '../wording/text.ts'
import { computedValue, levelInBands, loweredIn, withComputed } from './computed.ts'
import type { Form, FormValues } from './form.ts'
import { checkForm } from './form-check.ts'

const title = text('问', 'Question')
const number = { kind: 'number', title } as const
const grade = (...worths: number[]) => ({
  ...number,
  required: true as const,
  scale: worths.map((worth) => ({ worth, title: text(`${worth}分`, `${worth}`) })),
})

/** Operating conditions by likelihood, exposure and consequence (LEC, Graham and Kinney). */
const lec: Form = {
  title,
  fields: {
    likelihood: grade(0.1, 0.2, 0.5, 1, 3, 6, 10),
    exposure: grade(0.5, 1, 2, 3, 6, 10),
    consequence: grade(1, 3, 7, 15, 40, 100),
    value: {
      ...number,
      title: text('风险值', 'Risk value'),
      required: true,
      computed: { product: ['likelihood', 'exposure', 'consequence'] },
    },
    level: {
      kind: 'level',
      title,
      required: true,
      bands: {
        of: 'value',
        from: [
          { atLeast: 0, level: 'low' },
          { atLeast: 70, level: 'general' },
          { atLeast: 160, level: 'serious' },
          { atLeast: 320, level: 'major' },
        ],
        lowerBecause: 'why',
      },
    },
    why: { kind: 'text', title: text('从低的理由', 'Why lower') },
  },
}
const context = { directory: DIRECTORY, now: '2026-03-02T01:00:00.000Z' }
const answered = (more: FormValues = {}) => ({ likelihood: 6, exposure: 3, consequence: 15, ...more })
const check = (values: FormValues, answeredBy: 'person' | 'ledger' = 'person') =>
  checkForm(lec, values, { ...context, answeredBy })

describe('a number worked out from others', () => {
  test('is recorded with the level it stands for', () => {
    expect(check(answered())).toEqual({ values: { ...answered(), value: 270, level: 'serious' }, issues: [] })
    expect(check(answered({ likelihood: 0.1, exposure: 0.5 })).values).toMatchObject({ value: 0.75, level: 'low' })
  })

  test('is missing only because the answers before it are', () => {
    expect(check({ likelihood: 6 }).issues.map(({ field }) => field)).toEqual([
      'exposure',
      'consequence',
      'value',
      'level',
    ])
  })

  test('is refused when another comes', () => {
    const { issues } = check(answered({ value: 100 }))
    expect(issues).toEqual([{ field: 'value', rule: 'not-as-computed', limit: 270 }])
    expect(issueText(issues[0] as (typeof issues)[0], lec, 'zh')).toBe('“风险值”按前面填的算出来是270，不另填')
  })

  test('comes from a scale and nothing between', () => {
    expect(check(answered({ likelihood: 5 })).issues).toContainEqual({
      field: 'likelihood',
      rule: 'not-an-option',
      limit: '0.1、0.2、0.5、1、3、6、10',
    })
  })

  test('may be a sum, or a sum over rows', () => {
    expect(computedValue({ sum: ['a', 'b'] }, { a: 0.1, b: '0.2' })).toBe(0.3)
    expect(computedValue({ sum: ['a', 'b'] }, { a: 1 })).toBeUndefined()
    expect(computedValue({ sum: 'rows', of: 'points' }, { rows: [{ points: 3 }, {}, { points: '2' }] })).toBe(5)
  })

  test('stands there while the form is filled in', () => {
    expect(withComputed(lec.fields, answered())).toMatchObject({ value: 270 })
    expect(withComputed(lec.fields, { likelihood: 6 })).toMatchObject({ value: undefined })
  })
})

describe('a level by its number', () => {
  test('below it needs a reason, and is known as lowered', () => {
    expect(check(answered({ level: 'general' })).issues).toEqual([
      { field: 'why', rule: 'lower-than-computed', limit: 'serious' },
    ])
    const lowered = check(answered({ level: 'general', why: '已经停用' }))
    expect(lowered.issues).toEqual([])
    expect(loweredIn(lec.fields, lowered.values)).toEqual({
      computed: 'serious',
      chosen: 'general',
      because: '已经停用',
    })
    expect(issueText({ field: 'why', rule: 'lower-than-computed', limit: 'serious' }, lec, 'zh')).toBe(
      '按分值是较大，定得更低要写“从低的理由”',
    )
  })

  test('above it needs none', () => {
    const higher = check(answered({ level: 'major' }))
    expect(higher.issues).toEqual([])
    expect(loweredIn(lec.fields, higher.values)).toBeUndefined()
  })

  test('is what an old ledger says it was', () => {
    expect(check(answered({ value: 100, level: 'low' }), 'ledger').issues).toEqual([])
  })

  test('may rest on several numbers: the highest counts, of those that are answered', () => {
    const from = (second: number) => [
      { atLeast: 0, level: 'low' as const },
      { atLeast: second, level: 'general' as const },
    ]
    const bands = { of: 'deaths', from: from(3), and: [{ of: 'injured', from: from(10) }], lowerBecause: 'why' }
    expect(levelInBands(bands, { deaths: 0, injured: 10 })).toBe('general')
    expect(levelInBands(bands, { deaths: 3, injured: 0 })).toBe('general')
    expect(levelInBands(bands, { deaths: 2 })).toBe('low')
    expect(levelInBands(bands, {})).toBeUndefined()
  })
})

describe('over rows', () => {
  const rows = [
    { result: 'ok', points: 10 },
    { result: 'failed', points: 15, veto: true },
    { result: 'failed', points: 5 },
    { result: 'none', points: 5 },
  ]
  const failed = { field: 'result', is: ['failed'] }

  test('all of them are counted, or those that answer so', () => {
    expect(computedValue({ count: 'rows' }, { rows })).toBe(4)
    expect(computedValue({ count: 'rows', where: [failed] }, { rows })).toBe(2)
    expect(computedValue({ count: 'rows', where: [failed, { field: 'veto', is: ['yes'] }] }, { rows })).toBe(1)
    expect(computedValue({ count: 'rows' }, {})).toBeUndefined()
  })

  test('a column is added up over those that answer so', () => {
    expect(computedValue({ sum: 'rows', of: 'points', where: [failed] }, { rows })).toBe(20)
  })
})

test('a number less others, and one in hundredths of another to a tenth', () => {
  expect(computedValue({ from: 'full', less: ['lost'] }, { full: 100, lost: 12.5 })).toBe(87.5)
  expect(computedValue({ share: 'ok', outOf: 'asked' }, { ok: 2, asked: 3 })).toBe(66.7)
  expect(computedValue({ share: 'ok', outOf: 'asked' }, { ok: 0, asked: 0 })).toBeUndefined()
})
