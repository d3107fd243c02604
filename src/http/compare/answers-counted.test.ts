import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CompareView, SignsView } from '../../domain/compare/compare-view.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'
import { createResident } from '../../testing/resident.ts'

let office: TestOffice
let resident: ReturnType<typeof createResident>
beforeAll(async () => {
  office = await testOffice()
  resident = createResident(office)
  for (let each = 1; each <= 6; each += 1) codes.push(await answered(each))
  for (const code of codes.slice(0, 4)) await rate(code, 'satisfied')
})
afterAll(() => office?.dispose())

const codes: string[] = []

async function answered(number: number): Promise<string> {
  resident.later(120)
  const { code } = await resident.report({ description: `第${number}处路灯不亮，走夜路看不见。` })
  const id = await resident.matterIdOf(code)
  await resident.step('clerk', id, 'accept', { difficulty: 'simple' })
  await resident.step('clerk', id, 'answer', { opinion: 'solved', reply: '修好了', toldHow: 'code' })
  return code
}
const rate = (code: string, rating: string) => resident.fill(`/t/${code}/rate`, { rating })
const ask = async (post: string, query: string) => (await office.as(post))(`/api/compare${query}`)
async function view(query: string, post = 'leader') {
  // Just before now: what happened in this minute is not yet counted.
  resident.later()
  return bodyOf<CompareView>(await ask(post, `?period=2026-Q1&${query}`))
}

test('how content reporters are is told with its interval, never of fewer than five, and never who said what', async () => {
  const few = await view('indicator=satisfaction')
  const line = (of: CompareView) => of.lines.find(({ unitId }) => unitId === 'centre')
  expect(line(few)).toMatchObject({ counts: {}, numerator: null, denominator: null, value: null })
  expect([line(few)?.word.zh, few.whole.denominator]).toEqual(['评价的不到5件，不说数', 0])

  await rate(codes[4] ?? '', 'satisfied')
  const five = await view('indicator=satisfaction')
  expect(line(five)).toMatchObject({ numerator: 5, denominator: 5, value: 1, upper: 1 })
  expect(line(five)?.lower).toBeGreaterThan(0.4)
  expect(five.measures.map(({ opens }) => opens)).toEqual([false, false, false])
  expect(five.kinds).toEqual(['report', 'petition'])
  const list = await ask(
    'leader',
    '/matters?indicator=satisfaction&period=2026-Q1&line=centre&measure=said_satisfaction',
  )
  expect(await list.json()).toMatchObject({ issues: [{ field: 'measure' }] })
  // Nor by the complement, in a formula of one's own.
  const typed = {
    id: 'who-was-not',
    title: { zh: '不满意的', en: 'Not satisfied' },
    kind: 'share',
    formula: 'said_satisfaction_dissatisfied / closed',
    wanted: 'lower',
    source: { mark: 'local', text: '本县自定' },
    period: '2025',
  }
  const tried = await (await office.as('leader'))('/api/indicators/trial', json(typed))
  const { preview } = await bodyOf<{ preview: CompareView }>(tried)
  expect(preview.lines.every(({ counts }) => Object.keys(counts).length === 0)).toBe(true)
})

test('answers of any choice and day can be counted, by the records of a day; free words and what nobody asks give nothing', async () => {
  const called = await resident.matterIdOf(codes[5] ?? '')
  resident.later(24 * 60)
  const at = office.deps.now().slice(0, 10)
  await resident.step('verifier', called, 'callBack', {
    calledOn: at,
    settled: 'yes',
    found: '说好了',
    satisfaction: 'basic',
  })
  const followUp = await view('indicator=follow-up')
  expect(followUp.whole).toMatchObject({ numerator: 1, denominator: 6 })
  expect(followUp.measures.map(({ title }) => title.zh)).toEqual(['办结里有“回访日期”', '办结'])
  const centre = await ask('leader', '/matters?indicator=follow-up&period=2026-Q1&line=centre&measure=said_calledOn')
  expect(await bodyOf(centre)).toMatchObject({ count: 1 })
  expect((await view('indicator=follow-up&asOf=2026-03-02')).whole.numerator).toBe(0)
  expect((await view('indicator=satisfaction')).whole).toMatchObject({ numerator: 6, denominator: 6 })
  for (const formula of ['said_found / closed', 'said_contactPhone / closed', 'said_nothing / closed']) {
    const typed = { id: 'strange', title: { zh: '别的', en: 'Other' }, kind: 'share', formula, kinds: ['report'] }
    const tried = await (await office.as('leader'))(
      '/api/indicators/trial',
      json({ ...typed, wanted: 'higher', source: { mark: 'local', text: '试试' } }),
    )
    expect((await bodyOf<{ preview: CompareView }>(tried)).preview.missing, formula).toHaveLength(1)
  }
})

test('what was resolved on the spot stands in the line of the place, whoever resolved it', async () => {
  const local = await view('indicator=local-resolve')
  // The centre of the county answered them: none of what happened in a township was resolved there.
  expect(local.whole.numerator).toBe(0)
  expect(local.sight.zh).toContain('都在您看得到的范围里')
  const township = await view('indicator=local-resolve', 'dongpu-clerk')
  expect(township.sight.zh).toContain('看不到的不在内')
})

test('a township among its siblings sees itself alone, is compared with nobody, and is told which units are left out and why', async () => {
  const among = await view('indicator=on-time&unit=qinglan', 'dongpu-clerk')
  expect(among.lines.map(({ unitId }) => unitId)).toEqual(['dongpu'])
  expect([among.funnel, among.lines.some(({ isOutside }) => isOutside)]).toEqual([null, false])
  expect(among.sight.zh).toMatch(/您只看得到东浦镇的事项，所以没有比的有\d+个：.*云溪镇/)
  expect(among.sentence.zh).toContain('没有比')
  const beside = await ask('dongpu-clerk', '/matters?period=2026-Q1&unit=qinglan&line=yunxi&measure=closed')
  expect(beside.status).toBe(400)
  const none = await view('indicator=on-time&unit=yunxi', 'dongpu-clerk')
  expect(none.lines).toEqual([])
  const signs = await bodyOf<SignsView>(await ask('dongpu-clerk', '/signs?period=2026-Q1&unit=qinglan'))
  expect(signs.lines.map(({ unitId }) => unitId)).toEqual(['dongpu'])
  const whole = await view('indicator=on-time&unit=qinglan')
  expect(whole.sight.zh).toContain('都在您看得到的范围里')
})
