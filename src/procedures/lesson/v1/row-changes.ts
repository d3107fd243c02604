import type { Field, FieldOf } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { PLACE_TYPES } from '../../shared/v1/categories.ts'
import { itemBasis, itemNo, itemPoints, itemVeto } from '../../shared/v1/checked-items.ts'

/** What a lesson may change, and the column that numbers its rows. */
export const CHANGES = {
  checklist: text('检查表', 'Checklist'),
  plan: text('应急预案', 'Response plan'),
  criteria: text('评价标准', 'Criteria'),
  none: text('不改台账，只查同类单位', 'No record; like units check'),
} as const

export const RECORDS = ['checklist', 'plan', 'criteria'] as const
export type ChangedRecord = (typeof RECORDS)[number]

const act = {
  kind: 'choice',
  title: text('怎么改', 'Change'),
  required: true,
  options: {
    add: text('增加一项', 'Add'),
    change: text('修改这项', 'Change'),
    drop: text('删去这项', 'Drop'),
  },
} as const satisfies Field

const kept = { field: 'act', is: ['add', 'change'] } as const

/** Rows that say what becomes of rows: what a change leaves empty stays as it is. */
const rows = (
  record: ChangedRecord,
  of: string,
  key: string,
  needs: readonly string[],
  fields: FieldOf<'items'>['fields'],
) =>
  ({
    kind: 'items',
    title: text('逐项写明', 'Item by item'),
    hint: text('修改的只填要改的列，没填的照旧', 'Fill in only what changes; the rest stays'),
    required: true,
    min: 1,
    max: 40,
    changes: { record, rows: of, key, act: 'act', needs },
    fields: { act, ...fields },
  }) as const satisfies FieldOf<'items'>

/** The rows of each kind of record that a lesson may change. */
export const changedRowsOf = {
  checklist: rows('checklist', 'items', 'no', ['item'], {
    no: itemNo,
    item: {
      kind: 'text',
      title: text('检查内容', 'What is checked'),
      when: kept,
      min: 2,
      max: 80,
    },
    demand: { kind: 'text', title: text('合格要求', 'Demand'), when: kept, max: 300 },
    basis: { ...itemBasis, when: kept },
    points: { ...itemPoints, when: kept },
    veto: { ...itemVeto, when: kept },
    places: {
      kind: 'choices',
      title: text('只查这几类场所', 'Only for these places'),
      when: kept,
      options: PLACE_TYPES,
    },
  }),
  plan: rows('plan', 'actions', 'key', ['what', 'unit', 'minutes'], {
    key: { kind: 'text', title: text('序号', 'No.'), required: true, max: 12 },
    what: { kind: 'text', title: text('做什么', 'What is done'), when: kept, min: 2, max: 200 },
    unit: { kind: 'unit', title: text('谁做', 'By'), when: kept },
    role: { kind: 'text', title: text('工作组或职务', 'Team or role'), when: kept, max: 40 },
    minutes: {
      kind: 'number',
      title: text('启动后几分钟', 'Minutes'),
      when: kept,
      min: 1,
      max: 14_400,
    },
  }),
  criteria: rows('criteria', 'items', 'no', ['item', 'points'], {
    no: itemNo,
    item: { kind: 'text', title: text('指标', 'Item'), when: kept, max: 200 },
    points: { ...itemPoints, when: kept },
    evidence: { kind: 'text', title: text('佐证材料', 'Evidence'), when: kept, max: 300 },
    deduction: { kind: 'text', title: text('扣分办法', 'Deduction rule'), when: kept, max: 300 },
    basis: { ...itemBasis, when: kept },
    veto: { ...itemVeto, when: kept },
  }),
} as const satisfies Record<ChangedRecord, FieldOf<'items'>>
