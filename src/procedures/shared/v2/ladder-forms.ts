import type { FieldOf, Fields, Form, Ruled } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { longBefore } from '../v1/boundless.ts'
import { note, reason } from '../v1/common-fields.ts'

/** 督促阶梯: the rungs, and what is asked at each. */

export const RUNGS = {
  blue: text('蓝单：临期', 'Blue: due soon'),
  yellow: text('黄单：进度慢或质量差', 'Yellow: slow or poor'),
  red: text('红单：逾期', 'Red: overdue'),
  circular: text('通报', 'Circular'),
  talk: text('约谈', 'Talk'),
  listed: text('挂牌督办', 'Listed'),
} as const
export type Rung = keyof typeof RUNGS

/** Which rung it is, by the rule. */
export const rung = (ruled: readonly Ruled[]): FieldOf<'choice'> => ({
  kind: 'choice',
  title: text('督办到哪一级', 'Rung reached'),
  hint: text('按规则算出，不能另选', 'Worked out by the rule, not chosen'),
  options: RUNGS,
  ruled,
})

const only = (is: Rung): Fields => ({ colour: rung([{ is }]) })

const higherReason = {
  ...reason,
  title: text('急在哪里', 'Why it is urgent'),
  max: 500,
  when: { field: 'startHigher', is: ['yes'] },
} as const

export const urgeForm = (ruled: readonly Ruled[], supervisor: FieldOf<'post'>): Form => ({
  title: text('催办', 'Urge'),
  fields: {
    startHigher: {
      kind: 'yesNo',
      title: text('紧急，不逐级，直接按现状发', 'Urgent: start at what the matter calls for'),
    },
    higherReason,
    colour: rung(ruled),
    supervisorPost: supervisor,
    words: { kind: 'longText', title: text('要求', 'What is asked'), max: 500 },
  },
})

export const answerForms = {
  slipAck: { title: text('签收催办', 'Acknowledge'), fields: { slipNote: note } },
  slipReport: {
    title: text('报进展', 'Report on the slip'),
    fields: {
      slipReport: { kind: 'longText', title: text('办到哪一步', 'How far it is'), required: true, min: 2, max: 2000 },
      slipObstacle: { kind: 'longText', title: text('卡在哪里', 'What is in the way'), max: 1000 },
    },
  },
  slipAnswer: {
    title: text('书面答复', 'Answer in writing'),
    fields: {
      slipCause: { kind: 'longText', title: text('为什么拖下来', 'Why it came to this'), required: true, max: 2000 },
      slipMeasure: { kind: 'longText', title: text('怎么补上', 'What is done now'), required: true, max: 2000 },
    },
  },
} as const satisfies Record<string, Form>

export const circularForm: Form = {
  title: text('通报', 'Circular'),
  fields: {
    ...only('circular'),
    circularNo: { kind: 'text', title: text('通报文号', 'Number of the circular'), required: true, min: 2, max: 80 },
    circularText: {
      kind: 'longText',
      title: text('通报什么', 'What it says'),
      hint: text('写单位、写事，不写个人', 'Of units and matters, never of a person'),
      required: true,
      max: 2000,
    },
  },
}

export const talkForm: Form = {
  title: text('约谈', 'Talk'),
  fields: {
    ...only('talk'),
    talkedOn: {
      kind: 'date',
      title: text('约谈日期', 'Talked on'),
      required: true,
      notBefore: 'opening',
      notAfter: 'today',
    },
    talkPoints: {
      kind: 'longText',
      title: text('谈了什么', 'What was said'),
      hint: text('同承办单位负责人谈，记事不记人', 'With the head of the unit: what was said, not who somebody is'),
      required: true,
      max: 3000,
    },
    promisedOn: {
      kind: 'date',
      title: text('答应哪天办好', 'Promised by'),
      required: true,
      notBefore: 'today',
      boundless: text('由双方谈定', 'As agreed in the talk'),
    },
  },
}

export const listingForms = {
  slipListing: {
    title: text('挂牌督办', 'List it'),
    fields: {
      ...only('listed'),
      listWhy: { ...reason, title: text('为什么挂牌', 'Why it is listed') },
      delistIf: { kind: 'longText', title: text('摘牌条件', 'What must hold to delist'), required: true, max: 1000 },
      listUntil: {
        kind: 'date',
        title: text('挂牌到哪天', 'Listed until'),
        required: true,
        notBefore: 'today',
        boundless: text('由挂牌的领导定', 'Set by the leader who lists it'),
      },
    },
  },
  slipDelisting: {
    title: text('摘牌', 'Delist'),
    fields: {
      causeGone: {
        kind: 'choice',
        title: text('挂牌的原因', 'The cause of the listing'),
        required: true,
        options: { gone: text('核过，已经消除', 'Checked: it is gone') },
      },
      causeChecked: { kind: 'longText', title: text('怎么核的', 'How it was checked'), required: true, max: 1000 },
      delistedOn: {
        kind: 'date',
        title: text('摘牌日期', 'Delisted on'),
        required: true,
        notAfter: 'today',
        boundless: longBefore,
      },
    },
  },
} as const satisfies Record<string, Form>

export const endForms = {
  slipSettle: {
    title: text('销单', 'Close the slip'),
    fields: {
      settledHow: { kind: 'longText', title: text('落实了什么', 'What was done about it'), required: true, max: 1000 },
    },
  },
  slipBack: {
    title: text('撤回发错的单', 'Take a slip back'),
    fields: { slipBackReason: { ...reason, title: text('错在哪里', 'What was wrong with it') } },
  },
} as const satisfies Record<string, Form>
