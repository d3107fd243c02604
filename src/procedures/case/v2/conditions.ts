import type { Condition } from '../../../domain/procedure/condition.ts'

/** What the steps of this version ask besides. */

// As recorded: a step that changes the procedure answers the question itself.
export const IS_RETRIAL_REVIEW: Condition = { the: 'civilTrack', recorded: true, is: ['retrialReview'] }
export const IS_NO_RETRIAL_REVIEW: Condition = { not: IS_RETRIAL_REVIEW }
export const IS_CRIMINAL_RETRIAL: Condition = { the: 'criminalTrack', recorded: true, is: ['retrial'] }

/** Nothing of the special procedure, and no ruling on an application, is open to one (民诉法解释 arts 378, 381). */
export const RETRIAL_FITS: Condition = {
  any: [{ the: 'retrialOpen', is: ['no'] }, { not: { the: 'civilTrack', is: ['special', 'retrialReview'] } }],
}

/** Asked for less than so many days after. */
const askedWithin = (asked: string, since: string, days: number): Condition => ({
  not: { day: { field: asked }, notBefore: { field: since }, days },
})

/**
 * Posted in time; received in time and recorded later; or one of the four grounds that count six months from when they were known
 * (民诉法 art. 216). Six months have 184 days at most.
 */
export const LATE_FITS: Condition = {
  any: [
    { the: 'lateGround', is: ['posted'] },
    { all: [{ the: 'lateGround', is: ['received'] }, askedWithin('retrialAskedOn', 'effectiveOn', 185)] },
    { all: [{ the: 'lateGround', is: ['ownStart'] }, askedWithin('retrialAskedOn', 'knownOn', 185)] },
  ],
}

/** In time by the clock, by the day of receipt though it is recorded later, or by the postmark. */
export const ASKED_IN_TIME: Condition = {
  any: [
    { limits: ['timeAgain'], stand: 'inTime' },
    askedWithin('timeAskedOn', 'obstacleEndedOn', 11),
    { the: 'timeAskedHow', is: ['posted'] },
  ],
}

/** In the last six months only (执行程序解释 art. 19). */
export const LAST_SIX_MONTHS: Condition = { limits: ['askEnforcement'], left: 184 }

/** An obstacle from before the last six months stops them from their first day on: eighteen months have 546 days at least. */
export const STILL_SINCE_LAST_MONTHS: Condition = {
  day: { field: 'suspendedFrom' },
  notBefore: { field: 'enforceFrom' },
  days: 546,
}

export const MAY_BE_ENFORCED: Condition = { the: 'enforceable', is: ['yes'] }
