import type { FieldOf, Form } from '../../../domain/procedure/form.ts'
import type { Mark, Procedure, Step } from '../../../domain/procedure/procedure.ts'
import type { Taker } from '../../../domain/procedure/taker.ts'
import { text } from '../../../domain/wording/text.ts'
import { orderingSide } from '../v1/takers.ts'
import { answerForms, circularForm, endForms, listingForms, talkForm, urgeForm } from './ladder-forms.ts'
import {
  ASKED_CLOCKS,
  calledFor,
  colourRule,
  ladderDeadlines,
  late,
  type Measure,
  NOT_WAITING,
  standing,
} from './ladder-rule.ts'
import { ladderSources } from './sources-ladder.ts'

/** 提醒（期限自己提醒）→ 蓝单 → 黄单 → 红单 → 通报 → 约谈 → 挂牌督办: shared steps that a kind spreads into a new version. */

/** Whoever is urged: the responsible unit and those below it. */
const URGED: readonly Taker[] = (['handler', 'inspector', 'mediator', 'clerk', 'leader'] as const).map((role) => ({
  role,
  below: 'responsible',
}))
/** The head of that unit. */
const HEAD: readonly Taker[] = [{ role: 'leader', is: 'responsible' }]

const supervisorPost: FieldOf<'post'> = {
  kind: 'post',
  title: text('督办岗位', 'Supervising post'),
  hint: text('黄单要定谁来督', 'A yellow slip says who supervises'),
  required: true,
  when: { field: 'colour', is: ['yellow'] },
  roles: ['leader', 'triageOfficer', 'verifier', 'reviewer'],
}

const askingSteps = (measure: Measure, listing: boolean): Record<string, Step> => ({
  urge: {
    title: text('催办', 'Urge'),
    from: 'open',
    by: orderingSide('triageOfficer', 'leader', 'clerk'),
    form: 'urge',
    aside: true,
    guards: [calledFor(measure), { not: standing('circular', 'talk', 'listed') }, NOT_WAITING],
    starts: ['slipAck', 'slipReport', 'slipAnswer'],
    issues: ['slip'],
    raises: [
      'owner',
      { seat: 'responsible', role: 'leader', if: { the: 'colour', is: ['yellow', 'red'] } },
      ...(listing ? [{ seat: 'supervisor', if: { the: 'colour', is: ['yellow'] } } as const] : []),
      { seat: 'ordering', role: 'leader', if: { the: 'colour', is: ['red'] } },
    ],
    source: ladderSources.colours,
    tells: text(
      '蓝单：承办人；黄单：另加本单位领导；红单：再加分管领导',
      'Blue: the handler; yellow: also the head of the unit; red: also the leader in charge',
    ),
    told: text('按规则发单催办', 'urged it by the rule'),
  },
  circulate: {
    title: text('通报', 'Circular'),
    from: 'open',
    by: orderingSide('leader'),
    form: 'circular',
    aside: true,
    guards: [standing('red'), NOT_WAITING, late(measure)],
    starts: ['slipAnswer'],
    issues: ['circular'],
    raises: [{ seat: 'responsible', role: 'leader' }, 'owner', { seat: 'ordering', role: 'leader' }],
    source: ladderSources.talkAndList,
    tells: text('本条线各单位，只说单位和事', 'All units of the line: units and matters only'),
    told: text('发了通报', 'sent a circular'),
  },
  talk: {
    title: text('约谈', 'Talk'),
    from: 'open',
    by: orderingSide('leader'),
    form: 'talk',
    aside: true,
    guards: [standing('circular'), NOT_WAITING, late(measure)],
    starts: ['slipPromise'],
    issues: ['talkRecord'],
    raises: [{ seat: 'responsible', role: 'leader' }, 'owner'],
    source: ladderSources.talkAndList,
    tells: text('承办单位负责人', 'The head of the unit'),
    told: text('约谈了承办单位负责人', 'talked with the head of the unit'),
  },
})

const answeringSteps: Record<string, Step> = {
  ackSlip: {
    title: text('签收催办', 'Acknowledge'),
    from: 'open',
    by: URGED,
    form: 'slipAck',
    aside: true,
    guards: [standing('blue')],
    meets: ['slipAck'],
    told: text('签收了蓝单', 'acknowledged the blue slip'),
  },
  reportOnSlip: {
    title: text('报进展', 'Report on slip'),
    from: 'open',
    by: URGED,
    form: 'slipReport',
    aside: true,
    guards: [standing('yellow')],
    meets: ['slipAck', 'slipReport'],
    raises: ['ordering'],
    told: text('按黄单报了进展', 'reported after the yellow slip'),
  },
  answerSlip: {
    title: text('书面答复', 'Answer in writing'),
    from: 'open',
    by: HEAD,
    form: 'slipAnswer',
    aside: true,
    guards: [standing('red', 'circular', 'talk')],
    meets: ['slipAck', 'slipReport', 'slipAnswer', 'slipPromise'],
    raises: ['ordering'],
    told: text('书面答复了督办', 'answered in writing'),
  },
}

const endingSteps = (measure: Measure, listing: boolean): Record<string, Step> => ({
  settleSlip: {
    title: text('销单', 'Close slip'),
    from: 'open',
    by: orderingSide('triageOfficer', 'leader', 'clerk'),
    form: 'slipSettle',
    aside: true,
    guards: [standing('blue', 'yellow', 'red', 'circular', 'talk'), { not: late(measure) }, 'notTheHandler'],
    cancels: ASKED_CLOCKS,
    clears: ['colour'],
    told: text('落实了，销单', 'closed the slip: done'),
  },
  takeBackSlip: {
    title: text('撤回发错的单', 'Take slip back'),
    from: 'open',
    by: orderingSide('triageOfficer', 'leader'),
    form: 'slipBack',
    aside: true,
    guards: [
      { the: 'colour', recorded: true },
      // The urged unit never takes back what urges it; within one unit the tier above does.
      { any: [standing('blue', 'yellow'), { not: { actor: { holds: 'responsible' } } }] },
      'notTheHandler',
    ],
    cancels: [...ASKED_CLOCKS, ...(listing ? ['slipListed'] : [])],
    clears: ['colour'],
    revokes: ['slip', 'circular', ...(listing ? ['slipListing'] : [])],
    raises: ['owner'],
    told: text('撤回了发错的单', 'took back a slip sent wrongly'),
  },
})

const listingSteps = (measure: Measure): Record<string, Step> => ({
  listSlip: {
    title: text('挂牌督办', 'List'),
    from: 'open',
    by: orderingSide('leader'),
    form: 'slipListing',
    aside: true,
    guards: [standing('talk'), NOT_WAITING, late(measure)],
    starts: ['slipListed'],
    issues: ['slipListing'],
    raises: [{ seat: 'responsible', role: 'leader' }, 'owner', { seat: 'ordering', role: 'leader' }],
    source: ladderSources.talkAndList,
    tells: text('被挂牌的单位', 'The listed unit'),
    told: text('挂牌督办', 'listed it'),
  },
  delistSlip: {
    title: text('摘牌', 'Delist'),
    from: 'open',
    by: orderingSide('leader'),
    form: 'slipDelisting',
    aside: true,
    guards: [standing('listed'), { not: late(measure) }, 'notTheHandler', { not: { actor: { holds: 'responsible' } } }],
    meets: ['slipListed'],
    cancels: ASKED_CLOCKS,
    clears: ['colour'],
    issues: ['slipDelisting'],
    revokes: ['slipListing'],
    source: ladderSources.talkAndList,
    told: text('核过原因消除，摘牌', 'delisted it: the cause is gone'),
  },
})

const MARK: Mark = {
  field: 'colour',
  tones: { blue: 'blue', yellow: 'yellow', red: 'red', circular: 'red', talk: 'red', listed: 'red' },
}

const { slipListing, slipDelisting } = {
  slipListing: { title: text('挂牌督办通知书', 'Listing notice'), source: ladderSources.talkAndList },
  slipDelisting: { title: text('摘牌通知书', 'Delisting notice'), source: ladderSources.talkAndList },
}

/** A version with the ladder. `listing`: the kind has no listing of its own. */
export function withLadder(procedure: Procedure, measure: Measure, listing: boolean): Procedure {
  const { slipListed, ...clocks } = ladderDeadlines
  const forms: Record<string, Form> = {
    ...answerForms,
    ...endForms,
    // Where a kind lists by itself, the supervising leader is the one of its listing.
    urge: urgeForm(colourRule(measure), listing ? { ...supervisorPost, sets: 'supervisor' } : supervisorPost),
    circular: circularForm,
    talk: talkForm,
    ...(listing ? listingForms : {}),
  }
  return {
    ...procedure,
    forms: { ...procedure.forms, ...forms },
    documents: {
      ...procedure.documents,
      slip: { title: text('催办督办单', 'Slip'), source: ladderSources.colours },
      circular: { title: text('通报', 'Circular'), source: ladderSources.talkAndList },
      talkRecord: { title: text('约谈记录', 'Record of the talk'), source: ladderSources.talkAndList },
      ...(listing ? { slipListing, slipDelisting } : {}),
    },
    deadlines: { ...procedure.deadlines, ...clocks, ...(listing ? { slipListed } : {}) },
    steps: {
      ...procedure.steps,
      ...askingSteps(measure, listing),
      ...answeringSteps,
      ...endingSteps(measure, listing),
      ...(listing ? listingSteps(measure) : {}),
    },
    mark: MARK,
    ledger: [
      ...procedure.ledger.filter(({ field }) => field !== 'colour'),
      { field: 'colour', title: text('督办到哪一级', 'Rung reached') },
      { field: 'circularNo', title: text('通报文号', 'Circular') },
      { field: 'promisedOn', title: text('约谈承诺日期', 'Promised by') },
    ],
  }
}
