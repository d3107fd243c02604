import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ImportMapping, Lookup } from '../exchange/mapping/import-mapping.ts'
import { PROCEDURES } from '../procedures/all.ts'
import { type TestCounty, testCounty } from '../testing/county.ts'
import { rejections, sums } from '../testing/ledger.ts'
import { TEST_TENANT } from '../testing/people.ts'
import { importLedger } from './import-ledger.ts'
import { proposeLedger } from './propose-ledger.ts'

const FOLDER = join(import.meta.dirname, '../../examples/ledgers')

let county: TestCounty
beforeAll(async () => {
  county = await testCounty(PROCEDURES)
  county.setNow('2026-06-01T01:00:00.000Z')
})
afterAll(() => county?.dispose())

type Expected = {
  readonly kind: string
  readonly cases: number
  /** The one thing that a person has to say. */
  readonly said?: 'kind' | { readonly field: string; readonly values: Readonly<Record<string, string>> }
}

/** What each ledger is, and how many of its rows are cases. */
const LEDGERS: Readonly<Record<string, Expected>> = {
  '01-hazards-merged-titles.xlsx': { kind: 'hazard', cases: 4 },
  '02-hazards-two-heading-rows.xlsx': { kind: 'hazard', cases: 3 },
  '03-disputes-with-refused-columns.xlsx': {
    kind: 'dispute',
    cases: 3,
    said: { field: 'difficulty', values: { 易: 'simple', 中: 'ordinary', 难: 'complex' } },
  },
  // Nothing in it says whether these are petitions or a window's reports.
  '04-petitions-several-sheets.xlsx': { kind: 'petition', cases: 2, said: 'kind' },
  '05-tasks-formulas-hidden-column.xlsx': { kind: 'task', cases: 2 },
  '06-risks-empty-row-above.xlsx': {
    kind: 'risk',
    cases: 2,
    said: { field: 'category', values: { 消防: 'publicSafety', 交通: 'publicSafety' } },
  },
  '07-rectification-three-lists.xlsx': { kind: 'rectification', cases: 2 },
  '08-incidents-times.xlsx': { kind: 'incident', cases: 2 },
  '09-hotline-without-numbers.xlsx': { kind: 'report', cases: 3 },
  '10-hazards-gbk.csv': { kind: 'hazard', cases: 2 },
}

const corrected = ({ form, ...mapping }: ImportMapping, said: Expected['said']): ImportMapping => {
  const source = typeof said === 'object' ? form[said.field] : undefined
  if (typeof said !== 'object' || typeof source !== 'object') return { ...mapping, form }
  return { ...mapping, form: { ...form, [said.field]: { ...(source as Lookup), values: said.values } } }
}

test('every ledger in the folder is tried', () => {
  expect(
    readdirSync(FOLDER)
      .filter((name) => /^\d/.test(name))
      .sort(),
  ).toEqual(Object.keys(LEDGERS))
})

test('columns of identity, origin, kinship, health or belief are refused by name', async () => {
  const file = '03-disputes-with-refused-columns.xlsx'
  const proposal = await proposeLedger(county.deps, { tenant: TEST_TENANT, path: join(FOLDER, file), file })
  expect(proposal.columns.flatMap(({ name, refused }) => (refused ? [`${name}：${refused.zh}`] : []))).toEqual([
    '当事人身份证号：证件号码不收',
    '民族：民族、籍贯不收',
  ])
  expect(JSON.stringify(proposal.mapping)).not.toMatch(/身份证|民族/)
})

test.each(Object.entries(LEDGERS))(
  '%s is taken in as proposed, with one correction at most',
  async (file, { kind, cases, said }) => {
    const path = join(FOLDER, file)
    const proposal = await proposeLedger(county.deps, {
      tenant: TEST_TENANT,
      path,
      file,
      ...(said === 'kind' ? { kind } : {}),
    })
    expect(proposal.mapping.kind).toBe(kind)
    const { counts } = await importLedger(county.deps, {
      tenant: TEST_TENANT,
      path,
      file,
      mappingText: JSON.stringify(corrected(proposal.mapping, said)),
      onProgress: () => {},
    })
    expect(rejections(counts)).toEqual([])
    expect(sums(counts)).toMatchObject({ added: cases, rejected: 0 })
  },
)
