import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SurveyView } from '../../domain/surveys/survey-view.ts'
import { addMilliseconds, dayOf } from '../../domain/time/time.ts'
import { bodyOf, json, type Send, type TestOffice, testOffice } from '../../testing/office.ts'
import { TEST_TENANT } from '../../testing/people.ts'
import { codesOf, openedSurvey } from '../../testing/surveys/ask-of-surveys.ts'

let office: TestOffice
let writer: Send
let leader: Send
beforeAll(async () => {
  office = await testOffice()
  writer = await office.as('triage')
  leader = await office.as('leader')
})
afterAll(() => office?.dispose())

const today = () => dayOf(office.deps.now())
const opened = () => openedSurvey(writer, leader, today())
const read = async (at: string, who: Send = writer) => bodyOf<SurveyView>(await who(at))
const rows = async (query: string, ...values: unknown[]) =>
  (await office.county.database.owner.query(query, values)).rows as Record<string, unknown>[]

/** The form as a browser without script sends it, a while after it was shown. */
async function answerPublicly(address: string, fields: Record<string, string>) {
  const path = new URL(address).pathname
  const page = await (await office.ask(path)).text()
  const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? ''
  office.county.setNow(addMilliseconds(office.deps.now(), 5_000))
  return office.ask(path, {
    method: 'POST',
    body: new URLSearchParams({ token, ...fields }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
}

describe('what is asked', () => {
  test.each([
    ['a name', '您的姓名是什么？'],
    ['ethnicity', '您是什么民族？'],
    ['belief', '您信仰什么宗教？'],
    ['politics', '您是党员吗？'],
    ['somebody', '您觉得13900001234这个人怎么样？'],
  ])('never %s', async (_, zh) => {
    const { id } = await bodyOf<{ id: string }>(await writer('/api/surveys', json({ kind: 'safety', title: '试试' })))
    const { content } = await read(`/api/surveys/${id}`)
    const [first, ...rest] = content.questions
    const changed = { ...content, questions: [{ ...first, text: { zh, en: '' } }, ...rest] }
    const sent = { ...json({ seenVersion: 1, content: changed }), method: 'PUT' }
    const answer = await writer(`/api/surveys/${id}`, sent)
    expect(answer.status).toBe(400)
    expect(JSON.stringify(await answer.json())).toContain('personal-data')
  })

  test('only within the own unit, and only when it is whole', async () => {
    const { id } = await bodyOf<{ id: string }>(await writer('/api/surveys', json({ kind: 'safety', title: '试试' })))
    const empty = await leader(`/api/surveys/${id}/open`, json({ seenVersion: 1 }))
    expect(empty.status).toBe(400)
    const { content } = await read(`/api/surveys/${id}`)
    const strata = [{ unitId: 'nowhere', households: 10, sample: 5 }]
    const sent = { ...json({ seenVersion: 1, content: { ...content, strata } }), method: 'PUT' }
    expect((await writer(`/api/surveys/${id}`, sent)).status).toBe(400)
  })

  test('a leader lets it go out, not who wrote it; nobody else sees a draft', async () => {
    const { id } = await bodyOf<{ id: string }>(await writer('/api/surveys', json({ kind: 'safety', title: '试试' })))
    expect((await writer(`/api/surveys/${id}/open`, json({ seenVersion: 1 }))).status).toBe(403)
    expect((await (await office.as('dongpu-clerk'))(`/api/surveys/${id}`)).status).toBe(404)
    expect((await (await office.as('handler'))('/api/surveys', json({ kind: 'other', title: '别的' }))).status).toBe(
      403,
    )
  })
})

describe('one household answers once without being known', () => {
  test('on the public form without script, a phone or a name; the second time the code is gone', async () => {
    const { at, view } = await opened()
    const [code = ''] = await codesOf(writer, at, 'dongpu')
    const page = await (await office.ask(new URL(view.address).pathname)).text()
    expect(page.length).toBeLessThan(60_000)
    const fields = { code: code.toLowerCase(), q1: '5', 'q3.fire': 'fire' }
    const first = await answerPublicly(view.address, fields)
    expect(first.status, await first.clone().text()).toBe(200)
    expect(first.headers.get('set-cookie')).toBeNull()
    const second = await answerPublicly(view.address, fields)
    expect(second.status).toBe(422)
    expect(await second.text()).toContain('已经用过')
    expect((await read(at)).strata).toMatchObject([{ unitId: 'dongpu', asked: 40, answered: 1, left: 39 }, { left: 0 }])
  })

  test('what is wrong is said beside the question, and what was ticked stays', async () => {
    const { at, view } = await opened()
    const [code = ''] = await codesOf(writer, at, 'dongpu')
    for (const [fields, says] of [
      [{ code }, '请至少答一题'],
      [{ code, q1: '9' }, '不在选项里'],
      [{ q1: '4' }, '请写纸上的码'],
      [{ code: 'AAAAAAAAAA', q1: '4' }, '写错了'],
    ] as const) {
      const answer = await answerPublicly(view.address, fields)
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain(says)
    }
    expect((await read(at)).answered).toBe(0)
  })

  test('however often codes are handed out and used at once, there are never more than are asked', async () => {
    const { at } = await opened()
    const codes = (await Promise.all(Array.from({ length: 5 }, () => codesOf(writer, at, 'dongpu')))).flat()
    expect((await read(at)).strata[0]).toMatchObject({ left: 40, answered: 0 })
    const answers = codes.map((code) => writer(`${at}/answers`, json({ code, ticked: { q1: ['4'] } })))
    await Promise.all([...answers, codesOf(writer, at, 'dongpu'), codesOf(writer, at, 'dongpu')])
    const [{ left = 0, answered = 0 } = {}] = (await read(at)).strata
    expect(left + answered).toBe(40)
    expect(
      (
        await rows(
          'select from survey_answers a join surveys s on s.id = a.survey_id where s.id = $1',
          at.split('/').at(-1),
        )
      ).length,
    ).toBe(answered)
  })

  test('an answer that comes while the survey is closed is counted or refused, never half kept', async () => {
    const { at } = await opened()
    const codes = (await codesOf(writer, at, 'dongpu')).slice(0, 12)
    const sent = codes.map((code) => writer(`${at}/answers`, json({ code, ticked: { q1: ['4'] } })))
    const closed = leader(`${at}/close`, json({ seenVersion: 3 }))
    const statuses = (await Promise.all(sent)).map(({ status }) => status)
    expect((await closed).status).toBe(200)
    for (const status of statuses) expect([200, 400, 403]).toContain(status)
    expect((await read(at)).answered).toBe(statuses.filter((status) => status === 200).length)
  })

  test('a draft, a survey of tomorrow and one that is closed take nothing', async () => {
    const { at, view } = await opened()
    const [code = ''] = await codesOf(writer, at, 'dongpu')
    await leader(`${at}/close`, json({ seenVersion: 3 }))
    const answer = await answerPublicly(view.address, { code, q1: '4' })
    expect(await answer.text()).toContain('已经收完')
    expect((await office.ask('/public/survey/ABCDEF')).status).toBe(404)
    expect((await writer(`${at}/answers`, json({ code, ticked: { q1: ['4'] } }))).status).toBe(403)
  })

  test('whoever reads the tables finds neither code nor time nor order', async () => {
    const { id, at } = await opened()
    const codes = await codesOf(writer, at, 'dongpu')
    for (const [turn, code] of codes.slice(0, 12).entries())
      await writer(`${at}/answers`, json({ code, ticked: { q1: [`${1 + (turn % 5)}`] } }))
    const columns = await rows(
      `select column_name, data_type from information_schema.columns where table_name = 'survey_answers'`,
    )
    expect(columns.map((each) => each['column_name']).sort()).toEqual([
      'answers',
      'id',
      'survey_id',
      'tenant',
      'unit_id',
    ])
    const kept = await rows(`select id, xmin::text as x, answers from survey_answers where survey_id = $1`, id)
    expect(kept).toHaveLength(12)
    // All twelve were written by the last transaction: none is tied to the code that was destroyed with it.
    expect(new Set(kept.map(({ x }) => x)).size).toBe(1)
    const left = await rows(`select hash from survey_codes where survey_id = $1`, id)
    expect(left).toHaveLength(28)
    const all = JSON.stringify([kept, left, await rows(`select * from surveys where id = $1`, id)])
    for (const code of codes) expect(all).not.toContain(code)
    // Version 4: chance alone; version 7 would tell the time.
    for (const each of kept) expect(String(each['id'])[14]).toBe('4')
  })

  test('new codes make the old ones void, and there are never more than the sample', async () => {
    const { at } = await opened()
    const [first] = await codesOf(writer, at, 'yunxi')
    await writer(`${at}/answers`, json({ code: first, ticked: { q1: ['4'] } }))
    const [, old] = await codesOf(writer, at, 'yunxi')
    const again = await codesOf(writer, at, 'yunxi')
    expect(again).toHaveLength(39)
    expect((await writer(`${at}/answers`, json({ code: old, ticked: { q1: ['4'] } }))).status).toBe(400)
  })

  test('who printed how many codes for whom stands with the survey, for those who hand them out alone, and no code', async () => {
    const { at } = await opened()
    const codes = [...(await codesOf(writer, at, 'dongpu')), ...(await codesOf(writer, at, 'yunxi'))]
    const { prints } = await read(at)
    expect(prints).toMatchObject([
      { unitId: 'dongpu', count: 40, postId: 'triage' },
      { unitId: 'yunxi', count: 40, at: office.deps.now() },
    ])
    for (const code of codes) expect(JSON.stringify(prints)).not.toContain(code)
    expect((await read(at, await office.as('dongpu-clerk'))).prints).toEqual([])
  })

  test('of two who send the same code at once one is taken', async () => {
    const { at } = await opened()
    const [code] = await codesOf(writer, at, 'dongpu')
    const both = await Promise.all([1, 2].map(() => writer(`${at}/answers`, json({ code, ticked: { q1: ['4'] } }))))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400])
  })

  test('a second office sees nothing of it', async () => {
    const { id } = await opened()
    const { app } = office.county.database
    const client = await app.connect()
    await client.query(`select set_config('anlan.tenant', 'elsewhere', false)`)
    for (const table of ['surveys', 'survey_codes', 'survey_answers']) {
      const { rowCount } = await client.query(`select 1 from ${table}`)
      expect(rowCount, table).toBe(0)
    }
    await client.query(`select set_config('anlan.tenant', $1, false)`, [TEST_TENANT])
    const { rowCount } = await client.query('delete from survey_answers where survey_id = $1', [id])
    expect(rowCount).toBe(0)
    client.release()
  })
})

describe('the result', () => {
  test('comes when it is closed, weighed by households, with intervals; then nothing changes any more', async () => {
    const { id, at } = await openedSurvey(writer, leader, today(), 300, 30)
    for (const [unitId, good] of [
      ['dongpu', 24],
      ['yunxi', 15],
    ] as const)
      for (const [turn, code] of (await codesOf(writer, at, unitId)).entries())
        await writer(`${at}/answers`, json({ code, ticked: { q1: [turn < good ? '4' : '2'] } }))
    expect((await read(at)).result).toBeUndefined()
    await leader(`${at}/close`, json({ seenVersion: 3 }))
    const { result, strata } = await read(at)
    const [question] = result?.questions ?? []
    // 24 of 30 and 15 of 30, of as many households each: 65 %.
    expect(question?.favourable).toMatchObject({ percent: 65 })
    expect(question?.favourable?.lower).toBeLessThan(56)
    expect(question?.favourable?.upper).toBeGreaterThan(73)
    expect(question?.units.map(({ unitId }) => unitId)).toEqual(['dongpu', 'yunxi'])
    expect(strata.map(({ weight }) => weight)).toEqual([10, 10])
    const { app } = office.county.database
    const client = await app.connect()
    await client.query(`select set_config('anlan.tenant', $1, false)`, [TEST_TENANT])
    expect((await client.query('delete from survey_answers where survey_id = $1', [id])).rowCount).toBe(0)
    client.release()
  })

  test.each([0, 1])(
    'of %i answers tells nothing of what was ticked, and names the units of which nobody answered',
    async (many) => {
      const { at } = await opened()
      for (const code of (await codesOf(writer, at, 'dongpu')).slice(0, many))
        await writer(`${at}/answers`, json({ code, ticked: { q1: ['4'] } }))
      await leader(`${at}/close`, json({ seenVersion: 3 }))
      const { result, strata } = await read(at)
      expect(result?.missing).toEqual(many === 0 ? ['dongpu', 'yunxi'] : ['yunxi'])
      for (const question of result?.questions ?? []) {
        expect(question.answered).toBe('few')
        expect(question.favourable).toBeUndefined()
        for (const option of question.options)
          expect([typeof option.count, option.share]).toEqual(['string', undefined])
      }
      // Nobody answered: no answer stands for any household.
      expect(strata.map(({ weight }) => weight === undefined)).toEqual([many === 0, true])
    },
  )

  test('tells no count below five, and of no unit alone what is hidden', async () => {
    const { at } = await openedSurvey(writer, leader, today(), 300, 30)
    for (const [unitId, many] of [
      ['dongpu', 20],
      ['yunxi', 3],
    ] as const)
      for (const code of (await codesOf(writer, at, unitId)).slice(0, many))
        await writer(`${at}/answers`, json({ code, ticked: { q1: ['4'] } }))
    await leader(`${at}/close`, json({ seenVersion: 3 }))
    const { result } = await read(at)
    expect(result?.questions[0]?.units).toEqual([
      { unitId: 'dongpu', verdict: 'hidden' },
      { unitId: 'yunxi', verdict: 'hidden' },
    ])
  })
})
