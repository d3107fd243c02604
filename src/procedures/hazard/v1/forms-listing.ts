import type { Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { RISK_DIMENSIONS } from '../../shared/v1/categories.ts'
import { reason, supervisor } from '../../shared/v1/common-fields.ts'

/** Listed supervision, what is done to a unit that does not rectify, and what else is opened. */
export const listingForms = {
  penalty: {
    title: text('行政处罚', 'Penalty'),
    fields: {
      penalty: {
        kind: 'choice',
        title: text('处罚种类', 'Penalty'),
        required: true,
        options: {
          fine: text('罚款', 'Fine'),
          suspension: text('责令停产停业整顿', 'Suspension'),
          closure: text('提请关闭', 'Closure proposed'),
        },
      },
      penaltyNo: { kind: 'text', title: text('行政处罚决定书编号', 'Decision number'), required: true, max: 60 },
      reason,
    },
  },
  toPolice: {
    title: text('移送公安机关', 'Refer to the police'),
    fields: {
      policeOffice: { kind: 'text', title: text('受移送机关', 'Office'), required: true, max: 80 },
      reason,
    },
  },
  seal: {
    title: text('查封场所、设施', 'Seal'),
    fields: {
      sealNo: { kind: 'text', title: text('决定书编号', 'Decision number'), required: true, max: 60 },
      sealedOn: {
        kind: 'date',
        title: text('查封日期', 'Sealed on'),
        required: true,
        notBefore: { field: 'servedOn' },
        notAfter: 'today',
      },
      sealedWhat: { kind: 'text', title: text('查封的场所、设施或部位', 'What is sealed'), required: true, max: 120 },
      reason,
    },
  },
  powerCutNotice: {
    title: text('批准停止供电并通知', 'Approve a power cut and give notice'),
    fields: {
      powerCutNo: { kind: 'text', title: text('停止供电通知书编号', 'Notice number'), required: true, max: 60 },
      noticeGivenAt: {
        kind: 'dateTime',
        title: text('通知送达时间', 'Notice given at'),
        required: true,
        notBefore: { field: 'servedOn' },
        notAfter: 'today',
      },
      powerCutReason: {
        ...reason,
        title: text('拒不执行决定、有发生事故的现实危险的情况', 'Refusal, and the real danger of an accident'),
      },
    },
  },
  powerCut: {
    title: text('实施停止供电', 'Cut the power'),
    fields: {
      emergency: {
        kind: 'choice',
        title: text('是否危及生产安全的紧急情形', 'Emergency'),
        hint: text('紧急情形不受提前二十四小时限制', 'In an emergency the 24 hours do not apply'),
        required: true,
        options: { no: text('不是，通知已满二十四小时', 'No; 24 hours have passed'), yes: text('是', 'Yes') },
      },
      powerCutAt: {
        kind: 'dateTime',
        title: text('停电时间', 'Cut at'),
        required: true,
        notBefore: { field: 'noticeGivenAt' },
        notAfter: 'today',
      },
    },
  },
  lift: {
    title: text('解除强制措施', 'Lift the measures'),
    fields: {
      liftedOn: {
        kind: 'date',
        title: text('解除日期', 'Lifted on'),
        required: true,
        notBefore: { field: 'servedOn' },
        notAfter: 'today',
      },
      reason,
    },
  },
  list: {
    title: text('挂牌督办', 'List'),
    fields: {
      listedOn: {
        kind: 'date',
        title: text('挂牌日期', 'Listed on'),
        required: true,
        notBefore: { field: 'foundOn' },
        notAfter: 'today',
      },
      listedBy: { kind: 'unit', title: text('挂牌单位', 'Listed by'), required: true },
      listingNo: { kind: 'text', title: text('挂牌督办通知书编号', 'Notice number'), required: true, max: 60 },
      supervisor,
      reason,
    },
  },
  publish: {
    title: text('对外公布', 'Publish'),
    fields: {
      publishedOn: {
        kind: 'date',
        title: text('公布日期', 'Published on'),
        required: true,
        notBefore: { field: 'listedOn' },
        notAfter: 'today',
      },
      publishedAt: { kind: 'text', title: text('公布载体', 'Where'), required: true, max: 120 },
    },
  },
  delist: {
    title: text('摘牌', 'Delist'),
    fields: {
      delistedOn: {
        kind: 'date',
        title: text('摘牌日期', 'Delisted on'),
        required: true,
        notBefore: { field: 'listedOn' },
        notAfter: 'today',
      },
      delistingNo: { kind: 'text', title: text('摘牌通知书编号', 'Notice number'), required: true, max: 60 },
      delistOpinion: { ...reason, title: text('摘牌意见', 'Consent') },
    },
  },
  risk: {
    title: text('登记为风险', 'Raise a risk'),
    fields: {
      riskTitle: { kind: 'text', title: text('风险名称', 'Name of the risk'), required: true, min: 2, max: 80 },
      riskReason: {
        ...reason,
        title: text('理由', 'Why'),
        hint: text('同一场所查出三次以上，应当登记', 'Found three times at one place: raise it'),
      },
      riskDimension: {
        kind: 'choice',
        title: text('领域', 'Dimension'),
        required: true,
        options: RISK_DIMENSIONS,
      },
    },
  },
} as const satisfies Record<string, Form>
