import { expect, test } from 'vitest'
import { disputeV1 } from '../../procedures/dispute/v1/procedure.ts'
import { holderText } from './holder-text.ts'

const { forms } = disputeV1
const recorded = { parties: [{ position: 'a' }, { position: 'b' }] }

test('a party known by its row is called what the row says', () => {
  expect(holderText('parties.1', forms, recorded)?.zh).toBe('乙方')
})

test('a unit, a post and a row that is not there are not named by rows', () => {
  for (const id of ['dongpu', 'parties.7', 'sides.0']) expect(holderText(id, forms, recorded)).toBeUndefined()
})
