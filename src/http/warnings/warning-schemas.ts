import { z } from 'zod'
import { SERIES_STEPS, SERIES_SUBJECTS } from '../../domain/warnings/warning-view.ts'

/** A page of series: those of one kind and category at a time. */
export const panelsAsked = z.strictObject({
  subject: z.enum(SERIES_SUBJECTS).optional(),
  /** `kind/category`. */
  family: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,60}\/[A-Za-z0-9-]{0,60}$/)
    .optional(),
})

/** A series by its name; a slash in it is written `%2F`. */
export const onePanel = z.strictObject({
  key: z
    .string()
    .max(300)
    .regex(
      new RegExp(
        `^(?:${SERIES_SUBJECTS.join('|')}):[^:]{1,120}:[^:/]{1,60}/[^:/]{0,60}:(?:${SERIES_STEPS.join('|')})$`,
      ),
    ),
})
