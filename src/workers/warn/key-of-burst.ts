import type { SeriesKey } from '../../domain/warnings/series-key.ts'
import type { Burst } from './choose-bursts.ts'

/** The series that a burst is about; of a ring its middle and how many places it has. */
export const keyOfBurst = ({ point, subject, of }: Burst): SeriesKey => ({
  subject: subject as SeriesKey['subject'],
  of,
  family: point.family,
  step: point.step,
})
