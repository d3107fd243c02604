import { expect, test } from 'vitest'
import { impactOf } from '../engine/personal/impact-of.ts'
import { PROCEDURES } from './all.ts'
import { LEGAL_BASES, withoutBasis } from './legal-bases.ts'

test('every kind that asks about people says on what ground', () => {
  expect(withoutBasis(PROCEDURES)).toEqual([])
})

test('no ground is kept for a kind that is not there, or asks nothing about people', () => {
  const asking = PROCEDURES.filter((procedure) => impactOf(procedure, PROCEDURES).fields.length > 0).map(({ id }) => id)
  expect(Object.keys(LEGAL_BASES).filter((id) => !asking.includes(id as never))).toEqual([])
})

test('a kind added without a ground is found', () => {
  const asks = PROCEDURES.find(({ id }) => id === 'report')
  if (!asks) throw new Error('no reports')
  expect(withoutBasis([{ ...asks, id: 'planted' }])).toEqual(['planted@1'])
})

test('what a kind asks about people is read from its definition: which, why, how long, and who opens it', () => {
  const report = PROCEDURES.find(({ id }) => id === 'report')
  if (!report) throw new Error('no reports')
  const impact = impactOf(report, PROCEDURES)
  expect(impact.fields.map(({ name }) => name)).toContain('contactPhone')
  for (const field of impact.fields) {
    expect(field.purpose.zh).not.toBe('')
    expect(field.retention.length).toBeGreaterThan(0)
    expect(field.openers).toEqual(field.apart ? ['clerk'] : expect.arrayContaining(['handler']))
  }
  expect(impact.goesTo).toContain('petition')
})

test('a kind with a domain of its own is opened by those it is for alone', () => {
  const integrity = PROCEDURES.find(({ id }) => id === 'integrity')
  if (!integrity) throw new Error('no integrity')
  expect(impactOf(integrity, PROCEDURES).fields.map(({ openers }) => openers)).toEqual(
    expect.arrayContaining([['auditor']]),
  )
})
