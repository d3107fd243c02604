import { expect, test } from 'vitest'
import type { RowsFrom } from '../form.ts'
import { askedRows } from './rows-from.ts'

const from: RowsFrom = {
  record: 'checklist',
  rows: 'items',
  key: 'no',
  takes: ['item', 'points'],
  after: { row: 'afterNo', answer: 'result', is: 'afterResult' },
  only: { column: 'places', of: 'placeType' },
}
const record = {
  items: [
    { no: '1', item: '通道', points: 10 },
    { no: '2', item: '住人', points: 5 },
    { no: '2.1', item: '分隔', points: 5, afterNo: '2', afterResult: ['failed'] },
    { no: '3', item: '用气', points: 5, places: ['smallRestaurant', 'smallInn'] },
  ],
}
const asked = (answers: Record<string, object>, placeType = 'smallShop') =>
  askedRows(
    from,
    record,
    (key) => answers[key] as never,
    (name) => (name === 'placeType' ? placeType : undefined),
  )

test('every row that is not tied to a place or to an earlier answer is asked, in the order of the record', () => {
  expect(asked({}).map(({ no }) => no)).toEqual(['1', '2'])
})

test('a row for some kinds of place is asked there alone', () => {
  expect(asked({}, 'smallInn').map(({ no }) => no)).toEqual(['1', '2', '3'])
})

test('a row is asked once the earlier one was answered as it says', () => {
  expect(asked({ 2: { result: 'ok' } }).map(({ no }) => no)).toEqual(['1', '2'])
  expect(asked({ 2: { result: 'failed' } }).map(({ no }) => no)).toEqual(['1', '2', '2.1'])
})

test('a row holds what the record says, whatever was sent for it, beside what was answered', () => {
  expect(asked({ 1: { no: '1', item: '别的', points: 99, result: 'failed' } })[0]).toEqual({
    no: '1',
    item: '通道',
    points: 10,
    result: 'failed',
  })
})
