import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { enter, plantMatters } from '../support/planted-matters.ts'
import { settled } from '../support/settled.ts'

const BUILT = join(import.meta.dirname, '../../dist/web')
const OFFICE_BYTES = 400_000
const SIGN_IN_BYTES = 300_000

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
  await plantMatters(journey)
})
afterAll(() => journey?.stop())

/** Bytes of what a page fetched of the built files, packed by gzip. */
function packed(addresses: ReadonlySet<string>): number {
  const files = [...addresses].map((address) => join(BUILT, address === '/' ? 'office/index.html' : address))
  return files
    .filter((file) => existsSync(file))
    .reduce((sum, file) => sum + gzipSync(readFileSync(file)).byteLength, 0)
}

test.each(['zh', 'en'] as const)(
  'a cold load of Today fetches at most 400 KB of our files, packed (%s)',
  async (locale) => {
    const page = await journey.visit({ locale })
    const asked = new Set<string>()
    page.on('request', (request) => asked.add(new URL(request.url()).pathname))
    await page.goto('/')
    await settled(page)
    expect(packed(asked)).toBeGreaterThan(10_000)
    expect(packed(asked), 'the sign-in page').toBeLessThan(SIGN_IN_BYTES)
    await enter(journey, page, 'triage')
    asked.clear()
    await page.goto('/')
    await settled(page)
    await page.getByRole('main').getByRole('listitem').first().waitFor()
    expect(packed(asked), 'Today').toBeLessThan(OFFICE_BYTES)
    console.log(`Today in ${locale}: ${Math.round(packed(asked) / 1000)} KB`)
  },
)

test('the definition of a kind comes with the first matter of it, and not before', async () => {
  await journey.account('clerk')
  const page = await journey.visit()
  const definitions = new Set<string>()
  page.on('request', (request) => {
    if (/\/assets\/procedure-/.test(request.url())) definitions.add(request.url())
  })
  await enter(journey, page, 'clerk')
  await page.goto('/matters?procedure=report')
  await page.getByRole('row').nth(1).waitFor()
  await settled(page)
  // What all definitions share, and the one that is needed with the versions it is built on.
  expect(definitions.size).toBe(5)
  await page.goto('/rules?procedure=hazard')
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(definitions.size).toBe(8)
})

test('what a page fetches comes from this server alone', async () => {
  const page = await journey.visit()
  const strangers = new Set<string>()
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (origin !== journey.url && protocol.startsWith('http')) strangers.add(origin)
  })
  await enter(journey, page, 'triage')
  for (const path of ['/', '/matters', '/matters/new/hazard', '/rules?procedure=hazard', '/public', '/docs']) {
    await page.goto(path)
    await settled(page)
  }
  expect([...strangers]).toEqual([])
})
