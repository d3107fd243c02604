import type { Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { materials, reason } from '../../shared/v1/common-fields.ts'
import { RESPONSE_LEVELS } from '../../shared/v1/incident-kinds.ts'
import { longText, since } from './fields.ts'

const responseLevel = {
  kind: 'choice',
  title: text('响应级别', 'Response level'),
  hint: text('一级最高；和事件等级分开定', '1 is the highest; apart from the grade'),
  required: true,
  known: false,
  options: { ...RESPONSE_LEVELS, 0: text('不启动分级响应', 'No response level') },
} as const

const forceColumns = {
  team: { kind: 'text', title: text('工作组', 'Team'), required: true, max: 40 },
  unit: { kind: 'unit', title: text('单位', 'Unit'), required: true },
  duty: { kind: 'text', title: text('做什么', 'What it does'), required: true, max: 200 },
} as const satisfies Form['fields']

/** Which plan, at which level, since when; the plan's teams are called and its steps run from that minute. */
const activation = {
  title: text('启动响应', 'Start the response'),
  fields: {
    responseLevel,
    activatedAt: { ...since('启动时间', 'Started at'), known: false },
    plan: {
      kind: 'record',
      of: 'plan',
      title: text('启动哪个预案', 'Which plan'),
      hint: text('没有对应的预案可以不填，再逐个调集', 'None when no plan fits; units are then called one by one'),
    },
    forces: {
      kind: 'items',
      title: text('调集的队伍', 'Teams called'),
      hint: text('按预案带出，各单位分别签到、反馈', 'From the plan; each signs in and answers'),
      max: 60,
      fills: 'forces',
      rowsFrom: { record: 'plan', rows: 'teams', key: 'team', takes: ['unit', 'duty'] },

      fields: forceColumns,
    },
    actions: {
      kind: 'items',
      title: text('预案步骤', 'Steps of the plan'),
      hint: text('从启动时间算，每步一个倒计时', 'Each has a clock from the start'),
      max: 120,
      fills: 'actions',
      rowsFrom: { record: 'plan', rows: 'actions', key: 'key', takes: ['what', 'unit', 'role', 'minutes'] },

      fields: {
        what: { kind: 'text', title: text('做什么', 'What is done'), required: true, max: 200 },
        unit: { kind: 'unit', title: text('谁做', 'By'), required: true },
        role: { kind: 'text', title: text('工作组或职务', 'Team or role'), max: 40 },
        minutes: { kind: 'number', title: text('启动后几分钟', 'Minutes'), required: true, min: 1, max: 14_400 },
        key: { kind: 'text', title: text('序号', 'No.'), required: true, max: 12 },
      },
    },
    instructions: { kind: 'longText', title: text('指令', 'Instructions'), max: 2000 },
  },
} as const satisfies Form

export const responseForms = {
  activation,
  moreForces: {
    title: text('增派队伍', 'Call more teams'),
    fields: {
      forces: {
        kind: 'items',
        title: text('调集的队伍', 'Teams called'),
        hint: text('原有的保留，增加新的行', 'Keep the rows there are, add new ones'),
        required: true,
        min: 1,
        max: 60,
        known: true,
        fills: 'forces',
        fields: forceColumns,
      },
    },
  },
  arrival: {
    title: text('签到', 'Sign in'),
    fields: {
      arrivedAt: since('签到时间', 'Signed in at'),
      people: { kind: 'number', title: text('到场人数', 'People there'), min: 0, max: 10_000, known: false },
      arrivalNote: { kind: 'text', title: text('带来什么', 'Brought along'), max: 200, known: false },
    },
  },
  forceAnswer: {
    title: text('反馈', 'Answer'),
    fields: { forceAnswer: longText('做了什么、结果怎样', 'What was done, and the result', 2000), materials },
  },
  forceRefusal: {
    title: text('来不了', 'Cannot come'),
    fields: { forceRefusal: { ...reason, title: text('理由', 'Why') } },
  },
  actionDone: {
    title: text('步骤完成', 'A step is done'),
    fields: {
      action: { kind: 'holder', of: 'actions', title: text('哪一步', 'Which step'), required: true },
      actionAt: since('完成时间', 'Done at'),
      actionResult: { kind: 'text', title: text('结果', 'Result'), required: true, max: 300, known: false },
    },
  },
  actionDropped: {
    title: text('这步不做', 'A step is left out'),
    fields: {
      action: { kind: 'holder', of: 'actions', title: text('哪一步', 'Which step'), required: true },
      dropReason: { ...reason, title: text('为什么', 'Why') },
    },
  },
  planDropped: {
    title: text('撤下预案', 'Take the plan away'),
    fields: { planReason: { ...reason, title: text('为什么', 'Why') } },
  },
  logEntry: {
    title: text('记一条情况', 'Situation log'),
    fields: {
      logAt: {
        kind: 'dateTime',
        title: text('时间', 'When'),
        hint: text('不填就是现在', 'Now when empty'),
        notBefore: { field: 'eventAt' },
        notAfter: 'today',
      },
      logSource: {
        kind: 'choice',
        title: text('来源', 'Source'),
        required: true,
        options: {
          scene: text('现场', 'Scene'),
          command: text('指挥部', 'Command'),
          unit: text('参与单位', 'Units'),
          monitor: text('监测', 'Monitoring'),
          public: text('群众', 'Public'),
          above: text('上级', 'Above'),
        },
      },
      logWhat: longText('情况', 'What', 1000),
      logAction: { kind: 'text', title: text('怎么处理', 'Action'), max: 300 },
    },
  },
  instruction: {
    title: text('领导指示', "Leader's instruction"),
    fields: { instruction: longText('指示', 'Instruction', 1000) },
  },
  levelChange: {
    title: text('调整响应级别', 'Change the response level'),
    fields: {
      responseLevel,
      changedAt: since('调整时间', 'Changed at', 'activatedAt'),
      levelReason: { ...reason, title: text('理由', 'Why') },
    },
  },
  handUp: {
    title: text('报请上级统一领导', 'Hand up'),
    fields: {
      handedTo: { kind: 'text', title: text('报请哪一级', 'To whom'), required: true, max: 80 },
      unit: {
        kind: 'unit',
        title: text('本县的牵头单位', 'Unit in charge here'),
        hint: text('改由县级单位牵头才填', 'Only when another unit of the county takes over'),
        sets: 'unit',
        known: false,
      },
      handedAt: since('报请时间', 'Handed up at'),
      handUpReason: { ...reason, title: text('为什么控制不了', 'Why it cannot be controlled here') },
    },
  },
  standDown: {
    title: text('结束响应', 'End the response'),
    fields: {
      endedAt: since('结束时间', 'Ended at', 'activatedAt'),
      endBasis: longText('为什么可以结束', 'Why it can end', 1000),
      secondaryRisks: longText('防次生、衍生事件的措施', 'Measures against secondary and derived events', 2000),
    },
  },
  contact: {
    title: text('登记必须联系的人', 'Those who must be contacted'),
    fields: {
      contacts: {
        kind: 'longText',
        title: text('称呼和电话', 'Names and phones'),
        hint: text(
          '只登记处置必须联系的人，一行一人；结束时销毁',
          'Only whom the response must reach, one a line; destroyed at the end',
        ),
        required: true,
        max: 2000,
        personal: {
          purpose: text('处置突发事件时联系', 'To reach them during the response'),
          retention: { length: 3, unit: 'year' },
        },
      },
    },
  },
} as const satisfies Record<string, Form>
