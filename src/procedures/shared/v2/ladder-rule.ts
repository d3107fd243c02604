import type { Condition } from '../../../domain/procedure/condition.ts'
import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import type { Ruled } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { ownRule } from '../v1/sources.ts'
import type { Rung } from './ladder-forms.ts'
import { ladderSources } from './sources-ladder.ts'

/** Which rung a matter has come to: worked out from its own time limits and from what the last slip brought. */

export type Measure = {
  /** The matter's own limits: near one of them is blue, past it red. */
  readonly limits: readonly string[]
  /** Behind schedule or poor: yellow. */
  readonly slow: Condition
}

/** What the urged unit owes for a slip. */
export const ASKED_CLOCKS = ['slipAck', 'slipReport', 'slipAnswer', 'slipPromise'] as const

export const standing = (...rungs: readonly Rung[]): Condition => ({ the: 'colour', recorded: true, is: rungs })
export const late = ({ limits }: Measure): Condition => ({ limits, stand: 'late' })
export const near = ({ limits }: Measure): Condition => ({ limits, left: 'slipNear' })
/** What the last slip asks for has its time. */
export const NOT_WAITING: Condition = {
  not: { limits: ASKED_CLOCKS, stand: 'inTime' },
}
/** A slip that nobody acknowledged in time says that it is slow. */
const slowOrSilent = ({ slow }: Measure): Condition => ({
  any: [slow, { limits: ['slipAck', 'slipReport'], stand: 'late' }],
})

/** That something is to be urged at all. */
export const calledFor = (measure: Measure): Condition => ({ any: [near(measure), slowOrSilent(measure)] })

const HIGHER: Condition = { the: 'startHigher', is: ['yes'] }

/**
 * 宿迁: the colour is what the matter calls for. 三明: one rung above the one before, unless it is urgent. So a late matter that
 * nobody urged is first reminded, and never gets a colour that its own limits do not bear out.
 */
export const colourRule = (measure: Measure): readonly Ruled[] => [
  { is: 'red', if: { all: [late(measure), { any: [HIGHER, standing('yellow', 'red')] }] } },
  {
    is: 'yellow',
    if: {
      all: [{ any: [late(measure), slowOrSilent(measure)] }, { any: [HIGHER, standing('blue', 'yellow', 'red')] }],
    },
  },
  { is: 'blue' },
]

const dayBefore = [{ before: { length: 1, unit: 'workingDay' } }] as const

export const ladderDeadlines = {
  /** No clock: how many days before a limit a blue slip may be sent, which each county sets for itself. */
  slipNear: {
    code: 'LAD-P1',
    title: text('临期：还剩几天起可发蓝单', 'Due soon: days left from which a blue slip may be sent'),
    length: 3,
    unit: 'calendarDay',
    roll: 'none',
    warn: [],
    source: ladderSources.colours,
  },
  slipAck: {
    code: 'LAD-P2',
    title: text('签收蓝单', 'Acknowledge a blue slip'),
    length: 1,
    unit: 'workingDay',
    roll: 'none',
    when: { field: 'colour', is: ['blue'] },
    warn: [],
    escalation: [{ after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('督促签收', 'Supervise') }],
    source: ownRule,
  },
  slipReport: {
    code: 'LAD-P3',
    title: text('黄单后报进展', 'Report after a yellow slip'),
    length: 3,
    unit: 'workingDay',
    roll: 'none',
    when: { field: 'colour', is: ['yellow'] },
    warn: dayBefore,
    escalation: [{ after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('督促报进展', 'Supervise') }],
    source: ownRule,
  },
  slipAnswer: {
    code: 'LAD-P4',
    title: text('红单、通报后书面答复', 'Answer a red slip or a circular in writing'),
    length: 3,
    unit: 'workingDay',
    roll: 'none',
    when: { field: 'colour', is: ['red', 'circular'] },
    warn: dayBefore,
    escalation: [{ after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('督促答复', 'Supervise') }],
    source: ownRule,
  },
  slipPromise: {
    code: 'LAD-P5',
    title: text('约谈时答应的日子', 'The day promised in the talk'),
    length: { dayIn: 'promisedOn' },
    unit: 'calendarDay',
    roll: 'none',
    warn: dayBefore,
    escalation: [{ after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('督促兑现', 'Supervise') }],
    source: ladderSources.talkAndList,
  },
  slipListed: {
    code: 'LAD-P6',
    title: text('挂牌督办期限', 'Listed until'),
    length: { dayIn: 'listUntil' },
    unit: 'calendarDay',
    roll: 'none',
    warn: [{ share: 0.5 }, { before: { length: 3, unit: 'workingDay' } }],
    escalation: [{ after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('督促摘牌', 'Supervise') }],
    source: ladderSources.talkAndList,
  },
} as const satisfies Record<string, DeadlineRule>
