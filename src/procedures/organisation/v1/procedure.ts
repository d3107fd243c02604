import type { Form } from '../../../domain/procedure/form.ts'
import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { placeUnit, reason } from '../../shared/v1/common-fields.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { approval, recordEnding, recordStates, recordSteps } from '../../shared/v1/record-steps.ts'
import { ownRule } from '../../shared/v1/sources.ts'

const KINDS = {
  company: text('企业', 'Company'),
  soleTrader: text('个体工商户', 'Sole trader'),
  institution: text('事业单位', 'Public institution'),
  association: text('社会组织', 'Association'),
  committee: text('村（居）委会', 'Village or residents’ committee'),
  other: text('其他', 'Other'),
} as const

const facts = {
  name: { kind: 'text', title: text('单位名称', 'Name'), required: true, min: 2, max: 80, sets: 'title' },
  category: {
    kind: 'choice',
    title: text('单位性质', 'Kind'),
    required: true,
    options: KINDS,
    sets: 'category',
  },
  creditCode: {
    kind: 'text',
    title: text('统一社会信用代码', 'Unified social credit code'),
    hint: text('18位，没有就不填', '18 characters; leave empty when there is none'),
    max: 18,
    check: 'creditCode',
  },
  address: { kind: 'text', title: text('地址', 'Address'), required: true, min: 2, max: 120, sets: 'place' },
  placeUnit,
  business: { kind: 'text', title: text('行业或主要业务', 'Business'), max: 80 },
} as const satisfies Form['fields']

/** 单位台账: the organisations that hazards, rectifications and petitions are about. Never a person, and nobody's name or phone. */
export const organisationV1 = defineProcedure({
  id: 'organisation',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('单位台账', 'Organisations'),
  short: text('单位', 'Organisation'),
  prefix: 'DW',
  purpose: text(
    '企业、机构一处一条，登记一次，各类事项引用',
    'One record each, registered once, pointed to by matters',
  ),
  source: ownRule,
  categories: KINDS,
  outcomes: { ended: text('已停用', 'Ended') },
  record: { inForce: ['inForce'] },
  sight: { line: 'everyone' },
  forms: {
    organisation: { title: text('登记单位', 'Register an organisation'), fields: facts },
    revision: { title: text('变更登记', 'Change the record'), fields: { ...facts, reason } },
    ending: recordEnding,
    ...importedForms({ title: text('登记', 'Register'), fields: facts }),
  },
  documents: {},
  deadlines: approval('REC-P1'),
  opening: {
    form: 'organisation',
    by: ['clerk', 'inspector', 'triageOfficer', 'handler'],
    state: 'draft',
    starts: ['approve'],
  },
  states: recordStates,
  steps: {
    ...recordSteps,
    ...importedSteps('draft', ['approve'], [{ step: 'endedAsImported', to: 'ended', title: text('已停用', 'Ended') }]),
  },
  ledger: [
    { field: 'reference', title: text('编号', 'Reference') },
    { field: 'title', title: text('单位名称', 'Name') },
    { field: 'category', title: text('单位性质', 'Kind') },
    { field: 'creditCode', title: text('统一社会信用代码', 'Credit code') },
    { field: 'address', title: text('地址', 'Address') },
    { field: 'placeUnitId', title: text('属地', 'Village or township') },
    { field: 'business', title: text('行业或主要业务', 'Business') },
    { field: 'state', title: text('状态', 'State') },
  ],
})
