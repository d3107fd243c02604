import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import type { Fields, Form } from '../../../domain/procedure/form.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import type { Source } from '../../../domain/procedure/source.ts'
import { text } from '../../../domain/wording/text.ts'
import { importedForms } from '../../shared/v1/imported.ts'
import { siteV1 } from '../v1/procedure.ts'

const law = (zh: string, en: string): Source => ({
  article: text(`《危险化学品安全法》（2025）${zh}`, `Hazardous Chemicals Safety Law (2025), ${en}`),
  mark: 'found',
})
const park = law('第十九条', 'art. 19')
const producer = law('第三十九条', 'art. 39')

const rule = {
  length: 3,
  unit: 'year',
  from: 'chemAssessedOn',
  // Due before a holiday, not after it.
  roll: 'previous',
  warn: [{ before: { length: 90, unit: 'calendarDay' } }, { before: { length: 30, unit: 'calendarDay' } }],
  escalation: [{ after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('报分管领导', 'To the leader') }],
} as const satisfies Partial<DeadlineRule>

const deadlines = {
  chemPark: {
    ...rule,
    code: 'CHM-01',
    title: text('化工园区整体性安全风险评估', 'Overall risk assessment of the chemical park'),
    when: { field: 'chemical', is: ['park'] },
    source: park,
  },
  chemProducer: {
    ...rule,
    code: 'CHM-02',
    title: text('危险化学品安全评价，报县级部门备案', 'Safety evaluation, filed with the county'),
    when: { field: 'chemical', is: ['producer'] },
    source: producer,
  },
} as const satisfies Record<string, DeadlineRule>
const CLOCKS = Object.keys(deadlines)

const assessedOn = {
  kind: 'date',
  title: text('上次评估、评价日期', 'Last assessed on'),
  notAfter: 'today',
  boundless: text('可能早于登记', 'It may have been before it is registered'),
} as const

const chemical = {
  chemical: {
    kind: 'choice',
    title: text('危险化学品', 'Hazardous chemicals'),
    hint: text('是的才选；三年评估、评价一次', 'Only where it is one: assessed every three years'),
    options: {
      park: text('化工园区', 'Chemical park'),
      producer: text('生产、储存企业', 'Producer or store'),
    },
  },
  chemAssessedOn: {
    ...assessedOn,
    hint: text('还没有做过的不填，从登记之日起算', 'Empty where none was made: it counts from the day of registering'),
    when: { field: 'chemical', is: ['park', 'producer'] },
  },
} as const satisfies Fields

const withChemicals = (form: Form): Form => ({ ...form, fields: { ...form.fields, ...chemical } })
/** Else a place that was never assessed would have three years more whenever its record is changed. */
const chemicalAgain = {
  ...chemical,
  chemAssessedOn: {
    ...chemical.chemAssessedOn,
    title: text('三年从哪天起算', 'Three years from'),
    hint: text(
      '上次评估、评价完成之日；还没有做过的，登记为这类场所之日',
      'The day of the last assessment; where none was made, the day of registering as such',
    ),
    required: true,
  },
} as const satisfies Fields
const { site, revision } = siteV1.forms
const { publish, revise } = siteV1.steps
if (!site || !revision || !publish || !revise) throw new Error('site lacks what its second version adds to')

/** 场所台账, version 2: a chemical park and a producer are assessed every three years, sooner when something changes. */
export const siteV2: Procedure = {
  ...siteV1,
  version: 2,
  effectiveOn: '2024-11-02',
  forms: {
    ...siteV1.forms,
    site: withChemicals(site),
    revision: { ...revision, fields: { ...revision.fields, ...chemicalAgain } },
    ...importedForms(withChemicals(site)),
    assessment: {
      title: text('登记评估、评价', 'Record the assessment'),
      fields: {
        chemAssessedOn: { ...assessedOn, title: text('完成日期', 'Finished on'), required: true, known: false },
        assessedBy: { kind: 'text', title: text('评估、评价机构', 'By which body'), required: true, max: 80 },
        filingNo: { kind: 'text', title: text('备案编号', 'Number of the filing'), max: 60 },
      },
    },
  },
  deadlines: { ...siteV1.deadlines, ...deadlines },
  steps: {
    ...siteV1.steps,
    publish: { ...publish, starts: [...(publish.starts ?? []), ...CLOCKS] },
    revise: {
      ...revise,
      cancels: [...(revise.cancels ?? []), ...CLOCKS],
      starts: [...(revise.starts ?? []), ...CLOCKS],
    },
    recordAssessment: {
      title: text('登记评估、评价', 'Record the assessment'),
      from: ['inForce'],
      by: ['inspector', 'clerk', 'triageOfficer'],
      form: 'assessment',
      guards: [{ the: 'chemical', is: ['park', 'producer'] }],
      aside: true,
      meets: CLOCKS,
      starts: CLOCKS,
      source: park,
      told: text('登记了评估、评价，三年内再做', 'recorded the assessment; again within three years'),
    },
  },
}
