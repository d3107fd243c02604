import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import type { Locale } from '../../src/domain/wording/text.ts'
import { PHONE, WIDE } from './journey-server.ts'

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
/** WCAG 2.2, levels A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type Violation = { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }

/**
 * What is wrong with a page, on a desk and on a phone: barriers, words of the other language, codes of ours, a page wider
 * than the screen. `typed` are words that people entered; they may be of any language.
 */
export async function faultsWideAndNarrow(page: Page, locale: Locale, typed: readonly string[]): Promise<string[]> {
  const faults: string[] = []
  for (const size of [WIDE, PHONE]) {
    await page.setViewportSize(size)
    const found = await pageFaults(page, locale, typed)
    faults.push(...found.map((fault) => `${size.width} px: ${fault}`))
  }
  await page.setViewportSize(WIDE)
  return faults
}

/** The same for the page as it stands, with what is open on it. */
export async function pageFaults(page: Page, locale: Locale, typed: readonly string[]): Promise<string[]> {
  const texts = await visibleTexts(page)
  return [
    ...(await barriers(page)),
    ...(locale === 'zh' ? englishIn(texts, typed) : chineseIn(texts, typed)),
    ...codesIn(texts),
    ...(await tooWide(page)),
  ]
}

/** What axe-core finds. */
export async function barriers(page: Page): Promise<string[]> {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(AXE)
  const found = await page.evaluate<Violation[]>(
    `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(RULES)} }, resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  )
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary.split('\n')[1] ?? ''}`),
  )
}

/** Everything that is read on the page or out of it, but for what stands in another language by its own mark. */
function visibleTexts(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const lang = document.documentElement.lang
    const foreign = (element) => {
      const marked = element.closest('[lang]')
      return (marked && marked.lang !== lang) || element.closest('code, kbd, script, style, svg defs')
    }
    const texts = [document.title]
    for (const element of document.body.querySelectorAll('*')) {
      if (foreign(element) || !element.checkVisibility()) continue
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) texts.push(element.getAttribute(name) ?? '')
      // A named option is read by its name; antd puts the value in it, where nobody sees it.
      if (element.matches('[role=option][aria-label]')) continue
      for (const node of element.childNodes) if (node.nodeType === 3) texts.push(node.data)
    }
    return [...new Set(texts.map((text) => text.trim()).filter(Boolean))]
  })()`)
}

/** References and rule codes, units of size, formats and standards are the same in every language. */
const SAME_EVERYWHERE =
  /\b([A-Z]{2}-\d{4}-\d+|[0-9A-Z]{4} (· )?[0-9A-Z]{4} (· )?[0-9A-Z]{2}|[A-Z]{3}-P?\d+[a-z]?|[A-Z]{2}|MB|GB|PDF|Word|Excel|CSV|JPG|PNG|WebP|HTTP|JSON|API|anlan [a-z]+|OpenAPI|Anlan|Node\.js|FreeOTP|Chrome|Linux|v\d+|[0-9a-f]{10,}|[\w.-]+\.(jpg|png|pdf|csv|json))\b/g

/** The longest first: an initial must not be cut out of a name. */
const without = (text: string, typed: readonly string[]) =>
  typed.toSorted((a, b) => b.length - a.length).reduce((left, words) => left.replaceAll(words, ''), text)

function englishIn(texts: readonly string[], typed: readonly string[]): string[] {
  return texts
    .filter((text) => /[A-Za-z]{2,}/.test(without(text, typed).replace(SAME_EVERYWHERE, '')))
    .map((text) => `English on a Chinese page: ${text.slice(0, 100)}`)
}

function chineseIn(texts: readonly string[], typed: readonly string[]): string[] {
  return texts
    .filter((text) => /[\u4e00-\u9fff]/.test(without(text, typed)))
    .map((text) => `Chinese on an English page: ${text.slice(0, 100)}`)
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/
const CAMEL = /\b[a-z]+[A-Z][A-Za-z]+\b/
const HOLE = /undefined|NaN|\[object|\$\{/

function codesIn(texts: readonly string[]): string[] {
  return texts
    .filter((text) => UUID.test(text) || CAMEL.test(text) || HOLE.test(text))
    .map((text) => `a code of ours on the page: ${text.slice(0, 100)}`)
}

async function tooWide(page: Page): Promise<string[]> {
  const [wide, room] = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  )
  return wide > room ? [`the page is ${wide - room} px wider than the screen`] : []
}
