import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JourneyServer, startJourneyServer } from './journey-server.ts'
import { answer, findMatter, signIn, takePhoto, takeStep } from './person.ts'
import { report, stagesOf } from './resident.ts'

const TITLE = '村口石桥护栏断了两米'
const STORY = `${TITLE}，孩子上学天天走，从上周五开始的。`

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
})
afterAll(() => journey.stop())

/** Somebody at their own desk, signed in. */
async function at(post: string): Promise<Page> {
  await journey.account(post)
  const page = await journey.visit()
  await signIn(page, post)
  await page.getByRole('heading', { level: 1, name: '今日' }).waitFor()
  return page
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

  const clerk = await at('clerk')
  await findMatter(clerk, '石桥护栏', TITLE)
  await takeStep(clerk, '受理', { 难易: '一般' })
  await takeStep(clerk, '转专门事项', { 转为哪一种: '隐患', 交给哪个单位: '东浦镇', 隐患类别: '公共设施' })
  expect(await stagesOf(resident, code)).toEqual(['收到您的反映', '受理了您的反映', '转为专门事项办理'])

  const inspector = await at('inspector')
  await inspector.getByRole('link', { name: `判级：${TITLE}` }).click()
  const grading = inspector.getByRole('dialog', { name: '判级' })
  await answer(grading, { 等级: '一般', 判定标准: '桥梁护栏缺损，低于1.1米' })
  await grading.getByRole('button', { name: '判级', exact: true }).click()
  await takeStep(inspector, '下达指令', {
    指令书编号: '清应急责改〔2026〕1号',
    哪天送达: '2026-03-02',
    依据条款: '《安全生产法》第六十五条',
    责令谁整改: '清澜县公路养护站',
    整改措施: '更换护栏，加高到1.1米',
    整改期限: '2026-03-16',
    承办单位: '县应急管理局',
    经办岗位: '王样本 · 承办岗',
  })
  await inspector
    .getByRole('button', { name: /2026年3月16日 周一/ })
    .first()
    .waitFor()

  const handler = await at('handler')
  await handler.getByRole('link', { name: `报自查结果：${TITLE}` }).click()
  const checking = handler.getByRole('dialog', { name: '报自查结果' })
  const after = await takePhoto(handler, '换好的护栏.jpg')
  await answer(checking, { 整改完成日期: '2026-03-02', 改了什么: '护栏已更换，实测1.1米', 整改后照片: after })
  await checking.getByRole('button', { name: '报自查结果', exact: true }).click()
  await takeStep(handler, '申请复查')
  const refusal = handler.getByRole('button', { name: '复查合格', exact: true })
  expect(await refusal.getAttribute('aria-disabled')).toBe('true')
  await handler.screenshot({ path: '/tmp/shots/refused.png', fullPage: true })
  console.log(await handler.getByRole('main').innerText())
}, 120_000)
