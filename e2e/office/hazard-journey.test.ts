import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { findMatter, finishStep, refusalOf, signIn, standsAt, takePhoto, takeStep } from '../support/person.ts'
import { report, stagesOf } from '../support/resident.ts'

const TITLE = '村口石桥护栏断了两米'
const STORY = `${TITLE}，孩子上学天天走，从上周五开始的。`

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
})
afterAll(() => journey?.stop())

/** Somebody at their own desk, signed in. */
async function at(post: string): Promise<Page> {
  await journey.account(post)
  const page = await journey.visit()
  await signIn(page, post)
  await page.getByRole('heading', { level: 1, name: '今日' }).waitFor()
  return page
}

/** The same wish without the page: the server refuses by itself. */
async function askToPass(page: Page): Promise<{ status: number; guard: string }> {
  const path = `/api/matters/${page.url().split('/').at(-1)?.split('?')[0]}`
  const { matter } = (await (await page.request.get(path)).json()) as { matter: { version: number } }
  const form = { reinspectedOn: '2026-03-02', opinion: '自己看过' }
  const answer = await page.request.post(`${path}/steps/passReinspection`, {
    data: { seenVersion: matter.version, form },
    headers: { 'idempotency-key': crypto.randomUUID(), origin: journey.url },
  })
  const { guard } = (await answer.json()) as { guard: string }
  return { status: answer.status(), guard }
}

test('a hazard goes from a resident’s report to a verified, learned-from closing, seen at each stage by code', async () => {
  const resident = await journey.visit({ phone: true })
  const photo = await takePhoto(resident, '断了的护栏.jpg')
  const code = await report(resident, journey, {
    story: STORY,
    category: '公共设施',
    place: '青石村村口石桥',
    area: '青石村',
    photo,
  })
  expect(await stagesOf(resident, code)).toEqual(['收到您的反映'])

  journey.passes(30)
  const clerk = await at('clerk')
  await findMatter(clerk, '诉求', '石桥护栏')
  await takeStep(clerk, '受理', { 难易: '一般' })
  await takeStep(clerk, '分流转办', { 转为哪一种: '隐患', 交给哪个单位: '东浦镇', 隐患类别: '公共设施' })
  expect(await stagesOf(resident, code)).toEqual(['收到您的反映', '受理了您的反映', '转为专门事项办理'])

  journey.passes(60)
  const inspector = await at('inspector')
  await inspector.getByRole('link', { name: `隐患定级：${TITLE}` }).click()
  await finishStep(inspector, '隐患定级', { 隐患等级: '一般', 判定标准: '桥梁护栏缺损，低于1.1米' })
  await takeStep(inspector, '责令限期整改', {
    指令书编号: '清应急责改〔2026〕1号',
    送达日期: '2026-03-02',
    依据条款: '《安全生产法》第六十五条',
    整改单位: '清澜县公路养护站',
    整改措施: '更换护栏，加高到1.1米',
    整改时限: '2026-03-16',
    承办单位: '清澜县',
    承办人: '王样本 · 承办岗',
  })
  await inspector
    .getByRole('button', { name: /2026年3月16日 周一/ })
    .first()
    .waitFor()

  journey.passes(120)
  const handler = await at('handler')
  await handler.getByRole('link', { name: `报送整改情况：${TITLE}` }).click()
  const after = await takePhoto(handler, '换好的护栏.jpg')
  await finishStep(handler, '报送整改情况', {
    整改完成日期: '2026-03-02',
    整改情况: '护栏已更换，实测1.1米',
    整改后照片: after,
  })
  await takeStep(handler, '申请复查')
  await standsAt(handler, '待复查')
  expect(await refusalOf(handler, '复查合格')).toBe('复查不能由经办人做；由陈样例办')
  expect(await askToPass(handler)).toEqual({ status: 409, guard: 'notTheHandler' })

  journey.passes(60)
  const verifier = await at('verifier')
  await verifier.getByRole('link', { name: `去办理：${TITLE}` }).click()
  const opinion = '到现场量过，护栏1.1米，牢固'
  await takeStep(verifier, '复查合格', { 复查日期: '2026-03-02', 复查意见: opinion })
  const leader = await at('leader')
  await leader.getByRole('link', { name: `去办理：${TITLE}` }).click()
  await takeStep(leader, '批准销号', { 销号日期: '2026-03-02', 销号意见: '同意销号' })

  const reviewer = await at('reviewer')
  await findMatter(reviewer, '隐患', '石桥护栏')
  await takeStep(reviewer, '复盘', {
    复盘题目: '石桥护栏为什么断了一周没人报',
    复盘什么: '隐患',
    为什么要复盘: '学生必经，一周没人报',
  })
  await reviewer.getByRole('status').getByRole('link', { name: 'FP-2026-0001' }).click()
  await takeStep(reviewer, '梳理经过', {
    回避: '主持人与这件事没有利害关系',
    经过: [
      { 时间: '2026-02-27 08:00', 经过: '护栏被撞断' },
      { 时间: '2026-03-02 09:00', 经过: '群众反映' },
    ],
  })
  await takeStep(reviewer, '分析', {
    预案和规定要求怎么做: '每周巡一次桥',
    实际怎么做的: '巡查漏了村道桥',
    哪些管用: '群众反映渠道',
    哪些没管用: '巡查表没有村道桥',
    根本原因: '桥梁清单不全',
  })
  await takeStep(reviewer, '提出教训', {
    教训: [{ 教训: '村道桥护栏', 教训和要求: '把村道桥列入巡查清单，逐座量护栏', 由哪个单位定: '清澜县' }],
    从哪里来: '复盘',
  })
  await reviewer.getByRole('status').getByRole('link', { name: 'JY-2026-0001' }).waitFor()

  journey.passes(30)
  await takeStep(clerk, '反馈结果', {
    处理意见: '已解决',
    答复内容: '护栏换好了，量过合格',
    答复方式: '凭查询码可看',
  })
  expect(await stagesOf(resident, code)).toEqual([
    '收到您的反映',
    '受理了您的反映',
    '转为专门事项办理',
    '查看过现场',
    '下达了整改指令',
    '已经改完，正在自查',
    '复查过，改好了',
    '改好了，销号',
    '把结果告诉了您',
  ])
  await resident.getByText('护栏换好了，量过合格').waitFor()
  await resident.getByRole('link', { name: '评价' }).click()
  await resident.getByLabel('满意', { exact: true }).check()
  journey.passes(1)
  await resident.getByRole('button', { name: '提交' }).click()
  await resident.getByText('评价收到了。').waitFor()
  expect((await stagesOf(resident, code)).at(-1)).toBe('您评价：满意')
  expect(journey.faults).toEqual([])
})

test('without JavaScript a resident reports with a photo, adds, and withdraws with a reason', async () => {
  const resident = await journey.visit({ phone: true, script: false })
  const photo = await takePhoto(resident, '路灯.jpg')
  const told = { story: '巷口路灯不亮，三天了。', category: '公共设施', place: '下塘村巷口', area: '下塘村', photo }
  const code = await report(resident, journey, told)
  await stagesOf(resident, code)
  await resident.getByRole('link', { name: '补充情况' }).click()
  await resident.getByLabel('要补充什么').fill('夜里有人摔倒')
  journey.passes(1)
  await resident.getByRole('button', { name: '提交' }).click()
  await resident.getByText('补充的收到了。').waitFor()
  await resident.getByRole('link', { name: '撤回' }).click()
  await resident.getByLabel('为什么撤回').fill('已经亮了')
  await resident.getByLabel('我确定要撤回').check()
  journey.passes(1)
  await resident.getByRole('button', { name: '撤回' }).click()
  await resident.getByText('已撤回。').waitFor()
  expect(await stagesOf(resident, code)).toEqual(['收到您的反映', '您补充了情况', '您已撤回'])
  expect(journey.faults).toEqual([])
})
