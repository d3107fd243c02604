import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestOffice, testOffice } from '../../testing/office.ts'
import { A_REPORT, actionOf, codeOn, createResident, tokenOf } from '../../testing/resident.ts'

let office: TestOffice
let resident: ReturnType<typeof createResident>
beforeAll(async () => {
  office = await testOffice()
  resident = createResident(office)
})
afterAll(() => office?.dispose())
beforeEach(() => resident.later(120))

const typed = { ...A_REPORT, contactName: '何试题' }
const pageWith = async (answer: Response) => {
  const page = await answer.text()
  expect(page).toContain(A_REPORT.description)
  expect(page).toContain('value="何试题"')
  return page
}

describe('nothing typed is lost', () => {
  test('by large type or by the other language', async () => {
    const page = await (await office.ask('/public')).text()
    const ways = [...page.matchAll(/<button class="link"[^>]*form="form"[^>]*formaction="([^"]+)"/g)].map((found) =>
      (found[1] ?? '').replaceAll('&amp;', '&'),
    )
    expect(ways).toEqual(['/public/report?size=large&lang=zh', '/public/report?size=normal&lang=en'])
    const large = await resident.post(ways[0] ?? '', { ...typed, token: tokenOf(page), again: 'yes' })
    expect(large.status).toBe(200)
    expect(await pageWith(large)).toContain('class="large"')
    const english = await resident.post(ways[1] ?? '', { ...typed, token: tokenOf(page), again: 'yes' })
    expect(await pageWith(english)).toContain('lang="en"')
  })

  test('on the page that adds to a report', async () => {
    const { code } = await resident.report({ description: '石桥镇路牌倒了。' })
    const page = await (await office.ask(`/t/${code}/add`)).text()
    const way = /formaction="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const shown = await resident.post(way, { note: '又倒了一块', token: tokenOf(page), again: 'yes' })
    expect(await shown.text()).toContain('又倒了一块')
    expect(await resident.pageOf(code)).not.toContain('补充了情况')
  })

  test('when too many come from one network', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.19' }
    for (let count = 0; count < 90; count += 1)
      await resident.fill('/public', { ...A_REPORT, description: `第${count}处路灯坏了` }, { wait: 0.05, headers })
    const refused = await resident.fill('/public', typed, { wait: 0.05, headers })
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await pageWith(refused)).toContain('提交得太多了')
  })

  test('when one error is mended at once, nobody is called a program', async () => {
    const page = await (await office.ask('/public')).text()
    resident.later()
    const first = await resident.post(actionOf(page), { ...typed, category: '', token: tokenOf(page) })
    const shown = await pageWith(first)
    const mended = await resident.post(actionOf(shown), { ...typed, token: tokenOf(shown) })
    expect(mended.status).toBe(303)
  })

  test('without cookies the receipt still shows the code, for a quarter of an hour', async () => {
    const sent = await resident.fill('/public', { ...typed, description: '无曲奇的浏览器，路灯坏了。' })
    const there = sent.headers.get('location') ?? ''
    expect(codeOn(await (await office.ask(there)).text())).toHaveLength(10)
    resident.later(16)
    expect(await (await office.ask(there)).text()).toContain('回执只在提交后显示一会儿')
    const forged = there.replace(/ticket=./, 'ticket=!')
    expect(await (await office.ask(forged)).text()).toContain('回执只在提交后显示一会儿')
  })

  test('what is pasted too long is said with its limit, not cut', async () => {
    const page = await (await office.ask('/public')).text()
    expect(page).not.toContain('maxlength')
    const place = '石桥'.repeat(61)
    const answer = await resident.fill('/public', { ...typed, place })
    expect(answer.status).toBe(422)
    const shown = await answer.text()
    expect(shown).toContain('“在哪里”最多120个字')
    expect(shown).toContain(place)
  })
})
