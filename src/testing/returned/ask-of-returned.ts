import { expect } from 'vitest'
import { json, type Send, type TestOffice } from '../office.ts'
import { giveOut } from '../workbook/given-out.ts'
import { allOf, bring, merged, record } from './bring-back.ts'

/** Every door of a ledger that comes back: with one cell changed and a row more. */
export async function askOfReturned(office: TestOffice, clerk: Send): Promise<void> {
  const sheet = await giveOut(office, clerk, 'report')
  sheet.put(0, '事项地', '石桥东头')
  sheet.rows.push(['', '新的一行'])
  const id = await bring(clerk, sheet.bytes())
  expect(await record(clerk, id, allOf(await merged(clerk, id)))).toMatchObject([{ fate: 'recorded' }])
  expect((await clerk(`/api/returned/${id}/added`, json({}))).ok).toBe(true)
}
