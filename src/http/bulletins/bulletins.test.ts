import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BulletinView } from '../../domain/bulletins/bulletin.ts'
import { figureCode } from '../../domain/bulletins/figure-code.ts'
import type { CaseProposals, FigureRows } from '../../domain/bulletins/figure-rows.ts'
import { COUNTED } from '../../domain/counts/count-row.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'
import { playingProcedure } from '../../testing/procedures/playing-procedure.ts'
import { createResident } from '../../testing/resident.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice(undefined, [playingProcedure])
  office.county.setNow('2026-03-02T01:00:00.000Z')
  for (let each = 0; each < 9; each += 1) await openTiny('clerk', 'dongpu', `东浦第${each + 1}件`)
  for (let each = 0; each < 2; each += 1) await openTiny('clerk', 'yunxi', `云溪第${each + 1}件`)
  office.county.setNow('2026-03-20T01:00:00.000Z')
  for (const id of opened.slice(0, 7)) await finish(id)
  office.county.setNow('2026-04-02T01:00:00.000Z')
})
afterAll(() => office?.dispose())

const opened: string[] = []
const send = async (post: string, path: string, body?: object, method = body ? 'POST' : 'GET') =>
  (await office.as(post))(path, body ? { ...json(body), method } : { method })
const read = async <T>(post: string, path: string) => bodyOf<T>(await send(post, path))

async function openTiny(post: string, unitId: string, title: string) {
  const answer = await send(post, '/api/matters', { procedure: 'tiny', channel: 'window', unitId, form: { title } })
  expect(answer.status, await answer.clone().text()).toBe(201)
  opened.push((await bodyOf<{ id: string }>(answer)).id)
}
async function finish(id: string) {
  const step = async (post: string, name: string, form: object) => {
    const { matter } = await read<{ matter: { version: number } }>(post, `/api/matters/${id}`)
    const answer = await send(post, `/api/matters/${id}/steps/${name}`, { seenVersion: matter.version, form })
    expect(answer.status, await answer.clone().text()).toBe(200)
  }
  await step('handler', 'handle', { done: '修好了' })
  await step('verifier', 'close', {})
}

const MARCH = { kind: 'month', from: '2026-03-01', to: '2026-03-31' }
const scope = { unitId: 'qinglan', kinds: ['tiny'] }
async function begun(post = 'triage', more: object = {}): Promise<string> {
  const answer = await send(post, '/api/bulletins', { kind: 'monthly', scope, period: MARCH, ...more })
  expect(answer.status, await answer.clone().text()).toBe(200)
  return (await bodyOf<{ id: string }>(answer)).id
}
const get = (post: string, id: string) => read<BulletinView>(post, `/api/bulletins/${id}`)
const writeIn = async (post: string, id: string, text: string, seenVersion?: number) => {
  const { version, title, blocks } = await get(post, id)
  const changed = blocks.map((block) => (block.kind === 'text' ? { ...block, text } : block))
  return send(post, `/api/bulletins/${id}`, { seenVersion: seenVersion ?? version, title, blocks: changed }, 'PUT')
}
const act = async (post: string, id: string, doing: string) => {
  const { version } = await get('triage', id)
  return send(post, `/api/bulletins/${id}/${doing}`, { seenVersion: version })
}

describe('the figures', () => {
  test('are those of the period, counted for whoever writes, and each opens as many rows', async () => {
    const id = await begun()
    const { figures } = await get('triage', id)
    expect(figures.exact).toBe(true)
    expect(figures.all.now).toMatchObject({ opened: 11, closed: 7, open: 4, overdue: 4, onTime: 0, late: 7 })
    for (const counted of COUNTED)
      for (const line of [undefined, ...figures.units.map((_, row) => ({ of: 'units', row }) as const)]) {
        const code = figureCode({ counted, side: 'now', ...(line ? { line } : {}) })
        const behind = await read<FigureRows>('triage', `/api/bulletins/${id}/figures/${code}`)
        expect([code, behind.found, behind.rows.length]).toEqual([code, behind.count, behind.count])
      }
    const month = await read<FigureRows>('triage', `/api/bulletins/${id}/figures/1-M13`)
    expect([month.count, month.found]).toEqual([11, 11])
  })

  test('stay what they were when things are corrected later, and the list of that day as well', async () => {
    const id = await begun()
    const last = opened[8] ?? ''
    office.county.setNow('2026-04-03T01:00:00.000Z')
    await finish(last)
    const open = await read<FigureRows>('triage', `/api/bulletins/${id}/figures/6`)
    expect([open.count, open.found]).toEqual([4, 4])
    expect(open.rows.map((row) => row.id)).toContain(last)
    office.county.setNow('2026-04-03T02:00:00.000Z')
    const april = await begun('triage', { period: { kind: 'month', from: '2026-04-01', to: '2026-04-30' } })
    const { figures } = await get('triage', april)
    expect([figures.all.now.closed, figures.all.before.open]).toEqual([1, 11])
    // The month is not over: beside it stands the other just as far.
    expect(figures.spans.before.at).toBe('2026-03-03T02:00:00.000Z')
  })

  test('leave exercises out', async () => {
    const before = (await get('triage', await begun())).figures.all.now.opened
    await send('clerk', '/api/matters', {
      procedure: 'playing',
      channel: 'window',
      unitId: 'dongpu',
      form: { title: '演练' },
    })
    expect((await get('triage', await begun())).figures.all.now.opened).toBe(before)
    const answer = await send('triage', '/api/bulletins', {
      kind: 'monthly',
      scope: { unitId: 'qinglan', kinds: ['playing'] },
      period: MARCH,
    })
    expect(answer.status).toBe(400)
  })

  test('tell others no count below five, and no row that they may not see', async () => {
    const id = await begun()
    const { figures } = await get('leader', id)
    expect(figures.exact).toBe(false)
    const yunxi = figures.units.findIndex(({ key }) => key === 'yunxi')
    expect(figures.units[yunxi]?.now.opened).toBe('few')
    await act('leader', id, 'sign')
    await act('triage', id, 'issue')
    expect((await get('triage', id)).figures.exact).toBe(false)
    const all = await read<FigureRows>('yunxi-clerk', `/api/bulletins/${id}/figures/1`)
    expect([all.count, all.found]).toEqual([11, 2])
    expect((await read<FigureRows>('dongpu-clerk', `/api/bulletins/${id}/figures/1-U${yunxi + 1}`)).rows).toEqual([])
  })
})

describe('who may', () => {
  test('write: whoever routes and reviews, in their own unit and below; read a draft: they, and leaders above', async () => {
    expect((await send('handler', '/api/bulletins', { kind: 'monthly', scope, period: MARCH })).status).toBe(403)
    expect((await send('dongpu-clerk', '/api/bulletins', { kind: 'monthly', scope, period: MARCH })).status).toBe(400)
    const own = await begun('dongpu-clerk', { scope: { unitId: 'dongpu', kinds: ['tiny'] } })
    expect((await get('dongpu-clerk', own)).figures.all.now.opened).toBe(9)
    expect((await send('yunxi-clerk', `/api/bulletins/${own}`)).status).toBe(404)
    expect((await send('triage', `/api/bulletins/${own}`)).status).toBe(404)
    expect((await send('leader', `/api/bulletins/${own}`)).status).toBe(200)
    expect((await writeIn('leader', own, '改一改')).status).toBe(403)
  })

  test('sign: a leader who wrote nothing in it; what is changed after that is a draft again', async () => {
    const id = await begun('reviewer')
    expect((await act('triage', id, 'sign')).status).toBe(403)
    expect((await act('triage', id, 'issue')).status).toBe(403)
    expect((await act('leader', id, 'sign')).status).toBe(200)
    expect((await get('triage', id)).state).toBe('signed')
    expect((await writeIn('reviewer', id, '再补一句')).status).toBe(200)
    expect((await get('triage', id)).state).toBe('draft')
    expect((await act('triage', id, 'issue')).status).toBe(403)
  })
})

test('of two who write at once the second is told, and nothing is overwritten', async () => {
  const id = await begun()
  const { version } = await get('triage', id)
  expect((await writeIn('triage', id, '第一个人写的', version)).status).toBe(200)
  const second = await writeIn('reviewer', id, '第二个人写的', version)
  expect([second.status, (await bodyOf<{ code: string }>(second)).code]).toEqual([409, 'version-conflict'])
  expect((await get('triage', id)).blocks.find(({ kind }) => kind === 'text')?.text).toBe('第一个人写的')
})

test('what is issued has a number of its kind and year and is never changed; a correction is a new one that names it', async () => {
  const [first, second] = [await begun('triage', { kind: 'circular' }), await begun('triage', { kind: 'circular' })]
  for (const id of [first, second]) {
    await act('leader', id, 'sign')
    expect((await act('triage', id, 'issue')).status).toBe(200)
  }
  expect([await get('handler', first), await get('handler', second)]).toMatchObject([
    { state: 'issued', year: 2026, number: 1 },
    { state: 'issued', year: 2026, number: 2 },
  ])
  expect((await writeIn('triage', first, '改')).status).toBe(403)
  const changed = await office.county.database.app
    .query('update bulletins set version = version + 1 where id = $1', [first])
    .then(({ rowCount }) => rowCount)
    .catch(() => 0)
  expect(changed).toBe(0)
  const { id } = await bodyOf<{ id: string }>(await send('triage', `/api/bulletins/${first}/correct`, {}))
  await act('leader', id, 'sign')
  await act('triage', id, 'issue')
  expect(await get('handler', id)).toMatchObject({ number: 3, corrects: { id: first, number: 1 } })
  expect(await get('handler', first)).toMatchObject({ correctedBy: { id, number: 3 } })
  expect((await send('triage', `/api/bulletins/${first}/correct`, {})).status).toBe(403)
})

test('texts name nobody, and hostile ones come back as they are or not at all', async () => {
  const id = await begun()
  for (const text of ['联系人张三丰，电话13912345678', '身份证330102199001011234'])
    expect((await writeIn('triage', id, text)).status).toBe(400)
  const odd = '<script>alert(1)</script>{#each}&amp;"\u202e'
  expect((await writeIn('triage', id, odd)).status).toBe(200)
  expect((await get('triage', id)).blocks.find(({ kind }) => kind === 'text')?.text).toBe(odd)
  expect((await writeIn('triage', id, '一\u0000二')).status).toBe(400)
  expect((await send('triage', `/api/bulletins/${id}/figures/9`)).status).toBe(400)
  expect((await send('triage', `/api/bulletins/${id}/figures/1-U99`)).status).toBe(404)
})

test('a typical case is proposed from what its kind marks for the public, without who is in it', async () => {
  const resident = createResident(office)
  resident.later(60)
  const { code } = await resident.report({ description: '第三小学门口路灯不亮，晚上看不清路。' })
  const reported = await resident.matterIdOf(code)
  await resident.step('clerk', reported, 'accept', { difficulty: 'simple' })
  await resident.step('clerk', reported, 'answer', {
    opinion: 'solved',
    reply: '路灯已经修好。',
    toldHow: 'code',
  })
  await resident.fill(`/t/${code}/rate`, { rating: 'satisfied' })
  resident.later(1)
  const day = office.county.deps.now().slice(0, 10)
  const id = await begun('triage', {
    kind: 'special',
    scope: { unitId: 'qinglan', kinds: ['report', 'tiny'] },
    period: { kind: 'days', from: '2026-03-01', to: day },
  })
  const { proposals } = await read<CaseProposals>('triage', `/api/bulletins/${id}/cases`)
  const all = JSON.stringify(proposals.map(({ title, text }) => ({ title, text })))
  expect(proposals.length).toBeGreaterThan(0)
  expect(all).toContain('路灯已经修好')
  expect(all).not.toContain('第三小学门口')
  expect(proposals.find(({ procedure }) => procedure === 'tiny')?.text ?? '').toBe('')
  expect((await send('handler', `/api/bulletins/${id}/cases`)).status).toBe(404)
})
