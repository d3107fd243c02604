import { describe, expect, test } from 'vitest'
import { queryTerms, searchTerms, termsOfMatter } from './search-terms.ts'

describe('search terms', () => {
  test('Chinese is cut into pairs, words and numbers stay whole, width and case make no difference', () => {
    expect(searchTerms('柳河村3号楼 ＡＢＣ公司')).toEqual(['柳河', '河村', '3', '号楼', 'abc', '公司'])
    expect(searchTerms('井')).toEqual(['井'])
    expect(searchTerms('𠮷野家')).toEqual(['𠮷野', '野家'])
    expect(searchTerms('路灯路灯')).toEqual(['路灯', '灯路'])
    expect(searchTerms(' ，。')).toEqual([])
  })

  test('a long title does not keep the place from being found', () => {
    const title = Array.from({ length: 200 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('')
    const stored = termsOfMatter({ reference: 'SQ-2026-0001', title, place: '下塘村三组', sourceNumber: '信访17' })
    expect(stored).toEqual(expect.arrayContaining(queryTerms('下塘村三组')))
  })

  test('a long text gives 600 terms at most', () => {
    expect(searchTerms(Array.from({ length: 5000 }, (_, index) => `w${index}`).join(' '))).toHaveLength(600)
  })

  test('a search leaves out a lone character, which is stored only inside pairs', () => {
    expect(queryTerms('井 路灯')).toEqual(['路灯'])
    expect(queryTerms('井')).toEqual([])
    expect(queryTerms('YH-2026-0417')).toEqual(['yh', '2026', '0417'])
  })

  test('a text is found by each part of it that is cut between words', () => {
    const stored = searchTerms('青禾农资仓库：安全出口锁闭')
    for (const part of ['青禾', '农资仓库', '安全出口', '出口锁闭'])
      expect(stored).toEqual(expect.arrayContaining(queryTerms(part)))
  })
})
