import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { vi } from 'vitest'
import { makeAccount, oneTimeEnd } from '../../src/http/sign-in/account.ts'
import { composeServer, openAuth } from '../../src/server/compose-server.ts'
import type { Environment } from '../../src/server/environment.ts'
import { openInstallation } from '../../src/server/installation.ts'
import { createRulebooks } from '../../src/storage/write/rulebooks.ts'
import { launchBrowser } from '../../src/testing/chromium.ts'
import { plantCounty } from '../../src/testing/county.ts'
import { testDatabase } from '../../src/testing/database.ts'
import { POSTS, TEST_TENANT } from '../../src/testing/people.ts'
import { type PlantedCount, plantCounts } from '../../src/testing/warnings/plant-counts.ts'
import { within } from '../../src/testing/within.ts'
import { warnTenant } from '../../src/workers/warn/warn-tenant.ts'
import { openMailHouse } from './mail-house.ts'
import { watchRequests } from './settled.ts'

export type Look = { readonly locale?: 'zh' | 'en'; readonly phone?: boolean; readonly script?: boolean }

export type JourneyServer = {
  readonly url: string
  /** A browser window of its own, with no session. */
  readonly visit: (look?: Look) => Promise<Page>
  /** Gives the holder of a post a sign-in name equal to the post's id. */
  readonly account: (postId: string, more?: { readonly firstPassword: boolean }) => Promise<void>
  /** What the server's clock says. */
  readonly now: () => string
  /** Lets time go by for the server without waiting for it. */
  readonly passes: (minutes: number) => void
  /** Puts counts of matters on record, and judges the night that follows as the worker would. */
  readonly night: (counts: readonly PlantedCount[]) => Promise<void>
  /** The server ends; what it returns starts another at the same address, on the same data. */
  readonly away: () => Promise<() => Promise<void>>
  /** Mails that went out, as they were sent. */
  readonly mails: readonly string[]
  /** What no journey may meet: exceptions and refused styles in pages, answers and log lines of level error. */
  readonly faults: readonly string[]
  readonly stop: () => Promise<void>
}

export const PASSWORD = 'calm-water-2026'
/** A Monday, 9:00 in China. */
const START = '2026-03-02T01:00:00.000Z'
const CONNECTIONS = 8
export const WIDE = { width: 1440, height: 900 }
export const PHONE = { width: 390, height: 844 }

/** The server as it runs, on a fresh database with the invented county, and a browser beside it. */
export async function startJourneyServer(): Promise<JourneyServer> {
  const faults: string[] = []
  const database = await within('copying the template database', testDatabase())
  await within('planting the test county', plantCounty(database, TEST_TENANT))
  const dataFolder = await mkdtemp(join(tmpdir(), 'anlan-journey-'))
  const post = await openMailHouse()
  const environment = await environmentOf(database.ownerUrl, dataFolder, post.port)
  const opened = await within(
    'opening the installation',
    openInstallation(environment, { connections: CONNECTIONS, log: () => {} }),
  )
  let ahead = Date.parse(START) - Date.now()
  const now = () => new Date(Date.now() + ahead).toISOString()
  // Who stands in for whom is asked of the same clock.
  const { pool, rulebooks } = opened.deps
  const { procedures, calendar } = rulebooks
  const deps = { ...opened.deps, now, rulebooks: createRulebooks(pool, procedures, calendar, now) }
  const installation = { ...opened, deps }
  const log = (line: Readonly<Record<string, unknown>>) => {
    if (line['level'] === 'error') faults.push(JSON.stringify(line))
  }
  let server = await within('starting the server', composeServer(installation, log))
  const browser = await within('starting the browser', launchBrowser())

  return {
    url: server.url,
    mails: post.mails,
    away: async () => {
      await server.stop()
      return async () => {
        server = await composeServer(installation, log)
      }
    },
    visit: (look = {}) => openWindow(browser, server.url, look, faults),
    account: async (postId, { firstPassword } = { firstPassword: false }) => {
      const holder = POSTS.find(({ id }) => id === postId)?.holder
      if (!holder) throw new Error(`nobody holds ${postId}`)
      const auth = openAuth(installation, server.url)
      const account = { tenant: TEST_TENANT, username: postId, name: holder.name, password: PASSWORD }
      const { userId } = await makeAccount(auth, {
        ...account,
        ...(firstPassword ? { oneTimeUntil: oneTimeEnd(now()) } : {}),
      })
      const link = 'update people set user_id = $1 where tenant = $2 and id = $3'
      await database.owner.query(link, [userId, TEST_TENANT, holder.personId])
    },
    now,
    passes: (minutes) => {
      ahead += minutes * 60_000
    },
    night: async (counts) => {
      // The server's own worker is at the night before: two at once would be two servers with clocks of their own.
      const isJudged = async () =>
        (await database.owner.query('select from warning_marks where leased_until is null')).rowCount === 1
      await vi.waitUntil(isJudged, { timeout: 30_000, interval: 100 })
      await plantCounts(database.owner, counts)
      ahead += 24 * 3_600_000
      await warnTenant(deps, TEST_TENANT, { threads: 0 })
    },
    faults,
    stop: async () => {
      await browser.close()
      await server.stop()
      await opened.close()
      await post.close()
      await database.dispose()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

async function environmentOf(databaseUrl: string, dataFolder: string, mailPort: number): Promise<Environment> {
  const port = await freePort()
  const mail = { host: '127.0.0.1', port: mailPort, from: 'anlan@example.cn', tls: 'off' } as const
  const outlets = { inside: ['127.0.0.1'], http: true }
  // The county is planted before the server starts, and beside offices that are there no key is made.
  const deploymentKey = randomBytes(32).toString('base64')
  const here = { host: '127.0.0.1', port, databaseUrl, dataFolder, deploymentKey }
  return { ...here, tenant: TEST_TENANT, behindProxy: false, mail, outlets }
}

/** Known beforehand, because receipts carry the address in a picture. */
const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

async function openWindow(browser: Browser, url: string, look: Look, faults: string[]): Promise<Page> {
  const { locale = 'zh', phone = false, script = true } = look
  const options: BrowserContextOptions = {
    baseURL: url,
    locale: locale === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    viewport: phone ? PHONE : WIDE,
    isMobile: phone,
    hasTouch: phone,
    javaScriptEnabled: script,
    reducedMotion: 'reduce',
  }
  const context = await browser.newContext(options)
  await context.addCookies([{ name: 'anlan-locale', value: locale, url }])
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  watchRequests(page)
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.stack ?? error.message}`))
  page.on('console', (line) => {
    if (/Content Security Policy|React|Unhandled/.test(line.text()) && line.type() === 'error')
      faults.push(`${page.url()}: ${line.text()}`)
  })
  page.on('response', (answer) => {
    if (answer.status() >= 500) faults.push(`${answer.status()} ${answer.url()}`)
  })
  return page
}
