import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MatterPage, MatterView } from '../../domain/views/views.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'
import { createResident, A_REPORT as REPORT } from '../../testing/resident.ts'

let office: TestOffice
let resident: ReturnType<typeof createResident>
beforeAll(async () => {
  office = await testOffice()
  resident = createResident(office)
})
afterAll(() => office?.dispose())
beforeEach(() => resident.later(120))

const later = () => resident.later()
const post = (...given: Parameters<typeof resident.post>) => resident.post(...given)
const fill = (...given: Parameters<typeof resident.fill>) => resident.fill(...given)
const report = (...given: Parameters<typeof resident.report>) => resident.report(...given)
const step = (...given: Parameters<typeof resident.step>) => resident.step(...given)
const matterIdOf = (code: string) => resident.matterIdOf(code)

describe('reporting without an account', () => {
  test('a report gives a code, the day of the answer with its article, the days between and the proof', async () => {
    const { sent, receipt, code } = await report()
    expect(sent.status).toBe(303)
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
    expect(receipt).toContain('收到了')
    expect(receipt).toContain('3月17日 周二')
    expect(receipt).toContain('《信访工作条例》')
    expect(receipt).toContain('class="strip"')
    expect(receipt).toContain('<svg class="qr"')
    expect(receipt).toMatch(/第1条记录，校验值 [0-9a-f]{12}/)
  })

  test('the code is kept only as a keyed hash, and the address with it in no log', async () => {
    const { code } = await report()
    await office.ask(`/t/${code}`)
    const { rows } = await office.county.database.owner.query<{ code_hash: string }>(
      'select code_hash from report_codes',
    )
    expect(rows.some(({ code_hash }) => code_hash.includes(code))).toBe(false)
    expect(JSON.stringify(office.logged)).not.toContain(code)
    expect(office.logged.some(({ route }) => route === '/t/:code')).toBe(true)
  })

  test('who reported lies in the vault and nowhere else', async () => {
    const { code } = await report({
      description: '下塘村路口的井盖丢了，晚上看不见。',
      contactName: '黄试写',
      contactPhone: '13900001234',
    })
    const id = await matterIdOf(code)
    const { rows } = await office.county.database.owner.query(
      `select (select matter::text from matters where id = $1) || (select string_agg(event::text, '') from matter_events where matter_id = $1) as all`,
      [id],
    )
    expect(rows[0].all).not.toContain('黄试写')
    expect(rows[0].all).not.toContain('13900001234')
    const clerk = await office.as('clerk')
    const opened = await clerk(
      `/api/matters/${id}/fields/open`,
      json({ fields: ['contactPhone'], reason: '电话核实位置' }),
    )
    expect(await opened.json()).toMatchObject({ values: { contactPhone: '13900001234' } })
    const leader = await office.as('leader')
    const refused = await leader(`/api/matters/${id}/fields/open`, json({ fields: ['contactPhone'], reason: '想看看' }))
    expect(refused.status).toBe(403)
  })

  test('who says in the text who they are is not in the title that lists show and search', async () => {
    const description = '我是下塘村的何试题，电话139 0000 1234，村口路灯坏了一个月。'
    const { code } = await report({ description })
    const page = await (await office.ask(`/t/${code}`)).text()
    expect(/<h1>([^<]+)<\/h1>/.exec(page)?.[1]).toBe('村口路灯坏了一个月')
    const number = await report({ description: '路灯坏了请打13900001234告诉我。' })
    const other = await (await office.ask(`/t/${number.code}`)).text()
    expect(/<h1>([^<]+)<\/h1>/.exec(other)?.[1]).toBe('路灯坏了请打…告诉我')
  })

  test('what is missing is said beside its field, and everything typed is kept', async () => {
    const answer = await fill('/public', { place: '柳河边', description: '', contactName: '何试题' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('“出了什么事”要填')
    expect(page).toContain('“哪方面的事”要填')
    expect(page).toContain('value="柳河边"')
    expect(page).toContain('value="何试题"')
    expect(page).toContain('照片要重新选一次')
    expect(page).toMatch(/id="category"[^>]*aria-invalid="true"/)
  })

  test('a photo goes with the report; another kind of file is refused in words', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const { code } = await report({
      description: '北塘村水塘边没有护栏，很深。',
      photos: new File([png], '水塘.png', { type: 'image/png' }),
    })
    expect(await (await office.ask(`/t/${code}`)).text()).toContain('照片1张')
    const page = await (await office.ask(`/t/${code}`)).text()
    const picture = await office.ask(/<img src="([^"]+)"/.exec(page)?.[1] ?? '')
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect((await office.ask(`/t/${code}/photo/1`)).status).toBe(404)
    const refused = await fill('/public', {
      ...REPORT,
      photos: new File(['#!/bin/sh'], 'run.png', { type: 'image/png' }),
    })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('有一个文件收不了，可以交照片（JPG')
  })

  test('sending the same page twice makes one report with one code', async () => {
    const page = await (await office.ask('/public')).text()
    const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? ''
    later()
    const fields = { ...REPORT, description: '云溪桥头路灯全灭了，走夜路危险。', token }
    const [first, second] = [await post('/public/report', fields), await post('/public/report', fields)]
    expect([first.status, second.status]).toEqual([303, 303])
    const cookie = (answer: Response) =>
      answer.headers
        .getSetCookie()
        .find((each) => each.startsWith('anlan-receipt'))
        ?.split(';')[0]
    expect(cookie(first)).toBe(cookie(second))
    const other = await post('/public/report', { ...fields, place: '另一处' })
    expect(other.status).toBe(409)
    expect(await other.text()).toContain('已经提交过了')
  })

  test('a program that fills in at once, fills the trap, or makes up a token is stopped, kindly', async () => {
    expect(await (await fill('/public', REPORT, { wait: 0 })).text()).toContain('提交得太快了')
    expect(await (await fill('/public', { ...REPORT, website: 'https://spam.example' })).text()).toContain('应当空着')
    expect((await post('/public/report', { ...REPORT, token: 'made.up.token' })).status).toBe(422)
    expect(await (await fill('/public', REPORT, { wait: 300 })).text()).toContain('打开太久了')
  })

  test('a hall full of people behind one address gets through; a program that goes on is slowed down', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.9' }
    const statuses: number[] = []
    for (let count = 0; count < 90; count += 1) {
      const report = { ...REPORT, description: `第${count}次反映同一条路的坑洼` }
      statuses.push((await fill('/public', report, { wait: 0.05, headers })).status)
    }
    expect(statuses.slice(0, 60)).toEqual(Array(60).fill(303))
    expect(statuses.at(-1)).toBe(429)
  })

  test('what is typed cannot become part of the page', async () => {
    const answer = await fill('/public', { place: '"><script>alert(1)</script>' })
    const page = await answer.text()
    expect(page).not.toContain('<script>alert')
    expect(page).toContain('&lt;script&gt;')
  })
})

describe('a report about a unit', () => {
  test('is invisible to that unit and everything below it', async () => {
    const { code } = await report({
      description: '东浦镇窗口不给办证还态度不好。',
      category: 'conduct',
      aboutUnit: 'dongpu',
    })
    const id = await matterIdOf(code)
    expect(id).not.toBe('')
    for (const post of ['dongpu-clerk', 'dongpu-leader', 'xiatang-grid']) {
      const send = await office.as(post)
      expect((await send(`/api/matters/${id}`)).status, post).toBe(404)
      const page = await bodyOf<MatterPage>(await send('/api/matters?procedure=report'))
      expect(
        page.rows.map((row) => row.id),
        post,
      ).not.toContain(id)
    }
    const clerk = await office.as('clerk')
    expect((await clerk(`/api/matters/${id}`)).status).toBe(200)
  })
})

describe('following a report', () => {
  test('the code works as people write it', async () => {
    const { code } = await report({ description: '石桥镇路口红绿灯坏了三天。' })
    const written = `${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8)}`
      .toLowerCase()
      .replaceAll('0', 'o')
      .replaceAll('1', 'l')
    const answer = await post('/public/track', { code: written })
    expect(answer.headers.get('location')).toBe(`/t/${code}`)
    const wrong = await post('/public/track', { code: 'ABCD' })
    expect(wrong.status).toBe(404)
    expect(await wrong.text()).toContain('没有查到这个码')
    expect((await office.ask('/t/0000000000')).status).toBe(404)
  })

  test('guessing codes is slowed down', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.77' }
    let last = 404
    for (let count = 0; count < 21; count += 1) last = (await office.ask('/t/0000000000', { headers })).status
    expect(last).toBe(429)
    expect((await post('/public/track', { code: '0000000000' }, headers)).status).toBe(429)
  })

  test('the story is told in words for residents, with the answer, without names or internal states', async () => {
    const { code } = await report({ description: '枫林路口垃圾桶倒了一周没人管。' })
    const id = await matterIdOf(code)
    const before = await (await office.ask(`/t/${code}`)).text()
    expect(before).toContain('收到了，正在看该由谁办')
    expect(before).toContain('等有了答复才能评价')
    await step('clerk', id, 'accept', { difficulty: 'simple' })
    await step('triage', id, 'answer', { opinion: 'solved', reply: '垃圾桶已经扶正，每天两次清运。', toldHow: 'code' })
    const after = await (await office.ask(`/t/${code}`)).text()
    expect(after).toContain('受理了您的反映')
    expect(after).toContain('垃圾桶已经扶正，每天两次清运。')
    expect(after).toContain('记录还在')
    for (const inner of ['周示例', '吴范本', '待受理', '待分流', 'accepted', '受理岗'])
      expect(after).not.toContain(inner)
  })

  test('a matter opened from it is followed, too: which unit has it, and what it does', async () => {
    const { code } = await report({ description: '东浦镇仓库消防通道堵死了。', category: 'safety' })
    const id = await matterIdOf(code)
    await step('clerk', id, 'accept', { difficulty: 'ordinary' })
    await step('triage', id, 'triage', { route: 'hazard', toUnit: 'dongpu', hazardCategory: 'fire' })
    const clerk = await office.as('clerk')
    const { links } = await bodyOf<MatterView>(await clerk(`/api/matters/${id}`))
    await step('inspector', links[0]?.matterId ?? '', 'grade', { level: 'general', criterion: '疏散通道被占' })
    const page = await (await office.ask(`/t/${code}`)).text()
    expect(page).toMatch(/现在在<\/p>\s*<b>东浦镇<\/b>/)
    expect(page).toContain('转为专门事项办理')
    expect(page).toContain('查看过现场')
    expect(page).not.toContain('疏散通道被占')
  })

  test('a matter that is only linked to it by hand does not tell its story there', async () => {
    const { code } = await report({ description: '西街巷口的电线垂得很低。', category: 'safety' })
    const id = await matterIdOf(code)
    const clerk = await office.as('clerk')
    const view = await bodyOf<MatterView>(await clerk(`/api/matters/${id}`))
    const form = { title: '另一件事', category: 'facility', description: '别人说的事', place: '石桥' }
    const links = [{ type: 'childOf', reference: view.matter.reference }]
    const opening = { procedure: 'report', channel: 'window', unitId: 'yunxi', form, links }
    const other = await bodyOf<{ id: string }>(await clerk('/api/matters', json(opening)))
    await step('clerk', other.id, 'accept', { difficulty: 'simple' })
    const page = await (await office.ask(`/t/${code}`)).text()
    expect(page).not.toContain('受理了您的反映')
    expect(page).not.toMatch(/云溪镇/)
  })

  test('not satisfied means handled once more; the reason is needed', async () => {
    const { code } = await report({ description: '月湖街道井盖松动，车过响一夜。' })
    const id = await matterIdOf(code)
    await step('clerk', id, 'accept', { difficulty: 'simple' })
    await step('triage', id, 'answer', { opinion: 'solved', reply: '已经加固。', toldHow: 'code' })
    const without = await fill(`/t/${code}/rate`, { rating: 'dissatisfied', complaint: '' })
    expect(without.status).toBe(422)
    expect(await without.text()).toContain('“哪里不满意”要填')
    expect((await fill(`/t/${code}/rate`, {})).status).toBe(422)
    const rated = await fill(`/t/${code}/rate`, { rating: 'dissatisfied', complaint: '还是响。' })
    expect(rated.status).toBe(303)
    const page = await (await office.ask(rated.headers.get('location') ?? '')).text()
    expect(page).toContain('评价收到了')
    expect(page).toContain('正在重新办')
  })

  test('withdrawing asks for the reason and a tick, and then is over', async () => {
    const { code } = await report({ description: '楼道灯不亮，已经自己修好了。' })
    const unsure = await fill(`/t/${code}/withdraw`, { withdrawReason: '自己修好了' })
    expect(await unsure.text()).toContain('“我确定要撤回”要填')
    const left = await (await office.ask(`/t/${code}/withdraw`)).text()
    const token = /name="token" value="([^"]+)"/.exec(left)?.[1] ?? ''
    const done = await fill(`/t/${code}/withdraw`, { withdrawReason: '自己修好了', sure: 'yes' })
    expect(done.status).toBe(303)
    const page = await (await office.ask(`/t/${code}`)).text()
    expect(page).toContain('您已撤回')
    expect(page).not.toContain(`/t/${code}/withdraw`)
    expect((await office.ask(`/t/${code}/withdraw`)).headers.get('location')).toBe(`/t/${code}`)
    const again = await post(`/t/${code}/withdraw`, { token, withdrawReason: '再撤一次', sure: 'yes' })
    expect(await again.text()).toContain('现在不能办这一步')
  })

  test('more can be added', async () => {
    const { code } = await report({ description: '河边护栏缺了三根。' })
    expect((await fill(`/t/${code}/add`, { note: '今天又少了一根' })).status).toBe(303)
    expect(await (await office.ask(`/t/${code}`)).text()).toContain('补充了情况')
  })
})

describe('the page itself', () => {
  test('English is complete and stays with the reader without cookies', async () => {
    const page = await (await office.ask('/public?lang=en')).text()
    expect(page).toContain('lang="en"')
    expect(page).toContain('action="/public/report?lang=en"')
    const { receipt } = await (async () => {
      const sent = await fill('/public?lang=en', {
        ...REPORT,
        description: 'The bridge rail at the village is broken.',
      })
      const cookie = sent.headers
        .getSetCookie()
        .map((each) => each.split(';')[0])
        .join('; ')
      return { receipt: await (await office.ask(sent.headers.get('location') ?? '', { headers: { cookie } })).text() }
    })()
    expect(receipt).toContain('We have it')
    expect(receipt).toMatch(/By \w{3} \d+ March/)
    expect(receipt.replaceAll('中文', '').replace(/<title>[^<]*<\/title>/, '')).not.toMatch(/[\u4e00-\u9fff]/)
  })

  test('page, style and script together stay far below 60 KB', async () => {
    const sizes = await Promise.all(
      ['/public', '/public/public.css', '/public/public.js', '/public/mark.svg'].map(
        async (path) => (await (await office.ask(path)).arrayBuffer()).byteLength,
      ),
    )
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000)
  })

  test('no script stands in the page, and only ours may run', async () => {
    const answer = await office.ask('/public')
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self';")
    const page = await answer.text()
    expect([...page.matchAll(/<script(?![^>]*src=)/g)]).toEqual([])
    expect(page).not.toMatch(/\son\w+=|style="/)
  })

  test('an address that is not there is a page, too', async () => {
    const answer = await office.ask('/public/nowhere')
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('没有这一页')
  })
})
