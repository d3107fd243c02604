import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import type { State, Step } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { ownRule } from '../../shared/v1/sources.ts'
import { orderingSide } from '../../shared/v1/takers.ts'

export const periodicReportDeadlines = {
  file: {
    code: 'RPT-P1',
    title: text('报送', 'File'),
    length: { dayIn: 'dueOn' },
    unit: 'calendarDay',
    roll: 'previous',
    warn: [{ before: { length: 5, unit: 'workingDay' } }, { before: { length: 1, unit: 'workingDay' } }],
    escalation: [
      { after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('报分管领导', 'To the leader') },
    ],
    source: ownRule,
  },
} as const satisfies Record<string, DeadlineRule>

const writing = text('正在写报告', 'Being written')

export const periodicReportStates = {
  toWrite: { title: text('待起草', 'To draft'), group: 'open', public: writing },
  toSign: { title: text('待审签', 'To sign'), group: 'open', public: writing },
  toFile: { title: text('待报送', 'To file'), group: 'open', public: writing },
  filed: {
    title: text('已报送', 'Filed'),
    group: 'done',
    outcome: 'filed',
    public: text('报告已报送', 'The report is filed'),
  },
  cancelled: {
    title: text('已撤销', 'Cancelled'),
    group: 'done',
    outcome: 'cancelled',
    public: text('不用报了', 'No report is needed'),
  },
} as const satisfies Record<string, State<'filed' | 'cancelled'>>

export const periodicReportSteps = {
  draft: {
    title: text('起草', 'Draft'),
    from: ['toWrite'],
    to: 'toSign',
    by: ['handler', 'clerk', 'inspector', 'triageOfficer'],
    form: 'draft',
    handles: true,
    source: ownRule,
    told: text('起草了报告', 'drafted the report'),
  },
  returnDraft: {
    title: text('退回修改', 'Return'),
    from: ['toSign'],
    to: 'toWrite',
    by: ['leader'],
    form: 'refusal',
    guards: ['notTheHandler'],
    source: ownRule,
    told: text('退回修改', 'returned it to be changed'),
  },
  sign: {
    title: text('审签', 'Sign'),
    from: ['toSign'],
    to: 'toFile',
    by: ['leader'],
    form: 'signature',
    guards: ['notTheHandler'],
    verifies: true,
    issues: ['report'],
    source: ownRule,
    told: text('审签了报告', 'signed the report'),
  },
  file: {
    title: text('登记报送', 'File'),
    from: ['toFile'],
    to: 'filed',
    by: ['clerk', 'handler', 'inspector', 'triageOfficer'],
    form: 'filing',
    meets: ['file'],
    alone: text('负责人已经审签，报送只是送出去', 'The head has signed it; filing only sends it off'),
    source: ownRule,
    told: text('报送了报告', 'filed the report'),
  },
  cancel: {
    title: text('撤销', 'Cancel'),
    from: ['toWrite', 'toSign', 'toFile'],
    to: 'cancelled',
    by: orderingSide('leader', 'triageOfficer'),
    form: 'refusal',
    guards: ['notTheHandler'],
    aside: true,
    source: ownRule,
    told: text('撤销了，不用报', 'cancelled it: no report is needed'),
  },
} as const satisfies Record<string, Step>
