import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type TestDatabase, testDatabase } from '../../src/testing/database.ts'
import { BENCHES } from './benches.ts'
import { STABLE_FIGURES } from './keys.ts'
import { inShape } from './result.ts'

/** Matters that each bench gets here: enough to go through all of it, and no more. */
const TINY: Readonly<Record<string, number>> = { notices: 2, import: 50, commands: 8, 'warn-quiet': 8 }
const FEW = 60

/** One starts a server of its own several times over. */
const SLOWEST_MS = 180_000

/** Each takes half a minute or more by itself, and has tests of its parts. */
const LEFT_OUT = ['detectors', 'funnel']

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  vi.stubEnv('DATABASE_URL', database.ownerUrl)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await database?.dispose()
})

test.each(Object.keys(BENCHES).filter((name) => !LEFT_OUT.includes(name)))(
  'bench %s runs at a tiny size and prints its figures',
  async (name) => {
    const { result } = await inShape(name, async () => {
      const { answer, lines } = await (BENCHES[name] as (typeof BENCHES)[string])(
        { matters: TINY[name] ?? FEW, filled: FEW },
        () => {},
      )
      expect(lines.length).toBeGreaterThan(0)
      return answer
    })
    expect(Object.keys(result.figures)).toEqual(expect.arrayContaining(Object.keys(STABLE_FIGURES[name] ?? {})))
    expect(Object.values(result.figures).every(Number.isFinite)).toBe(true)
  },
  SLOWEST_MS,
)
