import { describe, expect, test } from 'vitest'
import { caseNumbersAsKept, readCaseNumber } from './case-number.ts'

describe('the number of a court case', () => {
  test.each([
    ['（2026）浙0399民初123号', '（2026）浙0399民初123号'],
    ['(2026)浙0399民初123号', '（2026）浙0399民初123号'],
    ['〔2026〕 浙0399 民初 123 号', '（2026）浙0399民初123号'],
    ['［２０２６］浙０３９９民初１２３号', '（2026）浙0399民初123号'],
    ['（2025）浙0399诉前调8号', '（2025）浙0399诉前调8号'],
    ['（2025）浙03民终77号', '（2025）浙03民终77号'],
    ['（2025）浙民申5号', '（2025）浙民申5号'],
    ['（2024）最高法知民终901号', '（2024）最高法知民终901号'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(readCaseNumber(typed, 2026)).toBe(kept)
  })

  test.each([
    ['a year to come', '（2027）浙0399民初1号'],
    ['a year before there were such courts', '（1948）浙0399民初1号'],
    ['a year of two digits', '（26）浙0399民初1号'],
    ['no court', '（2026）民初1号'],
    ['a court of three digits', '（2026）浙039民初1号'],
    ['no letters of its kind', '（2026）浙03991号'],
    ['a leading zero', '（2026）浙0399民初0123号'],
    ['no number', '（2026）浙0399民初号'],
    ['no ending', '（2026）浙0399民初123'],
    ['the old 字第', '（2015）浙0399民初字第123号'],
    ['more behind it', '（2026）浙0399民初123号之一'],
    ['no brackets', '2026浙0399民初123号'],
  ])('%s is refused: %s', (_, typed) => {
    expect(readCaseNumber(typed, 2026)).toBeUndefined()
  })

  test.each([
    ['2026浙0399民初123', '(2026)浙0399民初123'],
    ['（2026）浙0399民初123号', '(2026)浙0399民初123号'],
    ['〔2026〕浙0399民初字第00123号', '(2026)浙0399民初123号'],
    ['(2026) 浙0399 民初 123 号', '(2026)浙0399民初123 号'],
    ['2026年浙0399民初第123号', '(2026)浙0399民初123号'],
    ['浙0399民初0123号', '浙0399民初123号'],
    ['幸福小区3号楼', '幸福小区3号楼'],
    ['第12批第3号', '第12批第3号'],
    ['0590', '0590'],
    ['安排[2026]第0077号', '安排[2026]第0077号'],
    ['[2026]浙0399民初123号', '(2026)浙0399民初123号'],
  ])('a search for %s asks for %s', (typed, asked) => {
    expect(caseNumbersAsKept(typed)).toBe(asked)
  })
})
