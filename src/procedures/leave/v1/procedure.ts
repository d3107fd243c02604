import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import { defineProcedure, type State } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { importedSteps } from '../../shared/v1/imported.ts'
import { ownRule } from '../../shared/v1/sources.ts'
import { KINDS_OF_LEAVE, leaveForms } from './forms.ts'
import { leaveSteps, OFFICIALS } from './steps.ts'

const deadline = (code: string, zh: string, en: string): DeadlineRule => ({
  code,
  title: text(zh, en),
  length: 2,
  unit: 'workingDay',
  roll: 'none',
  warn: [{ before: { length: 1, unit: 'workingDay' } }],
  escalation: [{ after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('催办', 'Urge') }],
  source: ownRule,
})

const states = {
  asked: { title: text('待批', 'To be granted'), group: 'open', public: text('在批', 'Being decided') },
  granted: { title: text('已批', 'Granted'), group: 'waiting', public: text('已批', 'Granted') },
  changing: {
    title: text('要改，待批', 'A change to be granted'),
    group: 'open',
    public: text('在改', 'Being changed'),
  },
  taken: { title: text('已回', 'Over'), group: 'done', outcome: 'taken', public: text('已结束', 'Over') },
  refused: { title: text('没有批', 'Refused'), group: 'done', outcome: 'refused', public: text('没有批', 'Refused') },
  withdrawn: {
    title: text('不请了', 'Withdrawn'),
    group: 'done',
    outcome: 'withdrawn',
    public: text('不请了', 'Withdrawn'),
  },
} as const satisfies Record<string, State<'taken' | 'refused' | 'withdrawn'>>

/** 请假、公出: who is away from when until when, and who stands in; the work is what counts, so that no reason is asked. */
export const leaveV1 = defineProcedure({
  id: 'leave',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('请假、公出与代岗', 'Leave and standing in'),
  short: text('请假', 'Leave'),
  prefix: 'QJ',
  purpose: text(
    '人不在，事有人办：写明从哪天到哪天、由谁代，到点自动结束；不问原因，不按人统计',
    'Somebody is away, the work goes on: from when until when and who stands in, over by itself; no reason is asked and nobody is counted',
  ),
  source: ownRule,
  categories: KINDS_OF_LEAVE,
  outcomes: {
    taken: text('已回', 'Over'),
    refused: text('没有批', 'Refused'),
    withdrawn: text('不请了', 'Withdrawn'),
  },
  forms: leaveForms,
  documents: { slip: { title: text('请假、公出审批单', 'Leave slip'), source: ownRule } },
  deadlines: {
    decide: deadline('LEV-P1', '批不批', 'Decide'),
    decideChange: deadline('LEV-P2', '改不改', 'Decide the change'),
    back: {
      code: 'LEV-P3',
      title: text('到期回来', 'Back'),
      length: { dayIn: 'until' },
      unit: 'calendarDay',
      roll: 'none',
      warn: [],
      onExpiry: { takes: 'end' },
      source: ownRule,
    },
  },
  standsIn: {
    title: text('代岗', 'Standing in'),
    states: ['granted', 'changing'],
    for: 'absent',
    by: ['deputy'],
    from: 'from',
    until: 'until',
    away: true,
    inLine: true,
  },
  opening: { form: 'leave', by: OFFICIALS, state: 'asked', starts: ['decide'] },
  states,
  steps: {
    ...leaveSteps,
    ...importedSteps(
      'asked',
      ['decide'],
      [
        { step: 'takenAsImported', to: 'taken', title: text('已回', 'Over') },
        { step: 'refusedAsImported', to: 'refused', title: text('没有批准', 'Not granted') },
        { step: 'withdrawnAsImported', to: 'withdrawn', title: text('已撤回', 'Withdrawn') },
      ],
    ),
  },
  ledger: [
    { field: 'reference', title: text('编号', 'Reference') },
    { field: 'category', title: text('类别', 'Kind') },
    { field: 'title', title: text('标题', 'Title') },
    { field: 'ownerPostId', title: text('岗位', 'Post') },
    { field: 'from', title: text('从哪天', 'From') },
    { field: 'until', title: text('到哪天', 'Until') },
    { field: 'deputy', title: text('由谁代', 'Who stands in') },
    { field: 'state', title: text('状态', 'State') },
    { field: 'outcome', title: text('结果', 'Outcome') },
  ],
})
