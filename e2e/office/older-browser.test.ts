import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { en } from '../../src/web/words/en.ts'
import { zh } from '../../src/web/words/zh.ts'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { FORGET_NEWER, NEWER_METHODS, NEWER_SCRIPT, NEWER_STYLE } from '../support/newer-than-chromium-90.ts'
import { answer, standsAt, takePhoto } from '../support/person.ts'
import { enter, type Planted, plantMatters, TYPED } from '../support/planted-matters.ts'
import { settled } from '../support/settled.ts'

const ROOT = join(import.meta.dirname, '../..')
const BUILT = join(ROOT, 'dist/web/assets')
const PUBLIC = join(ROOT, 'src/http/public/pages')

const filesOf = (folder: string, ending: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))

describe('the built pages', () => {
  test.each(NEWER_SCRIPT)('have no $what in their scripts', ({ sign }) => {
    const found = [...filesOf(BUILT, '.js'), ...filesOf(PUBLIC, '.js')].filter(({ text }) => sign.test(text))
    expect(found.map(({ name, text }) => `${name}: ${around(text, sign)}`)).toEqual([])
  })

  test.each(NEWER_STYLE)('have no $what in their styles', ({ sign }) => {
    const found = [...filesOf(BUILT, '.css'), ...filesOf(PUBLIC, '.css')]
      .map(({ name, text }) => ({ name, text: text.replace(/@supports[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '') }))
      .filter(({ text }) => sign.test(text))
    expect(found.map(({ name, text }) => `${name}: ${around(text, sign)}`)).toEqual([])
  })

  test('say what is wrong in a script that Internet Explorer can read', () => {
    const script = readFileSync(join(ROOT, 'dist/web/older-browsers.js'), 'utf8')
    const code = script.replace(/\/\*[\s\S]*?\*\//g, '')
    expect(code).not.toMatch(/=>|`|\b(let|const|class|import|export|async)\b|\.\.\.|\?\.|\?\?|,\s*[)\]}]/)
  })
})

const around = (text: string, sign: RegExp) => {
  const at = text.search(sign)
  return text.slice(Math.max(0, at - 50), at + 50)
}

describe('a browser of April 2021', () => {
  let journey: JourneyServer
  let planted: Planted
  beforeAll(async () => {
    journey = await startJourneyServer()
    planted = await plantMatters(journey)
  })
  afterAll(() => journey?.stop())

  async function olderBrowser(locale: 'zh' | 'en'): Promise<Page> {
    const page = await journey.visit({ locale })
    await page.addInitScript(FORGET_NEWER)
    return page
  }

  test.each(['zh', 'en'] as const)('has what the pages need and nothing newer (%s)', async (locale) => {
    const page = await olderBrowser(locale)
    await page.goto('/')
    const left = await page.evaluate<string[]>(
      `${JSON.stringify(NEWER_METHODS)}.flatMap(({ owner, names }) => {
        const found = owner.split('.').reduce((at, name) => at && (name === 'globalThis' ? globalThis : at[name]), globalThis)
        return names.filter((name) => found && name in found)
      })`,
    )
    expect([...new Set(left)].sort()).toEqual(['at', 'findLast', 'findLastIndex', 'hasOwn'])
  })

  test.each([
    ['zh', zh, '隐患'],
    ['en', en, 'Hazard'],
  ] as const)('opens menus, filters and the rules (%s)', async (locale, words, kind) => {
    const { page } = await enter(journey, await olderBrowser(locale), 'triage')
    await page.goto('/')
    await page.getByRole('button', { name: words.nav.register, exact: true }).click()
    await page.getByRole('dialog', { name: words.nav.registerWhat }).getByRole('link', { name: kind }).first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: new RegExp(words.nav.account) }).click()
    await page.getByRole('button', { name: words.nav.signOut }).waitFor()
    await page.keyboard.press('Escape')
    await page.goto('/matters')
    await page.getByRole('button', { name: new RegExp(`^${words.matters.level}`) }).click()
    await page.getByRole('dialog', { name: words.matters.level }).getByRole('button').nth(1).click()
    await page.goto(`/rules?procedure=hazard`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await settled(page)
  })

  test('registers a matter', async () => {
    const { page } = await enter(journey, await olderBrowser('zh'), 'inspector')
    await page.goto('/matters/new/hazard')
    const form = page.getByRole('main')
    const answers = { 标题: '小吃街煤气罐乱放', 隐患类别: '燃气', 隐患情况: '十几个气罐挨着炉子', 地点: '小吃街' }
    await answer(form, { ...answers, 整改前照片: await takePhoto(page, '气罐.jpg') })
    await form.getByRole('button', { name: '登记', exact: true }).click()
    await standsAt(page, '待定级')
    await page.goto(`/matters/${planted.hazard}`)
    await page.getByRole('heading', { level: 1, name: TYPED.hazard }).waitFor()
  })

  test('none of this made an error', () => {
    expect(journey.faults).toEqual([])
  })

  test('and one before it, or the mode of Internet Explorer, reads a sentence in both languages', async () => {
    const page = await journey.visit()
    await page.route('**/assets/*.js', (route) => route.abort())
    await page.addInitScript('delete HTMLScriptElement.prototype.noModule')
    await page.goto('/matters')
    await page.getByText('这个浏览器打不开办公页面').waitFor()
    await page.getByText('This browser cannot show the office').waitFor()
    await page.getByRole('link', { name: '去公开页' }).click()
    await page.waitForURL('**/public')
  })
})
