import type { Field, FieldOf, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { setByWhoOrders } from '../../shared/v1/boundless.ts'
import { HAZARD_CATEGORIES, PLACE_TYPES } from '../../shared/v1/categories.ts'
import { materials, openingUnit, reason } from '../../shared/v1/common-fields.ts'
import { extensionForm, refusalForm } from '../../shared/v1/common-steps.ts'
import { importedForms } from '../../shared/v1/imported.ts'
import { recusalForms } from '../../shared/v1/recusal.ts'
import { CHANGES, type ChangedRecord, changedRowsOf, RECORDS } from './row-changes.ts'

/** Where a lesson was drawn. */
const ORIGINS = {
  review: text('复盘', 'Review'),
  incident: text('突发事件', 'Incident'),
  drill: text('演练', 'Drill'),
  caseReview: text('案件评查', 'Case review'),
  audit: text('审计、巡察', 'Audit or inspection tour'),
  inspection: text('检查', 'Inspection'),
  elsewhere: text('外地通报', 'Reported from elsewhere'),
  other: text('其他', 'Other'),
} as const

const asked = { field: 'category' } as const

const recordTitle = {
  checklist: text('哪一份检查表', 'Which checklist'),
  plan: text('哪一份预案', 'Which response plan'),
  criteria: text('哪一份评价标准', 'Which criteria'),
} as const

const perRecord = <T>(make: (record: ChangedRecord) => T): Record<ChangedRecord, T> => ({
  checklist: make('checklist'),
  plan: make('plan'),
  criteria: make('criteria'),
})

const when = (record: ChangedRecord) => ({ ...asked, is: [record] }) as const
const named = perRecord(
  (record) =>
    ({
      kind: 'record',
      of: record,
      title: recordTitle[record],
      required: true,
      when: when(record),
    }) as const satisfies Field,
)
const proposed = perRecord(
  (record): FieldOf<'items'> => ({
    ...changedRowsOf[record],
    title: text(`${CHANGES[record].zh}要改的内容`, `Changes: ${CHANGES[record].en.toLowerCase()}`),
    when: when(record),
  }),
)

const unitRows = {
  kind: 'items',
  max: 100,
  fields: { unit: { kind: 'unit', title: text('单位', 'Unit'), required: true } },
} as const satisfies Partial<FieldOf<'items'>>

const exposed = {
  kind: 'items',
  title: text('要自查的单位', 'Units that check'),
  hint: text(
    '系统列出：台账里有这几类场所的单位，加上点名的单位',
    'Listed by the system: units with such places on record, and those named',
  ),
  required: true,
  exposed: { places: 'site', among: 'placeTypes', also: 'namedUnits' },
  fields: {
    unit: { kind: 'unit', title: text('单位', 'Unit') },
    places: { kind: 'number', title: text('这几类场所', 'Such places'), min: 0, max: 100_000 },
  },
} as const satisfies FieldOf<'items'>

/** Whoever keeps a plan or criteria does not change them on their own: the paper that approves it is named. */
const approvalNo = {
  kind: 'text',
  title: text('谁批准变更、文号', 'Approved by, and the number'),
  hint: text('改预案、评价标准要写；检查表可以不写', 'For plans and criteria; a checklist needs none'),
  min: 2,
  max: 80,
} as const satisfies Field

const opening = {
  title: text('提出一条教训', 'Draw a lesson'),
  fields: {
    title: {
      kind: 'text',
      title: text('教训', 'Lesson'),
      hint: text('一句话：什么没有防住', 'In one line: what was not prevented'),
      required: true,
      min: 2,
      max: 80,
      sets: 'title',
    },
    lesson: {
      kind: 'longText',
      title: text('教训和要求', 'What was learned, and the demand'),
      hint: text('写制度、流程、设备，不写个人', 'Rules, processes, equipment; never a person'),
      required: true,
      min: 2,
      max: 5000,
    },
    origin: { kind: 'choice', title: text('从哪里来', 'Drawn from'), options: ORIGINS },
    category: {
      kind: 'choice',
      title: text('改什么', 'What changes'),
      hint: text('没想好可以先不填', 'May be left open for now'),
      options: CHANGES,
      sets: 'category',
    },
    unit: {
      ...openingUnit,
      title: text('由哪个单位定', 'Decided by'),
      hint: text('保管这份检查表、预案或标准的单位', 'The unit that keeps the checklist, plan or criteria'),
    },
    materials,
  },
} as const satisfies Form

export const lessonForms = {
  lesson: opening,
  proposal: {
    title: text('写明修改建议', 'Write the proposal'),
    fields: {
      category: {
        kind: 'choice',
        title: text('改什么', 'What changes'),
        required: true,
        options: CHANGES,
        sets: 'category',
      },
      checklist: named.checklist,
      checklistRows: proposed.checklist,
      plan: named.plan,
      planRows: proposed.plan,
      criteria: named.criteria,
      criteriaRows: proposed.criteria,
      placeTypes: {
        kind: 'choices',
        title: text('哪几类场所有同样的风险', 'Kinds of place with the same exposure'),
        hint: text('台账里有这几类场所的单位都要自查', 'Every unit with such places on record checks'),
        options: PLACE_TYPES,
      },
      namedUnits: {
        ...unitRows,
        title: text('另外点名的单位', 'Units named besides'),
        hint: text('没有这几类场所、也要查的', 'That check though they have no such place'),
      },
      findingCategory: {
        kind: 'choice',
        title: text('同类问题归哪一类隐患', 'Kind of hazard it shows as'),
        hint: text('以后查出这一类的，算“又出现”', 'Found later, it counts as come back'),
        required: true,
        options: HAZARD_CATEGORIES,
      },
      findingItem: {
        kind: 'text',
        title: text('只算检查表的这一项', 'Only under this item'),
        hint: text('和检查内容写得一样；不填就算整类', 'As the checklist words it; empty counts the whole kind'),
        min: 2,
        max: 80,
      },
      checkBy: {
        kind: 'date',
        title: text('自查时限', 'To be checked by'),
        required: true,
        notBefore: 'today',
        boundless: setByWhoOrders,
      },
    },
  },
  acceptance: {
    title: text('采纳', 'Accept'),
    fields: {
      decision: { ...reason, title: text('采纳的理由', 'Why') },
      approvalNo,
      exposed,
    },
  },
  partly: {
    title: text('部分采纳', 'Accept in part'),
    fields: {
      decision: { ...reason, title: text('哪些不采纳，为什么', 'What is not taken, and why') },
      part: {
        kind: 'choice',
        title: text('改哪一种台账', 'Which record'),
        required: true,
        options: { checklist: CHANGES.checklist, plan: CHANGES.plan, criteria: CHANGES.criteria },
        known: 'category',
      },
      checklistDecided: decidedRows('checklist'),
      planDecided: decidedRows('plan'),
      criteriaDecided: decidedRows('criteria'),
      approvalNo,
      exposed,
    },
  },
  refusal: {
    title: text('不采纳', 'Refuse'),
    fields: { refusal: { ...reason, title: text('不采纳的理由', 'Why it is not taken') } },
  },
  made: {
    title: text('新版已生成', 'The new version is there'),
    fields: Object.fromEntries(
      RECORDS.map((record) => [
        `${record}After`,
        {
          kind: 'record',
          of: record,
          title: text(`${CHANGES[record].zh}改后的版本`, `${CHANGES[record].en} after the change`),
        } as const satisfies Field,
      ]),
    ),
  },
  leave: {
    title: text('不改台账，只查单位', 'Leave the record as it is'),
    fields: { leaveReason: { ...reason, title: text('为什么改不成', 'Why it was not changed') } },
  },
  more: {
    title: text('再点名单位自查', 'Name more units'),
    fields: {
      more: { ...unitRows, title: text('哪些单位', 'Which units'), required: true, min: 1 },
      moreBy: {
        kind: 'date',
        title: text('自查时限', 'To be checked by'),
        required: true,
        notBefore: 'today',
        boundless: setByWhoOrders,
      },
    },
  },
  closing: {
    title: text('落实到位，结束', 'Applied; close'),
    fields: { conclusion: { ...reason, title: text('落实情况', 'How it was applied') } },
  },
  extension: extensionForm,
  cancellation: refusalForm,
  ...recusalForms,
  ...importedForms(opening),
} as const satisfies Record<string, Form>

function decidedRows(record: ChangedRecord): FieldOf<'items'> {
  return {
    ...changedRowsOf[record],
    title: text(`采纳的内容：${CHANGES[record].zh}`, `What is taken: ${CHANGES[record].en}`),
    hint: text('删去不采纳的行，留下的照着改', 'Take out the rows that are not accepted; what is left is changed'),
    required: true,
    when: { field: 'part', is: [record] },
    known: `${record}Rows`,
  }
}
