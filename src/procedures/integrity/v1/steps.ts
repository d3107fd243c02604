import type { Condition } from '../../../domain/procedure/condition.ts'
import type { Step } from '../../../domain/procedure/procedure.ts'
import type { Taker } from '../../../domain/procedure/taker.ts'
import type { Role } from '../../../domain/unit/role.ts'
import { text } from '../../../domain/wording/text.ts'
import { ownRule } from '../../shared/v1/sources.ts'
import { integrity } from '../../shared/v1/sources-apart.ts'
import { CONTROL_FITS } from './forms-point.ts'
import { RECORDS } from './forms-record.ts'

/** Whoever may meet interference, and so may record it. */
export const RECORDERS = [
  'judge',
  'courtClerk',
  'divisionHead',
  'clerk',
  'handler',
  'inspector',
  'mediator',
  'verifier',
  'triageOfficer',
  'leader',
  'president',
  'auditor',
] as const satisfies readonly Role[]

const office: readonly Taker[] = [{ role: 'auditor', is: 'responsible' }]
const chief: readonly Taker[] = [
  { role: 'president', is: 'supervisor' },
  { role: 'leader', is: 'supervisor' },
]

const IS_RECORD: Condition = { the: 'category', is: RECORDS }
const IS_POINT: Condition = { the: 'category', is: ['riskPoint'] }
const BY_RECORDER: Condition = { actor: 'registered' }
/** What affects the case was reported upward before it is concluded. */
const REPORTED: Condition = {
  any: [
    { the: 'affects', is: ['no'] },
    { the: 'reportedOn', recorded: true },
  ],
}

/** A record is added to and never changed: no step puts one right. */
const recordSteps = {
  takeUp: {
    title: text('受理填报', 'Take up'),
    from: ['registered'],
    to: 'checking',
    by: office,
    form: 'takeUp',
    guards: [IS_RECORD],
    handles: true,
    meets: ['sort'],
    starts: ['check'],
    raises: ['supervisor'],
    issues: ['recordForm'],
    source: integrity.rules,
    tells: text('主要领导；记录里涉及的人不告知、也看不到', 'The chief; nobody named in it is told or sees it'),
    told: text('受理了填报', 'took the record up'),
  },
  reportUp: {
    title: text('向上报告', 'Report upward'),
    from: ['registered', 'checking'],
    by: [...office, ...chief],
    form: 'reported',
    guards: [IS_RECORD],
    aside: true,
    meets: ['reportAtOnce'],
    issues: ['report'],
    source: integrity.atOnce,
    told: text('向上作了报告', 'reported it upward'),
  },
  supplement: {
    title: text('补充', 'Add to it'),
    from: 'open',
    by: [...RECORDERS, ...office],
    form: 'supplement',
    guards: [IS_RECORD, { any: [BY_RECORDER, { actor: 'handled' }] }],
    aside: true,
    source: integrity.rules,
    told: text('补充了内容，原来的照旧', 'added to it; what was there stays'),
  },
  conclude: {
    title: text('办结填报', 'Conclude'),
    from: ['checking'],
    to: 'concluded',
    by: chief,
    form: 'conclusion',
    guards: ['notTheHandler', REPORTED],
    meets: ['check'],
    source: integrity.rules,
    told: text('办结了填报', 'concluded the record'),
  },
  reportRetaliation: {
    title: text('反映打击报复', 'Report a retaliation'),
    from: ['registered', 'checking', 'concluded'],
    by: RECORDERS,
    form: 'retaliation',
    guards: [IS_RECORD, BY_RECORDER],
    aside: true,
    starts: ['protect'],
    raises: ['responsible', 'supervisor'],
    source: integrity.protection,
    told: text('反映受到打击报复', 'reported a retaliation'),
  },
  protect: {
    title: text('保护记录人', 'Protect the recorder'),
    from: ['registered', 'checking', 'concluded'],
    by: [...office, ...chief],
    form: 'protection',
    guards: [IS_RECORD, { the: 'retaliation', recorded: true }],
    aside: true,
    meets: ['protect'],
    source: integrity.protection,
    tells: text('记录人', 'Whoever recorded it'),
    told: text('查清了情况，保护了记录人', 'looked into it and protected whoever recorded'),
  },
  fileQuarter: {
    alone: text('只报件数和分析，没有也要报', 'It only says how many, nought included'),
    title: text('报季度报告', 'Send the quarterly report'),
    from: ['registered'],
    to: 'quarterFiled',
    by: office,
    form: 'quarter',
    guards: [{ the: 'category', is: ['quarterly'] }],
    meets: ['quarter'],
    issues: ['quarterReport'],
    source: integrity.quarterly,
    told: text('报了季度报告', 'sent the quarterly report'),
  },
} as const satisfies Record<string, Step>

const pointSteps = {
  gradePoint: {
    title: text('定级', 'Grade'),
    from: ['registered', 'toRegrade', 'controlled'],
    to: 'graded',
    by: office,
    form: 'grading',
    guards: [IS_POINT, CONTROL_FITS],
    handles: true,
    meets: ['sort', 'redo', 'regrade'],
    starts: ['approve'],
    raises: ['supervisor'],
    source: integrity.points,
    told: text('定了等级和防控措施', 'graded it and set the controls'),
  },
  approvePoint: {
    title: text('审定', 'Approve'),
    from: ['graded'],
    to: 'controlled',
    by: chief,
    guards: ['notTheHandler'],
    meets: ['approve'],
    starts: ['regrade'],
    raises: ['owner'],
    source: integrity.points,
    tells: text('防控责任岗位', 'The post that controls it'),
    told: text('审定了等级和措施', 'approved grade and controls'),
  },
  returnPoint: {
    title: text('退回重定', 'Return'),
    from: ['graded'],
    to: 'toRegrade',
    by: chief,
    form: 'returned',
    cancels: ['approve'],
    starts: ['redo'],
    aside: true,
    source: ownRule,
    told: text('退回重新定级', 'returned it to be graded again'),
  },
  retirePoint: {
    title: text('撤销风险点', 'Retire'),
    from: ['controlled'],
    to: 'retired',
    by: chief,
    form: 'retirement',
    guards: ['notTheHandler'],
    meets: ['regrade'],
    aside: true,
    source: integrity.yearly,
    told: text('撤销了风险点', 'retired the point'),
  },
} as const satisfies Record<string, Step>

export const integritySteps = { ...recordSteps, ...pointSteps }
