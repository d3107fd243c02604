// node bench/today-load.ts [--json]: how long until Today can be used, cold: a browser that has never been here, on the demo county.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { DEMO_SIGN_INS } from '../src/demo/county/sign-ins.ts'
import { loadDemoWhenEmpty } from '../src/demo/load-demo.ts'
import { composeServer } from '../src/server/compose-server.ts'
import { readEnvironment } from '../src/server/environment.ts'
import { CONNECTIONS, openInstallation } from '../src/server/installation.ts'
import { launchBrowser } from '../src/testing/chromium.ts'
import { quantile } from './quantiles.ts'

const PORT = 39_287
const LOADS = 7
const READERS = ['zhoushili', 'wufanben', 'lifanli']

type Load = { readonly firstPaint: number; readonly usable: number; readonly kilobytes: number }

/** Loads Today cold, several times for each reader: a fresh browser profile, nothing in any cache but the server's. */
export async function benchToday(): Promise<{ bench: 'today'; matters: number; loads: Record<string, Load> }> {
  const dataFolder = join(import.meta.dirname, '../.anlan/bench-today')
  await rm(dataFolder, { recursive: true, force: true })
  const environment = readEnvironment({ PORT: String(PORT), ANLAN_DATA: dataFolder })
  const installation = await openInstallation(environment, { connections: CONNECTIONS, log: () => {} })
  const browser = await launchBrowser()
  try {
    const { matters } = await loadDemoWhenEmpty(installation, () => {})
    const server = await composeServer(installation, () => {})
    const loads: Record<string, Load> = {}
    for (const reader of READERS) loads[reader] = await medianLoad(browser, server.url, reader)
    await server.stop()
    return { bench: 'today', matters, loads }
  } finally {
    await browser.close()
    await installation.close()
    await rm(dataFolder, { recursive: true, force: true })
  }
}

async function medianLoad(browser: Browser, url: string, username: string): Promise<Load> {
  const loads: Load[] = []
  for (let turn = 0; turn < LOADS; turn += 1) loads.push(await coldLoad(browser, url, username))
  const median = (key: keyof Load) =>
    Math.round(
      quantile(
        loads.map((load) => load[key]),
        0.5,
      ),
    )
  return { firstPaint: median('firstPaint'), usable: median('usable'), kilobytes: median('kilobytes') }
}

async function coldLoad(browser: Browser, url: string, username: string): Promise<Load> {
  const context = await browser.newContext({ baseURL: url, locale: 'zh-CN', viewport: { width: 1440, height: 900 } })
  try {
    const password = DEMO_SIGN_INS.find((one) => one.username === username)?.password
    const headers = { origin: url }
    const answer = await context.request.post('/api/auth/sign-in/username', { data: { username, password }, headers })
    if (!answer.ok()) throw new Error(`${username} was not signed in: ${await answer.text()}`)
    const page = await context.newPage()
    const begun = performance.now()
    await page.goto('/', { waitUntil: 'commit' })
    // Usable: the first row of the worklist stands there with its verb.
    await page.getByRole('main').getByRole('listitem').getByRole('link').nth(1).waitFor()
    const usable = performance.now() - begun
    const [firstPaint, bytes] = await page.evaluate<[number, number]>(`[
      performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      [...performance.getEntriesByType('resource'), ...performance.getEntriesByType('navigation')].reduce((sum, { transferSize }) => sum + transferSize, 0),
    ]`)
    return { firstPaint, usable, kilobytes: bytes / 1000 }
  } finally {
    await context.close()
  }
}

if (process.argv[1] === import.meta.filename) {
  const result = await benchToday()
  if (process.argv.includes('--json')) console.log(JSON.stringify(result))
  else {
    console.log(`Today, cold, ${result.matters} matters; median of ${LOADS}`)
    for (const [reader, { firstPaint, usable, kilobytes }] of Object.entries(result.loads))
      console.log(`${reader}: first paint ${firstPaint} ms, usable ${usable} ms, ${kilobytes} KB over the wire`)
  }
}
