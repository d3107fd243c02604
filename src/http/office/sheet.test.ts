import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SheetView } from '../../domain/views/views.ts'
import { PROCEDURES } from '../../procedures/all.ts'
import { bodyOf, json, type TestOffice, takeSheet, testOffice } from '../../testing/office.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office?.dispose())

const headings = PROCEDURES.findLast(({ id }) => id === 'report')?.ledger.map(({ title }) => title.zh) ?? []
const report = async (form: object) => {
  const clerk = await office.as('clerk')
  const whole = { title: '路灯不亮', category: 'facility', description: '五盏都不亮', place: '村口', ...form }
  const answer = await clerk('/api/matters', json({ procedure: 'report', channel: 'phone', form: whole }))
  expect(answer.status, await answer.clone().text()).toBe(201)
}

test('the ledger of a kind has exactly the columns of its definition, in words; who reported is not in it', async () => {
  await report({ placeUnit: 'xiatang', contactPhone: '13900005678' })
  const clerk = await office.as('clerk')
  const sheet = await bodyOf<SheetView>(await clerk('/api/sheet?procedure=report'))
  expect(sheet.headings).toEqual(headings)
  const row = Object.fromEntries(sheet.headings.map((heading, at) => [heading, sheet.rows[0]?.cells[at]]))
  expect(row).toMatchObject({
    渠道: '电话',
    属地: '下塘村',
    事项地: '村口',
    内容摘要: '五盏都不亮',
    收到日期: '2026-03-02',
  })
  expect(JSON.stringify(sheet)).not.toContain('13900005678')
  const leader = await office.as('yunxi-clerk')
  expect((await bodyOf<SheetView>(await leader('/api/sheet?procedure=report'))).rows).toEqual([])
})

test('the file opens in a spreadsheet and runs nothing that somebody wrote', async () => {
  await report({ description: '=HYPERLINK("http://example.com","看")', place: '＋1号楼' })
  const clerk = await office.as('clerk')
  const answer = await takeSheet(clerk, 'report')
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const lines = bytes.toString('utf8').slice(1).split('\r\n')
  expect(lines[0]).toBe(headings.join(','))
  const row = lines.find((line) => line.includes('1号楼'))
  expect(row).toContain(`"'=HYPERLINK(""http://example.com"",""看"")"`)
  expect(row).toContain(",'＋1号楼,")
})

test('a supervised task counts how often its unit reported', async () => {
  const form = { title: '汛前排查', description: '排查涵闸', dueOn: '2026-04-20', category: 'instruction' }
  const leader = await office.as('leader')
  const { id } = await bodyOf<{ id: string }>(
    await leader('/api/matters', json({ procedure: 'task', channel: 'window', form })),
  )
  const steps: readonly (readonly [post: string, step: string, form: object])[] = [
    ['triage', 'assign', { unit: 'dongpu', cadence: 'weekly' }],
    ['dongpu-mediator', 'takeOver', {}],
    ['dongpu-mediator', 'feedback', { progress: '查了一半', percent: 50 }],
    ['dongpu-mediator', 'feedback', { progress: '查完了', percent: 100 }],
  ]
  for (const [version, [post, step, answers]] of steps.entries()) {
    const taken = await (await office.as(post))(
      `/api/matters/${id}/steps/${step}`,
      json({ seenVersion: version + 1, form: answers }),
    )
    expect(taken.status, await taken.clone().text()).toBe(200)
  }
  const sheet = await bodyOf<SheetView>(await leader('/api/sheet?procedure=task'))
  expect(sheet.rows[0]?.cells[sheet.headings.indexOf('反馈次数')]).toBe('2')
})

test('an unknown kind is refused', async () => {
  const clerk = await office.as('clerk')
  expect((await clerk('/api/sheet?procedure=nothing')).status).toBe(404)
})
