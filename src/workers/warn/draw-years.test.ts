import { afterEach, beforeEach, expect, test } from 'vitest'
import { PROCEDURES } from '../../procedures/all.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { TEST_TENANT } from '../../testing/people.ts'
import { yearsAside } from './draw-years.ts'

let county: TestCounty
beforeEach(async () => {
  county = await testCounty(PROCEDURES)
})
afterEach(() => county?.dispose())

test('an office whose readers ask for many years fills its own line, not that of another office', async () => {
  const { draw, idle } = yearsAside(county.deps, 0)
  const nameOf = (at: number) => `place:place-${at}:report/facility:week`
  // Who waits in the line waits for the same drawing as whoever asks again.
  const isInLine = (tenant: string, name: string) => {
    const first = draw(tenant, name)
    return first === draw(tenant, name)
  }
  for (let each = 1; each <= 60; each += 1) expect(isInLine(TEST_TENANT, nameOf(each))).toBe(true)
  expect(isInLine(TEST_TENANT, nameOf(61))).toBe(false)
  expect(isInLine('elsewhere', nameOf(1))).toBe(true)
  await idle()
})
