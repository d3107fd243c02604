import type { Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { materials, note, owner, photos, reason } from '../../shared/v1/common-fields.ts'
import { extensionAskedForm, extensionForm, refusalForm } from '../../shared/v1/common-steps.ts'
import { documentNo, reasoned, satisfaction, served, servedHow } from './opinion-fields.ts'

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
      hearingOn: {
        kind: 'date',
        title: text('听证日期', 'Hearing on'),
        required: true,
        notBefore: 'today',
        boundless: text('听证日由决定听证的人定', 'Whoever fixes the hearing sets its day'),
      },
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
      opinionText: reasoned('意见内容', 'What is decided'),
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
      // The draft stands there to be signed as it is or mended; only what is signed is shown to the petitioner.
      opinionText: { ...reasoned('意见内容', 'What is decided'), public: true, known: 'opinionText' },
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
