import { expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { given, type Told } from '../../testing/given.ts'
import { incidentV3 } from './v3/procedure.ts'

/** 09:00 in China on Monday 2 March 2026; it happened at 08:50. */
const NINE = '2026-03-02T01:00:00.000Z'
const report: FormValues = {
  title: '东浦镇工业路仓库起火',
  category: 'fire',
  place: '东浦镇工业路1号',
  placeUnit: 'dongpu',
  eventAt: '2026-03-02T08:50:00.000+08:00',
  knownAt: '2026-03-02T08:55:00.000+08:00',
  reportingAs: 'department',
  scene: '二层仓库冒烟，人员已撤出。',
  course: '发现明火，报警后自救。',
  deaths: 0,
  missing: 1,
  injured: 0,
  loss: 0,
  measures: '断电、疏散、报警。',
}
const reported = (more: FormValues = {}) =>
  given(incidentV3, 'triage', { ...report, ...more }, { at: NINE, unitId: 'qinglan' })
const clock = (matter: Told, deadline: string) => matter.matter().clocks.find((each) => each.deadline === deadline)

test('what may be major reaches the province by phone in thirty minutes and in writing in an hour (from memory, to be confirmed)', () => {
  const told = reported({ mayBeMajor: 'yes' })
  expect(clock(told, 'provincePhone')).toMatchObject({ code: 'INC-09', dueAt: '2026-03-02T01:20:00.000Z' })
  expect(clock(told, 'provinceWritten')).toMatchObject({ code: 'INC-09b', dueAt: '2026-03-02T01:50:00.000Z' })
  expect(incidentV3.deadlines['provincePhone']?.source.mark).toBe('recalled')
  const phoned = told.takes('triage', 'phoneProvince', { provincePhoneAt: '2026-03-02T09:05:00.000+08:00' })
  expect(clock(phoned, 'provincePhone')).toMatchObject({ state: 'met' })
  expect(clock(phoned, 'provinceWritten')).toMatchObject({ state: 'running' })
  phoned.refuses('triage', 'phoneProvince', 'guard-refused', {}, { provincePhoneAt: '2026-03-02T09:06:00.000+08:00' })
  const written = phoned.takes('triage', 'writeProvince', { provinceWrittenAt: '2026-03-02T09:30:00.000+08:00' })
  expect(clock(written, 'provinceWritten')).toMatchObject({ state: 'met' })
  written.refuses(
    'triage',
    'writeProvince',
    'guard-refused',
    {},
    { provinceWrittenAt: '2026-03-02T09:31:00.000+08:00' },
  )
})

test('what cannot be major, or where nobody said so, goes level by level alone', () => {
  for (const told of [reported(), reported({ mayBeMajor: 'no' })]) {
    expect(clock(told, 'provincePhone')).toBeUndefined()
    told.refuses('triage', 'phoneProvince', 'guard-refused', {}, { provincePhoneAt: '2026-03-02T09:05:00.000+08:00' })
    told.refuses('triage', 'writeProvince', 'guard-refused', {}, { provinceWrittenAt: '2026-03-02T09:05:00.000+08:00' })
  }
})

test('what turns out to be major when it is graded is reported to the province as well', () => {
  const verified = reported({ mayBeMajor: 'no' }).takes('triage', 'verify', {
    category: 'fire',
    verifiedAt: '2026-03-02T08:58:00.000+08:00',
    verifiedHow: 'onSite',
    findings: '属实',
  })
  const graded = (deaths: number, level: string) =>
    verified.takes('triage', 'grade', { category: 'fire', deaths, missing: 0, injured: 0, loss: 0, level })
  const phoned = { provincePhoneAt: '2026-03-02T09:00:00.000+08:00' }
  graded(12, 'serious')
    .takes('triage', 'phoneProvince', phoned)
    .takes('triage', 'writeProvince', { provinceWrittenAt: '2026-03-02T09:00:00.000+08:00' })
  graded(3, 'general').refuses('triage', 'phoneProvince', 'guard-refused', {}, phoned)
})
