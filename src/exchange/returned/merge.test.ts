import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLedgerTimes } from '../table/ledger-times.ts'
import { type CellFate, mergeCell } from './merge-cell.ts'
import { saysTheSame } from './same-meaning.ts'

const readTime = createLedgerTimes({ zone: 'Asia/Shanghai', formats: [] })
const same = (said: string, cell: string) => saysTheSame(said, cell, readTime, false)
const sameNumber = (said: string, cell: string) => saysTheSame(said, cell, readTime, true)

describe('a cell that comes back', () => {
  test.each<[name: string, base: string | undefined, now: string, sheet: string, fate: CellFate]>([
    ['untouched by anybody is nothing', '村口', '村口', '村口', 'none'],
    ['changed in the sheet alone is a change', '村口', '村口', '桥头', 'change'],
    ['changed by the office alone is nothing: the office’s stands', '村口', '桥头', '村口', 'none'],
    ['changed by both to the same is nothing', '村口', '桥头', '桥头', 'none'],
    ['changed by both, each otherwise, is a conflict', '村口', '桥头', '渡口', 'conflict'],
    ['filled in where nothing was is a change', '', '', '渡口', 'change'],
    ['filled in by both is a conflict', '', '桥头', '渡口', 'conflict'],
    ['emptied is a change', '村口', '村口', '', 'change'],
    ['emptied while the office wrote something else is a conflict', '村口', '桥头', '', 'conflict'],
    ['of which nobody knows what it was is a conflict when it differs', undefined, '村口', '桥头', 'conflict'],
    ['of which nobody knows what it was is nothing when it does not', undefined, '村口', '村口', 'none'],
  ])('%s', (_, base, now, sheet, fate) => expect(mergeCell({ base, now, sheet }, same)).toBe(fate))
})

describe('what is no change', () => {
  test.each([
    ['2026-03-05', '2026/3/5'],
    ['2026-03-05', '2026年3月5日'],
    ['2026-03-05', '2026.3.5'],
    ['2026-03-05', '46086'],
    ['2026-03-05', '２０２６-０３-０５'],
    ['河东路12号', ' 河东路１２号　'],
    ['两处\n一处在二楼', '两处\r\n一处在二楼'],
    ['（2026）浙0399民初1号', '(2026)浙0399民初1号'],
  ])('%j and %j say the same', (said, cell) => expect(same(said, cell)).toBe(true))

  test.each([
    ['2026-03-05', '2026-03-06'],
    ['2026-03-05', '5'],
    ['007', '7'],
    ['一般', '重大'],
    ['村口', ''],
    ['', '0'],
  ])('%j and %j do not', (said, cell) => expect(same(said, cell)).toBe(false))

  test.each([
    ['1234.5', '1,234.50'],
    ['3000', '¥3,000.00'],
    ['3000', '３０００元'],
    ['7', '007'],
  ])('as numbers %j and %j say the same', (said, cell) => expect(sameNumber(said, cell)).toBe(true))
})

/** Rows of a few cells, with few words, so that equal ones come up. */
const WIDTH = 6
const row = fc.array(fc.constantFrom('', '村口', '桥头', '渡口', '2026-03-05', '12'), {
  minLength: WIDTH,
  maxLength: WIDTH,
})
/** What stands after the merge, where the sheet’s changes are taken and in conflicts the office’s stays. */
const mergedRow = (base: readonly string[], now: readonly string[], sheet: readonly string[]) =>
  base.map((cell, at) => {
    const said = { base: cell, now: now[at] ?? '', sheet: sheet[at] ?? '' }
    return mergeCell(said, same) === 'change' ? said.sheet : said.now
  })
const fates = (base: readonly string[], now: readonly string[], sheet: readonly string[]) =>
  base.map((cell, at) => mergeCell({ base: cell, now: now[at] ?? '', sheet: sheet[at] ?? '' }, same))

describe('whatever stands in the rows', () => {
  test('a sheet that nobody touched brings nothing back, whatever the office did meanwhile', () => {
    fc.assert(
      fc.property(row, row, (base, now) => {
        expect(new Set(fates(base, now, base))).toEqual(new Set(['none']))
        expect(mergedRow(base, now, base)).toEqual(now)
      }),
    )
  })

  test('changes to different cells do not meet, and it does not matter which comes first', () => {
    const mine = fc.array(fc.boolean(), { minLength: WIDTH, maxLength: WIDTH })
    fc.assert(
      fc.property(row, row, row, mine, (base, one, other, isMine) => {
        const a = base.map((cell, at) => (isMine[at] ? (one[at] ?? '') : cell))
        const b = base.map((cell, at) => (isMine[at] ? cell : (other[at] ?? '')))
        expect(fates(base, a, b)).not.toContain('conflict')
        expect(mergedRow(base, a, b)).toEqual(mergedRow(base, b, a))
      }),
    )
  })

  test('what was brought back once brings nothing back again', () => {
    fc.assert(
      fc.property(row, row, row, (base, now, sheet) => {
        const conflicts = fates(base, now, sheet).map((fate) => fate === 'conflict')
        const after = mergedRow(base, now, sheet)
        expect(fates(base, after, sheet).map((fate) => fate === 'conflict')).toEqual(conflicts)
        expect(fates(base, after, sheet)).not.toContain('change')
      }),
    )
  })

  test('where one is a conflict for the sheet, it is one for the office', () => {
    fc.assert(
      fc.property(row, row, row, (base, a, b) => {
        const meets = (fate: CellFate) => fate === 'conflict'
        expect(fates(base, a, b).map(meets)).toEqual(fates(base, b, a).map(meets))
      }),
    )
  })
})
