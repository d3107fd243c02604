import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { answer, findMatter, refusalOf, signIn, standsAt, takePhoto, takeStep } from '../support/person.ts'

const TITLE = '下塘村两家为一米通道争执'
const MEDIATOR = { 谁选的: '当事人选定', 回避: '问过，没人要求回避', 是否公开调解: '不公开' }

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
})
afterAll(() => journey?.stop())

async function at(post: string): Promise<Page> {
  await journey.account(post)
  const page = await journey.visit()
  await signIn(page, post)
  await page.getByRole('heading', { level: 1, name: '今日' }).waitFor()
  return page
}

test('a dispute is mediated only with consent, goes up when the first tier fails, and is agreed above', async () => {
  const village = await at('dongpu-mediator')
  await village.getByRole('button', { name: '登记' }).click()
  await village.getByRole('link', { name: /^矛盾纠纷/ }).click()
  await answer(village.getByRole('main'), {
    标题: TITLE,
    纠纷类型: '房屋宅基地',
    简要情况: '两家为一米通道争执两年，年前砌了墙',
    化解难度: '一般',
    地点: '下塘村三组',
    属地: '下塘村',
    甲方: '周某某',
    甲方电话: '13800000000',
    乙方: '王某某',
  })
  await village.getByRole('main').getByRole('button', { name: '登记', exact: true }).click()
  await standsAt(village, '待征求意愿')
  // Whoever may not open them sees that there are names, and not which.
  expect(await village.getByRole('main').innerText()).not.toContain('13800000000')

  await takeStep(village, '征求意愿', { 怎么问的: '当面' })
  await standsAt(village, '等各方答复')
  expect(await refusalOf(village, '定调解员')).toContain('要先到“待定调解员”')
  await takeStep(village, '都同意', { 各方都同意调解: '都同意', 哪天同意: '2026-03-02' })
  await takeStep(village, '定调解员', { ...MEDIATOR, 调解员: '沈样张 · 东浦镇调解岗' })
  await takeStep(village, '记调解', { 什么时候: '2026-03-02 08:40', 在哪里: '东浦镇调解室', 调解记录: '各执一词' })
  await takeStep(village, '调解不成', { 为什么不成: '差距太大', 调解了几次: '2' })
  await takeStep(village, '上交上一级', { 为什么上交: '两次没有调成，可能激化', 已告知的途径: '向法院起诉' })
  await standsAt(village, '已上交')

  const county = await at('mediator')
  await findMatter(county, '纠纷', 'JF-2026-0002')
  await county.getByRole('link', { name: /JF-2026-0001/ }).waitFor()
  expect(await county.getByRole('main').innerText()).toContain('没有个人信息')
  await takeStep(county, '都同意', { 各方都同意调解: '都同意', 哪天同意: '2026-03-02' })
  await takeStep(county, '定调解员', { ...MEDIATOR, 调解员: '孙示范 · 调解岗' })
  await takeStep(county, '记调解', { 什么时候: '2026-03-02 08:50', 在哪里: '县综治中心', 调解记录: '各让半米' })
  await takeStep(county, '达成书面协议', {
    协议编号: '清调〔2026〕1号',
    达成日期: '2026-03-02',
    协议内容: '各让半米，通道一米，墙退后重砌',
    履行到哪天: '2026-03-31',
    生效日期: '2026-03-02',
    能否申请司法确认: '能',
    协议书: await takePhoto(county, '协议书.jpg'),
  })
  await standsAt(county, '履行中')

  const clocks = county.getByRole('region', { name: /^时钟/ })
  const window = clocks.getByRole('listitem').filter({ hasText: '共同申请司法确认' })
  await window.getByRole('button', { name: /期限：2026年4月1日 周三/ }).click()
  const why = county.getByRole('dialog').filter({ hasText: '共同申请司法确认' })
  for (const words of ['30日', '《人民调解法》', '2026年4月1日 周三']) await why.getByText(words).first().waitFor()
  await county.keyboard.press('Escape')
  await takeStep(county, '申请司法确认', { 哪个法院: '清澜县人民法院', 哪天共同申请: '2026-03-02' })
  await window.getByText('按期').waitFor()
  await takeStep(county, '回访：已履行', { 回访日期: '2026-03-02', 履行情况: '墙已退后，通道一米' })
  await standsAt(county, '已履行')
  expect(journey.faults).toEqual([])
})
