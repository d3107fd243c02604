import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { noticesOf } from '../../engine/notices/notices-of.ts'
import { given, TEST_RULEBOOK } from '../../testing/given.ts'
import { DIRECTORY } from '../../testing/people.ts'
import { incidentV2 } from './v2/procedure.ts'

const NIGHT = '2026-03-02T15:40:00.000Z'
const report: FormValues = {
  title: '下塘村口货车侧翻',
  category: 'traffic',
  reportingAs: 'township',
  eventAt: '2026-03-02T15:30:00.000Z',
  knownAt: '2026-03-02T15:36:00.000Z',
  involved: '一辆货车',
  scene: '侧翻在村口，半幅路堵',
  course: '下坡失控',
  deaths: 0,
  missing: 0,
  injured: 1,
  loss: 3,
  measures: '先设警戒，叫了救护车',
  place: '下塘村口',
  unit: 'dongpu',
}

const during = { from: '2026-03-02T00:30:00.000Z', until: '2026-03-03T00:30:00.000Z' }
const TOWN = { postId: 'dongpu-desk', byPostId: 'dongpu-mediator', ...during }
const COUNTY = { postId: 'county-desk', byPostId: 'triage', ...during }
const on = (...standIns: NonNullable<Directory['standIns']>): Directory => ({ ...DIRECTORY, standIns })
const reported = (directory: Directory) =>
  given(incidentV2, 'xiatang-grid', report, { at: NIGHT, unitId: 'dongpu', rulebook: { ...TEST_RULEBOOK, directory } })
const raised = (directory: Directory) => reported(directory).matter().raised?.[0]?.to

describe('an incident at night', () => {
  test('reaches whoever is on duty in the township and in the county', () => {
    expect(raised(on(TOWN, COUNTY))).toEqual(['dutyOfficer@dongpu', 'dutyOfficer@qinglan'])
  })

  test('tells the desks in their inbox', () => {
    const directory = on(TOWN, COUNTY)
    const told = reported(directory)
    const notices = noticesOf(
      { before: undefined, after: told.matter(), procedure: incidentV2, directory },
      told.events(),
    )
    expect(notices.filter(({ kind }) => kind === 'urged').map(({ receiver }) => receiver)).toEqual(
      expect.arrayContaining(['post:dongpu-desk', 'post:county-desk']),
    )
  })

  test('goes on upward where nobody is on duty, and the leader of the unit with the gap is told', () => {
    expect(raised(on(COUNTY))).toEqual(['dutyOfficer@qinglan', 'leader@dongpu'])
  })

  test('goes to the leaders where nobody is on duty anywhere: never silently nowhere', () => {
    expect(raised(on())).toEqual(['leader@dongpu', 'leader@qinglan'])
  })

  test('is received, verified and reported by the officer on duty, in the post of the desk', () => {
    const first: FormValues = { reportedAt: NIGHT, reportedTo: 'county', reportedHow: 'phone' }
    const told = reported(on(TOWN, COUNTY)).at('2026-03-02T14:45:00.000Z')
    expect(told.offers('dongpu-desk')).toContain('firstReport')
    const settled = told.takes('dongpu-desk', 'firstReport', first).matter().raised ?? []
    expect(settled.flatMap(({ to }) => to)).not.toContain('dutyOfficer@dongpu')
  })

  test('raises nothing when an old ledger tells it', () => {
    const old = given(incidentV2, 'system', report, { at: NIGHT, unitId: 'dongpu' })
    expect(old.matter().raised ?? []).toEqual([])
  })
})
