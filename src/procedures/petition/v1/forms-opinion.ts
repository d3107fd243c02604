import type { FieldOf, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { materials, note, owner, photos, reason } from '../../shared/v1/common-fields.ts'
import { extensionAskedForm, extensionForm, refusalForm } from '../../shared/v1/common-steps.ts'

const documentNo: FieldOf<'text'> = {
  kind: 'text',
  title: text('意见书编号', 'Number of the opinion'),
  required: true,
  max: 60,
}

const served = {
  kind: 'date',
  title: text('送达日期', 'Served on'),
  required: true,
  notAfter: 'today',
} as const
const servedHow: FieldOf<'choice'> = {
  kind: 'choice',
  title: text('送达方式', 'How served'),
  required: true,
  options: {
    direct: text('当面送达', 'In person'),
    mail: text('邮寄送达', 'By post'),
    left: text('留置送达', 'Left with witnesses'),
    code: text('凭查询码阅取', 'Read under the query code'),
    notice: text('公告送达', 'By public notice'),
  },
}
const SATISFACTION = {
  satisfied: text('满意', 'Satisfied'),
  basic: text('基本满意', 'Mostly satisfied'),
  dissatisfied: text('不满意', 'Not satisfied'),
} as const
const satisfaction: FieldOf<'choice'> = {
  kind: 'choice',
  title: text('满意度', 'Satisfaction'),
  options: SATISFACTION,
}
const REVIEWED = {
  uphold: text('维持', 'Upheld'),
  change: text('变更', 'Changed'),
  revoke: text('撤销，重新办理', 'Revoked; to be handled anew'),
} as const
const reasoned = (zh: string, en: string): FieldOf<'longText'> => ({
  kind: 'longText',
  title: text(zh, en),
  required: true,
  min: 2,
  max: 5000,
})
const outerOrgan: FieldOf<'text'> = {
  kind: 'text',
  title: text('作出意见的机关', 'Organ that decided'),
  required: true,
  max: 80,
  public: true,
}

const review = {
  reviewOpinion: {
    kind: 'choice',
    title: text('复查意见', 'Review opinion'),
    required: true,
    options: REVIEWED,
    public: true,
  },
  reviewText: { ...reasoned('复查认定的事实和理由', 'Facts and reasons of the review'), public: true },
  reviewNo: { ...documentNo, title: text('复查意见书编号', 'Number of the review opinion') },
} as const
const recheck = {
  recheckOpinion: {
    kind: 'choice',
    title: text('复核意见', 'Re-review opinion'),
    required: true,
    options: REVIEWED,
    public: true,
  },
  recheckText: { ...reasoned('复核认定的事实和理由', 'Facts and reasons of the re-review'), public: true },
  recheckNo: { ...documentNo, title: text('复核意见书编号', 'Number of the re-review opinion') },
} as const

export const petitionOpinionForms = {
  nameHandler: {
    title: text('指定承办人', 'Name the handler'),
    fields: {
      owner: { ...owner, required: true },
      interestAsked: {
        kind: 'choice',
        title: text('是否问过回避', 'Asked about interests'),
        hint: text('有直接利害关系的应当回避', 'Whoever has a direct interest takes no part'),
        required: true,
        options: {
          none: text('没有利害关系', 'No interest'),
          replaced: text('有，已另行指定', 'There was one; another is named'),
        },
      },
      note,
    },
  },
  fixHearing: {
    title: text('决定听证', 'Fix a hearing'),
    fields: {
      hearingOn: { kind: 'date', title: text('听证日期', 'Hearing on'), required: true, notBefore: 'today' },
      hearingAt: { kind: 'text', title: text('听证地点', 'Where'), required: true, max: 80, public: true },
      hearingWhy: { ...reason, title: text('为什么听证', 'Why a hearing') },
    },
  },
  hearing: {
    title: text('听证记录', 'Record of the hearing'),
    fields: {
      heldOn: {
        kind: 'date',
        title: text('举行日期', 'Held on'),
        required: true,
        notBefore: 'opening',
        notAfter: 'today',
      },
      minutes: reasoned('各方陈述和听证结论', 'What was said and concluded'),
      materials,
    },
  },
  refusal: refusalForm,
  extensionAsked: {
    ...extensionAskedForm,
    fields: {
      ...extensionAskedForm.fields,
      askedDays: { ...extensionAskedForm.fields.askedDays, max: 30 },
    },
  },
  extension: {
    title: text('批准延期', 'Grant more time'),
    fields: {
      extendBy: { ...extensionForm.fields.extendBy, max: 30 },
      reason: { ...reason, title: text('延期理由', 'Reason'), means: 'reason', public: true },
      extensionTold: {
        kind: 'choice',
        title: text('延期理由怎么告知', 'How the reason is told'),
        required: true,
        options: { writing: text('书面', 'In writing'), code: text('凭查询码可看', 'Shown under the query code') },
      },
    },
  },
  draft: {
    title: text('拟写处理意见', 'Draft the opinion'),
    fields: {
      request: reasoned('信访请求', 'Request'),
      facts: reasoned('事实和理由', 'Facts and reasons'),
      opinion: {
        kind: 'choice',
        title: text('处理意见', 'Opinion'),
        required: true,
        options: {
          support: text('支持', 'Supported'),
          explain: text('解释说明', 'Explained'),
          notSupport: text('不支持', 'Not supported'),
        },
      },
      opinionText: { ...reasoned('意见内容', 'What is decided'), public: true },
      legalBasis: {
        kind: 'text',
        title: text('法律、政策依据', 'Legal basis'),
        required: true,
        max: 300,
        public: true,
      },
      materials: { ...materials, title: text('调查材料', 'Papers of the investigation') },
    },
  },
  sign: {
    title: text('审签出具', 'Sign and issue'),
    fields: {
      documentNo,
      signedOn: {
        kind: 'date',
        title: text('出具日期', 'Issued on'),
        required: true,
        notBefore: 'opening',
        notAfter: 'today',
      },
    },
  },
  serve: {
    title: text('送达处理意见书', 'Serve the opinion'),
    fields: { servedOn: { ...served, notBefore: { field: 'signedOn' } }, servedHow, note },
  },
  settle: {
    title: text('登记协议', 'Record the agreement'),
    fields: {
      way: {
        kind: 'choice',
        title: text('怎么达成的', 'How it was reached'),
        required: true,
        options: { mediation: text('调解', 'Mediation'), settlement: text('和解', 'Settlement') },
      },
      consent: {
        kind: 'choice',
        title: text('各方是否都同意', 'Every party agrees'),
        required: true,
        options: { yes: text('是', 'Yes'), no: text('否', 'No') },
      },
      agreement: reasoned('协议内容', 'What was agreed'),
      agreementNo: { ...documentNo, title: text('协议书编号', 'Number of the agreement') },
      agreedOn: {
        kind: 'date',
        title: text('达成日期', 'Agreed on'),
        required: true,
        notBefore: 'opening',
        notAfter: 'today',
      },
      within: { ...reason, title: text('为什么不超出裁量范围、不违反法律', 'Why it is within discretion and the law') },
      materials: { ...materials, title: text('协议书', 'The agreement') },
    },
  },
  satisfied: {
    title: text('认可处理意见', 'Accept the opinion'),
    fields: {
      satisfaction,
      comment: { kind: 'longText', title: text('还想说的', 'Anything to add'), max: 500 },
    },
  },
  askReview: {
    title: text('申请复查', 'Ask for a review'),
    fields: {
      complaint: {
        kind: 'longText',
        title: text('不服什么、为什么', 'What is contested, and why'),
        required: true,
        max: 1000,
      },
      reviewAskedOn: {
        kind: 'date',
        title: text('申请日期', 'Asked on'),
        hint: text('不填就是今天', 'Today when empty'),
        notBefore: { field: 'servedOn' },
        notAfter: 'today',
      },
      satisfaction,
    },
  },
  nameReviewer: {
    title: text('受理复查', 'Take up the review'),
    fields: {
      verifier: {
        kind: 'post',
        title: text('复查承办岗', 'Who reviews'),
        hint: text('不能是作出处理意见的单位的人', 'Nobody of the unit that decided'),
        required: true,
        roles: ['reviewer', 'verifier', 'leader'],
        sets: 'verifier',
      },
      note,
    },
  },
  review: {
    title: text('出具复查意见', 'Decide the review'),
    fields: {
      ...review,
      legalBasis: {
        kind: 'text',
        title: text('法律、政策依据', 'Legal basis'),
        required: true,
        max: 300,
        public: true,
      },
    },
  },
  outerReview: {
    title: text('登记上级复查意见', 'Record the review by the organ above'),
    fields: { outerOrgan, ...review },
  },
  serveReview: {
    title: text('送达复查意见书', 'Serve the review opinion'),
    fields: { reviewServedOn: { ...served, notBefore: { field: 'servedOn' } }, servedHow },
  },
  askRecheck: {
    title: text('申请复核', 'Ask for a re-review'),
    fields: {
      complaint: {
        kind: 'longText',
        title: text('不服什么、为什么', 'What is contested, and why'),
        required: true,
        max: 1000,
      },
      recheckAskedOn: {
        kind: 'date',
        title: text('申请日期', 'Asked on'),
        hint: text('不填就是今天', 'Today when empty'),
        notBefore: { field: 'reviewServedOn' },
        notAfter: 'today',
      },
      satisfaction,
    },
  },
  recheckHearing: {
    title: text('复核听证，扣除用时', 'Hearing in the re-review'),
    fields: {
      hearingDocument: {
        kind: 'text',
        title: text('听证通知书编号', 'Number of the notice of hearing'),
        required: true,
        max: 60,
        means: 'document',
      },
      hearingReason: { ...reason, title: text('为什么听证', 'Why a hearing'), means: 'reason' },
      excludedFrom: {
        kind: 'date',
        title: text('从哪天起不计入', 'Left out from'),
        required: true,
        notBefore: { field: 'reviewServedOn' },
        notAfter: 'today',
        means: 'pausedFrom',
      },
    },
  },
  recheckHeard: {
    title: text('听证结束', 'The hearing is over'),
    fields: {
      excludedTo: {
        kind: 'date',
        title: text('不计入止于', 'Left out until'),
        required: true,
        notBefore: { field: 'excludedFrom' },
        notAfter: 'today',
        means: 'pausedTo',
      },
      minutes: reasoned('各方陈述和听证结论', 'What was said and concluded'),
      materials,
    },
  },
  recheck: { title: text('出具复核意见', 'Decide the re-review'), fields: recheck },
  outerRecheck: {
    title: text('登记上级复核意见', 'Record the re-review by the organ above'),
    fields: { outerOrgan, ...recheck },
  },
  serveRecheck: {
    title: text('送达复核意见书', 'Serve the re-review opinion'),
    fields: { recheckServedOn: { ...served, notBefore: { field: 'servedOn' } }, servedHow },
  },
  execution: {
    title: text('报送执行情况', 'Report what was carried out'),
    fields: {
      executedOn: {
        kind: 'date',
        title: text('执行日期', 'Carried out on'),
        required: true,
        notBefore: { field: 'servedOn' },
        notAfter: 'today',
      },
      doneWork: reasoned('执行了什么', 'What was done'),
      photos: { ...photos, title: text('佐证材料', 'Evidence'), required: true, min: 1 },
    },
  },
  confirmExecution: {
    title: text('核实执行情况', 'Check what was carried out'),
    fields: { confirmation: { ...reason, title: text('怎么核实的', 'How it was checked') } },
  },
  reportBack: {
    title: text('报送办理结果', 'Report the result back'),
    fields: { result: reasoned('办理结果报告', 'Report'), materials },
  },
  rating: {
    title: text('登记评价', 'Record the rating'),
    fields: {
      satisfaction: { ...satisfaction, required: true },
      ratedOn: {
        kind: 'date',
        title: text('评价日期', 'Rated on'),
        required: true,
        notBefore: 'opening',
        notAfter: 'today',
      },
    },
  },
} as const satisfies Record<string, Form>
