/** What an office sets for its warnings. */
export type WarningSettings = {
  /** False alarms it allows itself a month, all series together; 0 switches warnings off. */
  readonly perMonth: number
  /** From which hour of the day the day before is judged, once what came in on paper is entered. */
  readonly hour: number
}

export const WARNING_DEFAULTS: WarningSettings = { perMonth: 2, hour: 5 }
