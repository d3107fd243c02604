import type { Condition } from '../../../domain/procedure/condition.ts'
import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import type { Field } from '../../../domain/procedure/form.ts'
import type { Procedure, Step } from '../../../domain/procedure/procedure.ts'
import type { Source } from '../../../domain/procedure/source.ts'
import { text } from '../../../domain/wording/text.ts'
import { importedForms } from '../../shared/v1/imported.ts'
import { AT_THE_DESK } from '../../shared/v2/duty-takers.ts'
import { since } from '../v1/fields.ts'
import { reportForms } from '../v1/forms-report.ts'
import { OFFICERS, RUNNING } from '../v1/steps-report.ts'
import { incidentV2 } from '../v2/procedure.ts'

/** From memory: each county confirms it, or sets its own minutes. */
const toProvince: Source = {
  article: text(
    '全国通行做法：重大以上突发事件30分钟内电话、1小时内书面报到省级（条文待核）',
    'National practice: what may be major reaches the province by phone in 30 minutes, in writing in an hour (to be checked)',
  ),
  mark: 'recalled',
}

const rule = {
  unit: 'minute',
  from: 'eventAt',
  roll: 'none',
  when: { field: 'mayBeMajor', is: ['yes'] },
  warn: [{ before: { length: 10, unit: 'minute' } }],
  escalation: [{ after: { length: 5, unit: 'minute' }, to: 'leader', title: text('报分管领导', 'To the leader') }],
  source: toProvince,
} as const satisfies Partial<DeadlineRule>

const deadlines = {
  provincePhone: { ...rule, code: 'INC-09', title: text('电话报省级', 'Phone the province'), length: 30 },
  provinceWritten: { ...rule, code: 'INC-09b', title: text('书面报省级', 'Write to the province'), length: 60 },
} as const satisfies Record<string, DeadlineRule>

const mayBeMajor = {
  kind: 'choice',
  title: text('是否可能达到重大以上', 'May it be major'),
  hint: text('拿不准的按可能报', 'In doubt, it may'),
  options: { yes: text('可能', 'Yes'), no: text('不会', 'No') },
} as const satisfies Field

const { measures, otherFacts, unit, photos, ...facts } = reportForms.report.fields
const report = {
  ...reportForms.report,
  fields: { ...facts, mayBeMajor, measures, otherFacts, unit, photos },
}

/** Said at once, or found when it was graded. */
const MAY_BE_MAJOR: Condition = {
  any: [
    { the: 'mayBeMajor', is: ['yes'] },
    { the: 'level', is: ['major', 'serious'] },
  ],
}

const reported = {
  from: [...RUNNING],
  by: [...OFFICERS, ...AT_THE_DESK],
  aside: true,
  source: toProvince,
  tells: text('省级政府和主管部门，同时报市级', 'The province and its regulator, and the city at once'),
} as const satisfies Omit<Step, 'title'>

/** 突发事件, version 3: what may be major is reported to the province by phone and in writing, each in its own time. */
export const incidentV3: Procedure = {
  ...incidentV2,
  version: 3,
  effectiveOn: '2024-11-03',
  forms: {
    ...incidentV2.forms,
    ...importedForms(report),
    report,
    provincePhone: {
      title: text('电话报省级', 'Phone the province'),
      fields: { provincePhoneAt: { ...since('先行报告时间', 'First told at'), means: 'doneAt' } },
    },
    provinceWritten: {
      title: text('书面报省级', 'Write to the province'),
      fields: { provinceWrittenAt: { ...since('书面报告时间', 'In writing at'), means: 'doneAt' } },
    },
  },
  deadlines: { ...incidentV2.deadlines, ...deadlines },
  opening: { ...incidentV2.opening, starts: [...incidentV2.opening.starts, ...Object.keys(deadlines)] },
  steps: {
    ...incidentV2.steps,
    phoneProvince: {
      ...reported,
      title: text('电话报省级', 'Phone the province'),
      form: 'provincePhone',
      guards: [MAY_BE_MAJOR, { not: { the: 'provincePhoneAt', recorded: true } }],
      meets: ['provincePhone'],
      told: text('电话报告了省级', 'phoned the province'),
    },
    writeProvince: {
      ...reported,
      title: text('书面报省级', 'Write to the province'),
      form: 'provinceWritten',
      guards: [MAY_BE_MAJOR, { not: { the: 'provinceWrittenAt', recorded: true } }],
      meets: ['provinceWritten'],
      issues: ['upReport'],
      told: text('书面报告了省级', 'wrote to the province'),
    },
  },
}
