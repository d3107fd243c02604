import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MatterView } from '../../domain/views/views.ts'
import { pdf } from '../../testing/made-files.ts'
import { bodyOf, json, type TestOffice, takeSheet, testOffice } from '../../testing/office.ts'
import { POSTS, TEST_TENANT } from '../../testing/people.ts'
import { apartProcedure } from '../../testing/procedures/apart-procedure.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice(undefined, [apartProcedure])
})
afterAll(() => office?.dispose())

const OFFICIALS = POSTS.map(({ id }) => id)

async function open(form: object = {}): Promise<string> {
  const clerk = await office.as('clerk')
  const body = { procedure: 'apart', channel: 'window', unitId: 'qinglan', form: { title: '石桥一件事', ...form } }
  const answer = await clerk('/api/matters', json(body))
  expect(answer.status, await answer.clone().text()).toBe(201)
  return (await bodyOf<{ id: string }>(answer)).id
}

async function take(post: string, id: string, step: string, form: object = {}) {
  const send = await office.as(post)
  const { matter } = await bodyOf<MatterView>(await send(`/api/matters/${id}`))
  const answer = await send(`/api/matters/${id}/steps/${step}`, json({ seenVersion: matter.version, form }))
  expect(answer.status, await answer.clone().text()).toBe(200)
  return answer
}

/** Every door that tells of a matter. */
const doors = (id: string): readonly (readonly [string, RequestInit?])[] => [
  [`/api/matters/${id}`],
  [`/api/matters/${id}/events`],
  ['/api/matters?procedure=apart'],
  ['/api/matters?text=石桥'],
  ['/api/matters?text=只有我知道'],
  ['/api/counts'],
  ['/api/today'],
  ['/api/sheet?procedure=apart'],
  ['/api/duplicates', json({ procedure: 'apart', title: '石桥一件事 只有我知道' })],
  [`/api/matters/${id}/verify`, { method: 'POST' }],
]

async function readAll(post: string, id: string): Promise<string> {
  const send = await office.as(post)
  const answers = await Promise.all(doors(id).map(async ([path, init]) => (await send(path, init)).text()))
  return [...answers, await (await takeSheet(send, 'apart')).text()].join('\n')
}

describe('a score that is not open yet', () => {
  test('shows at no door to anybody but who gave it, and at every door that tells answers once it is open', async () => {
    const id = await open()
    await take('clerk', id, 'ask', { panellists: [{ post: 'handler' }, { post: 'mediator' }] })
    await take('handler', id, 'score', { score: 91.75, why: '只有我知道甲' })
    await take('mediator', id, 'score', { score: 86.25, why: '只有我知道乙' })
    for (const post of OFFICIALS) {
      const read = await readAll(post, id)
      expect(read.includes('只有我知道甲') || read.includes('91.75'), post).toBe(post === 'handler')
      expect(read.includes('只有我知道乙') || read.includes('86.25'), post).toBe(post === 'mediator')
    }
    await take('clerk', id, 'openScores')
    const clerk = await readAll('clerk', id)
    expect(clerk.split('只有我知道甲').length).toBeGreaterThan(4)
    expect(await readAll('mediator', id)).toContain('91.75')
  })

  test('says on the page until when it is hidden', async () => {
    const id = await open()
    await take('clerk', id, 'ask', { panellists: [{ post: 'handler' }] })
    await take('handler', id, 'score', { score: 90 })
    const clerk = await office.as('clerk')
    const last = async () =>
      (await bodyOf<MatterView>(await clerk(`/api/matters/${id}`))).timeline.find(({ step }) => step === 'score')
    expect(await last()).toMatchObject({ hiddenUntil: 'openScores', form: {} })
    await take('clerk', id, 'openScores')
    expect(await last()).toMatchObject({ form: { score: 90 } })
    expect(await last()).not.toHaveProperty('hiddenUntil')
  })
})

describe('readings', () => {
  const readings = async () =>
    (
      await office.county.database.owner.query(
        'select matter_id, post_id, what, at from readings order by at, post_id, what',
      )
    ).rows as { matter_id: string; post_id: string; what: string }[]

  test('of such a kind each opening is kept, with who and how, and those for whom the kind is see it', async () => {
    await office.county.database.owner.query('delete from readings')
    const clerk = await office.as('clerk')
    const upload = await clerk('/api/files', {
      method: 'POST',
      body: await pdf(),
      headers: { 'content-type': 'application/pdf', 'x-file-name': 'paper.pdf' },
    })
    const file = await bodyOf<{ sha256: string }>(upload)
    const id = await open({ phone: '13900005678', paper: [file] })
    expect((await clerk(`/api/matters/${id}/files/${file.sha256}`)).status).toBe(200)
    await clerk(`/api/matters/${id}`)
    await clerk(`/api/matters/${id}/events`)
    await clerk('/api/sheet?procedure=apart')
    await clerk(`/api/matters/${id}/fields/open`, json({ fields: ['phone'], reason: '核实地点' }))
    const leader = await office.as('leader')
    const view = await bodyOf<MatterView>(await leader(`/api/matters/${id}`))
    expect(view.readings?.map(({ postId, what, personName }) => [postId, what, personName])).toEqual(
      expect.arrayContaining([
        ['clerk', 'page', '周示例'],
        ['clerk', 'records', '周示例'],
        ['clerk', 'sheet', '周示例'],
        ['clerk', 'file', '周示例'],
        ['clerk', 'fields', '周示例'],
      ]),
    )
    const mine = (await readings()).filter(({ matter_id, post_id }) => matter_id === id && post_id === 'leader')
    expect(mine.map(({ what }) => what)).toEqual(['page'])
  })

  test('a taker who is not of those sees the matter and not who read it', async () => {
    const id = await open()
    await take('clerk', id, 'ask', { panellists: [{ post: 'mediator' }] })
    const mediator = await office.as('mediator')
    const view = await bodyOf<MatterView>(await mediator(`/api/matters/${id}`))
    expect(view.matter.id).toBe(id)
    expect(view).not.toHaveProperty('readings')
  })

  test('who may not see the matter leaves no reading of it, and a matter of another kind none at all', async () => {
    await office.county.database.owner.query('delete from readings')
    const id = await open()
    const [clerk, auditor] = [await office.as('clerk'), await office.as('auditor')]
    expect((await auditor(`/api/matters/${id}`)).status).toBe(404)
    const tiny = { procedure: 'tiny', channel: 'window', unitId: 'qinglan', form: { title: '平常的事' } }
    const { id: other } = await bodyOf<{ id: string }>(await clerk('/api/matters', json(tiny)))
    await clerk(`/api/matters/${other}`)
    await clerk('/api/sheet?procedure=tiny')
    expect(await readings()).toEqual([])
  })

  test('nobody changes or removes one', async () => {
    const client = await office.county.deps.pool.connect()
    try {
      await client.query(`select set_config('anlan.tenant', $1, false)`, [TEST_TENANT])
      for (const text of ['delete from readings', `update readings set what = 'page'`])
        await expect(client.query(text)).rejects.toMatchObject({ code: '42501' })
    } finally {
      client.release()
    }
  })
})

describe('what a step destroyed', () => {
  const key = async (id: string) =>
    (
      await office.county.database.owner.query(
        'select wrapped_key, shredded_at from matter_keys where matter_id = $1',
        [id],
      )
    ).rows[0]
  const vault = async (id: string) =>
    (
      await office.county.database.owner.query('select sealed, wrapped_key from reporter_vault where matter_id = $1', [
        id,
      ])
    ).rows[0]

  test('is gone with the step itself, the story says so, later reading says so, and the records still verify', async () => {
    const clerk = await office.as('clerk')
    const id = await open({ phone: '13900005678', reporter: '何试题' })
    expect((await key(id)).wrapped_key).not.toBeNull()
    await take('clerk', id, 'withdraw')
    expect(await key(id)).toMatchObject({ wrapped_key: null })
    expect(await vault(id)).toEqual({ sealed: null, wrapped_key: null })
    const view = await bodyOf<MatterView>(await clerk(`/api/matters/${id}`))
    expect(view.timeline.at(-1)).toMatchObject({ step: 'withdraw', shreds: true })
    expect(view).toMatchObject({ hasReporter: false, mayOpen: [] })
    const again = await clerk(`/api/matters/${id}/fields/open`, json({ fields: ['phone'], reason: '核实地点' }))
    expect(await again.json()).toMatchObject({ code: 'field-shredded' })
    const verified = await bodyOf<{ ok: boolean }>(await clerk(`/api/matters/${id}/verify`, { method: 'POST' }))
    expect(verified.ok).toBe(true)
  })

  test('is kept when the condition does not hold', async () => {
    const id = await open({ phone: '13900005678' })
    await take('clerk', id, 'ask', { panellists: [{ post: 'handler' }] })
    await take('handler', id, 'score', { score: 90 })
    await take('clerk', id, 'openScores')
    await take('clerk', id, 'close', { keepBecause: '案件还在审理' })
    expect((await key(id)).wrapped_key).not.toBeNull()
  })
})
