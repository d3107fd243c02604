import type { Condition } from '../../../domain/procedure/condition.ts'

/** What several steps of a case ask. */

export const isFamily = (...families: readonly string[]): Condition => ({ the: 'category', is: families })

/** Of a civil case: one hearing more at most, no public notice. */
export const IS_SIMPLE: Condition = { the: 'civilTrack', is: ['simple', 'small'] }

/** Three days of notice, and ten for the indictment, bind none of these (民诉法 art. 163; 刑诉法 arts 219, 224; 行诉解释 art. 103). */
export const NO_SET_NOTICE: Condition = {
  any: [
    IS_SIMPLE,
    { the: 'criminalTrack', is: ['simplified', 'simplifiedLong', 'fast', 'fastLong'] },
    { the: 'adminTrack', is: ['simplified'] },
  ],
}

/** Nobody is tried before the indictment was served. */
export const INDICTED: Condition = {
  any: [
    { not: { the: 'category', is: ['criminal'] } },
    { the: 'criminalTrack', is: ['private', 'retrial', 'appeal'] },
    { the: 'indictmentServedOn', recorded: true },
  ],
}

/** Nothing above it to appeal to. */
const IS_LAST_INSTANCE: Condition = {
  any: [
    { the: 'civilTrack', is: ['small', 'special', 'appeal', 'appealRuling'] },
    { the: 'criminalTrack', is: ['appeal'] },
    { the: 'adminTrack', is: ['appeal'] },
  ],
}

/** What is final from the first is not open to appeal; a judgment of the first instance is, and so is the ruling that dismisses an action. */
export const APPEAL_FITS: Condition = {
  any: [
    { all: [IS_LAST_INSTANCE, { the: 'appealable', is: ['no'] }] },
    { all: [{ not: IS_LAST_INSTANCE }, { the: 'appealable', is: ['yes'] }] },
    {
      all: [
        { not: IS_LAST_INSTANCE },
        { the: 'decisionKind', is: ['ruling'] },
        { not: { the: 'result', is: ['actionDismissed'] } },
      ],
    },
  ],
}

/** To dismiss an action is a ruling, never a judgment (民诉法 art. 157). */
export const DISMISSED_BY_RULING: Condition = {
  any: [{ not: { the: 'result', is: ['actionDismissed'] } }, { the: 'decisionKind', is: ['ruling'] }],
}
export const ACTION_DISMISSED: Condition = { the: 'result', is: ['actionDismissed'] }

/** Every side was served, each apart. */
export const ALL_SERVED: Condition = { seat: 'party', every: ['answered'] }

/** A judgment of the first instance follows a hearing; special procedure and second instance may do without. */
export const HEARD: Condition = {
  any: [
    { the: 'decisionKind', is: ['ruling'] },
    { the: 'civilTrack', is: ['special', 'appeal'] },
    { the: 'criminalTrack', is: ['appeal', 'retrial'] },
    { the: 'adminTrack', is: ['appeal'] },
    { the: { rounds: 'holdHearing' }, atLeast: 1 },
  ],
}

/** What was heard by the ordinary procedure does not become a simple case (民诉法解释 art. 260). */
export const CONVERSION_FITS: Condition = {
  any: [
    { the: 'civilTrack', is: ['ordinary'] },
    { the: 'fromTrack', is: ['small'] },
    { the: { rounds: 'holdHearing' }, atMost: 0 },
  ],
}

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

/** 终本: all five, one of them more than three months since filing (2016 rules art. 1). Three months have 92 days at most. */
export const MAY_END_FOR_NOW: Condition = {
  all: [
    { the: 'noticeSentOn', given: true },
    { the: 'reportOrdered', is: ['yes'] },
    { the: 'searchFinishedOn', given: true },
    { the: 'found', is: ['none', 'some'] },
    { the: 'sanctionsConsidered', is: ['yes'] },
    { the: 'consumptionLimited', is: ['yes'] },
    { the: 'debtorSought', given: true },
    { day: 'today', notBefore: { field: 'filedOn' }, days: 93 },
  ],
}
