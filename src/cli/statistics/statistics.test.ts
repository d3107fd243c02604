import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runAnlan } from '../../testing/run-command.ts'

const OWN = 'src/statistics/testdata/rki.json'

const anlan = (...args: string[]) => runAnlan(['statistics', ...args, '--lang', 'en'])

describe('anlan statistics check', () => {
  test('ends well on values that are right, with the counts last', () => {
    const { status, stdout } = anlan('check', OWN)
    expect(status).toBe(0)
    expect(stdout.trim().split('\n').at(-1)).toMatch(/\(rki\): 27 cases, 0 fall short; 1561 values, 0 fall short$/)
  })

  test('names case, quantity, expected and got of a value that falls short, and ends with 1', () => {
    const folder = mkdtempSync(join(tmpdir(), 'anlan-check-'))
    try {
      const fixture = JSON.parse(readFileSync(OWN, 'utf8'))
      const one = fixture.cases.find(({ error }: { error?: string }) => error === undefined)
      const bound = one.upperbound[0]
      one.upperbound[0] = bound + 1
      const file = join(folder, 'off.json')
      writeFileSync(file, JSON.stringify({ ...fixture, cases: [one] }))
      const { status, stdout } = anlan('check', file)
      expect(status).toBe(1)
      expect(stdout.split('\n')[0]).toBe(`${one.id}\tupperbound[0]\t${bound + 1}\t${bound}`)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('says in one line what is wrong with a file or an action', () => {
    expect(anlan('check', 'package.json')).toMatchObject({ status: 2, stdout: '' })
    expect(anlan('check', 'no-such.json').stderr).toContain('There is no file "no-such.json"')
    expect(anlan('guess', OWN).stderr).toContain('no action "guess"')
  })
})
