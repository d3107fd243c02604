import type { Matter } from '../domain/matter/matter.ts'
import { addMilliseconds, type Instant } from '../domain/time/time.ts'
import type { Draft } from '../storage/bulk/bulk-draft.ts'
import type { Move } from './facts.ts'

/**
 * Two units of the demo have habits that make figures rather than work, so that the signs of it (苗头) have something to show: one waits
 * with its answers for the last day of a limit, the other closes what is not done and opens it again.
 */
const WAITS = {
  unit: 'shiqiao',
  steps: [
    'answer',
    'feedBack',
    'callBack',
    'chooseMediator',
    'recordAgreement',
    'recordOralAgreement',
    'confirmPerformance',
    'passReinspection',
    'writeOff',
  ] as readonly string[],
}
const REOPENS = 'yuehu'

const HOUR_MS = 3_600_000
/** Nobody waits longer for the last day of a limit. */
const LONGEST_WAIT_MS = 25 * 24 * HOUR_MS

/** When a step is taken by the habit of its unit: not before `when`, and never after the limit. */
export function habitualMoment({ matter, procedure }: Draft, { step }: Move, when: Instant): Instant {
  if (matter.unitId !== WAITS.unit || !WAITS.steps.includes(step)) return when
  const meets = procedure.steps[step]?.meets ?? []
  const [due] = matter.clocks
    .flatMap(({ state, deadline, dueAt }) => (state === 'running' && meets.includes(deadline) ? [dueAt] : []))
    .sort()
  // A limit ends with its day: some hours before that the office still works.
  const last = due && addMilliseconds(due, -(7 + (matter.version % 3)) * HOUR_MS)
  return last && last > when && Date.parse(last) - Date.parse(when) < LONGEST_WAIT_MS ? last : when
}

/** Whether its unit opens this one again after closing it: once each. */
export const isReopened = ({ unitId, rounds = {} }: Matter): boolean =>
  unitId === REOPENS && (rounds['answer'] ?? 0) + (rounds['feedBack'] ?? 0) === 1
