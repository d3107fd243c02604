import type { FieldOf, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { materials, reason } from '../../shared/v1/common-fields.ts'
import { SHIFT_ROLES } from './who.ts'

const phoneTest = {
  kind: 'choice',
  title: text('试过值班电话', 'The duty phone was tested'),
  required: true,
  options: {
    works: text('打得进、听得清', 'It rings and is heard'),
    broken: text('不通，已报修并改用备用号', 'Dead: reported, the reserve number is used'),
  },
} as const satisfies FieldOf<'choice'>

const matterNo = {
  kind: 'text',
  title: text('事项编号', 'Number of the matter'),
  hint: text('有编号就写，接班的人点得到', 'Where it has one'),
  max: 40,
} as const satisfies FieldOf<'text'>

/** The shift itself: signing on, what happened, the hand-over that both sides sign, the check. */
export const dutyForms = {
  signOn: {
    title: text('到岗接班', 'Go on duty'),
    fields: {
      onDutyAt: {
        kind: 'dateTime',
        means: 'doneAt',
        title: text('到岗时间', 'On duty at'),
        required: true,
        notBefore: 'opening',
        notAfter: 'today',
        known: false,
      },
      phoneTest,
    },
  },
  logEntry: {
    title: text('记值班要事', 'Log an event'),
    fields: {
      logAt: {
        kind: 'dateTime',
        title: text('时间', 'When'),
        required: true,
        notBefore: 'opening',
        notAfter: 'today',
        known: false,
      },
      logSource: { kind: 'text', title: text('来源', 'Source'), required: true, max: 120, known: false },
      logWhat: { kind: 'longText', title: text('内容', 'What'), required: true, min: 2, max: 1000, known: false },
      logAction: {
        kind: 'longText',
        title: text('怎么处理', 'What was done'),
        required: true,
        max: 1000,
        known: false,
      },
      logReportedTo: { kind: 'text', title: text('报告给谁', 'Reported to'), max: 120, known: false },
      logResult: { kind: 'longText', title: text('结果', 'Result'), max: 1000, known: false },
      logMatter: matterNo,
    },
  },
  handoverList: {
    title: text('写交接清单', 'Write the hand-over list'),
    fields: {
      summary: {
        kind: 'longText',
        title: text('本班要事', 'Main events'),
        hint: text('没有就写：平稳，无要事', 'Quiet, when there was nothing'),
        required: true,
        min: 2,
        max: 2000,
      },
      anyOpen: {
        kind: 'choice',
        title: text('有没有没办完的', 'Anything left open'),
        required: true,
        options: { some: text('有，逐条交', 'Yes, each is handed over'), none: text('没有', 'No') },
      },
      handed: {
        kind: 'items',
        title: text('交接事项', 'What is handed over'),
        required: true,
        when: { field: 'anyOpen', is: ['some'] },
        min: 1,
        max: 40,
        fields: {
          kind: {
            kind: 'choice',
            title: text('哪一种', 'Kind'),
            required: true,
            options: {
              open: text('未办完的事', 'Open item'),
              instruction: text('待落实的指示', 'Pending instruction'),
              thing: text('物品、钥匙、设备', 'Things, keys, equipment'),
            },
          },
          what: { kind: 'text', title: text('什么事', 'What'), required: true, min: 2, max: 300 },
          next: { kind: 'text', title: text('接着怎么办', 'What is next'), required: true, max: 300 },
          matterNo,
        },
      },
      handedTo: {
        kind: 'items',
        title: text('交给谁', 'Handed to'),
        hint: text(
          '下一班的值班人员；没有下一班就交给带班领导',
          'Of the next shift; the duty leader where there is none',
        ),
        required: true,
        min: 1,
        max: 1,
        known: false,
        fills: 'incoming',
        fields: { post: { kind: 'post', title: text('岗位', 'Post'), required: true, roles: SHIFT_ROLES } },
      },
    },
  },
  handoverSigned: {
    title: text('签收交接', 'Sign for the hand-over'),
    fields: {
      handoverAt: {
        kind: 'dateTime',
        means: 'doneAt',
        title: text('交接时间', 'Handed over at'),
        required: true,
        notBefore: 'opening',
        notAfter: 'today',
        known: false,
      },
      handoverPhone: phoneTest,
      handoverRemark: { kind: 'longText', title: text('说明', 'Remark'), max: 500, known: false },
    },
  },
  handoverBack: {
    title: text('清单不清，退回', 'Send the list back'),
    fields: { handoverWhy: { ...reason, title: text('哪里没交清', 'What is not clear') } },
  },
  absence: {
    title: text('到不了岗', 'Cannot come'),
    fields: { absenceReason: { ...reason, title: text('为什么到不了', 'Why'), max: 200 } },
  },
  spotCheck: {
    title: text('抽查', 'Spot check'),
    fields: {
      checkedAt: {
        kind: 'dateTime',
        title: text('抽查时间', 'Checked at'),
        required: true,
        notBefore: 'opening',
        notAfter: 'today',
        known: false,
      },
      checkedHow: {
        kind: 'choice',
        title: text('怎么查', 'How'),
        required: true,
        known: false,
        options: {
          phone: text('打值班电话', 'Called the duty phone'),
          video: text('视频点名', 'By video'),
          visit: text('到值班室', 'At the desk'),
        },
      },
      spotResult: {
        kind: 'choice',
        title: text('结果', 'Result'),
        required: true,
        known: false,
        options: {
          good: text('在岗，三声内接听', 'There; answered by the third ring'),
          slow: text('在岗，接听慢', 'There; answered late'),
          leaderAway: text('带班领导不在岗', 'The duty leader was away'),
          absent: text('无人接听、脱岗', 'Nobody answered'),
        },
      },
      circulated: {
        kind: 'choice',
        title: text('要不要通报', 'Circulated'),
        required: true,
        when: { field: 'spotResult', is: ['slow', 'leaderAway', 'absent'] },
        options: { yes: text('通报', 'Yes'), no: text('当面提醒，不通报', 'No, told in person') },
      },
      spotRemark: { kind: 'longText', title: text('说明', 'Remark'), max: 500, known: false },
    },
  },
  check: {
    title: text('审阅归档', 'Check and file'),
    fields: { checkNote: { kind: 'longText', title: text('审阅意见', 'Opinion'), required: true, max: 500 } },
  },
  unhanded: {
    title: text('没有交接，结束这一班', 'End it without a hand-over'),
    fields: {
      unhandedWhy: { ...reason, title: text('为什么没有交接', 'Why it was not handed over') },
      unhandedDone: {
        kind: 'longText',
        title: text('未办事项怎么安排', 'Who takes what was open'),
        required: true,
        min: 2,
        max: 1000,
      },
      materials,
    },
  },
  cancellation: { title: text('取消这一班', 'Cancel the shift'), fields: { cancelReason: reason } },
} as const satisfies Record<string, Form>
