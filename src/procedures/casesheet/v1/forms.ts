import type { Condition } from '../../../domain/procedure/condition.ts'
import type { Field, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { checkedItem } from '../../shared/v1/checked-items.ts'
import { materials, reason } from '../../shared/v1/common-fields.ts'
import { importedForms } from '../../shared/v1/imported.ts'
import { recusalForms } from '../../shared/v1/recusal.ts'

export const GRADES = {
  excellent: text('优质', 'Excellent'),
  qualified: text('合格', 'Qualified'),
  flawed: text('瑕疵', 'Flawed'),
  unqualified: text('不合格', 'Unqualified'),
} as const

const grade = {
  kind: 'choice',
  title: text('等次', 'Grade'),
  required: true,
  options: GRADES,
} as const satisfies Field

/** Nobody of the division that had the case, and not its handler. */
const reviewer = {
  kind: 'post',
  title: text('评查人', 'Reviewer'),
  required: true,
  roles: ['judge', 'divisionHead'],
  notOf: ['caseUnit', 'caseHandler'],
} as const satisfies Field

const reviewers = (fills: string, zh: string, en: string, min: number, max: number) =>
  ({
    kind: 'items',
    title: text(zh, en),
    hint: text('不能是承办人，也不能是承办部门的人', 'Never the handler, nor anybody of the division that had it'),
    required: true,
    min,
    max,
    fills,
    fields: { post: reviewer },
  }) as const satisfies Field

export const sheet = {
  title: text('登记评查案件', 'Record the case to review'),
  fields: {
    title: {
      kind: 'text',
      title: text('评查案件', 'Case to review'),
      hint: text('写案件编号，不写人', 'Its number, and nobody’s name'),
      required: true,
      max: 60,
      sets: 'title',
    },
    caseReference: { kind: 'text', title: text('案件编号', 'Number of the case'), required: true, max: 40 },
    caseUnit: { kind: 'unit', title: text('承办部门', 'Division that had it'), required: true },
    caseHandler: { kind: 'post', title: text('承办人岗位', 'Post that handled it') },
    criteria: { kind: 'record', of: 'criteria', title: text('评查标准', 'Criteria'), required: true },
  },
} as const satisfies Form

const items = {
  kind: 'items',
  title: text('逐项评查', 'Item by item'),
  required: true,
  rowsFrom: { record: 'criteria', rows: 'items', key: 'no', takes: ['no', 'item', 'points', 'deduction'] },
  fields: {
    no: checkedItem.no,
    item: { kind: 'text', title: text('指标', 'Item'), required: true, max: 200 },
    points: checkedItem.points,
    deduction: { kind: 'text', title: text('扣分办法', 'Deduction rule'), max: 300 },
    lost: { kind: 'number', title: text('扣分', 'Points off'), required: true, min: 0, max: 100 },
    found: { kind: 'text', title: text('问题', 'What was found'), max: 300 },
  },
} as const satisfies Field

const veto = {
  kind: 'yesNo',
  title: text('有一票否决情形', 'A veto item applies'),
  required: true,
} as const satisfies Field
const total = {
  kind: 'number',
  title: text('得分', 'Points'),
  computed: { from: 'fullMark', less: ['lostPoints'] },
} as const satisfies Field
const opinion = {
  kind: 'longText',
  title: text('评查意见', 'Opinion'),
  required: true,
  max: 2000,
} as const satisfies Field

export const sheetForms = {
  sheet,
  panel: {
    title: text('指定评查人', 'Name the reviewers'),
    fields: { panellists: reviewers('panel', '两名评查人', 'Two reviewers', 2, 2) },
  },
  third: {
    title: text('指定第三名评查人', 'Name a third reviewer'),
    fields: { thirdReviewer: reviewers('third', '第三名评查人', 'Third reviewer', 1, 1) },
  },
  score: {
    title: text('评查打分', 'Score'),
    hiddenUntil: 'openScores',
    fields: {
      items,
      fullMark: { kind: 'number', title: text('满分', 'Full mark'), computed: { sum: 'items', of: 'points' } },
      lostPoints: {
        kind: 'number',
        title: text('合计扣分', 'Points off in all'),
        computed: { sum: 'items', of: 'lost' },
      },
      total,
      veto,
      opinion,
    },
  },
  scores: {
    title: text('一并公开得分', 'Open the scores together'),
    fields: {
      scores: {
        kind: 'items',
        title: text('各人得分', 'Scores'),
        required: true,
        gathers: 'score',
        fields: {
          reviewer: { kind: 'post', title: text('评查人', 'Reviewer') },
          total: { kind: 'number', title: text('得分', 'Points') },
          veto,
          opinion,
        },
      },
      finalScore: { kind: 'number', title: text('平均分', 'Mean'), computed: { mean: 'scores', of: 'total' } },
      vetoes: {
        kind: 'number',
        title: text('提出一票否决的人数', 'Reviewers who saw a veto item'),
        computed: { count: 'scores', where: [{ field: 'veto', is: ['yes'] }] },
      },
    },
  },
  grading: {
    title: text('定等次', 'Grade'),
    fields: { grade, gradeReason: { ...reason, title: text('主要问题和理由', 'Main points and reasons') } },
  },
  telling: {
    title: text('告知承办人', 'Tell the handler'),
    fields: {
      toHandler: {
        kind: 'items',
        title: text('告知', 'Who is told'),
        required: true,
        min: 1,
        max: 1,
        fills: 'caseHandler',
        fields: { post: { kind: 'post', title: text('承办人岗位', 'Post of the handler'), required: true } },
      },
    },
  },
  objection: {
    title: text('提出异议', 'Object'),
    fields: { objection: { ...reason, title: text('异议和理由', 'Objection and reasons') }, materials },
  },
  rereviewers: {
    title: text('指定复评人', 'Name others to review again'),
    fields: { rereviewers: reviewers('rereview', '复评人', 'Reviewers of the objection', 1, 3) },
  },
  rereview: {
    title: text('复评意见', 'Opinion on the objection'),
    hiddenUntil: 'decide',
    fields: {
      rereviewGrade: { ...grade, title: text('建议等次', 'Grade proposed') },
      rereviewOpinion: { ...opinion, title: text('复评意见', 'Opinion') },
    },
  },
  decision: {
    title: text('评查委员会决定', 'Decision of the committee'),
    fields: {
      opinions: {
        kind: 'items',
        title: text('复评意见', 'Opinions'),
        required: true,
        gathers: 'rereview',
        fields: {
          reviewer: { kind: 'post', title: text('复评人', 'Reviewer') },
          rereviewGrade: { ...grade, title: text('建议等次', 'Grade proposed') },
          rereviewOpinion: { ...opinion, title: text('意见', 'Opinion') },
        },
      },
      grade: { ...grade, title: text('决定的等次', 'Grade decided') },
      votes: { kind: 'text', title: text('表决情况', 'Votes'), required: true, max: 80 },
      gradeReason: { ...reason, title: text('理由', 'Reasons') },
    },
  },
  correction: {
    title: text('整改情况', 'Put right'),
    fields: {
      putRight: {
        kind: 'longText',
        title: text('改了什么、怎么防止再犯', 'What was put right'),
        required: true,
        max: 2000,
      },
      materials,
    },
  },
  correctionBack: { title: text('退回整改', 'Not put right yet'), fields: { reason } },
  cancellation: { title: text('不评这件', 'Not reviewed'), fields: { reason } },
  recuse: recusalForms.recuse,
  liftRecusal: recusalForms.liftRecusal,
  ...importedForms(sheet),
} as const satisfies Record<string, Form>

const below = (points: number): Condition => ({ not: { the: 'finalScore', atLeast: points } })
const NO_VETO: Condition = { the: 'vetoes', atMost: 0 }

/** The grade is that of the band; a veto item makes it unqualified whatever the points. */
export const GRADE_FITS: Condition = {
  any: [
    { all: [{ the: 'grade', is: ['excellent'] }, { the: 'finalScore', atLeast: 90 }, NO_VETO] },
    { all: [{ the: 'grade', is: ['qualified'] }, { the: 'finalScore', atLeast: 75 }, below(90), NO_VETO] },
    { all: [{ the: 'grade', is: ['flawed'] }, { the: 'finalScore', atLeast: 60 }, below(75), NO_VETO] },
    { all: [{ the: 'grade', is: ['unqualified'] }, { any: [below(60), { not: NO_VETO }] }] },
  ],
}
