import type { FieldOf, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { PETITION_CATEGORIES } from '../../petition/v1/categories.ts'
import {
  DISPUTE_CATEGORIES,
  HAZARD_CATEGORIES,
  REPORT_CATEGORIES,
  RISK_DIMENSIONS,
  TASK_SOURCES,
} from '../../shared/v1/categories.ts'
import {
  description,
  note,
  owner,
  photos,
  place,
  placeUnit,
  reason,
  remedies,
  title,
  unit,
} from '../../shared/v1/common-fields.ts'
import { commonForms, refusalForm, sponsorForm, superviseForm } from '../../shared/v1/common-steps.ts'
import { noticeHow, receivedOn, toldOn, unclearWhy } from '../../shared/v1/notice-fields.ts'
import { reportAnswerForms } from './forms-answer.ts'

/** How long a reporter's contact is kept after closing: two years, as for hotline orders that were followed up. */
const contact = {
  purpose: text('告知受理、去向和结果，回访是否办好', 'To tell receipt, route and result, and to call back'),
  retention: { length: 2, unit: 'year' },
  vault: true,
} as const

const contactPhone: FieldOf<'text'> = {
  kind: 'text',
  title: text('电话', 'Phone'),
  hint: text('可以不留；只有受理和回访的人能打开', 'Optional; only intake and call-back may open it'),
  max: 60,
  personal: { ...contact, holds: 'phone' },
}

const difficulty: FieldOf<'choice'> = {
  kind: 'choice',
  title: text('难易', 'Difficulty'),
  hint: text('决定多久办完', 'Sets the time limit'),
  required: true,
  options: {
    simple: text('简单', 'Simple'),
    ordinary: text('一般', 'Ordinary'),
    complex: text('复杂', 'Complex'),
  },
}

export const reportForms = {
  ...commonForms,
  // A new number is told with what is added; it does not belong into the text.
  material: {
    ...commonForms.material,
    fields: {
      ...commonForms.material.fields,
      newPhone: { ...contactPhone, title: text('换了电话', 'New telephone number') },
    },
  },
  sponsor: sponsorForm,
  refusal: refusalForm,
  supervise: superviseForm,
  report: {
    title: text('反映问题', 'Report'),
    fields: {
      title,
      category: {
        kind: 'choice',
        title: text('是哪一类', 'Kind'),
        required: true,
        options: REPORT_CATEGORIES,
        sets: 'category',
      },
      description: { ...description, title: text('出了什么事', 'What happened') },
      place: { ...place, title: text('在哪里', 'Where') },
      placeUnit,
      happenedOn: {
        kind: 'date',
        title: text('什么时候发生的', 'When it happened'),
        notAfter: 'today',
        boundless: text('可能是很久以前的事', 'It may be long ago'),
      },
      receivedOn,
      peopleCount: { kind: 'number', title: text('人数', 'Number of people'), min: 1, max: 9999 },
      photos,
      aboutUnit: {
        kind: 'unit',
        title: text('反映的是哪个单位', 'Unit complained about'),
        hint: text('被反映的单位看不到这件事', 'That unit will not see this matter'),
        sets: 'aboutUnit',
      },
      wantsReply: {
        kind: 'choice',
        title: text('怎么告诉您', 'How to tell you'),
        options: {
          phone: text('打电话', 'By phone'),
          code: text('我自己凭查询码看', 'I look it up by code'),
        },
      },
      contactName: {
        kind: 'text',
        title: text('称呼', 'Name'),
        hint: text('可以不留', 'Optional'),
        max: 40,
        personal: { ...contact, holds: 'name' },
      },
      contactPhone,
    },
  },
  accept: {
    title: text('受理', 'Accept'),
    fields: {
      difficulty,
      category: {
        kind: 'choice',
        title: text('类别', 'Kind'),
        options: REPORT_CATEGORIES,
        sets: 'category',
      },
      level: { kind: 'level', title: text('等级', 'Level'), sets: 'level' },
      aboutUnit: {
        kind: 'unit',
        title: text('反映的是哪个单位', 'Unit complained about'),
        hint: text('填了，那个单位就看不到这件事', 'Once named, that unit cannot see this matter'),
        sets: 'aboutUnit',
      },
      note,
    },
  },
  assign: {
    title: text('交办', 'Assign'),
    fields: {
      unit: { ...unit, title: text('主办单位', 'Lead unit'), known: 'suggestedUnit' },
      owner,
      assists: { kind: 'text', title: text('协办单位', 'Assisting units'), max: 200 },
      demand: { kind: 'longText', title: text('要求', 'What is asked'), max: 1000 },
    },
  },
  triage: {
    title: text('分流转办', 'Route'),
    fields: {
      route: {
        kind: 'choice',
        title: text('转为哪一种', 'Route to'),
        required: true,
        options: {
          hazard: text('隐患', 'Hazard'),
          dispute: text('矛盾纠纷', 'Dispute'),
          risk: text('风险', 'Risk'),
          task: text('督办', 'Supervised task'),
          petition: text('信访事项', 'Petition'),
        },
      },
      toUnit: { kind: 'unit', title: text('交给哪个单位', 'Given to'), required: true, known: 'suggestedUnit' },
      hazardCategory: {
        kind: 'choice',
        title: text('隐患类别', 'Kind of hazard'),
        required: true,
        options: HAZARD_CATEGORIES,
        when: { field: 'route', is: ['hazard'] },
      },
      disputeCategory: {
        kind: 'choice',
        title: text('纠纷类型', 'Kind of dispute'),
        required: true,
        options: DISPUTE_CATEGORIES,
        when: { field: 'route', is: ['dispute'] },
      },
      riskDimension: {
        kind: 'choice',
        title: text('风险领域', 'Risk dimension'),
        required: true,
        options: RISK_DIMENSIONS,
        when: { field: 'route', is: ['risk'] },
      },
      taskSource: {
        kind: 'choice',
        title: text('督办来源', 'Source of the task'),
        required: true,
        options: TASK_SOURCES,
        when: { field: 'route', is: ['task'] },
      },
      petitionCategory: {
        kind: 'choice',
        title: text('信访内容分类', 'Kind of petition'),
        required: true,
        options: PETITION_CATEGORIES,
        when: { field: 'route', is: ['petition'] },
      },
      taskDueOn: {
        kind: 'date',
        notBefore: 'today',
        boundless: text('时限由转办的人定', 'Whoever routes it sets how long'),
        title: text('最迟哪天办完', 'Due on'),
        required: true,
        when: { field: 'route', is: ['task'] },
      },
      note,
    },
  },
  takeOver: {
    title: text('签收', 'Take over'),
    fields: { owner, note },
  },
  returnOrder: {
    title: text('不属本单位职责，退回', 'Return'),
    fields: {
      returnReason: { ...reason, title: text('不属本单位职责的理由', 'Why it is not our remit') },
      suggestedUnit: { kind: 'unit', title: text('建议交给', 'Suggested unit') },
    },
  },
  uphold: {
    title: text('裁定仍由原单位办', 'Decide: the unit keeps it'),
    fields: { decision: { ...reason, title: text('裁定理由', 'Reasons of the decision') } },
  },
  transfer: {
    title: text('转送有权机关', 'Transfer'),
    fields: {
      organKind: {
        kind: 'choice',
        title: text('转给哪类机关', 'To whom'),
        required: true,
        options: {
          police: text('公安机关', 'Police'),
          procuratorate: text('检察院', 'Procuratorate'),
          court: text('法院', 'Court'),
          supervision: text('纪检监察机关', 'Supervision organ'),
          arbitration: text('仲裁机构', 'Arbitration body'),
          department: text('其他主管部门', 'Another department'),
          elsewhere: text('外地机关', 'An organ elsewhere'),
        },
      },
      organ: { kind: 'text', title: text('机关名称', 'Name of the organ'), required: true, max: 80, public: true },
      route: {
        kind: 'choice',
        title: text('办理途径', 'Route'),
        required: true,
        options: {
          judicial: text('诉讼、检察、侦查程序', 'Litigation, prosecution or police procedure'),
          arbitration: text('仲裁', 'Arbitration'),
          internal: text('党员申诉、本系统申诉等渠道', 'Appeal within the party or the system'),
          administrative: text('行政程序', 'Administrative procedure'),
          duty: text('履行法定职责', 'Duty to act'),
          remit: text('按职责转送', 'By remit'),
        },
      },
      toldOn,
      toldHow: noticeHow,
      unclearWhy,
      materials: { kind: 'files', title: text('转送函', 'Letter'), max: 9 },
    },
  },
  receipt: {
    title: text('登记对方签收', 'Record the receipt'),
    fields: {
      receiptNo: { kind: 'text', title: text('回执编号', 'Receipt number'), required: true, max: 60 },
      receiptOn: {
        kind: 'date',
        title: text('对方签收日期', 'Received on'),
        required: true,
        notBefore: 'opening',
        notAfter: 'today',
      },
      materials: { kind: 'files', title: text('回执', 'Receipt'), max: 9 },
    },
  },
  takeBack: {
    title: text('对方不收，收回', 'Take back'),
    fields: { refusedReason: { ...reason, title: text('对方不收的理由', 'Why it was refused') }, difficulty },
  },
  adopt: {
    title: text('归入已在办事项', 'Join to a matter under way'),
    fields: {
      adoptedMatter: {
        kind: 'text',
        title: text('归入哪一件', 'Which matter'),
        hint: text('按编号或标题找', 'Found by number or title'),
        required: true,
        min: 4,
        max: 40,
      },
      note,
    },
  },
  merge: {
    title: text('重复件并办', 'Merge with an earlier report'),
    fields: {
      mergedInto: {
        kind: 'text',
        title: text('与哪一件并办', 'Merge into'),
        hint: text('按编号或标题找', 'Found by number or title'),
        required: true,
        min: 4,
        max: 40,
      },
      note,
    },
  },
  separate: {
    title: text('撤销并办', 'Undo the merge'),
    fields: { separateReason: { ...reason, title: text('为什么不是同一件', 'Why it is another matter') } },
  },
  revokeDecline: {
    title: text('撤销不予受理', 'Accept after all'),
    fields: { revokeReason: { ...reason, title: text('为什么改为受理', 'Why it is accepted now') }, difficulty },
  },
  decline: {
    title: text('不予受理', 'Decline'),
    fields: {
      ground: {
        kind: 'choice',
        title: text('属于哪种情形', 'Ground'),
        required: true,
        options: {
          pending: text('同一事项正在办', 'The same matter is pending'),
          decided: text('已有终结意见', 'Already finally decided'),
          courts: text('应走诉讼或仲裁', 'For courts or arbitration'),
          notRemit: text('不属本地管', 'Not in our remit'),
          unclear: text('说不清是什么事', 'Too unclear to handle'),
        },
      },
      reason: { ...reason, public: true },
      remedies: { ...remedies, public: true },
      toldOn,
      toldHow: noticeHow,
      unclearWhy,
    },
  },
  ...reportAnswerForms,
} as const satisfies Record<string, Form>
