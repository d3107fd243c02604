import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { answer, findMatter, keepPicture, signIn, standsAt, takeStep } from '../support/person.ts'

const TITLE = '示例市场摊位改造款'
const DAY = 24 * 60

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
})
afterAll(() => journey?.stop())

const known = new Set<string>()
async function at(post: string): Promise<Page> {
  if (!known.has(post)) await journey.account(post)
  known.add(post)
  const page = await journey.visit()
  await signIn(page, post)
  await page.getByRole('heading', { level: 1, name: '今日' }).waitFor()
  return page
}

/** Somebody at the page of the case. */
async function onCase(post: string): Promise<Page> {
  const page = await at(post)
  await findMatter(page, '案件', TITLE)
  return page
}

test('a civil case: mediation that fails, an appraisal left out of the limit, more time asked for too late, judgment, service, archive', async () => {
  const desk = await at('court-filing')
  await desk.getByRole('button', { name: '登记' }).click()
  await desk.getByRole('link', { name: /^案件/ }).click()
  await answer(desk.getByRole('main'), {
    标题: TITLE,
    案件类别: '民事',
    案由: '合同纠纷',
    请求和事由: '请求支付改造款，双方对工程量有争议',
    当事各方: [{ 席位: '原告一' }, { 席位: '被告一' }],
    案涉地点: '示例市场',
  })
  await desk.getByRole('main').getByRole('button', { name: '登记', exact: true }).click()
  await standsAt(desk, '待立案审查')

  await takeStep(desk, '委派诉前调解', {
    各方都书面同意诉前调解: '是',
    调解员签收材料日期: '2026-03-02',
    谁来调解: '特邀调解员',
  })
  await standsAt(desk, '诉前调解中')
  journey.passes(10 * DAY)
  const back = await onCase('court-filing')
  await takeStep(back, '调解未成，转回立案', { 材料转回立案日期: '2026-03-12', 未成原因: '对工程量各执一词' })
  await takeStep(back, '立案', {
    案号: '(2026) 浙0399 民初 123 号',
    民事审理程序: '小额诉讼',
    立案日期: '2026-03-12',
  })
  await takeStep(back, '分案', {
    承办庭: '民事审判庭',
    承办法官: '梁例举 · 法官',
    审判组织: '独任',
    分案方式: '随机',
  })
  await standsAt(back, '庭前准备')
  // The court's own number stands beside the reference, in one form.
  await back.getByRole('main').getByText('AJ-2026-0001 （2026）浙0399民初123号', { exact: true }).waitFor()

  journey.passes(20 * DAY)
  const head = await onCase('court-head')
  await takeStep(head, '扣除审限', {
    扣除事由: '鉴定',
    从哪天起: '2026-03-20',
    '到哪天（没有结束就不填）': '2026-03-29',
    理由: '委托鉴定工程量',
    审批文书编号: '（2026）审管扣1号',
  })
  const limit = head.getByRole('region', { name: '审理期限' })
  expect(await limit.innerText()).toMatch(/扣除\s*10日/)
  expect(await limit.innerText()).toContain('（2026）审管扣1号')
  await keepPicture(head, 'case-limit')

  // Two months and ten days end on 22 May: within fifteen days of it nobody asks for more.
  journey.passes(40 * DAY)
  const late = await onCase('court-judge')
  await late
    .getByRole('main')
    .getByRole('button', { name: /^更多（\d+）$/ })
    .click()
  await late.getByRole('main').getByRole('button', { name: '申请延长审限', exact: true }).first().click()
  const drawer = late.getByRole('dialog', { name: '申请延长审限', exact: true })
  await answer(drawer, { 申请延长多少: '1', 为什么: '工程量还要核对', 报请哪位院长审批: '高范文 · 院长' })
  await drawer.getByRole('button', { name: '申请延长审限', exact: true }).click()
  await drawer
    .getByText(/到期15日前提出/)
    .first()
    .waitFor()
  await drawer.getByRole('button', { name: '关闭' }).first().click()

  const judge = await onCase('court-judge')
  await takeStep(judge, '排期开庭（简易、速裁）', {
    开庭时间: '2026-05-11 15:00',
    开庭地点: '第二审判庭',
    是否公开: '公开开庭',
  })
  await takeStep(judge, '开庭', {
    开庭日期: '2026-05-11',
    是否询问回避: '问了，不申请',
    庭审要点: '鉴定意见当庭质证',
  })
  await takeStep(judge, '作出裁判', {
    文书种类: '判决',
    裁判结果: '部分支持',
    怎样宣告: '当庭宣判',
    '裁判（结案）日期': '2026-05-11',
    能否上诉: '不能上诉',
    文书编号: '（2026）浙0399民初123号民事判决书',
  })
  await standsAt(judge, '待送达裁判文书')

  const clerk = await onCase('court-clerk')
  for (const side of ['1. 原告一', '2. 被告一'])
    await takeStep(clerk, '登记一方送达', {
      哪一方: side,
      送达文书: '判决书',
      送达方式: '直接送达',
      发送日期: '2026-05-11',
      '到达、签收（生效）日期': '2026-05-11',
      生效依据: '签收',
    })
  await takeStep(clerk, '送达完毕，裁判生效', { 最后一方送达日期: '2026-05-11' })
  await standsAt(clerk, '裁判已生效')
  await takeStep(clerk, '移交归档', {
    移交日期: '2026-05-11',
    正卷页数: '120',
    副卷页数: '20',
    电子卷宗: '随案同步，完整',
    保管期限: '长期（60年）',
  })
  const archive = await onCase('court-filing')
  await takeStep(archive, '接收归档', { 接收日期: '2026-05-11', 档号: '2026-示例-1' })
  // A file in the archive leaves the case as it ended.
  await standsAt(archive, '裁判已生效')
  await archive.getByRole('main').getByText('2026-示例-1').first().waitFor()
  await keepPicture(archive, 'case-archived')
  expect(journey.faults).toEqual([])
})

test('the rules of a case are laid out one under the other: the time limits, then what is to be noticed', async () => {
  const page = await at('court-filing')
  await page.goto('/rules?procedure=case')
  const box = (region: RegExp) => page.getByRole('region', { name: region }).first().boundingBox()
  await page.getByRole('heading', { name: /^要留意的/ }).waitFor()
  const [limits, noticed] = [await box(/^期限 \d+$/), await box(/^要留意的 \d+$/)]
  expect(noticed?.y).toBeGreaterThanOrEqual((limits?.y ?? 0) + (limits?.height ?? Number.POSITIVE_INFINITY))
})
