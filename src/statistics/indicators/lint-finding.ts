import type { Outcome } from './outcome-book.ts'

/** Something about a formula that whoever reads its value has to know, with the numbers that show it. */
export type LintFinding =
  /** A count the book does not know. */
  | { readonly code: 'unknown-measure'; readonly name: string }
  /** A share, ratio or rate that is not one count over another: it has no interval, so chance cannot be told apart. */
  | { readonly code: 'no-fraction' }
  /** With nothing done it has a value all the same. */
  | { readonly code: 'value-of-nothing'; readonly value: number }
  /** It has no value for `matters` matters, all ended one way. */
  | { readonly code: 'no-value'; readonly outcome: Outcome; readonly matters: number }
  /** However matters end, its value is the same. */
  | { readonly code: 'never-changes'; readonly value: number }
  /** All at their best give a worse value than all at their worst: what is wanted is written the wrong way round. */
  | { readonly code: 'wrong-way'; readonly best: number; readonly worst: number }
  /** Even with every matter ended the best way it lies outside its range. */
  | { readonly code: 'best-outside-range'; readonly value: number }
  /** All but one of `matters` matters ended the worst way, and it lies in its range. */
  | { readonly code: 'worst-inside-range'; readonly value: number; readonly outcome: Outcome; readonly matters: number }
  /** A share below nothing or above the whole, with matters all ended one way, or (null) in several. */
  | { readonly code: 'no-part-of-whole'; readonly value: number; readonly outcome: Outcome | null }
  /** One matter decides; so many are needed before the range can be missed by more than chance. */
  | { readonly code: 'one-decides'; readonly fewest: number }
  /** A worse outcome gives a better value, though the denominator stays. */
  | { readonly code: 'not-monotone'; readonly exchange: Exchange }
  /** A worse outcome gives a better value, because the matter leaves or enters the denominator. */
  | { readonly code: 'gameable-denominator'; readonly exchange: Exchange }

/** One matter of many ends up worse than it did, and the value looks better. */
export type Exchange = {
  readonly from: Outcome
  readonly to: Outcome
  readonly before: number
  readonly after: number
  /** Matters there are in the example. */
  readonly matters: number
}
