import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { commonSteps } from '../../shared/v1/common-steps.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { recusalSteps } from '../../shared/v1/recusal.ts'
import { ladderSources } from '../../shared/v2/sources-ladder.ts'
import { whistleDeadlines } from './deadlines.ts'
import { WHISTLE_KINDS, whistleForms } from './forms.ts'
import { whistleSteps } from './steps.ts'

// What is called together is urged by its clocks, each unit by its own; the reporter is asked by the matter it came from.
const { urge: _, askReporter: __, passQuestion: ___, ...everyday } = commonSteps

/** 吹哨报到: a township calls several departments; each comes and acts by a clock of its own, and the township judges. */
export const whistleV1 = defineProcedure({
  id: 'whistle',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('吹哨报到', 'Whistles'),
  short: text('吹哨', 'Whistle'),
  prefix: 'SD',
  purpose: text(
    '乡镇吹哨，部门报到；到没到、解决没解决，由乡镇说了算',
    'A township calls departments to come and act together, and says itself who came and whether it was solved',
  ),
  source: ladderSources.whistle,
  categories: WHISTLE_KINDS,
  outcomes: {
    solved: text('解决了', 'Solved'),
    partly: text('部分解决', 'Solved in part'),
    unsolved: text('没有解决', 'Not solved'),
    withdrawn: text('已收哨', 'Taken back'),
  },
  seats: {
    called: {
      title: text('被叫的单位', 'Units called'),
      holds: 'unit',
      many: true,
      stands: {
        asked: text('没有报到', 'Has not reported in'),
        signed: text('自报已到', 'Says it is there'),
        answered: text('办完了', 'Has answered'),
        refused: text('说不该来', 'Refuses'),
      },
    },
  },
  forms: { ...whistleForms, ...importedForms(whistleForms.whistle) },
  documents: { record: { title: text('吹哨报到记录', 'Record of the whistle'), source: ladderSources.whistle } },
  deadlines: whistleDeadlines,
  opening: {
    form: 'whistle',
    by: ['triageOfficer', 'clerk', 'handler', 'inspector', 'mediator', 'leader'],
    state: 'called',
    starts: ['reportIn', 'judge'],
  },
  states: {
    called: {
      title: text('待报到、办理', 'Units to come and act'),
      group: 'open',
      public: text('请几个单位一起来办', 'Several units were called to act together'),
    },
    solved: { title: text('解决了', 'Solved'), group: 'done', outcome: 'solved', public: text('办好了', 'Solved') },
    partly: {
      title: text('部分解决', 'Solved in part'),
      group: 'done',
      outcome: 'partly',
      public: text('办好了一部分', 'Solved in part'),
    },
    unsolved: {
      title: text('没有解决', 'Not solved'),
      group: 'done',
      outcome: 'unsolved',
      public: text('这次没有办成', 'Not solved this time'),
    },
    withdrawn: {
      title: text('已收哨', 'Taken back'),
      group: 'done',
      outcome: 'withdrawn',
      public: text('不用一起办了', 'No longer needed'),
    },
  },
  steps: {
    ...whistleSteps,
    ...everyday,
    ...recusalSteps,
    ...importedSteps(
      'called',
      ['judge'],
      [
        { step: 'solvedAsImported', to: 'solved', title: text('解决了', 'Solved') },
        { step: 'partlyAsImported', to: 'partly', title: text('部分解决', 'Solved in part') },
        { step: 'unsolvedAsImported', to: 'unsolved', title: text('没有解决', 'Not solved') },
        { step: 'withdrawnAsImported', to: 'withdrawn', title: text('已收哨', 'Taken back') },
      ],
    ),
  },
  ledger: [
    { field: 'reference', title: text('编号', 'Reference') },
    { field: 'title', title: text('事由', 'Matter') },
    { field: 'category', title: text('哪一类', 'Kind') },
    { field: 'urgency', title: text('哪种哨', 'How urgent') },
    { field: 'placeUnitId', title: text('属地', 'Village or township') },
    { field: 'place', title: text('地点', 'Place') },
    { field: 'unitId', title: text('吹哨单位', 'Called by') },
    { field: 'openedAt', title: text('吹哨日期', 'Called on') },
    { field: 'called', title: text('被叫单位', 'Units called') },
    { field: 'reportIn', title: text('报到期限', 'Report in by') },
    { field: 'calledAnswer', title: text('办理情况', 'What was done') },
    { field: 'solved', title: text('解决没有', 'Solved') },
    { field: 'judgedHow', title: text('评判', 'Judgment') },
    { field: 'outcome', title: text('结果', 'Outcome') },
    { field: 'closedAt', title: text('办结日期', 'Closed') },
  ],
})
