import type { Guard } from '../procedure.ts'

/**
 * What every procedure demands, beside the guards a definition names; `guard-refused` may carry one of them.
 * - `notTheUnitComplainedAbout`: a complaint about a unit never goes to it or below it
 * - `hasUnitAbove`: there is a next tier to escalate to
 * - `clockRunning`: the time limit to pause is running and knows pauses
 * - `notBarred`: who declared an interest, is complained about, or handled or decided the matter before takes no part
 * - `notNamed`: nobody sits in a matter that names them as one from whom it is hidden
 * - `holderDue`: whoever signs for it, answers or refuses was asked and has not done so yet
 * - `clockPaused`: the time limit to count again is paused
 * - `mayCross`: what is kept from some people here, or belongs to an exercise, is never sent to another office
 * - `officesAgreed`: both offices agreed that matters go between them this way, and there is a unit that takes them in
 * - `notOwnPart`: who acts for another post approves, checks and ends nothing in which they have a part by a post of their own, and the other way round
 * - `handOver`: the post that is to receive a matter may sit where the other sat
 * - `sameComplaint`: a matter that names a complaint, or one for few, is hidden from the same unit or people, so that its own record tells nothing
 */
export type Demand =
  | Guard
  | 'notTheUnitComplainedAbout'
  | 'hasUnitAbove'
  | 'clockRunning'
  | 'clockPaused'
  | 'sameComplaint'
  | 'notBarred'
  | 'notNamed'
  | 'mayCross'
  | 'officesAgreed'
  | 'holderDue'
  | 'notOwnPart'
  | 'handOver'
