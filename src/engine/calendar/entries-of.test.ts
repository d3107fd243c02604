import { describe, expect, test } from 'vitest'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { caseV1 } from '../../procedures/case/v1/procedure.ts'
import { dutyV1 } from '../../procedures/duty/v1/procedure.ts'
import { incidentV2 } from '../../procedures/incident/v2/procedure.ts'
import { OUTWARD } from '../../procedures/outward.ts'
import { adjourned, day, hearing, inTrial } from '../../testing/court/case-told.ts'
import { given } from '../../testing/given.ts'
import { DIRECTORY } from '../../testing/people.ts'
import { entriesOf, type Telling, type TellingOf } from './entries-of.ts'
import { standInEntries } from './stand-in-entries.ts'

const telling: Telling = {
  locale: 'zh',
  baseUrl: 'https://anlan.example.cn',
  uidOf: (...parts) => parts.join('/'),
  now: '2026-01-12T01:00:00.000Z',
}
const of = (matter: Matter, procedure: Procedure, more: Partial<TellingOf> = {}): TellingOf => ({
  matter,
  procedure,
  changedAt: '2026-01-12T01:00:00.000Z',
  isMine: true,
  roles: ['judge', 'courtClerk', 'handler', 'dutyOfficer', 'clerk', 'triageOfficer', 'leader'],
  silent: false,
  appointments: OUTWARD.appointments[procedure.id] ?? [],
  ...more,
})

describe('a hearing', () => {
  const fixed = () => inTrial().takes('court-clerk', 'scheduleHearing', hearing('2026-01-23'))
  const shown = (matter: Matter, more: Partial<TellingOf> = {}) =>
    entriesOf(of(matter, caseV1, more), telling).find(({ busy }) => busy)

  test('stands in the calendar with place and time, by reference and without the parties', () => {
    const matter = fixed().matter()
    expect(shown(matter)).toMatchObject({
      title: `${caseV1.short.zh} ${matter.reference}：开庭`,
      when: { from: '2026-01-23T01:30:00.000Z', until: '2026-01-23T03:30:00.000Z' },
      place: '第二审判庭',
      cancelled: false,
    })
    expect(JSON.stringify(entriesOf(of(matter, caseV1), telling))).not.toContain('示例市场')
  })

  test('that is put off is the same entry, newer and elsewhere, and cancelled meanwhile', () => {
    const before = shown(fixed().matter())
    const putOff = fixed().at(day('2026-01-15')).takes('court-judge', 'adjourn', adjourned('2026-01-15'))
    const between = shown(putOff.matter())
    expect(between).toMatchObject({ uid: before?.uid, cancelled: true })
    const again = putOff.at(day('2026-01-16')).takes('court-clerk', 'scheduleHearing', hearing('2026-02-03'))
    const after = shown(again.matter())
    expect(after).toMatchObject({ uid: before?.uid, cancelled: false, when: { from: '2026-02-03T01:30:00.000Z' } })
    expect(after?.sequence).toBeGreaterThan(between?.sequence ?? 0)
    expect(between?.sequence).toBeGreaterThan(before?.sequence ?? 0)
  })

  test('of a kind that only few see says nothing of itself', () => {
    const all = entriesOf(of(fixed().matter(), caseV1, { silent: true }), telling)
    expect(new Set(all.map(({ title, link }) => `${title} ${link}`))).toEqual(
      new Set(['有一件事到期，登录后看 https://anlan.example.cn/']),
    )
  })
})

describe('a time limit', () => {
  test('in days is a day, in minutes the half hour before it', () => {
    const report = {
      title: '下塘村口货车侧翻',
      category: 'traffic',
      reportingAs: 'township',
      eventAt: '2026-03-02T00:30:00.000Z',
      knownAt: '2026-03-02T00:40:00.000Z',
      scene: '侧翻在村口',
      course: '下坡失控',
      deaths: 0,
      missing: 0,
      injured: 1,
      loss: 3,
      measures: '先设警戒',
      place: '下塘村口',
      unit: 'dongpu',
    }
    const matter = given(incidentV2, 'dongpu-clerk', report, { unitId: 'dongpu' }).matter()
    const running = matter.clocks.filter(({ state }) => state === 'running')
    const all = entriesOf(of(matter, incidentV2), telling)
    expect(running.length).toBeGreaterThan(0)
    for (const clock of running)
      expect(all.find(({ uid }) => uid.endsWith(clock.id))?.when).toEqual(
        clock.dueOn
          ? { day: clock.dueOn }
          : { from: new Date(Date.parse(clock.dueAt) - 1_800_000).toISOString(), until: clock.dueAt },
      )
    const days = inTrial().matter()
    const [first] = days.clocks.filter(({ dueOn, state }) => dueOn && state === 'running')
    expect(entriesOf(of(days, caseV1), telling).find(({ uid }) => uid.endsWith(first?.id ?? '?'))?.when).toEqual({
      day: first?.dueOn,
    })
  })

  test('that is somebody else’s by now, or over, stands there as cancelled for a month and then no more', () => {
    const matter = inTrial().matter()
    const gone = entriesOf(of(matter, caseV1, { isMine: false }), telling)
    expect(gone.every(({ cancelled }) => cancelled)).toBe(true)
    expect(gone.length).toBeGreaterThan(0)
    const later = { ...telling, now: '2026-06-01T01:00:00.000Z' }
    expect(entriesOf(of(matter, caseV1, { isMine: false }), later)).toEqual([])
  })
})

describe('a shift', () => {
  const at = (date: number, time: string) => `2026-03-0${date}T${time}`
  const MAIN = { post: 'clerk', part: 'main' }
  const DEPUTY = { post: 'handler', part: 'deputy' }
  const planned = () =>
    given(dutyV1, 'triage', {
      title: '3月5日县总值班',
      unit: 'qinglan',
      category: 'whole',
      dutyPost: 'county-desk',
      startsAt: at(5, '08:30'),
      endsAt: at(6, '08:30'),
      leader: 'leader',
      officers: [MAIN, DEPUTY],
      dutyPhone: '0399-6010110',
      place: '县政府值班室',
    })
  const shown = (matter: Matter, postId: string) =>
    standInEntries(
      [{ matter, procedure: dutyV1, changedAt: '2026-03-02T01:00:00.000Z' }],
      { postId, directory: DIRECTORY },
      { ...telling, now: '2026-03-02T05:00:00.000Z' },
    ).map(({ title, when, cancelled, busy }) => ({ title, when, cancelled, busy }))
  const when = { from: '2026-03-05T00:30:00.000Z', until: '2026-03-06T00:30:00.000Z' }
  const on = { title: '值班：县总值班室', when, cancelled: false, busy: true }

  test('stands in the calendar of its officers and its leader when it is published', () => {
    expect(shown(planned().matter(), 'clerk')).toEqual([])
    const published = planned().takes('leader', 'publish').matter()
    expect(shown(published, 'clerk')).toEqual([on])
    expect(shown(published, 'handler')).toEqual([on])
    expect(shown(published, 'leader')).toEqual([{ ...on, title: '带班：县总值班室' }])
  })

  test('that was swapped is cancelled for the one and there for the other', () => {
    const after = [{ post: 'mediator', part: 'main' }, DEPUTY]
    const swapped = planned()
      .takes('leader', 'publish')
      .takes('clerk', 'askSwap', {
        swapReason: '当天要去市里开会',
        substitute: [{ post: 'mediator' }],
        officersAfter: after,
      })
      .takes('mediator', 'agreeSwap')
      .takes('leader', 'approveSwap', { officers: after, officeTold: 'told' })
      .matter()
    expect(shown(swapped, 'clerk')).toEqual([{ ...on, cancelled: true }])
    expect(shown(swapped, 'mediator')).toEqual([on])
  })

  test('that was cancelled is cancelled for all of them', () => {
    const cancelled = planned()
      .takes('triage', 'publish')
      .takes('leader', 'cancel', { cancelReason: '并入全县值班' })
      .matter()
    expect(shown(cancelled, 'clerk')).toEqual([{ ...on, cancelled: true }])
    expect(shown(cancelled, 'leader')).toEqual([{ ...on, title: '带班：县总值班室', cancelled: true }])
  })
})
