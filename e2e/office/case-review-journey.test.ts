import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FormValues } from '../../src/domain/procedure/form.ts'
import { caseReviewSheet } from '../../src/procedures/starters/criteria.ts'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { answer, findMatter, finishStep, keepPicture, signIn, standsAt, takeStep } from '../support/person.ts'
import { enter } from '../support/planted-matters.ts'

const SEED = '406217'
const OPINION = '送达回证少一份，只有我写了这句。'

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
})
afterAll(() => journey?.stop())

type Reply = { readonly id: string; readonly version: number; readonly reference?: string }

/** What somebody does at their desk without looking: a matter opened, a step taken. */
async function desk(post: string) {
  await journey.account(post)
  const { page, ask } = await enter(journey, await journey.visit(), post)
  const open = (procedure: string, form: FormValues, unitId: string) =>
    ask('/api/matters', { procedure, channel: 'window', unitId, form }) as Promise<Reply>
  const take = ({ id, version }: Reply, step: string, form: FormValues = {}) =>
    ask(`/api/matters/${id}/steps/${step}`, { seenVersion: version, form }) as Promise<Reply>
  return { page, open, take }
}
type Desk = Awaited<ReturnType<typeof desk>>

async function closedCase(filing: Desk, judge: Desk, number: number): Promise<void> {
  const opened = await filing.open(
    'case',
    {
      title: `示例合同纠纷${number}`,
      category: 'civil',
      cause: 'contract',
      materialsOn: '2026-03-02',
      claims: '请求支付货款。',
      parties: [{ position: 'plaintiff1' }, { position: 'defendant1' }],
      place: '示例市场',
      placeUnit: 'xiatang',
    },
    'court',
  )
  const file = {
    caseNumber: `（2026）浙0399民初${number}号`,
    category: 'civil',
    civilTrack: 'ordinary',
    filedOn: '2026-03-02',
  }
  const filed = await filing.take(opened, 'file', file)
  const allotted = await filing.take(filed, 'allot', {
    unit: 'court-civil',
    owner: 'court-judge',
    panel: 'single',
    allottedHow: 'random',
  })
  await judge.take(allotted, 'endOtherwise', {
    endedHow: 'withdrawn',
    endedOn: '2026-03-02',
    documentNo: `裁定${number}`,
    endReason: '原告撤诉',
  })
}

async function at(post: string): Promise<Page> {
  await journey.account(post)
  const page = await journey.visit()
  await signIn(page, post)
  await page.getByRole('heading', { level: 1, name: '今日' }).waitFor()
  return page
}

test('closed cases are drawn by a seed, a reviewer of the same division is refused, and two blind scores open together', async () => {
  const [clerk, triage, filing, judge, head] = [
    await desk('clerk'),
    await desk('triage'),
    await desk('court-filing'),
    await desk('court-judge'),
    await desk('court-head'),
  ]
  for (const number of [101, 102, 103, 104]) await closedCase(filing, judge, number)
  const criteria = await clerk.open('criteria', caseReviewSheet.form, 'qinglan')
  await triage.take(criteria, 'publish')
  await head.open(
    'casereview',
    {
      title: '三月常规抽查',
      category: 'routine',
      scope: 'court',
      closedFrom: '2026-03-01',
      closedTo: '2026-03-02',
      criteria: 'BZ-2026-0001',
    },
    'court',
  )

  const president = await at('court-president')
  await findMatter(president, '评查', '三月常规抽查')
  await takeStep(president, '批准，定种子', { 抽取种子: SEED })
  await standsAt(president, '待抽取')
  await takeStep(president, '随机抽取', { 抽几件: '1' })
  await standsAt(president, '逐案评查中')
  await president.getByText(`从4件里抽取，种子“${SEED}”`).waitFor()
  await keepPicture(president, 'case-review-drawn')

  await president
    .getByRole('link', { name: /AJ-2026-\d+/ })
    .first()
    .click()
  await standsAt(president, '待指定评查人')
  await takeStepRefused(president, [{ 评查人: '丁仿真 · 法官' }, { 评查人: '邓示例 · 执行法官' }])
  const drawer = president.getByRole('dialog', { name: '指定评查人', exact: true })
  await drawer.getByText('选的人在这件事里要回避').first().waitFor()
  await keepPicture(president, 'case-review-recused')
  await finishStep(president, '指定评查人', {
    两名评查人: [{ 评查人: '计试用 · 立案法官' }, { 评查人: '邓示例 · 执行法官' }],
  })
  await standsAt(president, '评查中')

  const path = `/api/matters/${president.url().split('/').at(-1)?.split('?')[0]}`
  const [first, second] = [await desk('court-filing-judge'), await desk('court-executor')]
  const score = async ({ page, take }: Desk, lost: number, opinion: string) => {
    const { matter } = (await (await page.request.get(path)).json()) as { matter: Reply }
    const items = (caseReviewSheet.form['items'] as { no: string }[]).map(({ no }, index) => ({
      no,
      lost: index === 1 ? lost : 0,
    }))
    return take(matter, 'score', { items, veto: false, opinion })
  }
  await score(first, 8, OPINION)
  for (const { page } of [second, filing]) expect(await (await page.request.get(path)).text()).not.toContain(OPINION)
  expect(await (await first.page.request.get(path)).text()).toContain(OPINION)
  await president.reload()
  await president.getByText('之前不公开').first().waitFor()
  expect(await president.getByRole('main').innerText()).not.toContain('少一份')
  await score(second, 12, '文书有一处错字。')

  await president.reload()
  await takeStep(president, '一并公开得分')
  await standsAt(president, '待定等次')
  await president.getByText(OPINION).first().waitFor()
  await keepPicture(president, 'case-review-opened')
  expect(journey.faults).toEqual([])
})

/** Sends the names of two reviewers that the form does not take. */
async function takeStepRefused(page: Page, rows: readonly { readonly 评查人: string }[]): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: '指定评查人', exact: true }).click()
  const drawer = page.getByRole('dialog', { name: '指定评查人', exact: true })
  await answer(drawer, { 两名评查人: rows })
  await drawer.getByRole('button', { name: '指定评查人', exact: true }).click()
}
