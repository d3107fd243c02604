import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodyOf, type TestOffice, testOffice } from '../../testing/office.ts'
import { repositoryFiles } from '../../testing/repository.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office?.dispose())

/** What an order could be asked for by. */
const ORDER = /^(sort|order|orderBy|sortBy|rank|ranking|top|bottom|best|worst|desc|asc|direction|league)$/i
/** The ledger, its counts by kind, sheets and kept views: `sort` orders matters there, by day or number. */
const OF_MATTERS = new Set(['matters', 'counts', 'sheet', 'views', 'exports'])

type Schema = {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly $ref?: string
}
type Operation = {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> }
}

const namesIn = ({ properties = {}, items }: Schema): string[] => [
  ...Object.entries(properties).flatMap(([name, schema]) => [name, ...namesIn(schema)]),
  ...(items ? namesIn(items) : []),
]

test('no door takes an order of units: not as a parameter, not in a body', async () => {
  const document = await bodyOf<{ paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> }>(
    await office.ask('/openapi.json'),
  )
  const found = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { parameters = [], requestBody }]) => {
      const body = Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => (schema ? namesIn(schema) : []))
      return [...parameters.map(({ name }) => name), ...body]
        .filter((name) => ORDER.test(name))
        .filter((name) => name !== 'sort' || !OF_MATTERS.has(path.split('/')[2] ?? ''))
        .map((name) => `${method} ${path} ${name}`)
    }),
  )
  expect(found).toEqual([])
  expect(Object.keys(document.paths)).toContain('/api/compare')
})

/** Pages and doors that tell units apart by counts. */
const TELLS_UNITS =
  /^src\/(?:http|web\/office|domain|storage|cli)\/(?:compare|counts|counted|bulletins|overview|map|forecast|funnel|indicators)\//

test('nothing that tells units apart sorts by a value or a count, and no page keeps such an order in its address', () => {
  const byValue =
    /\.(?:sort|toSorted)\(\s*\(\s*\{?\s*(?:value|rate|share|count|counts|open|closed|overdue|late)\b|orderBy\(\s*['"](?:value|rate|count|share)/
  const files = repositoryFiles().filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
  const sorting = files.filter((file) => TELLS_UNITS.test(file) && byValue.test(readFileSync(file, 'utf8')))
  expect(sorting).toEqual([])
  const addresses = files.filter((file) => /^src\/web\/office\/.*-search\.ts$/.test(file))
  expect(addresses.length).toBeGreaterThan(8)
  // The ledger orders matters by day or number.
  const ordered = addresses.filter((file) => /\b(?:sort|rank|order)\??:/.test(readFileSync(file, 'utf8')))
  expect(ordered.filter((file) => !file.endsWith('matters/ledger-search.ts'))).toEqual([])
})
