import type { Condition } from '../../../domain/procedure/condition.ts'
import type { Spawn, Step } from '../../../domain/procedure/procedure.ts'
import type { Revision } from '../../../domain/procedure/records/learning.ts'
import { text } from '../../../domain/wording/text.ts'
import { liftRecusalStep, recusalSteps } from '../../shared/v1/recusal.ts'
import { governance, ownRule } from '../../shared/v1/sources.ts'
import { orderingSide, responsibleSide } from '../../shared/v1/takers.ts'
import { type ChangedRecord, RECORDS } from './row-changes.ts'

/** Whoever draws it up; the unit that keeps the record decides. */
const PROPOSERS = orderingSide('reviewer', 'handler', 'inspector', 'triageOfficer', 'clerk', 'leader')
const KEEPERS = responsibleSide('clerk', 'inspector', 'triageOfficer')

const NOTHING_TO_CHANGE: Condition = { the: 'category', is: ['none'] }
/** The version that came of it is on record: what was only promised does not count. */
const VERSION_MADE: Condition = {
  any: [NOTHING_TO_CHANGE, ...RECORDS.map((record): Condition => ({ the: `${record}After`, recorded: true }))],
}
/** A plan and criteria are changed with a paper that approves it. */
const APPROVED: Condition = {
  any: [{ not: { the: 'category', is: ['plan', 'criteria'] } }, { the: 'approvalNo', given: true }],
}

/** At least one row of what the lesson is about: taking nothing is a refusal. */
const SOMETHING_TAKEN: Condition = {
  any: RECORDS.map(
    (record): Condition => ({
      all: [
        { the: 'category', is: [record] },
        { the: 'part', is: [record] },
        { the: `${record}Decided`, given: true },
      ],
    }),
  ),
}

/** Which question of the record is told the approval. */
const APPROVAL = { checklist: undefined, plan: 'revisionApproval', criteria: 'revisionApproval' } as const

const revision = (record: ChangedRecord, rows: 'Rows' | 'Decided'): Revision => ({
  by: `${record}${rows}`,
  step: 'revise',
  basis: 'reason',
  ...(APPROVAL[record] ? { carry: { [APPROVAL[record]]: 'approvalNo' } } : {}),
  made: { step: 'versionMade', names: `${record}After` },
})

const check = (each: string, unit: string, dueOn: string) =>
  ({
    procedure: 'selfcheck',
    link: 'learnedFrom',
    each,
    carry: {
      title: 'title',
      demand: 'lesson',
      category: 'findingCategory',
      unit,
      ...(each === 'exposed' ? { placesThere: 'row.places' } : {}),
      dueOn,
    },
  }) as const satisfies Spawn

const deciding = {
  from: ['proposed'],
  to: [{ if: NOTHING_TO_CHANGE, to: 'checking' }, { to: 'changing' }],
  by: KEEPERS,
  guards: ['notTheHandler', APPROVED],
  verifies: true,
  meets: ['decide'],
  starts: ['change', 'apply'],
  opens: [check('exposed', 'row.unit', 'checkBy')],
  issues: ['notice'],
  source: governance.review,
  tells: text('提出的人，和每个要自查的单位', 'Whoever proposed it, and each unit that checks'),
} as const satisfies Partial<Step>

const TAKEN_IN_PART: Condition = { the: { rounds: 'adoptInPart' }, atLeast: 1 }

/** The record was not to be changed when it was decided: it is tried again by somebody who may change it. */
const again = {
  from: ['changing'],
  by: KEEPERS,
  source: ownRule,
  told: text('再改一次', 'tried the change again'),
} as const satisfies Partial<Step>

export const lessonSteps = {
  propose: {
    title: text('写明修改建议', 'Propose'),
    from: ['draft'],
    to: 'proposed',
    by: PROPOSERS,
    form: 'proposal',
    handles: true,
    meets: ['propose'],
    starts: ['decide'],
    issues: ['proposal'],
    source: governance.review,
    tells: text('保管这份台账的单位，由它定', 'The unit that keeps the record, which decides'),
    told: text('写明了改哪一项、哪些单位要查', 'wrote what changes and which units check'),
  },
  adopt: {
    ...deciding,
    title: text('采纳', 'Accept'),
    form: 'acceptance',
    revises: RECORDS.map((record) => revision(record, 'Rows')),
    told: text(
      '采纳了，照建议改出新版，交同类单位自查',
      'accepted it: the record changes as proposed, like units check',
    ),
  },
  adoptInPart: {
    ...deciding,
    title: text('部分采纳', 'Accept in part'),
    form: 'partly',
    guards: [...deciding.guards, SOMETHING_TAKEN],
    aside: true,
    revises: RECORDS.map((record) => revision(record, 'Decided')),
    told: text('部分采纳，改出新版，交同类单位自查', 'accepted it in part: the record changes, like units check'),
  },
  refuse: {
    title: text('不采纳', 'Refuse'),
    from: ['proposed'],
    to: 'refused',
    by: KEEPERS,
    form: 'refusal',
    guards: ['notTheHandler'],
    verifies: true,
    aside: true,
    meets: ['decide'],
    raises: ['registrar'],
    source: governance.review,
    tells: text('提出的人，写明理由', 'Whoever proposed it, with the reason'),
    told: text('不采纳', 'did not take it'),
  },
  versionMade: {
    title: text('新版已生成', 'New version made'),
    from: ['changing'],
    to: 'checking',
    by: ['system'],
    form: 'made',
    meets: ['change'],
    source: ownRule,
    told: text('改出了新版，依据写的是这条教训', 'made the new version, which names this lesson as its basis'),
  },
  retry: {
    ...again,
    title: text('再改一次', 'Try the change again'),
    guards: ['notTheHandler', { not: TAKEN_IN_PART }],
    revises: RECORDS.map((record) => revision(record, 'Rows')),
  },
  retryInPart: {
    ...again,
    title: text('按部分采纳的再改一次', 'Try the part again'),
    guards: ['notTheHandler', TAKEN_IN_PART],
    aside: true,
    revises: RECORDS.map((record) => revision(record, 'Decided')),
  },
  leaveRecord: {
    title: text('改不成，只查单位', 'Leave the record'),
    from: ['changing'],
    to: 'checking',
    by: orderingSide('leader'),
    form: 'leave',
    guards: ['notTheHandler'],
    aside: true,
    cancels: ['change'],
    source: ownRule,
    told: text('台账没有改成，只查单位', 'left the record as it is; units check'),
  },
  nameMore: {
    title: text('再点名单位', 'Name more units'),
    from: ['checking'],
    by: PROPOSERS,
    form: 'more',
    aside: true,
    issues: ['notice'],
    opens: [check('more', 'row.unit', 'moreBy')],
    source: governance.review,
    told: text('又点名了要自查的单位', 'named more units that check'),
  },
  apply: {
    title: text('都查完了，结束', 'Close as applied'),
    from: ['checking'],
    to: 'applied',
    by: orderingSide('leader', 'reviewer'),
    form: 'closing',
    guards: ['hasChildren', 'allChildrenDone', VERSION_MADE, 'notTheHandler'],
    verifies: true,
    meets: ['apply'],
    issues: ['closing'],
    source: governance.review,
    told: text('新版有了，单位都查了，结束', 'closed it: the version is there and every unit has answered'),
  },
  closeUnchanged: {
    title: text('只查了单位，结束', 'Close as checked only'),
    from: ['checking'],
    to: 'checkedOnly',
    by: orderingSide('leader', 'reviewer'),
    form: 'closing',
    guards: ['hasChildren', 'allChildrenDone', { not: VERSION_MADE }, 'notTheHandler'],
    verifies: true,
    aside: true,
    meets: ['apply'],
    issues: ['closing'],
    source: governance.review,
    told: text('单位都查了，台账没有改，结束', 'closed it: every unit has answered, the record is as it was'),
  },
  extend: {
    title: text('延长自查时限', 'Extend'),
    from: ['changing', 'checking'],
    by: orderingSide('leader'),
    form: 'extension',
    guards: ['notTheHandler'],
    aside: true,
    extends: 'apply',
    told: text('延长了自查时限', 'gave more time'),
  },
  cancel: {
    title: text('撤销', 'Cancel'),
    from: ['draft', 'proposed'],
    to: 'cancelled',
    by: orderingSide('leader'),
    form: 'cancellation',
    guards: ['notTheHandler'],
    aside: true,
    told: text('撤销了', 'cancelled it'),
  },
  recuse: { ...recusalSteps.recuse, source: governance.noInterest },
  liftRecusal: liftRecusalStep(orderingSide('leader')),
} as const satisfies Record<string, Step>
