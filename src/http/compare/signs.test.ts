import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BehindView, SIGNS, type Sign, type SignsView } from '../../domain/compare/compare-view.ts'
import { defineProcedure, type Procedure } from '../../domain/procedure/procedure.ts'
import { text } from '../../domain/wording/text.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'
import { timedProcedure } from '../../testing/timed-procedure.ts'
import { tinyProcedure } from '../../testing/tiny-procedure.ts'

const by = ['handler'] as const

/** A work of ten days that can be handed to another unit, stopped, put off, and opened again. */
const watched: Procedure = defineProcedure({
  ...(timedProcedure as Parameters<typeof defineProcedure>[0]),
  id: 'watched',
  title: text('看得见的事项', 'Watched matter'),
  prefix: 'KJ',
  forms: {
    ...timedProcedure.forms,
    opening: tinyProcedure.forms['opening'] as never,
    hand: {
      title: text('转办', 'Hand over'),
      fields: { unit: { kind: 'unit', title: text('承办单位', 'Unit'), required: true, sets: 'unit' } },
    },
  },
  steps: {
    ...timedProcedure.steps,
    hand: {
      title: text('转办', 'Hand over'),
      from: ['working'],
      to: 'working',
      by: ['clerk'],
      form: 'hand',
      cancels: ['work'],
      starts: ['work'],
    },
    pass: { title: text('移送', 'Pass on'), from: ['working'], to: 'working', by: ['clerk'], form: 'hand' },
    reopen: { title: text('重开', 'Reopen'), from: ['closed'], to: 'working', by, starts: ['work'] },
  },
} as never)

let office: TestOffice
beforeAll(async () => {
  office = await testOffice(undefined, [watched])
})
afterAll(() => office?.dispose())

const at = (day: string) => office.county.setNow(`${day}T01:00:00.000Z`)
const send = async (post: string, path: string, body?: object) => (await office.as(post))(path, body && json(body))

async function open(day: string): Promise<string> {
  at(day)
  const form = { title: '试验' }
  const answer = await send('clerk', '/api/matters', {
    procedure: 'watched',
    channel: 'window',
    unitId: 'qinglan',
    form,
  })
  expect(answer.status, await answer.clone().text()).toBe(201)
  return (await bodyOf<{ id: string }>(answer)).id
}

async function take(id: string, day: string, step: string, form: object = {}, post = 'handler') {
  at(day)
  const { matter } = await bodyOf<{ matter: { version: number } }>(await send(post, `/api/matters/${id}`))
  const answer = await send(post, `/api/matters/${id}/steps/${step}`, { seenVersion: matter.version, form })
  expect(answer.status, await answer.clone().text()).toBe(200)
}

/** How often each sign shows in the whole county, and of how many it could; the lists behind are as long. */
async function signs(query = 'period=2026-Q1', today = '2026-03-31'): Promise<Record<Sign, string>> {
  at(today)
  const { lines } = await bodyOf<SignsView>(await send('leader', `/api/compare/signs?${query}`))
  for (const { unitId, counts } of lines)
    for (const sign of SIGNS) {
      const behind = await send('leader', `/api/compare/matters?${query}&sign=${sign}&line=${unitId}`)
      expect((await bodyOf<BehindView>(behind)).count, `${sign} ${unitId}`).toBe(counts[sign])
    }
  const sum = (part: 'counts' | 'of', sign: Sign) => lines.reduce((all, line) => all + line[part][sign], 0)
  return Object.fromEntries(SIGNS.map((sign) => [sign, `${sum('counts', sign)}/${sum('of', sign)}`])) as never
}

test('what may tell of figures being made shows where it happened, and nowhere else', async () => {
  const before = await signs('period=2025', '2026-01-01')
  expect(before).toEqual({ justBeforeDue: '0/0', reopened: '0/0', pausedLate: '0/0', limitReset: '0/0' })

  // Due on 12 January: one closed on the last day, one well before.
  const last = await open('2026-01-02')
  const early = await open('2026-01-02')
  await take(early, '2026-01-05', 'close')
  await take(last, '2026-01-12', 'close')
  expect(await signs()).toMatchObject({ justBeforeDue: '1/2', reopened: '0/2' })

  // Opened again thirty days later to the minute; the other thirty-one days later.
  await take(early, '2026-02-04', 'reopen')
  expect(await signs()).toMatchObject({ reopened: '1/2' })
  await take(last, '2026-02-12', 'reopen')
  expect(await signs()).toMatchObject({ reopened: '1/1' })

  // Stopped two days before its end, and on the first day.
  const late = await open('2026-03-01')
  const soon = await open('2026-03-01')
  await take(soon, '2026-03-02', 'pause', { reason: '送检', what: 'testing' })
  await take(late, '2026-03-10', 'pause', { reason: '送检', what: 'testing' })
  expect(await signs()).toMatchObject({ pausedLate: '1/2' })

  // The limit begins anew with another unit; handed on with the limit running, it does not.
  const anew = await open('2026-03-11')
  const same = await open('2026-03-11')
  await take(anew, '2026-03-18', 'hand', { unit: 'dongpu' }, 'clerk')
  await take(same, '2026-03-18', 'pass', { unit: 'dongpu' }, 'clerk')
  expect(await signs()).toMatchObject({ limitReset: '1/2' })

  // By the records of a day before, what came later has not happened: the last day of the first matter was met then all the same.
  expect(await signs('period=2026-Q1&asOf=2026-01-21')).toEqual({
    justBeforeDue: '1/2',
    reopened: '0/2',
    pausedLate: '0/0',
    limitReset: '0/0',
  })
})

test('a limit that was put off is met in its last day by the new end, and counts as extended', async () => {
  const id = await open('2026-04-02')
  await take(id, '2026-04-05', 'ask')
  await take(id, '2026-04-06', 'grant', { reason: '复杂', extendBy: 5 }, 'leader')
  await take(id, '2026-04-17', 'close')
  expect(await signs('period=2026-Q2', '2026-04-20')).toMatchObject({ justBeforeDue: '1/1' })
  const behind = await send('leader', '/api/compare?indicator=extended&period=2026-Q2')
  expect(await bodyOf(behind)).toMatchObject({ whole: { numerator: 1, denominator: 1 } })
})
