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

/** Waits until the page stands: its heading is there, nothing is asked for any more, and what came has been drawn. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  const open = waiting.get(page) ?? new Set()
  do {
    while (open.size > 0) await page.waitForEvent('requestfinished').catch(giveUp(page, open))
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 30)))')
  } while (open.size > 0)
}

/** The last answer may have come between the look and the wait. */
const giveUp = (page: Page, open: ReadonlySet<Request>) => (cause: Error) => {
  if (open.size > 0) throw new Error(`${page.url()} still waits for ${[...open].map((each) => each.url())}`, { cause })
}
