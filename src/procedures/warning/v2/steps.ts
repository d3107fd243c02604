import type { Condition } from '../../../domain/procedure/condition.ts'
import type { Step } from '../../../domain/procedure/procedure.ts'
import type { Taker } from '../../../domain/procedure/taker.ts'
import { text } from '../../../domain/wording/text.ts'
import { commonSteps } from '../../shared/v1/common-steps.ts'
import { ownRule } from '../../shared/v1/sources.ts'
import { responsibleSide } from '../../shared/v1/takers.ts'
import { warningSteps } from '../v1/steps.ts'

const JUDGES = responsibleSide('leader', 'triageOfficer')
const ABOUT: readonly Taker[] = (['leader', 'triageOfficer', 'clerk', 'handler', 'inspector'] as const).map((role) => ({
  role,
  is: 'about',
}))

/** Whoever works in the unit it is about: only for the office's own unit does that happen, which has none above it. */
const ownUnit: Condition = { actor: { holds: 'about' } }
/** What is about one's own unit takes a second person. */
const aSecondForOwn: Condition = { any: [{ not: ownUnit }, { not: { actor: 'handled' } }] }
/** Who objected stays the second person: who proposes anew, or makes a matter of it, is another, or nobody were left to confirm. */
const notWhoObjected: Condition = { any: [{ not: ownUnit }, { not: { actor: 'verified' } }] }
/** Ours, no law's: a season. */
const MOST_WATCHED = 90
const notTooLong: Condition = { not: { day: { field: 'watchUntil' }, notBefore: 'today', days: MOST_WATCHED + 1 } }

const { makeMatter, watch, dismiss, sayOutcome, correctOutcome, goesOn } = warningSteps
/** A note on a warning is no handling of it: who wrote one may still confirm. */
const { handles: _, ...recordProgress } = commonSteps.recordProgress

/** What is said otherwise than in the first version, and what is new. */
export const judgingSteps = {
  giveStatement: {
    title: text('写情况说明', 'Give a statement'),
    from: ['raised', 'watched', 'proposed', 'followed'],
    by: ABOUT,
    form: 'statement',
    aside: true,
    answers: 'about',
    raises: ['responsible'],
    source: ownRule,
    tells: text('研判的单位', 'The unit that judges'),
    told: text('写了情况说明', 'gave a statement'),
  },
  recordProgress,
  // Handed to a unit below, it would be dismissed there by one person.
  handOver: { ...commonSteps.handOver, guards: [{ not: ownUnit }] },
  makeMatter: { ...makeMatter, handles: true, guards: [notWhoObjected] },
  watch: { ...watch, guards: [...watch.guards, notTooLong] },
  watchLonger: {
    title: text('再观察', 'Watch longer'),
    from: ['watched'],
    by: JUDGES,
    form: 'watchLonger',
    guards: [{ the: { rounds: 'watchLonger' }, atMost: 1 }, notTooLong],
    aside: true,
    cancels: ['watch'],
    starts: ['watch'],
    source: ownRule,
    told: text('说明理由，再观察', 'watches it longer, with a reason'),
  },
  dismiss: { ...dismiss, guards: [{ not: ownUnit }] },
  proposeDismissal: {
    title: text('拟不立', 'Propose to dismiss'),
    from: ['raised'],
    to: 'proposed',
    by: JUDGES,
    form: 'dismissal',
    guards: [ownUnit, notWhoObjected],
    handles: true,
    raises: ['responsible'],
    source: ownRule,
    tells: text('另一位能研判的人，由他确认', 'Another who may judge, to confirm it'),
    told: text('拟不立，等另一人确认', 'proposes to dismiss it; another has to confirm'),
  },
  confirmDismissal: {
    title: text('确认不立', 'Confirm the dismissal'),
    from: ['proposed'],
    to: dismiss.to,
    by: JUDGES,
    form: 'confirmation',
    guards: ['notTheHandler'],
    verifies: true,
    meets: ['judge'],
    source: ownRule,
    told: text('确认不立', 'confirmed the dismissal'),
  },
  object: {
    title: text('不同意，再研判', 'Object: judge again'),
    from: ['proposed'],
    to: 'raised',
    by: JUDGES,
    form: 'objection',
    guards: ['notTheHandler'],
    verifies: true,
    clears: ['verdict', 'cause', 'dismissReason'],
    raises: ['responsible'],
    source: ownRule,
    told: text('不同意不立，再研判', 'objected to the dismissal'),
  },
  sayOutcome: { ...sayOutcome, guards: [aSecondForOwn] },
  correctOutcome: { ...correctOutcome, guards: [aSecondForOwn] },
  goesOn: { ...goesOn, from: ['raised', 'proposed', 'followed'] },
} as const satisfies Record<string, Step>
