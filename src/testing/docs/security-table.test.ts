import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { repositoryFiles } from '../repository.ts'

/** The numbers of ASVS 5.0.0's lines of levels 1 and 2, by section. */
const LINES =
  '1.1:1-2 1.2:1-9 1.3:1-11 1.4:1-3 1.5:1-2 2.1:1-3 2.2:1-3 2.3:1-4 2.4:1 3.2:1-2 3.3:1-4 3.4:1-6 3.5:1-5 3.7:1-2 4.1:1-3 4.2:1 4.3:1-2 4.4:1-4 ' +
  '5.1:1 5.2:1-3 5.3:1-2 5.4:1-3 6.1:1-3 6.2:1-12 6.3:1-4 6.4:1-4 6.5:1-5 6.6:1-3 6.8:1-4 7.1:1-3 7.2:1-4 7.3:1-2 7.4:1-5 7.5:1-2 7.6:1-2 8.1:1-2 ' +
  '8.2:1-3 8.3:1 8.4:1 9.1:1-3 9.2:1-4 10.1:1-2 10.2:1-2 10.3:1-4 10.4:1-11 10.5:1-5 10.6:1-2 10.7:1-3 11.1:1-2 11.2:1-3 11.3:1-3 11.4:1-4 11.5:1 ' +
  '11.6:1 12.1:1-3 12.2:1-2 12.3:1-4 13.1:1 13.2:1-5 13.3:1-2 13.4:1-5 14.1:1-2 14.2:1-4 14.3:1-3 15.1:1-3 15.2:1-3 15.3:1-7 16.1:1 16.2:1-5 16.3:1-4 ' +
  '16.4:1-3 16.5:1-3 17.1:1 17.2:1-4 17.3:1-2'

const ids = LINES.split(' ').flatMap((section) => {
  const [name = '', range = ''] = section.split(':')
  const [first = 0, last = first] = range.split('-').map(Number)
  return Array.from({ length: last - first + 1 }, (_, at) => `${name}.${first + at}`)
})

const text = readFileSync(new URL('../../../docs/security.md', import.meta.url), 'utf8')
const rows = [...text.matchAll(/^\| (\d+\.\d+\.\d+(?:–\d+\.\d+\.\d+)?) +\|(.*)\|$/gm)].map(
  ([, name = '', rest = '']) => {
    const [demand = '', state = '', how = '', proof = ''] = rest.split('|').map((cell) => cell.trim())
    const [from = '', to = from] = name.split('–')
    return { name, of: ids.slice(ids.indexOf(from), ids.indexOf(to) + 1), demand, state, how, proof }
  },
)
const states = (wanted: string) => rows.filter(({ state }) => state === wanted).flatMap(({ of }) => of).length

test('the table of ASVS 5.0 has every line of levels 1 and 2 once, in order', () => {
  expect(ids).toHaveLength(253)
  expect(rows.flatMap(({ of }) => of)).toEqual(ids)
})

test('each line says what is met, how, and where that is proven, or why not', () => {
  for (const { name, demand, state, how, proof } of rows) {
    expect(demand, name).not.toBe('')
    expect(['met', 'in part', 'no', '–'], name).toContain(state)
    expect(`${how}${state === 'met' ? proof : ''}`, name).not.toBe('')
  }
})

test('every file that the page names is there', () => {
  const files = new Set(repositoryFiles())
  const named = [...text.matchAll(/`((?:src|e2e|docs|ops|bench)\/[^`]+\.\w+)`/g)].map(([, path = '']) => path)
  expect(named.length).toBeGreaterThan(100)
  expect(named.filter((path) => !files.has(path))).toEqual([])
})

test('the sum that the page gives is that of its lines', () => {
  expect(text).toContain(
    `253 lines: ${states('met')} met, ${states('in part')} in part, ${states('no')} not, ${states('–')} do not apply`,
  )
})
