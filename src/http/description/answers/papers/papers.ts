import { z } from 'zod'
import type { LetterheadView, PaperDetail, PaperView, TemplateTaken } from '../../../../domain/views/paper-views.ts'
import { instant, text } from '../common.ts'
import { described, optional } from '../described.ts'

const shown = {
  id: z.string(),
  title: z.string(),
  kinds: z.array(text),
  own: z.boolean(),
  inForce: optional(z.int()),
  since: optional(instant),
  versionCount: z.int(),
}
export const paper = described<PaperView>()(z.strictObject(shown).meta({ id: 'Paper' }))

const column = z.strictObject({ tag: z.string(), title: z.string() })
export const paperDetail = described<PaperDetail>()(
  z
    .strictObject({
      ...shown,
      words: z.array(
        z.strictObject({
          tag: z.string(),
          title: z.string(),
          personal: optional(z.literal(true)),
          columns: optional(z.array(column)),
        }),
      ),
      sources: z.array(z.strictObject({ article: z.string(), mark: z.string(), note: optional(z.string()) })),
      versions: z.array(z.strictObject({ version: z.int(), name: z.string(), at: instant })),
    })
    .meta({ id: 'PaperDetail' }),
)

export const templateTaken = described<TemplateTaken>()(
  z.strictObject({
    version: optional(z.int()),
    faults: z.array(z.strictObject({ rule: z.string(), what: optional(z.string()), nearest: optional(z.string()) })),
  }),
)

export const letterhead = described<LetterheadView>()(
  z.strictObject({
    unitId: z.string(),
    name: optional(z.string()),
    letters: optional(z.string()),
    red: z.boolean(),
  }),
)
