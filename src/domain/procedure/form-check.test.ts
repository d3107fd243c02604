import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Directory } from '../unit/unit.ts'
import type { Issue } from '../wording/errors.ts'
import { issueText } from '../wording/issue-text.ts'
import { text } from '../wording/text.ts'
import type { Field, FieldKind, FieldOf, Form } from './form.ts'
import { type CheckContext, checkForm } from './form-check.ts'

const directory: Directory = {
  units: { dongpu: { id: 'dongpu', path: '/county/dongpu/', kind: 'township', name: text('东浦镇', 'Dongpu') } },
  posts: {
    check: { id: 'check', unitId: 'dongpu', title: text('复查岗', 'Verifier'), roles: ['verifier'] },
    desk: { id: 'desk', unitId: 'dongpu', title: text('受理岗', 'Clerk'), roles: ['clerk'] },
  },
}
const context: CheckContext = { directory, now: '2026-03-02T01:00:00.000Z' }
type Untitled = { [K in FieldKind]: Omit<FieldOf<K>, 'title'> }[FieldKind]
const named = (zh: string, field: Untitled): Field => ({ title: text(zh, zh), ...field })
const form = (fields: Record<string, Field>): Form => ({ title: text('表', 'Form'), fields })
const answer = (field: Untitled, value: unknown) => {
  const { values, issues } = checkForm(form({ it: named('它', field) }), { it: value }, context)
  return issues.length > 0 ? issues.map(({ rule }) => rule).join() : values['it']
}
const file = { sha256: 'a'.repeat(64), name: '现场.jpg', type: 'image/jpeg', size: 12 }

describe('checking a form', () => {
  test('texts are trimmed, and a text of blanks is no answer', () => {
    expect(answer({ kind: 'text' }, '  路灯不亮 ')).toBe('路灯不亮')
    expect(answer({ kind: 'text', required: true }, ' \n ')).toBe('required')
    expect(answer({ kind: 'text' }, '一\r\n二')).toBe('一 二')
    expect(answer({ kind: 'longText' }, '一\r\n二')).toBe('一\n二')
  })

  test('a text holds 200 characters unless the form says otherwise, and a rare character is one', () => {
    expect(answer({ kind: 'text' }, '字'.repeat(201))).toBe('too-long')
    expect(answer({ kind: 'text', max: 2 }, '𠮷野家')).toBe('too-long')
    expect(answer({ kind: 'text', max: 3 }, '𠮷野家')).toBe('𠮷野家')
    expect(answer({ kind: 'text', min: 4 }, '太短了')).toBe('too-short')
  })

  test('what no database could keep is refused', () => {
    expect(answer({ kind: 'text' }, 'a\u0000b')).toBe('wrong-type')
    expect(answer({ kind: 'longText' }, 'half \ud83d pair')).toBe('wrong-type')
  })

  test('numbers may come as words, money is whole fen', () => {
    expect(answer({ kind: 'number' }, ' 3.5 ')).toBe(3.5)
    expect(answer({ kind: 'number', min: 0 }, -1)).toBe('too-small')
    expect(answer({ kind: 'number', max: 5 }, '6')).toBe('too-large')
    expect(answer({ kind: 'number' }, Number.NaN)).toBe('wrong-type')
    expect(answer({ kind: 'number' }, '1e5')).toBe('wrong-type')
    expect(answer({ kind: 'money' }, 12.5)).toBe('wrong-type')
  })

  test('a date is a day of the calendar', () => {
    expect(answer({ kind: 'date' }, '2028-02-29')).toBe('2028-02-29')
    for (const wrong of ['2026-02-29', '2026-2-9', '20260209', '0001-01-01', '9999-01-01', 20260209]) {
      expect(answer({ kind: 'date' }, wrong), String(wrong)).toBe('not-a-date')
    }
  })

  test('a time without a zone is China time', () => {
    expect(answer({ kind: 'dateTime' }, '2026-09-28T09:12')).toBe('2026-09-28T01:12:00.000Z')
    expect(answer({ kind: 'dateTime' }, '2026-09-28T09:12:30+00:00')).toBe('2026-09-28T09:12:30.000Z')
    expect(answer({ kind: 'dateTime' }, '2026-09-28T25:12')).toBe('not-a-date')
    expect(answer({ kind: 'dateTime' }, '2026-02-30T09:12Z')).toBe('not-a-date')
  })

  test('only listed options may be chosen, and the names every object inherits are not options', () => {
    const options = { road: text('道路', 'Road'), lamp: text('路灯', 'Lamp') }
    expect(answer({ kind: 'choice', options }, 'lamp')).toBe('lamp')
    expect(answer({ kind: 'choice', options }, 'constructor')).toBe('not-an-option')
    expect(answer({ kind: 'choices', options }, ['lamp', 'road', 'lamp'])).toEqual(['lamp', 'road'])
    expect(answer({ kind: 'choices', options }, 'lamp')).toEqual(['lamp'])
    expect(answer({ kind: 'choices', options }, ['lamp', 'tree'])).toBe('not-an-option')
    expect(answer({ kind: 'choices', options, required: true }, [])).toBe('required')
    expect(answer({ kind: 'level' }, 'major')).toBe('major')
    expect(answer({ kind: 'level', options: { low: text('低', 'Low') } }, 'major')).toBe('not-an-option')
    expect(answer({ kind: 'yesNo' }, 'no')).toBe(false)
    expect(answer({ kind: 'yesNo', required: true }, false)).toBe(false)
  })

  test('a unit and a post must exist, and the post must carry the role', () => {
    expect(answer({ kind: 'unit' }, 'dongpu')).toBe('dongpu')
    expect(answer({ kind: 'unit' }, 'toString')).toBe('not-a-unit')
    expect(answer({ kind: 'post', roles: ['verifier'] }, 'check')).toBe('check')
    expect(answer({ kind: 'post', roles: ['verifier'] }, 'desk')).toBe('not-a-post')
  })

  test('files are references to what is stored, and nothing else of them is kept', () => {
    expect(answer({ kind: 'files' }, [{ ...file, path: '/etc' }])).toEqual([file])
    expect(answer({ kind: 'files', min: 2 }, [file])).toBe('too-short')
    expect(answer({ kind: 'files', required: true }, [])).toBe('required')
    expect(answer({ kind: 'files' }, [{ ...file, sha256: 'x' }])).toBe('wrong-type')
  })

  test('a field is only required when its condition holds', () => {
    const conditional = form({
      consent: named('同意', { kind: 'yesNo', required: true }),
      reason: named('理由', { kind: 'text', required: true, when: { field: 'consent', is: ['no'] } }),
    })
    expect(checkForm(conditional, { consent: true }, context).issues).toEqual([])
    expect(checkForm(conditional, { consent: 'no' }, context).issues).toEqual([{ field: 'reason', rule: 'required' }])
  })

  test('each row is checked and named by its place', () => {
    const rows = form({
      problems: named('问题清单', {
        kind: 'items',
        required: true,
        max: 2,
        fields: { title: named('标题', { kind: 'text', required: true, max: 5 }) },
      }),
    })
    const check = (problems: unknown) => checkForm(rows, { problems }, context).issues
    expect(check([])).toEqual([{ field: 'problems', rule: 'required' }])
    expect(check([{ title: '一' }, { title: '一二三四五六' }, {}])).toEqual([
      { field: 'problems.1.title', rule: 'too-long', limit: 5 },
      { field: 'problems.2.title', rule: 'required' },
      { field: 'problems', rule: 'too-long', limit: 2 },
    ])
    expect(check([{ title: '一', extra: 1 }])).toEqual([{ field: 'problems.0.extra', rule: 'unknown-field' }])
    expect(check('一')).toEqual([{ field: 'problems', rule: 'wrong-type' }])
  })

  test('what the form does not know is refused, and kept', () => {
    const { values, issues } = checkForm(form({}), JSON.parse('{"x":1,"__proto__":{"y":1}}'), context)
    expect(values).toEqual({ x: 1 })
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype)
    expect(issues.map(({ field }) => field)).toEqual(['x', '__proto__'])
    expect(checkForm(form({}), ['x'], context).issues).toEqual([{ field: '', rule: 'wrong-type' }])
  })

  test('null clears an earlier answer, but not a required one', () => {
    expect(answer({ kind: 'text' }, null)).toBe(null)
    expect(answer({ kind: 'text', required: true }, null)).toBe('required')
  })

  test('checking again what was accepted changes nothing', () => {
    const kinds = [
      'text',
      'longText',
      'number',
      'money',
      'date',
      'dateTime',
      'yesNo',
      'files',
      'unit',
      'level',
    ] as const
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.oneof(fc.anything(), fc.string({ unit: 'binary' })), (kind, value) => {
        const it = form({ it: named('它', { kind }) })
        const once = checkForm(it, { it: value }, context)
        if (once.issues.length > 0) return
        expect(checkForm(it, once.values, context)).toEqual(once)
      }),
      { numRuns: 500 },
    )
  })
})

describe('the wording of an issue', () => {
  const wording = form({
    deadline: named('整改期限', { kind: 'date' }),
    cost: named('费用', { kind: 'money' }),
    photos: named('照片', { kind: 'files' }),
    problems: named('问题清单', { kind: 'items', fields: { title: named('标题', { kind: 'text' }) } }),
  })
  const says = (issue: Issue) => issueText(issue, wording, 'zh')

  test('it names the field and what would be right', () => {
    expect(says({ field: 'deadline', rule: 'required' })).toBe('“整改期限”要填')
    expect(says({ field: 'problems.0.title', rule: 'too-long', limit: 200 })).toBe('“问题清单”第1行“标题”最多200个字')
    expect(says({ field: 'photos', rule: 'too-short', limit: 2 })).toBe('“照片”最少2个文件')
    expect(says({ field: 'cost', rule: 'too-large', limit: 1_000_050 })).toBe('“费用”不能大于10000.5')
    expect(issueText({ field: 'deadline', rule: 'required' }, undefined, 'en')).toBe('Fill in “deadline”')
    expect(issueText({ field: 'newPassword', rule: 'too-easy' }, undefined, 'zh')).toMatch(/^“新密码”太容易猜到/)
  })
})
