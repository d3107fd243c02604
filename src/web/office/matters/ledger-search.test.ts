import { expect, test } from 'vitest'
import { filterOf, isFiltered, queryOf, readLedgerSearch } from './ledger-search.ts'

test('the address keeps filters and drops what does not fit', () =>
  expect(
    readLedgerSearch({
      procedure: 'hazard',
      text: '护栏',
      sort: 'sideways',
      colour: 'red',
      level: '',
      overdue: 'true',
    }),
  ).toEqual({
    procedure: 'hazard',
    text: '护栏',
    overdue: 'true',
  }))

test('the panel is in the address and not in the question to the server', () =>
  expect(filterOf(readLedgerSearch({ unit: 'dongpu', panel: 'an-id' }))).toEqual({ unit: 'dongpu' }))

test('a saved view comes back as the filters it was', () => {
  const search = readLedgerSearch({ procedure: 'hazard', dueFrom: '2026-09-16', dueTo: '2026-10-16', panel: 'an-id' })
  expect(readLedgerSearch(Object.fromEntries(new URLSearchParams(queryOf(search))))).toEqual(filterOf(search))
})

test('a kind alone is no filter, a place is', () => {
  expect(isFiltered(readLedgerSearch({ procedure: 'hazard', sort: 'due' }))).toBe(false)
  expect(isFiltered(readLedgerSearch({ procedure: 'hazard', place: 'dongpu' }))).toBe(true)
})
