import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import type { Form } from '../../../domain/procedure/form.ts'
import type { State } from '../../../domain/procedure/procedure.ts'
import { type Text, text } from '../../../domain/wording/text.ts'
import { note, reason } from '../v1/common-fields.ts'
import { ownRule } from '../v1/sources.ts'

/** Outcomes, states, forms and limits of what goes to other offices and comes from there; `withCrossings` puts them into a kind. */
export const crossingOutcomes = {
  transferred: text('已移送', 'Handed over to another office'),
  notTakenIn: text('没有接收，退回', 'Not taken in, sent back'),
  recalledThere: text('来件的地方撤回', 'Asked back by who sent it'),
  answeredElsewhere: text('由上级或下级办结', 'Ended by the office it was sent to'),
}

const goneUp = text('已经转到上级，正在等答复', 'It went up to the level above; we wait for its answer')
const goneDown = text('已经交给下级办理', 'It was given to the level below')
const goneOver = text(
  '已经移送有权办理的地方，正在等接收',
  'It went to the place that may handle it; we wait until it is taken',
)
/** Once it is taken, the other office's limits count. */
const theirLimits = text(
  '对方已接收，按对方的期限办；本件没有停的期限接着走',
  'Taken there, under that office’s limits; ours that were not stopped run on',
)

export const crossingStates = {
  arrived: {
    title: text('待接收', 'To take in'),
    group: 'open',
    public: text('转到这里，等待接收', 'Arrived; to be taken in'),
  },
  notTakenIn: {
    title: text('没有接收', 'Not taken in'),
    group: 'done',
    outcome: 'notTakenIn',
    public: text('不归这里办，退回了来件的地方', 'Not for this place; sent back'),
  },
  recalledThere: {
    title: text('已被撤回', 'Asked back'),
    group: 'done',
    outcome: 'recalledThere',
    public: text('来件的地方撤回了', 'Asked back by who sent it'),
  },
  endedThere: {
    title: text('对方办完，待了结', 'Ended there, to close'),
    group: 'open',
    public: text('接手的地方办完了', 'The place that took it has ended it'),
  },
  answeredElsewhere: {
    title: text('已由对方办结', 'Ended elsewhere'),
    group: 'done',
    outcome: 'answeredElsewhere',
    public: text('接手的地方办结了', 'Ended by the place that took it'),
  },
} as const satisfies Record<string, State>

const waiting = (zh: string, en: string, told: Text) =>
  ({ title: text(zh, en), group: 'waiting', public: told }) as const satisfies State

export const upStates = {
  sentUp: waiting('已上报，待上级接收', 'Sent up, not taken yet', goneUp),
  heldAbove: { ...waiting('上级在办', 'Handled above', goneUp), clockless: theirLimits },
} as const satisfies Record<string, State>

export const downStates = {
  sentDown: waiting('已交下级，待接收', 'Sent down, not taken yet', goneDown),
  heldBelow: { ...waiting('下级在办', 'Handled below', goneDown), clockless: theirLimits },
} as const satisfies Record<string, State>

export const overStates = {
  sentOver: waiting('已移送，待接收', 'Handed over, not taken yet', goneOver),
  transferred: {
    title: text('已移送', 'Handed over'),
    group: 'done',
    outcome: 'transferred',
    public: text('已经移送，由接收的地方办理', 'Handed over to the place that handles it'),
  },
} as const satisfies Record<string, State>

const sendForm = (title: Text, stands: 'above' | 'below' | 'beside') =>
  ({
    title,
    fields: {
      office: {
        kind: 'office',
        title: text('转到哪里', 'To which office'),
        required: true,
        stands: [stands],
        known: false,
      },
      crossingBasis: {
        kind: 'text',
        title: text('依据', 'On what basis'),
        hint: text('写条文或文件，它随件转过去', 'Article or document; it goes along'),
        required: true,
        min: 2,
        max: 200,
        known: false,
      },
      crossingWhy: { ...reason, title: text('为什么转', 'Why'), known: false },
    },
  }) as const satisfies Form

export const upForm = { sendUp: sendForm(text('上报上级', 'Send up'), 'above') }
export const downForm = { sendDown: sendForm(text('交下级办理', 'Send down'), 'below') }
export const overForm = { handOverThere: sendForm(text('移送其他地方', 'Hand over'), 'beside') }

const heard = (zh: string, en: string, max: number) =>
  ({ kind: 'longText', title: text(zh, en), max, known: false }) as const

export const crossingForms = {
  crossingNews: {
    title: text('对方的答复', 'What the other office answered'),
    fields: {
      crossingReference: { kind: 'text', title: text('对方的编号', 'Its number there'), max: 60, known: false },
      crossingOutcome: { ...heard('办理结果', 'Outcome', 200), public: true },
      crossingReason: heard('理由', 'Reason', 1000),
      crossingTold: { ...heard('可以告知的内容', 'What may be told', 5000), public: true },
    },
  },
  takeIn: { title: text('接收', 'Take in'), fields: { note } },
  notTakenIn: {
    title: text('退回来件', 'Send back'),
    fields: {
      reason: { ...reason, means: 'reason', title: text('为什么不接收', 'Why it is not taken in'), known: false },
    },
  },
  askBack: { title: text('撤回', 'Ask back'), fields: { askedBackWhy: { ...reason, known: false } } },
  closeAnswered: { title: text('了结', 'Close'), fields: { closingNote: note } },
} as const satisfies Record<string, Form>

const byDay = [{ before: { length: 1, unit: 'workingDay' } }] as const

export const crossingDeadlines = {
  takeIn: {
    code: 'KS-P1',
    title: text('接收或退回', 'Take in or send back'),
    length: 5,
    unit: 'workingDay',
    roll: 'none',
    warn: byDay,
    escalation: [{ after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('督办', 'Supervise') }],
    source: ownRule,
  },
  crossingAnswer: {
    code: 'KS-P2',
    title: text('等对方接收', 'Wait until it is taken'),
    length: 10,
    unit: 'workingDay',
    roll: 'none',
    warn: byDay,
    escalation: [
      { after: { length: 1, unit: 'workingDay' }, to: 'triageOfficer', title: text('去电催接', 'Telephone') },
    ],
    source: ownRule,
  },
  closeAnswered: {
    code: 'KS-P3',
    title: text('了结', 'Close'),
    length: 5,
    unit: 'workingDay',
    roll: 'none',
    warn: byDay,
    source: ownRule,
  },
} as const satisfies Record<string, DeadlineRule>
