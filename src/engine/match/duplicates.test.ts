import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { type Comparable, commonShare, rankDuplicates, similarity } from './duplicates.ts'
import { searchTerms } from './search-terms.ts'

/** Chinese sentence pairs with the label "same meaning" (PAWS-X); not part of the repository. */
const PAIRS = process.env['ANLAN_PARAPHRASE_PAIRS'] ?? '../shared/data/zh-paraphrase-pawsx/pairs.csv'

const LIUHE = '/county/dongpu/liuhe/'
const report = (
  title: string,
  placePath: string | undefined,
  day: string,
  category = 'lamp',
): Comparable & { title: string } => ({
  title,
  terms: searchTerms(title),
  category,
  openedAt: `${day}T02:00:00.000Z`,
  ...(placePath ? { placePath } : {}),
})

describe('finding reports of the same thing', () => {
  const candidate = report('柳河村村口路灯不亮', LIUHE, '2026-09-28')
  const others = [
    report('村口的路灯坏了三天，柳河村', LIUHE, '2026-09-26'),
    report('东岭村村口路灯不亮', '/county/xiling/dongling/', '2026-09-28'),
    report('路灯不亮', '/county/dongpu/', '2026-09-20'),
    report('拖欠工资三个月', LIUHE, '2026-09-28', 'wages'),
    report('小区电梯经常停运', LIUHE, '2026-09-28', 'lift'),
  ]

  test('the same lamp in other words comes before the same words about another village', () => {
    const titles = rankDuplicates(candidate, others, 5).map(({ other }) => other.title)
    expect(titles).toEqual(['路灯不亮', '村口的路灯坏了三天，柳河村', '东岭村村口路灯不亮'])
    expect(rankDuplicates(candidate, others, 1)).toHaveLength(1)
  })

  test('place, category and day do not make duplicates of texts with nothing in common', () => {
    const same = report('拖欠工资三个月', LIUHE, '2026-09-28')
    expect(similarity(candidate, same)).toBe(0)
  })

  test('it is the same from both sides, and a matter is most like itself', () => {
    for (const other of others) expect(similarity(candidate, other)).toBe(similarity(other, candidate))
    expect(similarity(candidate, candidate)).toBe(1)
    expect(similarity({ terms: [] }, { terms: [] })).toBe(0)
  })

  test('everyday ways of saying the same pass, other matters of the same place do not', () => {
    const sayings: [string, string][] = [
      ['青禾农资仓库安全出口锁闭', '青禾农资仓库：安全出口上锁，打不开'],
      ['幸福小区电梯经常停运', '幸福小区3号楼电梯老是坏'],
      ['下水道堵塞污水外溢', '污水从井盖冒出来，下水道堵了'],
      ['夜间施工噪音扰民', '工地半夜施工，吵得睡不着'],
    ]
    const reports = sayings.map(([said]) => report(said, LIUHE, '2026-09-28'))
    for (const [said, other] of sayings) {
      const found = rankDuplicates(report(other, LIUHE, '2026-09-27'), reports, 5)
      expect(found.map((one) => one.other.title)).toEqual([said])
    }
  })
})

test.skipIf(!existsSync(PAIRS))(`paraphrases share terms, unrelated sentences do not (needs ${PAIRS})`, () => {
  const rows = parse(readFileSync(PAIRS, 'utf8'), { columns: true }) as Record<string, string>[]
  const terms = rows.map((row) => [searchTerms(row['sentence1'] ?? ''), searchTerms(row['sentence2'] ?? '')] as const)
  const above = (shares: number[]) => shares.filter((share) => share >= 0.2).length / shares.length
  const paraphrases = terms.flatMap(([a, b], index) => (rows[index]?.['label'] === '1' ? [commonShare(a, b)] : []))
  const unrelated = terms.map(([a], index) => commonShare(a, terms[(index + 100) % terms.length]?.[1] ?? []))
  expect(paraphrases.length).toBeGreaterThan(100)
  expect(above(paraphrases)).toBeGreaterThan(0.93)
  expect(above(unrelated)).toBeLessThan(0.02)
})
