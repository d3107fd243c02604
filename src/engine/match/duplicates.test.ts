import { describe, expect, test } from 'vitest'
import { type Comparable, rankDuplicates, rarityIn, similarity } from './duplicates.ts'
import { searchTerms } from './search-terms.ts'

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

/** Rarity as it is when these are the recent matters. */
function rarityAmong(matters: readonly Comparable[]) {
  const counts = new Map<string, number>()
  for (const { terms } of matters) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return rarityIn(matters.length, counts)
}

describe('finding reports of the same thing', () => {
  const candidate = report('柳河村村口路灯不亮', LIUHE, '2026-09-28')
  const others = [
    report('村口的路灯坏了三天，柳河村', LIUHE, '2026-09-26'),
    report('东岭村村口路灯不亮', '/county/xiling/dongling/', '2026-09-28'),
    report('拖欠工资三个月', LIUHE, '2026-09-28', 'wages'),
    report('小区电梯经常停运', LIUHE, '2026-09-28', 'lift'),
  ]
  const rarity = rarityAmong(others)

  test('the same lamp in other words is shown; the same words about another village are not', () => {
    const titles = rankDuplicates(candidate, others, rarity, 5).map(({ other }) => other.title)
    expect(titles).toEqual(['村口的路灯坏了三天，柳河村'])
    expect(rankDuplicates(candidate, [...others, ...others], rarity, 1)).toHaveLength(1)
  })

  test('place, category and day do not make duplicates of texts with nothing in common', () => {
    expect(similarity(candidate, report('拖欠工资三个月', LIUHE, '2026-09-28'), rarity)).toBe(0)
  })

  test('it is the same from both sides, and nothing is more like a matter than itself', () => {
    for (const other of others) {
      expect(similarity(candidate, other, rarity)).toBe(similarity(other, candidate, rarity))
      expect(similarity(candidate, other, rarity)).toBeLessThanOrEqual(similarity(candidate, candidate, rarity))
    }
    expect(similarity({ terms: [] }, { terms: [] }, rarity)).toBe(0)
  })

  test('everyday ways of saying the same pass, other matters of the same place do not', () => {
    const sayings: [string, string][] = [
      ['青禾农资仓库安全出口锁闭', '青禾农资仓库：安全出口上锁，打不开'],
      ['幸福小区电梯经常停运', '幸福小区3号楼电梯老是坏'],
      ['下水道堵塞污水外溢', '污水从井盖冒出来，下水道堵了'],
      ['夜间施工噪音扰民', '工地夜间施工，吵得睡不着'],
    ]
    const reports = sayings.map(([said]) => report(said, LIUHE, '2026-09-28'))
    for (const [said, other] of sayings) {
      const found = rankDuplicates(report(other, LIUHE, '2026-09-27'), reports, rarityAmong(reports), 5)
      expect(found.map((one) => one.other.title)).toEqual([said])
    }
  })

  test('where every lamp is written of every day, only the one with the same number is shown', () => {
    const lamps = Array.from({ length: 300 }, (_, index) =>
      report(`柳河路${index + 100}号路灯不亮`, LIUHE, `2026-09-${String(1 + (index % 28)).padStart(2, '0')}`),
    )
    const again = report('柳河路215号的路灯坏了', LIUHE, '2026-09-28')
    const titles = rankDuplicates(again, lamps, rarityAmong(lamps), 5).map(({ other }) => other.title)
    expect(titles).toEqual(['柳河路215号路灯不亮'])
    const none = report('柳河路999号路灯不亮', LIUHE, '2026-09-28')
    expect(rankDuplicates(none, lamps, rarityAmong(lamps), 5)).toEqual([])
  })
})
