import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { answer, findMatter, signIn, standsAt, takeStep } from '../support/person.ts'

const TITLE = '安置房逾期未交付'
const DAY = 24 * 60

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
})
afterAll(() => journey?.stop())

const known = new Set<string>()
/** Somebody at their own desk on that day, with the petition open. */
async function at(post: string): Promise<Page> {
  if (!known.has(post)) await journey.account(post)
  known.add(post)
  const page = await journey.visit()
  await signIn(page, post)
  await page.getByRole('heading', { level: 1, name: '今日' }).waitFor()
  return page
}
const withPetition = async (post: string) => {
  const page = await at(post)
  await findMatter(page, '信访', TITLE)
  return page
}
const due = (page: Page, day: RegExp) => page.getByRole('main').getByRole('button', { name: day }).first().waitFor()

test('a petition comes back from the wrong unit, is answered after more time, and goes through review to re-review', async () => {
  const clerk = await at('clerk')
  await clerk.goto('/matters/new/petition')
  await answer(clerk.getByRole('main'), {
    标题: TITLE,
    内容分类: '征收补偿和安置',
    收到日期: '2026-02-27',
    '请求、事实和理由': '协议写明2025年底交房，至今没有交',
    事项地: '东浦镇安置区',
    属地: '东浦镇',
  })
  await clerk.getByRole('main').getByRole('button', { name: '登记', exact: true }).click()
  await standsAt(clerk, '待登记')
  // Fifteen days from the receipt on 27 February, not from today: 14 March, a Saturday; finished the working day before.
  await due(clerk, /2026年3月1[34]日/)
  await takeStep(clerk, '登记', { 人数: '1', 是否多人走访: '否', 是否重复事项: '初次提出' })

  const triage = await withPetition('triage')
  await takeStep(triage, '甄别分类', { 办理途径: '调查核实，出具处理意见书', 分类理由: '属于本级职责' })
  await takeStep(triage, '交办', { 交办到: '云溪镇', 办理要求: '查清后答复', 办理结果何时报送: '2026-05-20' })

  journey.passes(2 * DAY)
  const wrong = await withPetition('yunxi-clerk')
  await takeStep(wrong, '提出异议', { 不属本单位职责的理由: '安置区在东浦镇', 建议转给: '东浦镇' })
  const sender = await withPetition('triage')
  await takeStep(sender, '同意退回', { 收回的材料: '交办函和附件一套' })
  await takeStep(sender, '交办', { 交办到: '东浦镇', 办理要求: '查清后答复', 办理结果何时报送: '2026-05-20' })

  journey.passes(DAY)
  const town = await withPetition('dongpu-clerk')
  await takeStep(town, '签收')
  await takeStep(town, '受理')
  const head = await withPetition('dongpu-leader')
  await takeStep(head, '指定承办人', { 承办岗位: '沈样张 · 东浦镇调解岗', 是否问过回避: '没有利害关系' })
  // Accepted on Thursday 5 March: the sixtieth day is Monday 4 May, in the May holiday; the office finishes before it.
  await due(head, /2026年(4月30日|5月4日)/)

  journey.passes(45 * DAY)
  const handler = await withPetition('dongpu-mediator')
  await takeStep(handler, '申请延期', { 要延几天: '20', 为什么: '等工程验收结论' })
  const granting = await withPetition('dongpu-leader')
  await takeStep(granting, '批准延期', { 延几天: '20', 延期理由: '验收结论五月中旬出具', 延期理由怎么告知: '书面' })
  await granting.getByRole('main').getByText('延期').first().waitFor()

  journey.passes(20 * DAY)
  const drafting = await withPetition('dongpu-mediator')
  await takeStep(drafting, '拟写处理意见', {
    信访请求: '答复交房时间',
    事实和理由: '协议属实，因验收未完成而逾期',
    处理意见: '解释说明',
    意见内容: '六月底前交房，过渡费按协议支付',
    '法律、政策依据': '安置协议第五条',
  })
  const signing = await withPetition('dongpu-leader')
  await takeStep(signing, '审签出具', { 意见书编号: '东信处〔2026〕1号', 出具日期: '2026-05-09' })
  const serving = await withPetition('dongpu-clerk')
  await takeStep(serving, '送达处理意见书', { 送达日期: '2026-05-09', 送达方式: '当面送达' })
  // A month for the petitioner to ask for a review, from the day it was served.
  await due(serving, /2026年6月8日/)

  journey.passes(10 * DAY)
  const window = await withPetition('clerk')
  await takeStep(window, '申请复查', { '不服什么、为什么': '没有写过渡费标准', 申请日期: '2026-05-19' })
  const above = await withPetition('leader')
  await takeStep(above, '受理复查', { 复查承办岗: '赵举例 · 复盘岗' })
  const reviewer = await withPetition('reviewer')
  await takeStep(reviewer, '出具复查意见', {
    复查意见: '维持',
    复查认定的事实和理由: '事实清楚，过渡费标准见协议附件',
    复查意见书编号: '清信复查〔2026〕1号',
    '法律、政策依据': '安置协议附件二',
  })
  const telling = await withPetition('clerk')
  await takeStep(telling, '送达复查意见书', { 送达日期: '2026-05-19', 送达方式: '邮寄送达' })
  await due(telling, /2026年6月18日/)

  journey.passes(5 * DAY)
  const last = await withPetition('clerk')
  await takeStep(last, '申请复核', { '不服什么、为什么': '仍不服', 申请日期: '2026-05-24' })
  await due(last, /2026年6月2[23]日/)
  await takeStep(last, '登记上级复核意见', {
    作出意见的机关: '示例市人民政府',
    复核意见: '维持',
    复核认定的事实和理由: '复查意见正确',
    复核意见书编号: '示市复核〔2026〕1号',
  })
  await takeStep(last, '送达复核意见书', { 送达日期: '2026-05-24', 送达方式: '邮寄送达' })
  // The story keeps who had it first, and why it came back.
  await last.getByRole('main').getByText('安置区在东浦镇').filter({ visible: true }).first().waitFor()
  expect(journey.faults).toEqual([])
}, 240_000)
