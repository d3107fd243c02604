import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { answer, findMatter, refusalOf, signIn, standsAt, takePhoto, takeStep } from '../support/person.ts'

const TITLE = '下塘村两家为一米通道争执'
const MEDIATOR = { 选定方式: '当事人选择', 回避: '问过各方，没有人要求回避', 是否公开调解: '不公开' }
const SIDES = [{ 哪一方: '甲方' }, { 哪一方: '乙方' }]
const ASKED = { 调解类别: '人民调解', 征求哪些方: SIDES, 征求方式: '当面' }

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

  await takeStep(village, '征求意愿', ASKED)
  await standsAt(village, '待各方答复')
  expect(await refusalOf(village, '选定调解员')).toContain('要先到“待选定调解员”')
  await takeStep(village, '一方同意', { 哪一方: '1. 甲方', 同意日期: '2026-03-02' })
  expect(await refusalOf(village, '受理')).toContain('当事人都反馈')
  await takeStep(village, '一方同意', { 哪一方: '2. 乙方', 同意日期: '2026-03-02' })
  // The story names the party, not the row where it stands.
  const story = village.getByRole('main')
  await story.getByText('2. 乙方', { exact: true }).nth(1).waitFor()
  expect(await story.innerText()).not.toContain('第2行')
  await takeStep(village, '受理')
  await takeStep(village, '选定调解员', { ...MEDIATOR, 调解员: '沈样张 · 东浦镇调解岗' })
  await takeStep(village, '记录调解', { 调解时间: '2026-03-02 08:40', 调解地点: '东浦镇调解室', 调解记录: '各执一词' })
  await takeStep(village, '未达成协议', { 未达成协议的原因: '差距太大', 调解次数: '2' })
  await takeStep(village, '提请上级调解', {
    提请理由: '两次没有调成，可能激化',
    已告知的救济途径: '向法院起诉',
    告知方式: '当面',
  })
  await standsAt(village, '已提级调处')

  const county = await at('mediator')
  await findMatter(county, '纠纷', 'JF-2026-0002')
  await county.getByRole('link', { name: /JF-2026-0001/ }).waitFor()
  expect(await county.getByRole('main').innerText()).toContain('没有个人信息')
  await takeStep(county, '征求意愿', ASKED)
  for (const 哪一方 of ['1. 甲方', '2. 乙方']) await takeStep(county, '一方同意', { 哪一方, 同意日期: '2026-03-02' })
  await takeStep(county, '受理')
  await takeStep(county, '选定调解员', { ...MEDIATOR, 调解员: '孙示范 · 调解岗' })
  await takeStep(county, '记录调解', { 调解时间: '2026-03-02 08:50', 调解地点: '县综治中心', 调解记录: '各让半米' })
  await takeStep(county, '达成书面协议', {
    协议编号: '清调〔2026〕1号',
    达成日期: '2026-03-02',
    协议内容: '各让半米，通道一米，墙退后重砌',
    履行期限: '2026-03-31',
    各方签署: [
      { 哪一方: '甲方', 签署方式: '签名' },
      { 哪一方: '乙方', 签署方式: '按指印' },
    ],
    生效日期: '2026-03-02',
    能否申请司法确认: '能',
    协议书: await takePhoto(county, '协议书.jpg'),
  })
  await standsAt(county, '履行中')

  const clocks = county.getByRole('region', { name: /^办理期限/ })
  const window = clocks.getByRole('listitem').filter({ hasText: '共同申请司法确认' })
  await window.getByRole('button', { name: /期限：2026年4月1日 周三/ }).click()
  const why = county.getByRole('dialog').filter({ hasText: '共同申请司法确认' })
  for (const words of ['30日', '《人民调解法》', '2026年4月1日 周三']) await why.getByText(words).first().waitFor()
  await county.keyboard.press('Escape')
  await takeStep(county, '申请司法确认', { 受理法院: '清澜县人民法院', 共同申请日期: '2026-03-02' })
  await window.getByText('按期').waitFor()
  expect(await refusalOf(county, '回访：已履行')).toContain('经办人')

  const clerk = await at('clerk')
  await findMatter(clerk, '纠纷', 'JF-2026-0002')
  await takeStep(clerk, '回访：已履行', { 回访日期: '2026-03-02', 履行情况: '墙已退后，通道一米' })
  await standsAt(clerk, '已履行')
  expect(journey.faults).toEqual([])
})
