import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { PROCEDURES } from '../../procedures/all.ts'

/** The codes of the catalogue that the procedures were written from, by letters. */
const CATALOGUE: Readonly<Record<string, number>> = {
  PET: 10,
  HOT: 4,
  MSA: 4,
  REC: 3,
  LAB: 3,
  ADV: 1,
  SUP: 2,
  MED: 10,
  CNF: 5,
  CIV: 20,
  CRI: 9,
  ADM: 6,
  ENF: 8,
  APL: 3,
  ARC: 1,
  HAZ: 12,
  INC: 10,
  DRL: 4,
  CHM: 4,
}
const CODES = Object.entries(CATALOGUE).flatMap(([letters, last]) =>
  Array.from({ length: last }, (_, at) => `${letters}-${String(at + 1).padStart(2, '0')}`),
)

const text = readFileSync(new URL('../../../docs/deadlines.md', import.meta.url), 'utf8')
const [listed = '', others = ''] = text.split('## Clocks of laws and local rules')
const cells = (part: string) =>
  [...part.matchAll(/^\| ([A-Z]{3}-\d\d) +\|(.*)\|$/gm)].map(([, code = '', rest = '']) => ({
    code,
    rest: rest.split('|').map((cell) => cell.trim()),
  }))
/** `kind.name` of a cell. */
const named = (cell: string) =>
  [...cell.matchAll(/`(\w+)\.(\w+)`/g)].map(([, kind = '', name = '']) => ({ kind, name, path: `${kind}.${name}` }))

const newest = new Map<string, Procedure>(PROCEDURES.map((procedure) => [procedure.id, procedure]))
const rows = cells(listed).map(({ code, rest: [what = '', runs = '', where = '', mark = ''] }) => ({
  code,
  what,
  runs,
  where,
  mark,
}))
const clockOf = ({ kind, name }: { kind: string; name: string }) => newest.get(kind)?.deadlines[name]
/** Without the letter of the second and third clock of one line. */
const line = (code: string) => code.replace(/[a-z]$/, '')
const lawful = [...newest.values()].flatMap(({ id, deadlines }) =>
  Object.entries(deadlines)
    .filter(([, { code }]) => !/-P\d/.test(code))
    .map(([name, { code }]) => ({ path: `${id}.${name}`, code })),
)

test('the page has each of the 119 lines of the catalogue once, in order', () => {
  expect(CODES).toHaveLength(119)
  expect(rows.map(({ code }) => code)).toEqual(CODES)
})

test('each line says where it runs, or why nothing does, and how sure that is', () => {
  for (const { code, what, runs, where, mark } of rows) {
    expect(what, code).not.toBe('')
    expect(['clock', 'inside', 'calendar', 'step', 'none'], code).toContain(runs)
    expect(where, code).not.toBe('')
    expect(mark, code).toMatch(/found|recalled/)
    expect(named(where).length > 0, `${code} names what it runs in`).toBe(runs !== 'none')
  }
})

test('all that a line names is there in the newest version of its kind', () => {
  for (const { code, where } of rows) {
    for (const { kind, name, path } of named(where)) {
      const { deadlines = {}, schedules = {}, steps = {} } = newest.get(kind) ?? {}
      expect(name in deadlines || name in schedules || name in steps, `${code}: ${path}`).toBe(true)
    }
  }
})

test('a line with a clock of its own names a clock with its code; one inside another names a clock', () => {
  for (const { code, runs, where } of rows) {
    const clocks = named(where).flatMap((each) => clockOf(each)?.code ?? [])
    if (runs === 'clock') expect(clocks.map(line), code).toContain(code)
    if (runs === 'inside') expect(clocks, code).not.toEqual([])
    if (runs === 'inside' || runs === 'none') expect(clocks.map(line), code).not.toContain(code)
  }
})

test('no clock is surer of its rule than the catalogue', () => {
  for (const { code, where, mark } of rows.filter((each) => each.mark !== 'found')) {
    const own = named(where).flatMap((each) => clockOf(each) ?? [])
    const sure = own.filter((clock) => line(clock.code) === code && clock.source.mark === 'found')
    expect(sure, `${code} is ${mark}`).toEqual([])
  }
})

test('every clock of a law or of a local rule stands on the page, in the line of its code', () => {
  const ofCatalogue = new Map(rows.map(({ code, where }) => [code, named(where).map(({ path }) => path)]))
  const besides = new Map(cells(others).map(({ code, rest: [, where = ''] }) => [code, named(where)]))
  for (const { path, code } of lawful) {
    const there = ofCatalogue.get(line(code)) ?? besides.get(code)?.map((each) => each.path)
    expect(there, `${code}: ${path}`).toContain(path)
  }
  for (const [code, clocks] of besides) {
    for (const each of clocks) expect(clockOf(each)?.code, `${code}: ${each.path}`).toBe(code)
  }
})
