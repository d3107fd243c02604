import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { repositoryFiles } from '../../testing/repository.ts'

const RULES = Array.from({ length: 20 }, (_, at) => `R${at + 1}`)

const text = readFileSync(new URL('../../../docs/data-protection.md', import.meta.url), 'utf8')
const files = new Set(repositoryFiles())
const rows = new Map(
  [...text.matchAll(/^\| (R\d+) +\|(.*)\|$/gm)].map(([, rule = '', rest = '']) => [rule, rest.split('|')] as const),
)
const named = (cell = '') => [...cell.matchAll(/`(src\/[^`]+)`/g)].map(([, path = '']) => path)

test('every rule R1–R20 of the page on data protection names where it stands and a test that is there', () => {
  expect([...rows.keys()]).toEqual(RULES)
  for (const [rule, [, where = '', proof = '']] of rows) {
    expect(where.trim(), rule).not.toBe('')
    expect(named(proof).length, rule).toBeGreaterThan(0)
    expect(
      named(proof).filter((path) => !path.endsWith('.test.ts') || !files.has(path)),
      rule,
    ).toEqual([])
  }
})
