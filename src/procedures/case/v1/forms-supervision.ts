import type { Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { materials, note, reason } from '../../shared/v1/common-fields.ts'
import { correctionForms } from '../../shared/v1/putting-right.ts'
import { recusalForms } from '../../shared/v1/recusal.ts'
import { dayDone, judge } from './fields.ts'

/** Supervision of the case, never of who is in it; and what every case may need. */
export const supervisionForms = {
  markSupervised: {
    title: text('列入四类案件', 'Mark as supervised'),
    fields: {
      supervisedClass: {
        kind: 'choices',
        title: text('哪一类', 'Which class'),
        required: true,
        min: 1,
        options: {
          hard: text('重大、疑难、复杂、敏感', 'Major, hard, complex or sensitive'),
          group: text('涉及群体性纠纷或引发社会广泛关注', 'Of a group, or of wide concern'),
          conflict: text('可能与类案裁判冲突', 'May conflict with decided cases'),
          reported: text('有单位或个人反映审判行为违法', 'Conduct of the trial was complained about'),
        },
      },
      supervisor: {
        kind: 'post',
        title: text('由谁监督', 'Supervised by'),
        required: true,
        roles: ['president', 'divisionHead'],
        sets: 'supervisor',
      },
      supervisedReason: { ...reason, title: text('为什么', 'Why') },
    },
  },
  supervisionNote: {
    title: text('监督意见（全程留痕）', 'Note of supervision, kept on record'),
    fields: {
      supervisionKind: {
        kind: 'choice',
        title: text('怎样监督', 'How'),
        required: true,
        options: {
          progress: text('要求报告进展', 'Asks for progress'),
          discussed: text('提交专业法官会议讨论', 'To the meeting of judges'),
          committee: text('提交审判委员会讨论', 'To the judicial committee'),
          reviewed: text('阅核文书（不直接改变裁判）', 'Reads the draft; does not change it'),
        },
      },
      supervisionWords: { ...reason, title: text('意见', 'Note') },
    },
  },
  jointMeeting: {
    title: text('联席会议', 'Joint meeting'),
    fields: {
      metOn: dayDone('开会日期', 'Held on'),
      meetingPoints: { ...reason, title: text('商定事项', 'What was agreed'), max: 3000 },
      materials,
    },
  },
  hearingPlan: {
    title: text('开庭安保预案', 'Safety plan of the hearing'),
    fields: {
      safetyPlan: {
        ...reason,
        title: text('预案要点', 'Main points'),
        hint: text('看场面和秩序，不评价人', 'Of the room and order; no judgment on anybody'),
      },
    },
  },
  explain: {
    title: text('判后答疑', 'Explain the judgment'),
    fields: {
      explainedOn: dayDone('答疑日期', 'Explained on'),
      explained: { ...reason, title: text('问了什么、怎么答', 'Questions and answers'), max: 3000 },
    },
  },
  urge: {
    title: text('催办', 'Urge'),
    fields: { urgeWords: { ...reason, title: text('要求', 'What is asked'), max: 500 } },
  },
  material: {
    title: text('补充材料', 'Add material'),
    fields: { note: { ...note, required: true, title: text('说明', 'Explanation') }, materials },
  },
  progress: {
    title: text('记进展', 'Record progress'),
    fields: { progress: { kind: 'longText', title: text('进展', 'Progress'), required: true, max: 2000 }, materials },
  },
  reallot: {
    title: text('变更承办法官', 'Another judge'),
    fields: {
      unit: { kind: 'unit', title: text('承办庭', 'Division'), required: true, sets: 'unit' },
      owner: { ...judge, known: false },
      reallotReason: { ...reason, title: text('理由（告知各方）', 'Reason; the sides are told') },
    },
  },
  correction: correctionForms.correction,
  ...recusalForms,
} as const satisfies Record<string, Form>
