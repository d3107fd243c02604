import { describe, expect, test } from 'vitest'
import { issueText } from '../wording/issue-text.ts'
import { text } from '../wording/text.ts'
import type { Form, FormValues } from './form.ts'
import { type CheckContext, checkForm } from './form-check.ts'

const form: Form = {
  title: text('责令整改', 'Order'),
  fields: {
    foundOn: { kind: 'date', title: text('排查日期', 'Found on'), notAfter: 'today' },
    servedOn: {
      kind: 'date',
      title: text('送达日期', 'Served on'),
      notBefore: { field: 'foundOn' },
      notAfter: 'today',
    },
    reportedAt: { kind: 'dateTime', title: text('上报时间', 'Reported at'), notBefore: 'opening', notAfter: 'today' },
    rectifyBy: { kind: 'date', title: text('整改期限', 'Rectify by'), notBefore: 'today' },
    parts: {
      kind: 'items',
      title: text('清单', 'Parts'),
      fields: { dueOn: { kind: 'date', title: text('时限', 'Due'), notBefore: { field: 'servedOn' } } },
    },
  },
}
const context: CheckContext = {
  directory: { units: {}, posts: {} },
  // 2026-03-02 09:00 in China.
  now: '2026-03-02T01:00:00.000Z',
  openedAt: '2026-02-20T02:00:00.000Z',
}
const said = (values: FormValues, more: Partial<CheckContext> = {}) => {
  const { issues } = checkForm(form, values, { ...context, ...more })
  return issues.flatMap((issue) => [issueText(issue, form, 'zh'), issueText(issue, form, 'en')])
}

describe('a day that cannot be', () => {
  test('what was found is not found tomorrow, and what is due is not due yesterday', () => {
    expect(said({ foundOn: '2031-01-01' })).toEqual([
      '“排查日期”不能晚于今天（2026-03-02）',
      '“Found on” cannot be after today (2026-03-02)',
    ])
    expect(said({ rectifyBy: '2020-01-01' })).toEqual([
      '“整改期限”不能早于今天（2026-03-02）',
      '“Rectify by” cannot be before today (2026-03-02)',
    ])
    expect(said({ foundOn: '2026-03-02', rectifyBy: '2026-03-02' })).toEqual([])
  })

  test('today is the day in China, whatever the day elsewhere', () => {
    expect(said({ foundOn: '2026-03-03' }, { now: '2026-03-02T16:30:00.000Z' })).toEqual([])
  })

  test('one date keeps to another of the same form, of an earlier form, or to the day of registering', () => {
    expect(said({ foundOn: '2026-02-25', servedOn: '2026-02-24' })[0]).toBe(
      '“送达日期”不能早于“排查日期”（2026-02-25）',
    )
    expect(said({ servedOn: '2026-02-24' }, { earlier: { foundOn: '2026-02-25' } })).toHaveLength(2)
    expect(said({ servedOn: '2026-02-19' })).toHaveLength(2)
    expect(said({ servedOn: '2026-02-20' })).toEqual([])
  })

  test('a moment later today is still to come', () => {
    expect(said({ reportedAt: '2026-03-02T09:30' })[0]).toBe('“上报时间”不能晚于今天（2026-03-02）')
    expect(said({ reportedAt: '2026-03-02T08:30' })).toEqual([])
    expect(said({ reportedAt: '2026-02-19T23:59' })[0]).toBe('“上报时间”不能早于登记那天（2026-02-20）')
  })

  test('of two moments the order within the day counts: nothing is reported before it was known', () => {
    const moments: Form = {
      title: text('首报', 'First report'),
      fields: {
        knownAt: { kind: 'dateTime', title: text('得知时间', 'Known at'), notAfter: 'today' },
        toldAt: {
          kind: 'dateTime',
          title: text('首报时间', 'Reported at'),
          notBefore: { field: 'knownAt' },
          notAfter: 'today',
        },
      },
    }
    const issues = (toldAt: string) =>
      checkForm(moments, { knownAt: '2026-03-02T08:40', toldAt }, context).issues.map((issue) =>
        issueText(issue, moments, 'zh'),
      )
    expect(issues('2026-03-02T08:39')).toEqual(['“首报时间”不能早于“得知时间”（2026-03-02 08:40）'])
    expect(issues('2026-03-02T08:40')).toEqual([])
  })

  test('a row keeps to the answers around it, and is named by its place', () => {
    expect(said({ servedOn: '2026-03-01', parts: [{ dueOn: '2026-03-05' }, { dueOn: '2026-02-27' }] })[0]).toBe(
      '“清单”第2行“时限”不能早于“送达日期”（2026-03-01）',
    )
  })

  test('no date is before 1949 or after 2100, bound or not', () => {
    for (const day of ['1948-12-31', '2101-01-01', '0001-01-01', '9999-12-31'])
      expect(said({ rectifyBy: day })[0], day).toContain('要填日历上有的日期')
    expect(said({ rectifyBy: '2100-12-31' })).toEqual([])
  })

  test('what a person asked for yesterday is not refused today when the matter is opened', () => {
    expect(said({ rectifyBy: '2026-03-01' }, { answeredBy: 'parent' })).toEqual([])
    expect(said({ foundOn: '2031-01-01' }, { answeredBy: 'ledger' })).toHaveLength(2)
  })
})
