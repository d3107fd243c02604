import { expect, test } from 'vitest'
import { changedRows, unfitChanges } from './changed-rows.ts'

const rule = { key: 'no', act: 'act' }
const rows = [
  { no: '1', item: '通道', points: 10, places: ['smallInn'] },
  { no: '2', item: '器材', points: 5 },
]

test('what is changed keeps its place and what the change leaves empty, what is added comes last, what is dropped goes', () => {
  const changes = [
    { act: 'add', no: '3', item: '烟道', points: null },
    { act: 'drop', no: '2' },
    { act: 'change', no: '1', points: 20, item: '' },
  ]
  expect(changedRows(rule, rows, changes)).toEqual([
    { no: '1', item: '通道', points: 20, places: ['smallInn'] },
    { no: '3', item: '烟道' },
  ])
})

test('the same changes made twice are made once', () => {
  const changes = [
    { act: 'add', no: '3', item: '烟道' },
    { act: 'drop', no: '2' },
  ]
  const once = changedRows(rule, rows, changes)
  expect(changedRows(rule, once, changes)).toEqual(once)
})

test('a change says of itself what does not fit the rows there are', () => {
  expect(
    unfitChanges({ ...rule, needs: ['item'] }, rows, [
      { act: 'add', no: '1', item: '又一次' },
      { act: 'change', no: '9' },
      { act: 'drop', no: '2' },
      { act: 'drop', no: '2' },
      { act: 'add', no: '4' },
    ]),
  ).toEqual([
    { key: '1', rule: 'row-exists' },
    { key: '9', rule: 'no-such-row' },
    { key: '2', rule: 'repeated' },
    { key: '4', rule: 'row-missing' },
  ])
})
