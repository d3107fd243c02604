import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CellUse, type MappedCell, MOST_CELLS } from '../../domain/returns/return-query.ts'
import { packedParts } from '../../testing/workbook/random/parts.ts'
import { readBlank } from './read-blank.ts'
import { writeForm } from './write-form.ts'

const NAMES = ['01-hazards-by-township.xlsx', '02-all-kinds.xlsx', '03-petitions-and-disputes.xlsx']
const books = await Promise.all(
  NAMES.map((name) => readFile(new URL(`../../../examples/returns/${name}`, import.meta.url))),
)
const blanks = await Promise.all(books.map((book) => readBlank(book)))

const uses: fc.Arbitrary<CellUse> = fc.constantFrom(
  { count: { measure: 'opened' } },
  { hand: true },
  { text: 'office' },
)
const values = fc.oneof(fc.nat(100_000), fc.constantFrom('12', '-3.5', '=1+1', '<已说明>', '', '007', '1e5'))

/** Some open cells mapped, and values for any cells, mapped or not. */
const fillings = fc.nat(books.length - 1).chain((at) => {
  const cells = blanks[at]?.rows.flat() ?? []
  // A number in a cell that shows days would be read as one.
  const days = [['G13'], ['F10'], []][at] ?? []
  const open = cells
    .filter(({ cell }) => !days.includes(cell))
    .filter(({ text, formula }) => text === '' && !formula)
    .map(({ cell }) => cell)
  return fc.record({
    at: fc.constant(at),
    mapped: fc
      .subarray(open)
      .chain((some) => fc.tuple(...some.map((cell) => uses.map((use): MappedCell => ({ cell, use }))))),
    given: fc.dictionary(fc.constantFrom(...cells.map(({ cell }) => cell)), values, { minKeys: 20, maxKeys: 40 }),
  })
})

test('filling a form writes its mapped cells that have a value, and changes nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fillings, async ({ at, mapped, given }) => {
      const [book, blank] = [books[at], blanks[at]]
      if (!book || !blank) return
      const after = await writeForm(book, blank.sheet, mapped, given)
      const wanted = blank.rows.map((cells) =>
        cells.map((one) => {
          const value = mapped.some(({ cell }) => cell === one.cell) ? (given[one.cell] ?? '') : ''
          return value === '' ? one : { ...one, text: String(value) }
        }),
      )
      expect((await readBlank(after, blank.sheet)).rows).toEqual(wanted)
      const [was, is] = [await packedParts(book), await packedParts(after)]
      const changed = [...is.keys()].filter((part) => was.get(part) !== is.get(part))
      expect(changed.filter((part) => !/worksheets\/sheet1\.xml$|xl\/workbook\.xml$/.test(part))).toEqual([])
      expect([...is.keys()]).toEqual([...was.keys()])
    }),
    { numRuns: 60, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: false },
  )
  expect(blanks.every(({ rows }) => rows.flat().length < MOST_CELLS)).toBe(true)
})
