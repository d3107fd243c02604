import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { enter } from '../support/planted-matters.ts'
import { settled } from '../support/settled.ts'

const LEDGERS = join(import.meta.dirname, '../../examples/ledgers')

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
  for (const post of ['clerk', 'handler']) await journey.account(post)
})
afterAll(() => journey?.stop())

test('a clerk brings a ledger in: says what three words mean, tries it, takes it in, and finds its matters', async () => {
  // The ledger is of March, and April has begun.
  journey.passes(31 * 24 * 60)
  const { page } = await enter(journey, await journey.visit(), 'clerk')
  await page.goto('/matters')
  await settled(page)
  await page.getByRole('main').getByRole('link', { name: '导入台账' }).click()
  await page.getByRole('heading', { level: 1, name: '导入台账' }).waitFor()
  await page.getByText('还没有导入过').waitFor()
  await page.getByLabel('选一份台账').setInputFiles(join(LEDGERS, '03-disputes-with-refused-columns.xlsx'))

  await page.getByRole('heading', { name: '“03-disputes-with-refused-columns.xlsx”怎么读' }).waitFor()
  await page.getByText('当事人身份证号（证件号码不收）、民族（民族、籍贯不收）').waitFor()
  expect(await page.getByLabel('这是哪一类台账').inputValue()).toBe('dispute')

  // As it stands no row fits: nobody knows what 易, 中 and 难 are.
  await page.getByRole('button', { name: '试一试' }).click()
  await page.getByText('现在什么都还没写进去。').waitFor()
  expect(await page.getByRole('main').getByRole('listitem').allTextContents()).toEqual([
    expect.stringMatching(/^第3行不收.*化解难度/),
    expect.stringMatching(/^第4行不收.*化解难度/),
    expect.stringMatching(/^第5行不收.*化解难度/),
  ])
  await page.getByRole('button', { name: '回去改' }).click()
  const meant = page.getByRole('group', { name: '“化解难度”这些内容认不出，选它是什么' })
  for (const [word, option] of [
    ['易', '简单'],
    ['中', '一般'],
    ['难', '复杂'],
  ] as const)
    await meant.getByLabel(word).selectOption({ label: option })
  await meant.waitFor({ state: 'detached' })

  // The page can be left and found again: the file and what was sent in stay.
  await page.reload()
  await page.getByRole('heading', { name: '“03-disputes-with-refused-columns.xlsx”怎么读' }).waitFor()
  await page.getByRole('button', { name: '试一试' }).click()
  await page.getByRole('main').getByRole('listitem').filter({ hasText: '收下' }).nth(2).waitFor()
  await page.getByRole('button', { name: '全部收下' }).click()
  await page.getByText('收完了').waitFor()
  await page.getByRole('link', { name: '看这些事项' }).click()
  await page.getByRole('link', { name: '因屋檐滴水发生争吵' }).waitFor()
  await page.getByRole('link', { name: '地界不清，双方各执一词' }).waitFor()
})

test('who registers nothing has no way in', async () => {
  const { page } = await enter(journey, await journey.visit(), 'handler')
  await page.goto('/matters')
  await settled(page)
  expect(await page.getByRole('link', { name: '导入台账' }).count()).toBe(0)
})
