import type { FieldOf, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { materials, note, reason } from '../../shared/v1/common-fields.ts'
import { documentNo, reasoned, satisfaction, served, servedHow } from './opinion-fields.ts'

const REVIEWED = {
  uphold: text('维持', 'Upheld'),
  change: text('变更', 'Changed'),
  revoke: text('撤销，重新办理', 'Revoked; to be handled anew'),
} as const

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

export const petitionReviewForms = {
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
} as const satisfies Record<string, Form>
