import { expect, test } from 'vitest'
import { reportV1 } from '../../procedures/report/v1/procedure.ts'
import { promisedPeriod } from './promised-clock.ts'
import { publicWords } from './words/words.ts'

const promised = (locale: 'zh' | 'en', overrides: Parameters<typeof promisedPeriod>[1]['overrides'] = {}) => {
  const period = promisedPeriod(reportV1, { overrides })
  const words = publicWords(locale)
  const limit = period ? words.within[period.unit](period.length) : words.inTime
  return [words.promises(limit).at(-1), words.how(limit)[1]?.[0]]
}

test('what residents are promised is the time limit of the rule', () => {
  expect(promised('zh')).toEqual(['15日内告诉您受理没有、归谁办', '15日内'])
  expect(promised('en')).toEqual(['We say within 15 days whether and by whom it is handled', 'Within 15 days'])
})

test('or the county’s own', () => {
  const own = { 'report.tell': { length: 10, unit: 'workingDay', document: '清政办〔2026〕3号' } } as const
  expect(promised('zh', own)).toEqual(['10个工作日内告诉您受理没有、归谁办', '10个工作日内'])
  expect(promised('en', own)[1]).toBe('Within 10 working days')
})
