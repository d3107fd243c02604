import { describe, expect, test } from 'vitest'
import { errorText } from './error-text.ts'
import type { ErrorCode } from './errors.ts'
import { GUARD_TEXT } from './guard-text.ts'

const zh = (code: ErrorCode, details: Record<string, unknown> = {}) => errorText(code, details, 'zh')

describe('the wording of a refusal', () => {
  test('it says who can', () => {
    expect(zh('role-required', { roles: ['verifier', 'system'] })).toBe('这一步由复查岗办')
    expect(zh('guard-refused', { guard: 'notTheHandler' })).toBe('复查不能由经办人做')
    expect(errorText('role-required', { roles: ['clerk', 'leader'] }, 'en')).toBe('For: Intake clerk, Leader in charge')
  })

  test('it says by when and how much', () => {
    const applyBefore = { length: 15, unit: 'calendarDay' }
    expect(zh('extension-refused', { rule: 'too-late', applyBefore })).toBe('延期要在到期15日前提出，现在晚了')
    expect(zh('extension-refused', { rule: 'too-long', max: { length: 6, unit: 'month' } })).toBe('最多延长6个月')
    expect(zh('file-refused', { rule: 'too-large', limit: 20 * 1024 * 1024 })).toBe('文件太大，最大20 MB')
    expect(zh('too-many-requests', { retryAfter: 90 })).toBe('操作太密，2分钟后再试')
    expect(zh('still-in-use', { units: 0, posts: 2, matters: 3 })).toBe('还有2个岗位、3件没办完的事，先移走再停用')
    expect(zh('form-invalid', { issues: [{}, {}] })).toBe('有2处要改')
  })

  test('details from elsewhere never break it', () => {
    expect(zh('guard-refused', { guard: 'constructor' })).toBe('还不满足这一步的条件')
    expect(zh('role-required', { roles: 'all' })).toBe('这一步不归你的岗位办')
    expect(zh('extension-refused')).toBe('这个期限不能延长')
  })

  test('no Chinese wording holds an English word', () => {
    const wordings = Object.values(GUARD_TEXT).map((text) => text.zh)
    for (const wording of wordings) expect(wording).not.toMatch(/[A-Za-z]/)
  })
})
