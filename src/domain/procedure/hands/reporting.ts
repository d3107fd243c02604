/** What somebody who reported without an account may want to do with the report. */
export type ReporterWish = 'add' | 'withdraw' | 'satisfied' | 'dissatisfied'

/** The side of a kind that residents meet: the steps that fulfil their wishes, and the time limits that promise them something. */
export type Reporting = {
  /** Of several steps for one wish, the one that is open is taken. */
  readonly steps: Readonly<Record<ReporterWish, readonly string[]>>
  /** Deadlines whose end brings the reporter an answer; the form names the first that starts with the report. */
  readonly promises: readonly string[]
}
