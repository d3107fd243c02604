import { afterAll, beforeAll, expect, test } from 'vitest'
import { publicWords } from '../../src/http/public/words/words.ts'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { answer, signIn, standsAt, takePhoto, takeStep } from '../support/person.ts'
import { enter, type Planted, plantMatters, TYPED } from '../support/planted-matters.ts'

let journey: JourneyServer
let planted: Planted
beforeAll(async () => {
  journey = await startJourneyServer()
  planted = await plantMatters(journey)
})
afterAll(() => journey?.stop())

test.each([
  ['zh', true],
  ['en', false],
] as const)(
  'the public form keeps what was typed and says at each field what is wrong (%s, scripts: %s)',
  async (locale, script) => {
    const words = publicWords(locale)
    const reader = await journey.visit({ locale, script, phone: true })
    await reader.goto('/public')
    await reader.getByLabel(words.what).fill('栏杆松了 <b>')
    await reader.getByLabel(words.phone).fill('not a number')
    const program = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ, a program') }
    await reader.getByLabel(words.photos).setInputFiles(program)
    journey.passes(1)
    await reader.getByRole('button', { name: words.send }).click()
    const summary = reader.getByRole('alert')
    await summary.getByText(words.rules.phone()).waitFor()
    expect(await reader.getByLabel(words.phone).getAttribute('aria-describedby')).toContain('contactPhone-error')
    expect(await reader.getByLabel(words.what).inputValue()).toBe('栏杆松了 <b>')

    await reader.getByLabel(words.phone).fill('13800000000')
    journey.passes(1)
    await reader.getByRole('button', { name: words.send }).click()
    for (const title of [words.category, words.where]) await summary.getByText(words.rules.required(title)).waitFor()
    await summary.getByRole('link', { name: words.rules.required(words.where) }).click()
    expect(await reader.getByLabel(words.where).getAttribute('aria-invalid')).toBe('true')

    await reader.getByLabel(words.category).selectOption('facility')
    await reader.getByLabel(words.where).fill('下塘村')
    await reader.getByLabel(words.photos).setInputFiles(program)
    journey.passes(1)
    await reader.getByRole('button', { name: words.send }).click()
    await summary.getByText(words.rules['file-type']()).waitFor()
    expect(await reader.getByLabel(words.phone).inputValue()).toBe('13800000000')
    await reader.getByLabel(words.photos).setInputFiles(await takePhoto(reader, 'photo.jpg'))
    journey.passes(1)
    await reader.getByRole('button', { name: words.send }).click()
    await reader.getByRole('heading', { name: words.receivedTitle }).waitFor()
  },
)

test('a form of the office says at each field what is missing, and goes on with what was typed', async () => {
  const { page } = await enter(journey, await journey.visit(), 'triage')
  await page.goto('/matters/new/hazard')
  const form = page.getByRole('main')
  await answer(form, { 标题: '小吃街煤气罐乱放' })
  await form.getByRole('button', { name: '登记', exact: true }).click()
  for (const missing of ['“隐患类别”要选一项', '“隐患情况”要填', '“地点”要填']) await form.getByText(missing).waitFor()
  await page.reload()
  await form.getByText('接着上次没交的草稿').waitFor()
  expect(await form.getByLabel(/^标题/).inputValue()).toBe('小吃街煤气罐乱放')
  const bad = { name: '检查.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<script>') }
  await form
    .getByRole('group', { name: /^整改前照片/ })
    .locator('input[type=file]')
    .setInputFiles(bad)
  await form.getByText(/^检查.jpg没有传上/).waitFor()
  const rest = { 隐患类别: '燃气', 隐患情况: '十几个气罐挨着炉子', 地点: '小吃街' }
  await answer(form, { ...rest, 整改前照片: await takePhoto(page, '气罐.jpg') })
  await form.getByRole('button', { name: '登记', exact: true }).click()
  await standsAt(page, '待定级')
})

test('who comes second sees what changed, and the form keeps what was typed', async () => {
  const { page: first } = await enter(journey, await journey.visit(), 'triage')
  const { page: second } = await enter(journey, await journey.visit(), 'inspector')
  await second.goto(`/matters/${planted.hazard}?step=recordProgress`)
  const drawer = second.getByRole('dialog', { name: '记进展' })
  await answer(drawer, { 进展: '已经清出一半通道' })
  await first.goto(`/matters/${planted.hazard}`)
  await takeStep(first, '补充材料', { 说明: '物业已经答应配合' })
  await drawer.getByText('吴范本刚改过这件事').waitFor()
  expect(await drawer.getByLabel(/^进展/).inputValue()).toBe('已经清出一半通道')
  await drawer.getByRole('button', { name: '看过了，接着办' }).click()
  await drawer.getByRole('button', { name: '记进展', exact: true }).click()
  await drawer.waitFor({ state: 'detached' })
  await second.getByText('已经清出一半通道').waitFor()
})

test('what was typed outlives a session that ended meanwhile', async () => {
  const { page } = await enter(journey, await journey.visit(), 'triage')
  await page.goto(`/matters/${planted.report}?step=recordProgress`)
  const drawer = page.getByRole('dialog', { name: '记进展' })
  await answer(drawer, { 进展: '路灯已报修' })
  await page.context().clearCookies({ name: /session/ })
  await drawer.getByRole('button', { name: '记进展', exact: true }).click()
  await page
    .getByText('请先登录')
    .or(page.getByLabel('账号', { exact: true }))
    .first()
    .waitFor()
  await page.reload()
  await signIn(page, 'triage')
  await page.getByRole('heading', { level: 1, name: TYPED.report }).waitFor()
  expect(await drawer.getByLabel(/^进展/).inputValue()).toBe('路灯已报修')
})

test('none of this made an error', () => {
  expect(journey.faults).toEqual([])
})
