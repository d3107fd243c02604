import type { Form } from '../../../domain/procedure/form.ts'
import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { PLACE_TYPES } from '../../shared/v1/categories.ts'
import { placeUnit, reason } from '../../shared/v1/common-fields.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { approval, recordEnding, recordStates, recordSteps } from '../../shared/v1/record-steps.ts'
import { ownRule } from '../../shared/v1/sources.ts'

const facts = {
  name: { kind: 'text', title: text('场所名称', 'Name'), required: true, min: 2, max: 80, sets: 'title' },
  category: {
    kind: 'choice',
    title: text('场所类别', 'Kind of place'),
    required: true,
    options: PLACE_TYPES,
    sets: 'category',
  },
  address: { kind: 'text', title: text('地址', 'Address'), required: true, min: 2, max: 120, sets: 'place' },
  placeUnit: { ...placeUnit, required: true },
  organisation: {
    kind: 'record',
    of: 'organisation',
    title: text('管理单位', 'Run by'),
    hint: text('先在单位台账里登记', 'Registered among the organisations first'),
  },
  fireExits: { kind: 'number', title: text('安全出口数', 'Fire exits'), min: 0, max: 200 },
} as const satisfies Form['fields']

/** 场所台账: places that are inspected again and again, so that a third time can be seen. */
export const siteV1 = defineProcedure({
  id: 'site',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('场所台账', 'Sites'),
  short: text('场所', 'Site'),
  prefix: 'CS',
  purpose: text(
    '九小场所、工地、水域一处一条，检查时引用',
    'One record for each place, pointed to when it is inspected',
  ),
  source: ownRule,
  categories: PLACE_TYPES,
  outcomes: { ended: text('已停用', 'Ended') },
  record: { inForce: ['inForce'] },
  sight: { line: 'everyone' },
  forms: {
    site: { title: text('登记场所', 'Register a site'), fields: facts },
    revision: { title: text('变更登记', 'Change the record'), fields: { ...facts, reason } },
    ending: recordEnding,
    ...importedForms({ title: text('登记', 'Register'), fields: facts }),
  },
  documents: {},
  deadlines: approval('REC-P2'),
  opening: {
    form: 'site',
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
    { field: 'title', title: text('场所名称', 'Name') },
    { field: 'category', title: text('场所类别', 'Kind of place') },
    { field: 'address', title: text('地址', 'Address') },
    { field: 'placeUnitId', title: text('属地', 'Village or township') },
    { field: 'organisation', title: text('管理单位', 'Run by') },
    { field: 'state', title: text('状态', 'State') },
  ],
})
