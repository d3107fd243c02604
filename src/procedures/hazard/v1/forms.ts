import type { Field, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { HAZARD_CATEGORIES, PLACE_TYPES } from '../../shared/v1/categories.ts'
import {
  description,
  level,
  note,
  openingUnit,
  photos,
  place,
  placeUnit,
  reason,
  supervisor,
  title,
} from '../../shared/v1/common-fields.ts'
import {
  commonForms,
  extensionAskedForm,
  extensionForm,
  refusalForm,
  reviewForm,
  sponsorForm,
  superviseForm,
} from '../../shared/v1/common-steps.ts'
import { majorOrderFields, orderFields, planFields } from './order-fields.ts'

const findings = {
  reinspectedOn: {
    kind: 'date',
    title: text('复查日期', 'Reinspected on'),
    required: true,
    notBefore: { field: 'servedOn' },
    notAfter: 'today',
  },
  reinspectors: { kind: 'text', title: text('复查岗位', 'Reinspecting posts'), max: 120 },
  opinion: { kind: 'longText', title: text('复查意见', 'Opinion'), required: true, min: 2, max: 2000 },
  reinspectionPhotos: { kind: 'files', title: text('复查照片', 'Photos'), max: 9 },
} as const satisfies Record<string, Field>

/** Work resumes only after review and consent (Work Safety Law art. 65). */
const mayResume = {
  kind: 'choice',
  title: text('恢复生产经营和使用', 'Resume work and use'),
  required: true,
  options: { yes: text('同意恢复', 'May resume'), notStopped: text('没有停过', 'Was not stopped') },
} as const satisfies Field

export const hazardForms = {
  ...commonForms,
  sponsor: sponsorForm,
  extensionAsked: extensionAskedForm,
  extension: extensionForm,
  refusal: refusalForm,
  supervise: superviseForm,
  review: reviewForm,
  hazard: {
    title: text('登记隐患', 'Record a hazard'),
    fields: {
      title,
      category: {
        kind: 'choice',
        title: text('隐患类别', 'Kind of hazard'),
        required: true,
        options: HAZARD_CATEGORIES,
        sets: 'category',
      },
      description: { ...description, title: text('隐患情况', 'What is wrong') },
      place,
      spot: { kind: 'text', title: text('隐患部位', 'Exact spot'), max: 120 },
      placeUnit,
      placeName: { kind: 'text', title: text('被查单位或场所', 'Place inspected'), max: 80 },
      placeType: { kind: 'choice', title: text('场所类别', 'Kind of place'), options: PLACE_TYPES },
      foundOn: {
        kind: 'date',
        notAfter: 'today',
        title: text('排查日期', 'Found on'),
        hint: text('不填就是登记当天', 'The day of recording when empty'),
      },
      source: {
        kind: 'choice',
        title: text('怎么发现的', 'How it was found'),
        options: {
          daily: text('日常检查', 'Routine check'),
          special: text('专项检查', 'Campaign'),
          cross: text('交叉检查', 'Cross-check'),
          tipOff: text('举报', 'Tip-off'),
          selfCheck: text('单位自查', 'Self-check'),
        },
      },
      photos: { ...photos, title: text('整改前照片', 'Photos before') },
      unit: openingUnit,
    },
  },
  grade: {
    title: text('判定等级', 'Grade'),
    fields: {
      level: {
        ...level,
        hint: text(
          '整改难、危害大，要停产停业才能改的，判为重大',
          'Major: grave harm, hard to fix, or needs a shutdown',
        ),
      },
      criterion: { kind: 'text', title: text('判定标准', 'Criterion'), required: true, max: 200 },
      note,
    },
  },
  pass: {
    title: text('移送有权部门', 'Pass on'),
    fields: {
      organ: { kind: 'text', title: text('移送给谁', 'To whom'), required: true, max: 80 },
      reason,
      receiptNo: { kind: 'text', title: text('对方回执编号', 'Receipt number'), required: true, max: 60 },
    },
  },
  reportMajor: {
    title: text('上报重大隐患', 'Report a major hazard'),
    fields: {
      reportedTo: { kind: 'text', title: text('报给哪个部门', 'Reported to'), required: true, max: 80 },
      reportedAt: {
        kind: 'dateTime',
        title: text('什么时候报的', 'Reported at'),
        required: true,
        notBefore: { field: 'foundOn' },
        notAfter: 'today',
      },
      staffTold: { kind: 'yesNo', title: text('已向从业人员通报', 'Staff told'), required: true },
    },
  },
  order: { title: text('责令限期整改', 'Rectification order'), fields: orderFields },
  majorOrder: {
    title: text('责令重大隐患整改', 'Order on a major hazard'),
    fields: { ...orderFields, ...majorOrderFields },
  },
  demandPlan: { title: text('补要整改方案', 'Demand a plan'), fields: majorOrderFields },
  plan: { title: text('报整改方案', 'File the plan'), fields: planFields },
  approvePlan: {
    title: text('核准方案', 'Approve the plan'),
    fields: { approval: { ...reason, title: text('核准意见', 'Opinion') } },
  },
  selfCheck: {
    title: text('报自查结果', 'Report the self-check'),
    fields: {
      fixedOn: {
        kind: 'date',
        title: text('整改完成日期', 'Fixed on'),
        required: true,
        notBefore: { field: 'foundOn' },
        notAfter: 'today',
      },
      doneWork: { kind: 'longText', title: text('改了什么', 'What was done'), required: true, min: 2, max: 2000 },
      photosAfter: { kind: 'files', title: text('整改后照片', 'Photos after'), required: true, min: 1, max: 9 },
      spent: { kind: 'money', title: text('实际花费', 'Spent'), min: 0 },
    },
  },
  request: {
    title: text('申请复查', 'Ask for reinspection'),
    fields: {
      verifier: {
        kind: 'post',
        title: text('复查岗位', 'Reinspecting post'),
        hint: text('不能是经办的人；不填就由单位派', 'Never the handler; the unit sends one when empty'),
        roles: ['verifier', 'inspector'],
        sets: 'verifier',
      },
      note,
    },
  },
  pause: {
    title: text('暂停计时', 'Stop the clock'),
    fields: {
      reason: {
        ...reason,
        means: 'reason',
        title: text('为什么停', 'Why'),
        hint: text('只限委托检测、鉴定', 'Commissioned testing only'),
      },
      document: {
        kind: 'text',
        means: 'document',
        title: text('委托书编号', 'Commission number'),
        required: true,
        max: 60,
      },
      pausedFrom: {
        kind: 'date',
        means: 'pausedFrom',
        title: text('从哪天停', 'Stopped from'),
        required: true,
        notBefore: { field: 'servedOn' },
        notAfter: 'today',
      },
    },
  },
  resume: {
    title: text('恢复计时', 'Restart the clock'),
    fields: {
      reportNo: { kind: 'text', title: text('检测报告编号', 'Report number'), required: true, max: 60 },
      pausedTo: {
        kind: 'date',
        means: 'pausedTo',
        title: text('停到哪天', 'Stopped until'),
        required: true,
        notBefore: { field: 'pausedFrom' },
        notAfter: 'today',
      },
      reports: { kind: 'files', title: text('检测报告', 'Report'), max: 9 },
    },
  },
  reinspection: { title: text('复查意见', 'Reinspection opinion'), fields: findings },
  failure: {
    title: text('复查不合格', 'Reinspection failed'),
    fields: {
      ...findings,
      left: { kind: 'longText', title: text('还有哪些没改', 'What is left'), required: true, max: 2000 },
    },
  },
  problems: {
    title: text('列整改清单', 'List what to rectify'),
    fields: {
      problems: {
        kind: 'items',
        title: text('没改的问题', 'Open problems'),
        required: true,
        min: 1,
        max: 30,
        fields: {
          title: { kind: 'text', title: text('问题', 'Problem'), required: true, min: 2, max: 80 },
          measure: { kind: 'longText', title: text('怎么改', 'Measure'), required: true, min: 2, max: 1000 },
          unit: { kind: 'unit', title: text('谁改', 'Unit'), required: true },
          dueOn: { kind: 'date', title: text('哪天前', 'Due on'), required: true, notBefore: 'today' },
        },
      },
    },
  },
  penalty: {
    title: text('移送处罚', 'Refer for penalty'),
    fields: {
      penalty: {
        kind: 'choice',
        title: text('处理', 'Measure'),
        required: true,
        options: {
          fine: text('罚款', 'Fine'),
          suspension: text('停产停业整顿', 'Suspension'),
          powerCut: text('通知停止供电', 'Power cut'),
          seal: text('临时查封', 'Temporary sealing'),
          closure: text('提请关闭', 'Closure proposed'),
          police: text('移送公安机关', 'Referred to the police'),
        },
      },
      penaltyNo: { kind: 'text', title: text('文书编号', 'Document number'), required: true, max: 60 },
      noticeGivenAt: {
        kind: 'dateTime',
        notBefore: { field: 'servedOn' },
        notAfter: 'today',
        title: text('停电提前通知时间', 'Notice of the power cut given at'),
        hint: text('提前24小时，紧急情况除外', '24 hours ahead, except in an emergency'),
        required: true,
        when: { field: 'penalty', is: ['powerCut'] },
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
      listingNo: { kind: 'text', title: text('挂牌文号', 'Document number'), required: true, max: 60 },
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
      publishedAt: { kind: 'text', title: text('在哪里公布', 'Where'), required: true, max: 120 },
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
      approval: { ...reason, title: text('同意意见', 'Consent') },
      mayResume,
    },
  },
  writeOff: {
    title: text('销号', 'Write off'),
    fields: {
      writtenOffOn: {
        kind: 'date',
        title: text('销号日期', 'Written off on'),
        required: true,
        notBefore: { field: 'reinspectedOn' },
        notAfter: 'today',
      },
      approval: { ...reason, title: text('销号意见', 'Opinion') },
    },
  },
  resumption: {
    title: text('同意恢复并销号', 'Consent and write off'),
    fields: {
      writtenOffOn: {
        kind: 'date',
        title: text('销号日期', 'Written off on'),
        required: true,
        notBefore: { field: 'reinspectedOn' },
        notAfter: 'today',
      },
      approval: { ...reason, title: text('审查意见', 'Opinion of the review') },
      mayResume,
    },
  },
  risk: {
    title: text('登记为风险', 'Raise a risk'),
    fields: {
      riskTitle: { kind: 'text', title: text('风险名称', 'Name of the risk'), required: true, min: 2, max: 80 },
      riskReason: {
        ...reason,
        title: text('为什么', 'Why'),
        hint: text('同一场所查出三次以上，应当登记', 'Found three times at one place: raise it'),
      },
      riskDimension: {
        kind: 'choice',
        title: text('领域', 'Dimension'),
        required: true,
        options: {
          publicSafety: text('公共安全', 'Public safety'),
          socialStability: text('社会稳定', 'Social stability'),
          ecological: text('生态环境', 'Ecology'),
          internalManagement: text('内部管理', 'Internal management'),
        },
      },
    },
  },
} as const satisfies Record<string, Form>
