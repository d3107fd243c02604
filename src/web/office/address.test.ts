import { expect, test } from 'vitest'
import { parseSearch, stringifySearch } from './address.ts'
import { readLedgerSearch } from './matters/ledger-search.ts'
import { readRulesSearch } from './rules/rules-search.ts'

test('an address reads as people would write it, without quotation marks', () => {
  expect(stringifySearch({ procedure: 'hazard', overdue: 'true', text: undefined })).toBe(
    '?procedure=hazard&overdue=true',
  )
  expect(stringifySearch({ year: 2026 })).toBe('?year=2026')
  expect(stringifySearch({})).toBe('')
})

test('what was looked for comes back as it was, also when it looks like a number or a yes', () => {
  const search = { text: '0417', overdue: 'true', panel: '7' } as const
  expect(readLedgerSearch(parseSearch(stringifySearch(search)))).toEqual(search)
  expect(readRulesSearch(parseSearch('?part=calendar&year=2026'))).toEqual({ part: 'calendar', year: 2026 })
})
