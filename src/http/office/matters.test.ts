import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ChainCheck, KindCount, MatterPage, MatterView, TodayView } from '../../domain/views/views.ts'
import { bodyOf, json, type Send, type TestOffice, testOffice } from '../../testing/office.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office?.dispose())

const START = '2026-03-02T01:00:00.000Z'
type Opened = { id: string; reference: string; version: number }
const opening = (title: string, more: object = {}) => ({
  procedure: 'tiny',
  channel: 'window',
  unitId: 'dongpu',
  form: { title, place: '下塘村口' },
  ...more,
})
const open = async (title: string, more: object = {}) => {
  const clerk = await office.as('clerk')
  const answer = await clerk('/api/matters', json(opening(title, more)))
  expect(answer.status, await answer.clone().text()).toBe(201)
  return bodyOf<Opened>(answer)
}
const pngFile = (send: Send, name = '照片.png') =>
  send('/api/files', {
    method: 'POST',
    body: Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
    headers: { 'content-type': 'image/png', 'x-file-name': encodeURIComponent(name) },
  })

describe('opening', () => {
  test('a matter is there with number and version', async () => {
    const { id, reference, version } = await open('路灯不亮')
    expect(reference).toMatch(/^SY-2026-\d{4}$/)
    expect(version).toBe(1)
    const clerk = await office.as('clerk')
    const byReference = await bodyOf<MatterView>(await clerk(`/api/matters/${reference}`))
    expect(byReference.matter).toMatchObject({
      id,
      title: '路灯不亮',
      unitId: 'dongpu',
      originUnitId: 'qinglan',
      channel: 'window',
    })
    expect(byReference.timeline).toMatchObject([{ type: 'MatterOpened', personName: '周示例' }])
  })

  test('the same key opens it once; another matter under that key is refused', async () => {
    const clerk = await office.as('clerk')
    const send = (title: string) => clerk('/api/matters', json(opening(title), { 'idempotency-key': 'a-key-of-mine' }))
    const [first, second] = [await bodyOf<Opened>(await send('井盖松动')), await bodyOf<Opened>(await send('井盖松动'))]
    expect(second).toEqual(first)
    const other = await send('另一件事')
    expect(other.status).toBe(409)
    expect(await other.json()).toMatchObject({ type: '/problems/key-reused' })
    const triage = await office.as('triage')
    const stranger = await triage('/api/matters', json(opening('井盖松动'), { 'idempotency-key': 'a-key-of-mine' }))
    expect((await bodyOf<Opened>(stranger)).id).not.toBe(first.id)
    const short = await clerk('/api/matters', json(opening('x'), { 'idempotency-key': 'short' }))
    expect(await short.json()).toMatchObject({ issues: [{ field: 'Idempotency-Key', rule: 'too-short', limit: 8 }] })
  })

  test('a form that does not fit names each field and rule, with its title in words', async () => {
    const clerk = await office.as('clerk')
    const answer = await clerk('/api/matters', json({ ...opening('x'), form: { title: '', colour: 'red' } }))
    expect(answer.status).toBe(422)
    const { issues } = await bodyOf<{ issues: { field: string; rule: string; message: string }[] }>(answer)
    expect(issues).toContainEqual(expect.objectContaining({ field: 'title', rule: 'required' }))
    expect(issues).toContainEqual(expect.objectContaining({ field: 'colour', rule: 'unknown-field' }))
    expect(issues.find(({ field }) => field === 'title')?.message).toContain('标题')
  })

  test.each([
    ['an unknown kind', { procedure: 'unheard' }, 404, 'procedure-not-found'],
    ['a channel that only the system uses', { channel: 'system' }, 400, 'request-invalid'],
    ['a unit that is not there', { unitId: 'nowhere' }, 422, 'form-invalid'],
    ['a form that is no form', { form: 'title' }, 400, 'request-invalid'],
  ])('%s is refused', async (_, more, status, code) => {
    const clerk = await office.as('clerk')
    const answer = await clerk('/api/matters', json(opening('x', more)))
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ code })
  })

  test('who may not open this kind is told who may', async () => {
    const handler = await office.as('handler')
    const answer = await handler('/api/matters', json(opening('x')))
    expect(answer.status).toBe(403)
    expect((await bodyOf(answer))['title']).toContain('受理岗')
  })
})

describe('scope', () => {
  test('a matter elsewhere reads like one that is not there', async () => {
    const { id } = await open('东浦镇里的事')
    const yunxi = await office.as('yunxi-clerk')
    const hidden = await yunxi(`/api/matters/${id}`)
    const missing = await yunxi('/api/matters/00000000-0000-4000-8000-000000000000')
    expect([hidden.status, missing.status]).toEqual([404, 404])
    expect({ ...(await bodyOf(hidden)), requestId: '' }).toEqual({ ...(await bodyOf(missing)), requestId: '' })
    for (const path of ['events', 'files/abc'])
      expect((await yunxi(`/api/matters/${id}/${path}`)).status, path).toBe(404)
    for (const [path, body] of [
      ['steps/handle', { seenVersion: 1, form: {} }],
      ['fields/open', { fields: ['phone'], reason: '想看看' }],
      ['links', { type: 'triggers', reference: 'SY-2026-0001' }],
    ] as const) {
      expect((await yunxi(`/api/matters/${id}/${path}`, json(body))).status, path).toBe(404)
    }
    expect((await yunxi(`/api/matters/${id}/verify`, { method: 'POST' })).status).toBe(404)
    const { rows } = await bodyOf<MatterPage>(await yunxi('/api/matters'))
    expect(rows.map((row) => row.id)).not.toContain(id)
  })

  test('what is in a unit that was closed stays in sight of those above it', async () => {
    const { id } = await open('撤并前的事', { unitId: 'beitang' })
    const close = (at: string | null) =>
      office.county.database.owner.query(`update units set closed_at = $1 where id = 'beitang'`, [at])
    await close(START)
    office.deps.rulebooks.forget('qinglan')
    const leader = await office.as('leader')
    const { rows } = await bodyOf<MatterPage>(await leader('/api/matters?text=%E6%92%A4%E5%B9%B6'))
    expect(rows.map((row) => row.id)).toEqual([id])
    expect((await leader(`/api/matters/${id}`)).status).toBe(200)
    const dongpu = await office.as('dongpu-clerk')
    expect((await dongpu(`/api/matters/${id}`)).status).toBe(404)
    await close(null)
    office.deps.rulebooks.forget('qinglan')
  })

  test('a link must not tell what exists elsewhere', async () => {
    const { reference } = await open('别处的事')
    const yunxi = await office.as('yunxi-clerk')
    const answer = await yunxi(
      '/api/matters',
      json({ ...opening('云溪的事'), unitId: 'yunxi', links: [{ type: 'triggers', reference }] }),
    )
    expect(answer.status).toBe(404)
  })
})

describe('taking steps', () => {
  test('a step moves the matter; a stale version is refused and nothing is lost', async () => {
    const { id } = await open('护栏断了')
    const handler = await office.as('handler')
    const handle = (seenVersion: number) =>
      handler(`/api/matters/${id}/steps/handle`, json({ seenVersion, form: { done: '装好了' } }))
    expect(await bodyOf(await handle(1))).toMatchObject({ id, version: 2, state: 'handled', group: 'open', opened: [] })
    const stale = await handle(1)
    expect(stale.status).toBe(409)
    expect(await stale.json()).toMatchObject({ code: 'version-conflict', current: 2 })
    const closed = await handle(2)
    expect(await closed.json()).toMatchObject({ code: 'step-not-open' })
  })

  test('the handler cannot verify, and is told so', async () => {
    const { id } = await open('自己办自己验')
    const handler = await office.as('handler')
    await handler(`/api/matters/${id}/steps/handle`, json({ seenVersion: 1, form: { done: '修了' } }))
    const answer = await handler(`/api/matters/${id}/steps/close`, json({ seenVersion: 2 }))
    expect(answer.status).toBe(409)
    expect(await answer.json()).toMatchObject({ code: 'guard-refused', guard: 'notTheHandler' })
  })

  test('a step nobody knows and a version that is no number are refused', async () => {
    const { id } = await open('没有这一步')
    const handler = await office.as('handler')
    expect(await bodyOf(await handler(`/api/matters/${id}/steps/fly`, json({ seenVersion: 1 })))).toMatchObject({
      code: 'step-unknown',
    })
    expect(await bodyOf(await handler(`/api/matters/${id}/steps/handle`, json({ seenVersion: 'one' })))).toMatchObject({
      issues: [{ field: 'seenVersion', rule: 'wrong-type' }],
    })
  })

  test('one step in several matters tells which were done and why the others were not', async () => {
    const [first, second] = [await open('一起办的甲'), await open('一起办的乙')]
    const handler = await office.as('handler')
    const matters = [
      { id: first.id, seenVersion: 1 },
      { id: second.id, seenVersion: 7 },
    ]
    const answer = await bodyOf<{ done: string[]; refused: { id: string; code: string; title: string }[] }>(
      await handler(
        '/api/matters/bulk/steps',
        json({ step: 'handle', matters, form: { done: '一起修了' } }, { 'idempotency-key': 'bulk-key-1' }),
      ),
    )
    expect(answer.done).toEqual([first.id])
    expect(answer.refused).toMatchObject([{ id: second.id, code: 'version-conflict' }])
    expect(answer.refused[0]?.title).not.toBe('')
  })

  test('a link joins two matters and shows on both', async () => {
    const [first, second] = [await open('起因'), await open('结果')]
    const clerk = await office.as('clerk')
    expect(
      (
        await clerk(
          `/api/matters/${first.id}/links`,
          json({ type: 'triggers', reference: second.reference, note: '可能引发' }),
        )
      ).status,
    ).toBe(200)
    const { links } = await bodyOf<MatterView>(await clerk(`/api/matters/${second.id}`))
    expect(links).toMatchObject([{ type: 'triggers', direction: 'from', reference: first.reference }])
  })

  test('two matters cannot be duplicates of each other, and none of itself', async () => {
    const clerk = await office.as('clerk')
    const first = await open('路灯不亮，先报的')
    const second = await open('路灯不亮，后报的')
    const link = (from: Opened, to: Opened) =>
      clerk(`/api/matters/${from.id}/links`, json({ type: 'duplicateOf', reference: to.reference }))
    expect((await link(second, first)).status).toBe(200)
    const back = await link(first, second)
    expect(back.status).toBe(422)
    expect(await back.json()).toMatchObject({ issues: [{ field: 'reference', rule: 'linked-back' }] })
    expect(await (await link(first, first)).json()).toMatchObject({ issues: [{ rule: 'no-such-matter' }] })
  })

  test('who sees a matter only because the own unit registered it links nothing to it', async () => {
    const { reference } = await open('东浦的事')
    const dongpu = await office.as('dongpu-clerk')
    const { id } = await bodyOf<Opened>(
      await dongpu('/api/matters', json(opening('转给云溪的事', { unitId: 'yunxi' }))),
    )
    const leader = await office.as('dongpu-leader')
    expect((await leader(`/api/matters/${id}`)).status).toBe(200)
    const answer = await leader(`/api/matters/${id}/links`, json({ type: 'triggers', reference }))
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ code: 'out-of-scope' })
  })

  test('the key of a step on one matter does not pass for a step on another', async () => {
    const [first, second] = [await open('同一句话之一'), await open('同一句话之二')]
    const handler = await office.as('handler')
    const note = (id: string) =>
      handler(
        `/api/matters/${id}/steps/note`,
        json({ seenVersion: 1, form: { done: '看过' } }, { 'idempotency-key': 'note-of-today' }),
      )
    expect((await note(first.id)).status).toBe(200)
    const other = await note(second.id)
    expect(other.status).toBe(409)
    expect(await other.json()).toMatchObject({ code: 'key-reused' })
  })
})

describe('reading', () => {
  test('the ledger pages by key, filters, and refuses filters it does not know', async () => {
    for (const [index, title] of ['翻页甲事', '翻页乙事', '翻页丙事'].entries()) {
      office.county.setNow(`2026-03-02T02:0${index}:00.000Z`)
      await open(title)
    }
    office.county.setNow(START)
    const clerk = await office.as('clerk')
    const first = await bodyOf<MatterPage>(await clerk('/api/matters?limit=2&text=%E7%BF%BB%E9%A1%B5'))
    expect(first).toMatchObject({ count: 3, countIsLimit: false })
    expect(first.rows.map(({ title }) => title)).toEqual(['翻页丙事', '翻页乙事'])
    const second = await bodyOf<MatterPage>(
      await clerk(`/api/matters?limit=2&text=%E7%BF%BB%E9%A1%B5&cursor=${first.next}`),
    )
    expect(second.rows.map(({ title }) => title)).toEqual(['翻页甲事'])
    expect(second.next).toBeUndefined()
    const cursor = (at: string) => `cursor=${Buffer.from(`${at} ${first.rows[0]?.id}`).toString('base64url')}`
    const cursors = ['none', '2026-02-30T00:00:00Z'].map(cursor)
    const days = ['dueFrom=yesterday', 'dueTo=9999-12-31', 'openedTo=9999-12-31']
    for (const query of ['limit=0', 'limit=x', 'level=huge', 'cursor=%00', 'colour=red', ...cursors, ...days]) {
      expect((await clerk(`/api/matters?${query}`)).status, query).toBe(400)
    }
  })

  test('today has what waits for me, and the counts have every kind', async () => {
    const { id } = await open('今天要办的事')
    const handler = await office.as('handler')
    const clerk = await office.as('clerk')
    expect((await bodyOf<TodayView>(await clerk('/api/today'))).now).toBe(office.deps.now())
    expect((await handler('/api/today')).status).toBe(200)
    const counts = await bodyOf<KindCount[]>(await clerk('/api/counts'))
    expect(counts.find(({ procedure }) => procedure === 'tiny')?.open).toBeGreaterThan(0)
    // Whoever looks, and whatever is filtered: the number on a tab is the number of rows behind it.
    for (const person of ['clerk', 'handler', 'leader', 'xiatang-grid'])
      for (const filter of ['', 'group=done', 'group=open', 'text=今天', 'channel=phone', 'overdue=true']) {
        const reader = await office.as(person)
        for (const { procedure, all } of await bodyOf<KindCount[]>(await reader(`/api/counts?${filter}`)))
          expect(
            (await bodyOf<MatterPage>(await reader(`/api/matters?procedure=${procedure}&${filter}`))).count,
            `${person} ${procedure} ${filter}`,
          ).toBe(all)
      }
    const grid = await office.as('xiatang-grid')
    expect((await bodyOf<TodayView>(await grid('/api/today'))).work.map((row) => row.id)).not.toContain(id)
  })

  test('what I passed on is counted in full, though the page lists the first eight, and the list behind it has them all', async () => {
    const clerk = await office.as('clerk')
    for (let number = 1; number <= 10; number += 1) await open(`交出去的第${number}件`)
    const today = await bodyOf<TodayView>(await clerk('/api/today'))
    expect(today.sent).toHaveLength(8)
    expect(today.sentCount).toBeGreaterThanOrEqual(10)
    expect((await bodyOf<MatterPage>(await clerk('/api/matters?work=sent'))).count).toBe(today.sentCount)
  })

  test('the directory names units, posts and who holds them', async () => {
    const clerk = await office.as('clerk')
    const { units, posts } = await bodyOf<{
      units: { id: string }[]
      posts: { id: string; holder?: { name: string } }[]
    }>(await clerk('/api/directory'))
    expect(units.map(({ id }) => id)).toContain('dongpu')
    expect(posts.find(({ id }) => id === 'clerk')?.holder?.name).toBe('周示例')
  })

  test('the records verify; a changed one is found', async () => {
    const { id } = await open('要核验的事')
    const handler = await office.as('handler')
    await handler(`/api/matters/${id}/steps/handle`, json({ seenVersion: 1, form: { done: '修好了' } }))
    const check = async () => bodyOf<ChainCheck>(await handler(`/api/matters/${id}/verify`, { method: 'POST' }))
    expect(await check()).toMatchObject({ ok: true, length: 2 })
    const { events } = await bodyOf<{ events: { version: number; hash: string }[] }>(
      await handler(`/api/matters/${id}/events`),
    )
    expect(events.map(({ version }) => version)).toEqual([1, 2])
    await office.county.database.owner.query(
      `update matter_events set event = jsonb_set(event::jsonb, '{form,done}', '"没修"')::json where matter_id = $1 and version = 2`,
      [id],
    )
    expect(await check()).toMatchObject({ ok: false, brokenAt: 2, reason: 'changed' })
  })
})

describe('files', () => {
  test('a photo is kept by content and read only with its matter', async () => {
    const clerk = await office.as('clerk')
    const answer = await pngFile(clerk)
    expect(answer.status).toBe(201)
    const file = await bodyOf<{ sha256: string; name: string }>(answer)
    expect(file).toMatchObject({ name: '照片.png', type: 'image/png' })
    const { id } = await bodyOf<Opened>(
      await clerk(
        '/api/matters',
        json({
          procedure: 'report',
          channel: 'window',
          form: { title: '栏杆断了', category: 'facility', description: '桥上栏杆断了', place: '石桥' },
          files: [file],
        }),
      ),
    )
    const read = await clerk(`/api/matters/${id}/files/${file.sha256}`)
    expect(read.status).toBe(200)
    expect(read.headers.get('content-type')).toBe('image/png')
    expect(read.headers.get('content-security-policy')).toContain('sandbox')
    expect((await clerk(`/api/matters/${id}/files/${'0'.repeat(64)}`)).status).toBe(404)
    const known = { headers: { 'if-none-match': read.headers.get('etag') ?? '' } }
    const again = await clerk(`/api/matters/${id}/files/${file.sha256}`, known)
    expect([again.status, again.headers.get('content-security-policy')]).toEqual([
      304,
      read.headers.get('content-security-policy'),
    ])
    const yunxi = await office.as('yunxi-clerk')
    expect((await yunxi(`/api/matters/${id}/files/${file.sha256}`, known)).status).toBe(404)
  })

  test('a program, an empty file, a broken name and a file never handed in are refused', async () => {
    const clerk = await office.as('clerk')
    const upload = (body: string, name: string) =>
      clerk('/api/files', {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/octet-stream', 'x-file-name': name },
      })
    expect((await upload('#!/bin/sh\nrm', 'a.png')).status).toBe(415)
    expect((await upload('', 'a.png')).status).toBe(415)
    expect(await bodyOf(await upload('x', '%E0%A4%A'))).toMatchObject({
      issues: [{ field: 'X-File-Name', rule: 'wrong-form' }],
    })
    const unknown = { sha256: 'a'.repeat(64), name: 'x.png', type: 'image/png', size: 1 }
    const answer = await clerk('/api/matters', json(opening('x', { files: [unknown] })))
    expect(await answer.json()).toMatchObject({ code: 'file-refused', rule: 'not-stored' })
  })
})
