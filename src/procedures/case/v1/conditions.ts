import type { Condition } from '../../../domain/procedure/condition.ts'

/** What several steps of a case ask. */

export const isFamily = (...families: readonly string[]): Condition => ({ the: 'category', is: families })

/** One judge, one hearing more at most, no public notice, no three days of notice. */
export const IS_SIMPLE: Condition = { the: 'civilTrack', is: ['simple', 'small'] }

/** Nothing above it to appeal to. */
const IS_LAST_INSTANCE: Condition = {
  any: [
    { the: 'civilTrack', is: ['small', 'special', 'appeal', 'appealRuling'] },
    { the: 'criminalTrack', is: ['appeal'] },
    { the: 'adminTrack', is: ['appeal'] },
  ],
}

/** What is final from the first is not said to be open to appeal. */
export const APPEAL_FITS: Condition = { not: { all: [IS_LAST_INSTANCE, { the: 'appealable', is: ['yes'] }] } }

/** Every side was served, each apart. */
export const ALL_SERVED: Condition = { seat: 'party', every: ['answered'] }

/** Twice at most, in the simple procedure and small claims once (2019 rules art. 3). */
export const MAY_ADJOURN: Condition = {
  all: [
    { the: { rounds: 'adjourn' }, atMost: 1 },
    { any: [{ not: IS_SIMPLE }, { the: { rounds: 'adjourn' }, atMost: 0 }] },
  ],
}

/** By public notice it takes effect thirty days after; the simple procedure knows no such service (2019 rules art. 4). */
export const NOTICE_IS_LAWFUL: Condition = {
  any: [
    { not: { the: 'method', is: ['announcement'] } },
    {
      all: [{ not: IS_SIMPLE }, { day: { field: 'arrivedOn' }, notBefore: { field: 'announcedOn' }, days: 30 }],
    },
  ],
}

/** 终本: all of it, and more than three months since filing (2016 rules art. 1). Three months have 92 days at most. */
export const MAY_END_FOR_NOW: Condition = {
  all: [
    { the: 'noticeSentOn', given: true },
    { the: 'reportOrdered', is: ['yes'] },
    { the: 'searchFinishedOn', given: true },
    { the: 'sanctionsConsidered', is: ['yes'] },
    { day: 'today', notBefore: { field: 'filedOn' }, days: 93 },
  ],
}
