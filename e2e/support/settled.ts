import type { Page, Request } from 'playwright-core'

/** What each window still waits for. */
const waiting = new WeakMap<Page, Set<Request>>()

/** Remembers what a window asks for, so that `settled` knows when it has everything. Live lists never end and do not count. */
export function watchRequests(page: Page): void {
  const open = new Set<Request>()
  waiting.set(page, open)
  page.on('request', (request) => {
    if (!request.url().endsWith('/api/stream')) open.add(request)
  })
  const close = (request: Request) => void open.delete(request)
  page.on('requestfinished', close)
  page.on('requestfailed', close)
}

const PATIENCE_MS = 15_000

/** Waits until the page stands: its heading is there, nothing is asked for any more, and what came has been drawn. */
export async function settled(page: Page, patienceMs: number = PATIENCE_MS): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  const open = waiting.get(page) ?? new Set()
  const latest = performance.now() + patienceMs
  do {
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 30)))')
    if (performance.now() > latest) throw new Error(`${page.url()} still waits for ${[...open].map(urlOf)}`)
  } while (open.size > 0)
}

const urlOf = (request: Request) => request.url()
