import { SERIES_STEPS, SERIES_SUBJECTS, type SeriesStep, type SeriesSubject } from './warning-view.ts'

/** Which series: whose matters, of which kind and category, in days or weeks. */
export type SeriesKey = {
  readonly subject: SeriesSubject
  /** A unit, or the number of a record. */
  readonly of: string
  /** `kind/category`. */
  readonly family: string
  readonly step: SeriesStep
}

/** A series by its name: `place:dongpu:report/facility:week`. */
export const seriesName = ({ subject, of, family, step }: SeriesKey): string => `${subject}:${of}:${family}:${step}`

const NAME = /^(\w{1,20}):([^:]{1,120}):([^:/]{1,60}\/[^:/]{0,60}):(\w{1,10})$/

/** The series that a name means; undefined for anything else. */
export function parseSeriesName(name: string): SeriesKey | undefined {
  const [, subject, of, family, step] = NAME.exec(name) ?? []
  const isSubject = SERIES_SUBJECTS.find((each) => each === subject)
  const isStep = SERIES_STEPS.find((each) => each === step)
  return isSubject && isStep && of && family ? { subject: isSubject, of, family, step: isStep } : undefined
}

/** Kind and category of a family. */
export function familyParts(family: string): { readonly kind: string; readonly category?: string } {
  const [kind = '', category] = family.split('/')
  return category ? { kind, category } : { kind }
}
