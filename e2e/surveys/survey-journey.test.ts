import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { enter } from '../support/planted-matters.ts'
import { settled } from '../support/settled.ts'

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
  for (const post of ['triage', 'leader']) await journey.account(post)
})
afterAll(() => journey?.stop())

test('a resident answers with a code from paper and without a script, and the office sees the result when it is closed', async () => {
  const { page: office, ask } = await enter(journey, await journey.visit(), 'triage')
  await office.goto('/surveys')
  await office.getByRole('button', { name: '起草一次调查' }).click()
  await office.getByLabel('东浦镇 户数').fill('300')
  await office.getByLabel('东浦镇 发').fill('6')
  await office.getByLabel('从哪天').fill(journey.now().slice(0, 10))
  await office.getByRole('button', { name: '保存' }).click()
  await office.getByText('已保存').waitFor()

  const { page: leader } = await enter(journey, await journey.visit(), 'leader')
  await leader.goto(new URL(office.url()).pathname)
  await leader.getByRole('button', { name: '同意发出' }).click()
  await leader.getByText('发出后题目不能再改').waitFor()
  await leader.getByRole('button', { name: '确定发出' }).click()
  await leader.getByText('正在收').waitFor()

  await office.reload()
  await office.getByRole('button', { name: '给东浦镇印' }).click()
  await office.getByText('东浦镇的6份已备好').waitFor()
  await office.getByText('给东浦镇印了6个').waitFor()
  const saved = office.waitForEvent('download')
  await office.getByRole('button', { name: '下载 Word（大字）' }).first().click()
  expect((await saved).suggestedFilename()).toMatch(/东浦镇\.docx$/)
  // A slip would make void what households have in hand.
  await office.getByRole('button', { name: '给东浦镇印' }).click()
  await office.getByText('东浦镇有6个码还没用').waitFor()
  await office.getByRole('button', { name: '先不' }).click()
  const codes = await office.locator('.survey-code').allTextContents()
  const address = new URL((await office.locator('code').first().textContent()) ?? '').pathname

  const resident = await journey.visit({ script: false, phone: true })
  await resident.goto(address)
  await resident.getByLabel('纸上的码').fill(codes[0] ?? '')
  await resident.getByRole('radio', { name: '很安全' }).first().check()
  await resident.getByRole('checkbox', { name: '诈骗' }).check()
  journey.passes(1)
  await resident.getByRole('button', { name: '交卷' }).click()
  await resident.getByRole('heading', { name: '收到了，谢谢您' }).waitFor()

  const at = `/api${new URL(office.url()).pathname}`
  for (const code of codes.slice(1)) await ask(`${at}/answers`, { code, ticked: { q1: ['5'], q3: ['fraud'] } })
  await office.reload()
  await office.getByRole('button', { name: '收完，出结果' }).click()
  await office.getByRole('button', { name: '确定收完' }).click()
  await office.getByRole('heading', { name: '结果', exact: true }).waitFor()
  await settled(office)
  expect(
    await office
      .getByRole('row', { name: /东浦镇/ })
      .first()
      .innerText(),
  ).toMatch(/300\s+6\s+6\s+100%/)
  expect(journey.faults).toEqual([])
})
