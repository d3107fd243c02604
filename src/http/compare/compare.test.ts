import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  BehindView,
  CompareView,
  IndicatorsView,
  SignsView,
  TrialView,
} from '../../domain/compare/compare-view.ts'
import { PACKED_INDICATORS } from '../../domain/indicators/packs/all-packs.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'
import { faultOf } from './lint-words.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
  office.county.setNow('2026-01-05T01:00:00.000Z')
  for (let each = 0; each < 6; each += 1) await openTiny('clerk', 'dongpu', `东浦第${each + 1}件`)
  for (let each = 0; each < 3; each += 1) await openTiny('yunxi-clerk', 'yunxi', `云溪第${each + 1}件`)
  for (const id of opened.slice(0, 4)) await finish(id)
  office.county.setNow('2026-04-10T01:00:00.000Z')
})
afterAll(() => office?.dispose())

const opened: string[] = []
const send = async (post: string, path: string, body?: object) => (await office.as(post))(path, body && json(body))
const read = async <T>(post: string, path: string) => bodyOf<T>(await send(post, path))

async function openTiny(post: string, unitId: string, title: string) {
  const answer = await send(post, '/api/matters', { procedure: 'tiny', channel: 'window', unitId, form: { title } })
  expect(answer.status, await answer.clone().text()).toBe(201)
  opened.push((await bodyOf<{ id: string }>(answer)).id)
}
async function finish(id: string) {
  for (const [post, step, form] of [
    ['handler', 'handle', { done: '修好了' }],
    ['verifier', 'close', {}],
  ] as const) {
    const { matter } = await read<{ matter: { version: number } }>(post, `/api/matters/${id}`)
    const answer = await send(post, `/api/matters/${id}/steps/${step}`, { seenVersion: matter.version, form })
    expect(answer.status, await answer.clone().text()).toBe(200)
  }
}

const of = (query: string) => read<CompareView>('leader', `/api/compare?${query}`)
const OWN = {
  id: 'open-share',
  seenVersion: 0,
  title: { zh: '未结比例', en: 'Still open' },
  kind: 'share',
  formula: 'pendingEnd / incoming',
  wanted: 'lower',
  fewest: 2,
  source: { mark: 'local', text: '本县自定' },
  effectiveFrom: '2026-01-01',
}

describe('a comparison', () => {
  test('tells units in the order of the administration, and each of its counts opens as many matters', async () => {
    const view = await of('indicator=on-time&period=2026-Q1')
    // Five were never closed and are overdue by then.
    expect(view.whole).toMatchObject({ numerator: 4, denominator: 9 })
    const directory = await read<{ units: { id: string; parentId?: string }[] }>('leader', '/api/directory')
    const below = directory.units.filter(({ parentId }) => parentId === view.unitId).map(({ id }) => id)
    expect(view.lines.filter(({ isOwn }) => !isOwn).map(({ unitId }) => unitId)).toEqual(below)
    for (const line of view.lines)
      for (const [measure, count] of Object.entries(line.counts)) {
        const list = await read<BehindView>(
          'leader',
          `/api/compare/matters?indicator=on-time&period=2026-Q1&line=${line.unitId}&measure=${measure}`,
        )
        expect([line.unitId, measure, list.count, list.rows.length]).toEqual([line.unitId, measure, count, count])
      }
  })

  test('is recounted by the records of a past day', async () => {
    expect((await of('indicator=clearance&period=2026&asOf=2026-01-04')).whole).toMatchObject({ numerator: 0 })
    expect((await of('indicator=clearance&period=2026&asOf=2026-01-05')).whole).toMatchObject({
      numerator: 4,
      denominator: 9,
    })
  })

  test('of courts shows no funnel and no verdict about a unit', async () => {
    for (const id of ['court-within-limit', 'cepej-clearance', 'courtools-3']) {
      const view = await of(`indicator=${id}&period=2026-Q1`)
      expect(view.funnel, id).toBeNull()
      expect(view.lines.filter(({ isOutside }) => isOutside)).toEqual([])
    }
    const { missing, lines } = await of('indicator=court-appeal-rate&period=2026-Q1')
    expect(missing).toEqual(['appealed', 'appealable'])
    expect(lines.every(({ value }) => value === null)).toBe(true)
  })

  test('of a reader who sees little is of that alone', async () => {
    const view = await read<CompareView>('yunxi-clerk', '/api/compare?indicator=clearance&period=2026-Q1')
    expect(view.whole).toMatchObject({ numerator: 0, denominator: 3 })
  })

  test('leaves the house in the same order, with the version it was counted by', async () => {
    const csv = await (await send('leader', '/api/compare/csv?indicator=on-time&period=2026-Q1')).text()
    const { lines } = await of('indicator=on-time&period=2026-Q1')
    const directory = await read<{ units: { id: string; name: { zh: string } }[] }>('leader', '/api/directory')
    const names = csv
      .split('\r\n')
      .slice(1, 1 + lines.length)
      .map((line) => line.split(',')[0])
    expect(names).toEqual(
      lines.map(
        ({ unitId, isOwn }) => `${directory.units.find(({ id }) => id === unitId)?.name.zh}${isOwn ? '（本级）' : ''}`,
      ),
    )
    expect(csv).toContain('on-time 第1版')
    const book = await send('leader', '/api/compare/xlsx?indicator=on-time&period=2026-Q1')
    expect([book.status, (await book.arrayBuffer()).byteLength > 1000]).toEqual([200, true])
  })

  test('of what is not known is refused', async () => {
    for (const wrong of [
      'period=2026-Q5',
      'period=2099',
      'sort=value',
      'order=desc',
      'unit=nowhere',
      'asOf=2027-01-01',
    ])
      expect((await send('leader', `/api/compare?${wrong}`)).status, wrong).toBe(400)
    expect((await send('leader', '/api/compare?indicator=unknown')).status).toBe(404)
  })
})

test('a unit says why, and nobody says it for another unit', async () => {
  const cause = { indicator: 'on-time', period: '2026-Q1', unitId: 'dongpu', text: '三月起人手少了两名' }
  expect((await send('dongpu-clerk', '/api/compare/causes', cause)).status).toBe(200)
  // Neither a sibling's, nor a village's for its township.
  for (const post of ['yunxi-clerk', 'xiatang-grid'])
    expect((await send(post, '/api/compare/causes', cause)).status, post).toBe(403)
  for (const text of ['问13900001234就知道', '联系人王大明，他说人手少']) {
    const named = await send('dongpu-clerk', '/api/compare/causes', { ...cause, text })
    expect(await named.json(), text).toMatchObject({ issues: [{ field: 'text' }] })
  }
  const { lines } = await of('indicator=on-time&period=2026-Q1')
  expect(lines.find(({ unitId }) => unitId === 'dongpu')?.causes).toMatchObject([{ text: cause.text }])
})

test('what may tell of figures being made is counted by unit, with the matters behind', async () => {
  const { lines } = await read<SignsView>('leader', '/api/compare/signs?period=2026-Q1')
  const dongpu = lines.find(({ unitId }) => unitId === 'dongpu')
  expect(dongpu?.of.reopened).toBe(4)
  for (const sign of ['reopened', 'justBeforeDue', 'pausedLate', 'limitReset'] as const) {
    const list = await read<BehindView>('leader', `/api/compare/matters?sign=${sign}&line=dongpu&period=2026-Q1`)
    expect([sign, list.count]).toEqual([sign, dongpu?.counts[sign]])
  }
})

describe('an indicator', () => {
  test('of a pack can be read, and says what it names that nothing gives', () => {
    for (const definition of PACKED_INDICATORS) expect(faultOf(definition), definition.id).toBeUndefined()
    expect(new Set(PACKED_INDICATORS.map(({ id }) => id)).size).toBe(PACKED_INDICATORS.length)
  })

  test('is tried before it is kept: its lint, its fault, its figures', async () => {
    const { seenVersion: _, effectiveFrom: _from, ...typed } = OWN
    const ask = async (formula: string) =>
      bodyOf<TrialView>(await send('leader', '/api/indicators/trial', { ...typed, formula, period: '2026-Q1' }))
    expect((await ask('pendingEnd /')).fault?.zh).toContain('看不懂')
    const tried = await ask('onTime / closed')
    expect(tried.lint.map(({ zh }) => zh).join()).toContain('离开了分母')
    expect(tried.preview?.whole).toMatchObject({ numerator: 4, denominator: 4 })
  })

  test('is kept in versions; a figure is counted by the one that held then', async () => {
    expect((await send('clerk', '/api/indicators', OWN)).status).toBe(403)
    expect((await send('leader', '/api/indicators', OWN)).status).toBe(200)
    expect((await send('leader', '/api/indicators', OWN)).status).toBe(409)
    const next = { ...OWN, seenVersion: 2, formula: 'overdueOpen / incoming', effectiveFrom: '2026-04-10' }
    expect((await send('leader', '/api/indicators', next)).status).toBe(200)
    expect((await of('indicator=open-share&period=2026-Q1')).indicator).toMatchObject({
      version: 2,
      formula: OWN.formula,
    })
    const held = { ...OWN, id: 'hazard-fix', seenVersion: 1, kinds: ['hazard'], effectiveFrom: '2026-04-10' }
    expect((await send('leader', '/api/indicators', held)).status).toBe(200)
    const fix = await of('indicator=hazard-fix&period=2026-Q2')
    // Of nine matters none is a hazard.
    expect([fix.indicator.version, fix.indicator.kinds, fix.whole.denominator]).toEqual([2, ['hazard'], 0])
    expect((await of('indicator=open-share&period=2026-Q2')).indicator).toMatchObject({ version: 3 })
    const { indicators, kinds } = await read<IndicatorsView>('leader', '/api/indicators')
    const named = PACKED_INDICATORS.flatMap(({ kinds: those = [] }) => those)
    expect(kinds.map(({ id }) => id)).toEqual(expect.arrayContaining(['tiny', ...named]))
    expect(indicators.find(([each]) => each?.id === 'open-share')?.map(({ version }) => version)).toEqual([3, 2])
  })

  test('is not changed by those whose figures it counts, nor for days that are past', async () => {
    const township = { ...OWN, id: 'on-time', seenVersion: 1, fewest: 100_000, effectiveFrom: '2026-05-01' }
    for (const post of ['dongpu-clerk', 'dongpu-leader', 'court-executor-head'])
      expect((await send(post, '/api/indicators', township)).status, post).toBe(403)
    expect((await read<IndicatorsView>('dongpu-leader', '/api/indicators')).mayKeep).toBe(false)
    const backdated = await send('leader', '/api/indicators', { ...township, effectiveFrom: '2026-01-01' })
    expect(await backdated.json()).toMatchObject({ issues: [{ field: 'effectiveFrom' }] })
    expect((await of('indicator=on-time&period=2026-Q1')).indicator).toMatchObject({ version: 1 })
  })

  test('counts no kind that is never counted, whoever names it', async () => {
    const { seenVersion: _, effectiveFrom: _from, ...typed } = OWN
    for (const kind of ['integrity', 'counselling', 'constructor', 'plan', 'case']) {
      const asked = { ...typed, kinds: ['tiny', kind], period: '2026-Q1' }
      expect((await send('leader', '/api/indicators/trial', asked)).status, kind).toBe(400)
      const kept = { ...OWN, id: `of-${kind}`, kinds: [kind] }
      expect((await send('leader', '/api/indicators', kept)).status, kind).toBe(400)
    }
    expect((await send('leader', '/api/indicators/trial', { ...typed, kinds: ['tiny'] })).status).toBe(200)
    // Cases are counted by indicators of courts alone.
    const court = { ...typed, id: 'court-within-limit', kinds: ['case'] }
    const tried = await bodyOf<TrialView>(await send('leader', '/api/indicators/trial', court))
    expect(tried.preview?.funnel).toBeNull()
  })
})

test('a unit’s reasons stay readable, however many others write theirs', async () => {
  const said = (post: string, unitId: string, text: string) =>
    send(post, '/api/compare/causes', { indicator: 'clearance', period: '2026-Q1', unitId, text })
  await said('yunxi-clerk', 'yunxi', '云溪路封了两个月')
  for (let each = 0; each < 25; each += 1) await said('dongpu-clerk', 'dongpu', `东浦第${each + 1}条说明`)
  const { lines } = await of('indicator=clearance&period=2026-Q1')
  const causes = (id: string) => lines.find(({ unitId }) => unitId === id)?.causes.map(({ text }) => text)
  expect(causes('yunxi')).toEqual(['云溪路封了两个月'])
  expect(causes('dongpu')).toHaveLength(20)
})
