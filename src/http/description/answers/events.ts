import { z } from 'zod'
import type { ChildRequest, MatterEvent } from '../../../domain/matter/event.ts'
import type { StoredEvent } from '../../../storage/read/get-matter.ts'
import { clockChange } from './clock.ts'
import { fileRef, formValues, hash, instant, link, linkType, signature, stateGroup } from './common.ts'
import { described, optional } from './described.ts'
import { factChanges, facts } from './matter.ts'

const childRequest = described<ChildRequest>()(
  z
    .strictObject({
      procedure: z.string(),
      link: linkType,
      form: formValues,
      unitId: z.string(),
      aboutUnitId: optional(z.string()),
    })
    .meta({ id: 'ChildRequest' }),
)
const recorded = { at: instant, by: signature }
const word = z.string()
const written = { form: formValues, files: z.array(fileRef), clocks: z.array(clockChange), links: z.array(link) }

const event = described<MatterEvent>()(
  z
    .discriminatedUnion('type', [
      z.strictObject({
        ...recorded,
        ...written,
        type: z.literal('MatterOpened'),
        matterId: z.uuid(),
        tenant: word,
        reference: word,
        procedure: word,
        procedureVersion: z.int(),
        state: word,
        group: stateGroup,
        facts,
      }),
      z.strictObject({
        ...recorded,
        ...written,
        type: z.literal('StepTaken'),
        step: word,
        from: word,
        to: word,
        group: stateGroup,
        outcome: optional(word),
        facts: factChanges,
        opens: z.array(childRequest),
        handles: z.boolean(),
        verifies: z.boolean(),
      }),
      z.strictObject({ ...recorded, type: z.literal('DeadlineWarned'), clockId: word, warning: word }),
      z.strictObject({ ...recorded, type: z.literal('DeadlineOverdue'), clockId: word }),
      z.strictObject({ ...recorded, type: z.literal('MatterEscalated'), clockId: word, to: word, tier: z.int() }),
      z.strictObject({ ...recorded, type: z.literal('LinkAdded'), link, note: optional(word) }),
      z.strictObject({
        ...recorded,
        type: z.literal('ChildClosed'),
        childId: word,
        reference: word,
        procedure: word,
        outcome: word,
      }),
      z.strictObject({ ...recorded, type: z.literal('FieldsOpened'), fields: z.array(word), reason: word }),
      z.strictObject({ ...recorded, type: z.literal('CodeIssued'), reason: word }),
      z.strictObject({ ...recorded, type: z.literal('FieldsShredded'), reason: word }),
    ])
    .meta({ id: 'MatterEvent' }),
)
const storedEvent = described<StoredEvent>()(
  z.strictObject({ version: z.int(), type: word, at: instant, event, hash }).meta({ id: 'StoredEvent' }),
)
export const events = described<{ readonly events: readonly StoredEvent[] }>()(
  z.strictObject({ events: z.array(storedEvent) }),
)
