import type { Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { longBefore, setByWhoOrders } from '../../shared/v1/boundless.ts'
import { materials, openingUnit, photos, place, placeUnit, reason, title } from '../../shared/v1/common-fields.ts'
import { commonForms, extensionForm, refusalForm } from '../../shared/v1/common-steps.ts'
import { recusalForms } from '../../shared/v1/recusal.ts'

export const ACTIVITY_KINDS = {
  publicity: text('宣传', 'Publicity'),
  legalEducation: text('普法', 'Legal education'),
  training: text('培训', 'Training'),
  meeting: text('会议', 'Meeting'),
} as const

const { required: _, ...placeIfAny } = place

export const activityForms = {
  ...commonForms,
  ...recusalForms,
  refusal: refusalForm,
  extension: extensionForm,
  activity: {
    title: text('列入活动计划', 'Plan an activity'),
    fields: {
      title: {
        ...title,
        title: text('活动名称', 'Activity'),
        hint: text('哪一期、什么活动', 'Which period, which activity'),
      },
      category: {
        kind: 'choice',
        title: text('活动种类', 'Kind'),
        required: true,
        options: ACTIVITY_KINDS,
        sets: 'category',
      },
      dueOn: {
        kind: 'date',
        title: text('最迟哪天举办', 'To be held by'),
        required: true,
        notBefore: 'today',
        boundless: setByWhoOrders,
      },
      purpose: { kind: 'longText', title: text('目的和内容', 'Purpose and content'), max: 2000 },
      unit: { ...openingUnit, title: text('主办单位', 'Organised by') },
    },
  },
  arrangement: {
    title: text('定安排', 'Arrange'),
    fields: {
      plannedOn: {
        kind: 'date',
        title: text('哪天举办', 'Planned for'),
        required: true,
        notBefore: 'today',
        boundless: setByWhoOrders,
      },
      room: {
        kind: 'record',
        of: 'room',
        title: text('会议室或法庭', 'Room'),
        hint: text('不在会议室就写地点', 'Or say where'),
      },
      place: placeIfAny,
      placeUnit,
      topics: { kind: 'longText', title: text('议题、课程或宣传内容', 'Topics'), required: true, min: 2, max: 3000 },
      invited: {
        kind: 'items',
        title: text('请哪些单位', 'Units invited'),
        hint: text('只写单位和人数，不列名单', 'Units and numbers; no lists of people'),
        required: true,
        min: 1,
        max: 100,
        fills: 'invited',
        fields: {
          unit: { kind: 'unit', title: text('单位', 'Unit'), required: true },
          asked: { kind: 'number', title: text('请几人', 'People asked'), required: true, min: 1, max: 10_000 },
        },
      },
    },
  },
  reply: {
    title: text('回复', 'Reply'),
    fields: {
      coming: {
        kind: 'number',
        title: text('来几人', 'People coming'),
        required: true,
        min: 0,
        max: 10_000,
        known: false,
      },
    },
  },
  absence: { title: text('来不了', 'Cannot come'), fields: { absence: { ...reason, title: text('为什么', 'Why') } } },
  held: {
    title: text('登记举办情况', 'Record how it went'),
    fields: {
      heldOn: {
        kind: 'date',
        title: text('举办日期', 'Held on'),
        required: true,
        notAfter: 'today',
        boundless: longBefore,
      },
      attendance: {
        kind: 'items',
        title: text('到场人数', 'Attendance'),
        hint: text('按单位写人数，不列名单', 'Numbers by unit; no lists of people'),
        required: true,
        min: 1,
        max: 100,
        fields: {
          unit: { kind: 'unit', title: text('单位', 'Unit'), required: true },
          people: { kind: 'number', title: text('人数', 'People'), required: true, min: 0, max: 100_000 },
        },
      },
      people: { kind: 'number', title: text('共到场', 'People in all'), computed: { sum: 'attendance', of: 'people' } },
      residents: { kind: 'number', title: text('群众人数', 'Residents'), min: 0, max: 1_000_000 },
      leaflets: { kind: 'number', title: text('发放资料份数', 'Leaflets'), min: 0, max: 1_000_000 },
      minutes: {
        kind: 'longText',
        title: text('纪要', 'Minutes'),
        hint: text('写议定的事，不记谁说了什么', 'What was decided; not who said what'),
        required: true,
        min: 2,
        max: 10_000,
      },
      photos,
      materials,
    },
  },
  evaluation: {
    title: text('评价', 'Evaluate'),
    fields: {
      effect: {
        kind: 'choice',
        title: text('效果', 'Effect'),
        required: true,
        options: {
          good: text('达到目的', 'Reached its purpose'),
          partly: text('部分达到', 'In part'),
          poor: text('没有达到', 'Not'),
        },
      },
      surveyed: { kind: 'number', title: text('收回问卷', 'Answers collected'), min: 0, max: 100_000 },
      understood: { kind: 'number', title: text('答对或满意的', 'Right or satisfied'), min: 0, max: 100_000 },
      rate: { kind: 'number', title: text('达到率', 'Share'), computed: { share: 'understood', outOf: 'surveyed' } },
      improvement: {
        kind: 'longText',
        title: text('改进意见', 'What to change next time'),
        required: true,
        min: 2,
        max: 2000,
      },
    },
  },
  decided: {
    title: text('交办议定事项', 'Hand over what was decided'),
    fields: {
      decided: {
        kind: 'items',
        title: text('议定事项', 'Decided'),
        hint: text('每条成为一件督办', 'Each becomes a supervised task'),
        required: true,
        min: 1,
        max: 50,
        fields: {
          title: { kind: 'text', title: text('事项', 'Task'), required: true, min: 2, max: 80 },
          demand: { kind: 'longText', title: text('要求', 'Demand'), required: true, min: 2, max: 2000 },
          unit: { kind: 'unit', title: text('牵头单位', 'Lead unit'), required: true },
          dueOn: {
            kind: 'date',
            title: text('完成时限', 'Due on'),
            required: true,
            notBefore: 'today',
            boundless: setByWhoOrders,
          },
        },
      },
    },
  },
} as const satisfies Record<string, Form>
