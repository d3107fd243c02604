import type { Form } from '../../../domain/procedure/form.ts'
import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { placeUnit, reason } from '../../shared/v1/common-fields.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { INCIDENT_KINDS } from '../../shared/v1/incident-kinds.ts'
import { approval, recordEnding, recordStates, recordSteps } from '../../shared/v1/record-steps.ts'
import { governance } from '../../shared/v1/sources.ts'

/** Where the likelihood of a link comes from. */
const GROUNDS = {
  counted: text('从事项里数出来', 'Counted from matters'),
  panel: text('几个岗位一起估计', 'Estimated together by several posts'),
  published: text('公开资料', 'Published'),
} as const

const facts = {
  name: { kind: 'text', title: text('名称', 'Name'), required: true, min: 2, max: 80, sets: 'title' },
  category: {
    kind: 'choice',
    title: text('哪一类', 'Kind'),
    required: true,
    options: INCIDENT_KINDS,
    sets: 'category',
  },
  placeUnit,
  links: {
    kind: 'items',
    title: text('可能引发', 'May trigger'),
    hint: text(
      '写情形，不写人。前一种情形出现时，多大可能引出后一种',
      'Conditions, never people: once the first is there, how likely it leads to the second',
    ),
    required: true,
    min: 1,
    max: 120,
    fields: {
      from: { kind: 'text', title: text('什么情形', 'What'), required: true, min: 2, max: 30 },
      to: { kind: 'text', title: text('可能引出什么', 'May lead to'), required: true, min: 2, max: 30 },
      chance: {
        kind: 'number',
        title: text('可能性（%）', 'How likely (%)'),
        required: true,
        min: 0,
        max: 100,
      },
      grounds: { kind: 'choice', title: text('凭什么', 'By what'), required: true, options: GROUNDS },
      basis: { kind: 'text', title: text('依据', 'Basis'), max: 200 },
    },
  },
  nodes: {
    kind: 'items',
    title: text('从哪里开始，多重', 'Where it begins, and how grave'),
    hint: text(
      '没有写的，分量是1；都没有写起点的，从没有前因的开始',
      'What is not named weighs 1; with no beginning named, what has no cause begins',
    ),
    max: 60,
    fields: {
      node: { kind: 'text', title: text('什么情形', 'What'), required: true, min: 2, max: 30 },
      begins: { kind: 'yesNo', title: text('已经出现', 'Is there already') },
      weight: { kind: 'number', title: text('后果分量', 'Weight of the harm'), min: 0, max: 1000 },
    },
  },
} as const satisfies Form['fields']

/** 风险链: what may lead to what, as a record with versions. It is a model from stated assumptions, of conditions and never of people. */
export const riskgraphV1 = defineProcedure({
  id: 'riskgraph',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('风险链', 'Risk graphs'),
  short: text('风险链', 'Risk graph'),
  prefix: 'FL',
  purpose: text(
    '什么可能引出什么、多大可能，算出先断哪一环，预计少波及多少',
    'What may lead to what, and how likely; which single link to cut first, and how much less is then expected',
  ),
  source: governance.riskProcess,
  categories: INCIDENT_KINDS,
  outcomes: { ended: text('已停用', 'Ended') },
  record: { inForce: ['inForce'] },
  cascade: {
    links: 'links',
    from: 'from',
    to: 'to',
    chance: 'chance',
    nodes: 'nodes',
    node: 'node',
    begins: 'begins',
    weight: 'weight',
  },
  sight: { line: 'everyone' },
  forms: {
    riskgraph: { title: text('画一条风险链', 'Draw a risk graph'), fields: facts },
    revision: { title: text('变更风险链', 'Change the risk graph'), fields: { ...facts, reason } },
    ending: recordEnding,
    ...importedForms({ title: text('画一条风险链', 'Draw a risk graph'), fields: facts }),
  },
  documents: {},
  deadlines: approval('REC-P5'),
  opening: {
    form: 'riskgraph',
    by: ['clerk', 'inspector', 'triageOfficer', 'handler', 'reviewer'],
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
    { field: 'title', title: text('名称', 'Name') },
    { field: 'category', title: text('哪一类', 'Kind') },
    { field: 'placeUnitId', title: text('属地', 'Village or township') },
    { field: 'links', title: text('可能引发', 'May trigger') },
    { field: 'state', title: text('状态', 'State') },
  ],
})
