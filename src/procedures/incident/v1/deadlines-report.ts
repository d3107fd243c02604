import type { DeadlineRule, Escalation } from '../../../domain/procedure/deadline.ts'
import { type Text, text } from '../../../domain/wording/text.ts'
import { type ACCIDENT_KINDS, INCIDENT_KINDS } from '../../shared/v1/incident-kinds.ts'
import { incidentLaw } from '../../shared/v1/sources-incident.ts'

const atOnce: readonly Escalation[] = [
  { after: { length: 5, unit: 'minute' }, to: 'leader', title: text('报分管领导', 'To the leader') },
]

/** A clock for reporting, to the minute, that tells the leader five minutes after it ran out. */
const report = (code: string, title: Text, length: number, unit: 'minute' | 'hour', from: string, warn: number) =>
  ({
    code,
    title,
    length,
    unit,
    from,
    roll: 'none',
    warn: [{ before: { length: warn, unit: 'minute' } }],
    escalation: atOnce,
  }) as const

const shorter: readonly string[] = ['traffic', 'fire'] satisfies readonly (typeof ACCIDENT_KINDS)[number][]

/** Reporting up (INC-02, 03, 08, 10) and the window in which changed casualties are reported again (INC-04). */
export const reportDeadlines = {
  unitReport: {
    ...report('INC-02', text('首报（事发单位）', 'First report of the unit'), 1, 'hour', 'knownAt', 15),
    when: { field: 'reportingAs', is: ['unit'] },
    source: incidentLaw.unitReports,
  },
  departmentReport: {
    ...report('INC-03', text('上报（县级部门）', 'Report of the department'), 2, 'hour', 'knownAt', 30),
    when: { field: 'reportingAs', is: ['department'] },
    source: incidentLaw.levelsReport,
  },
  nextLevel: {
    ...report('INC-03b', text('逐级上报', 'Report to the next level'), 2, 'hour', 'reportedAt', 30),
    when: { field: 'reportedTo', is: ['county'] },
    source: incidentLaw.levelsReport,
  },
  dutyReport: {
    ...report('INC-08', text('首报（乡镇值班）', 'First report of the duty desk'), 30, 'minute', 'eventAt', 10),
    when: { field: 'reportingAs', is: ['township'] },
    source: incidentLaw.duty,
  },
  healthReport: {
    ...report('INC-10', text('首报（医疗卫生机构）', 'First report of a health institution'), 2, 'hour', 'knownAt', 30),
    when: { field: 'reportingAs', is: ['health'] },
    source: incidentLaw.health,
  },
  casualties: {
    code: 'INC-04',
    title: text('伤亡变化补报期', 'Changed casualties are reported again'),
    length: {
      by: 'category',
      lengths: Object.fromEntries(Object.keys(INCIDENT_KINDS).map((kind) => [kind, shorter.includes(kind) ? 7 : 30])),
    },
    unit: 'calendarDay',
    from: 'eventAt',
    roll: 'none',
    warn: [],
    onExpiry: { takes: 'settleCasualties' },
    source: incidentLaw.supplement,
  },
} as const satisfies Record<string, DeadlineRule>
