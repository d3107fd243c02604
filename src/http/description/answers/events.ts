import { z } from 'zod'
import type { ChildRequest, MatterEvent } from '../../../domain/matter/event.ts'
import { DATA_ORDERS } from '../../../domain/personal/data-orders.ts'
import type { StoredEvent } from '../../../storage/read/get-matter.ts'
import { clockChange, due, recount } from './clock.ts'
import { day, fileRef, formValues, hash, instant, link, linkType, rowSource, signature, stateGroup } from './common.ts'
import { cameFrom, crossingNews, crossingRequest } from './crossing.ts'
import { described, optional } from './described.ts'
import { drawRecord, factChanges, facts, holderState, openingPurpose } from './matter.ts'

const childRequest = described<ChildRequest>()(
  z
    .strictObject({
      procedure: z.string(),
      link: linkType,
      form: formValues,
      unitId: z.string(),
      aboutUnitId: optional(z.string()),
      ordering: optional(z.strictObject({ unitId: z.string(), postId: optional(z.string()) })),
      sentBy: optional(signature),
      since: optional(instant),
      barred: optional(z.array(z.string())),
      exercise: optional(z.literal(true)),
      begins: optional(z.string()),
    })
    .meta({ id: 'ChildRequest' }),
)
const recorded = { at: instant, by: signature }
const word = z.string()
const written = { form: formValues, files: z.array(fileRef), clocks: z.array(clockChange), links: z.array(link) }

const successor = z.strictObject({ id: word, reference: word, procedure: word })
const holders = z.array(z.strictObject({ seat: word, id: word, to: z.union([holderState, z.literal('released')]) }))
const relay = z.strictObject({
  to: z.enum(['parent', 'children', 'merged', 'record']),
  step: word,
  form: formValues,
  revision: optional(
    z.strictObject({
      matterId: z.uuid(),
      basis: word,
      rows: z.strictObject({ of: word, key: word, act: word, changes: z.array(formValues) }),
      made: z.strictObject({ step: word, names: word }),
    }),
  ),
})

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
        holders: optional(holders),
        barred: optional(z.array(word)),
        sentBy: optional(signature),
        hidesFrom: optional(z.array(word)),
        exercise: optional(z.literal(true)),
        cameFrom: optional(cameFrom),
        source: optional(rowSource),
        raises: optional(z.array(word)),
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
        source: optional(rowSource),
        unlinks: optional(z.array(link)),
        holders: optional(holders),
        raises: optional(z.array(word)),
        settles: optional(z.array(word)),
        mark: optional(z.string().nullable()),
        documents: optional(z.array(z.strictObject({ document: word, number: z.int() }))),
        revokes: optional(z.array(word)),
        relays: optional(z.array(relay)),
        counts: optional(z.literal(true)),
        recuses: optional(z.literal(true)),
        unbars: optional(z.array(word)),
        hiddenUntil: optional(word),
        hidesFrom: optional(z.array(word)),
        shreds: optional(z.literal(true)),
        draw: optional(drawRecord),
        sends: optional(crossingRequest),
        asksBack: optional(z.literal(true)),
        orders: optional(z.enum(DATA_ORDERS)),
      }),
      z.strictObject({ ...recorded, type: z.literal('DeadlineWarned'), clockId: word, warning: word }),
      z.strictObject({
        ...recorded,
        type: z.literal('DeadlineOverdue'),
        clockId: word,
        clocks: optional(z.array(clockChange)),
      }),
      z.strictObject({ ...recorded, type: z.literal('DeadlineResumed'), clockId: word, lastDay: day, ...due }),
      z.strictObject({ ...recorded, type: z.literal('ClocksRecounted'), clocks: z.array(recount) }),
      z.strictObject({
        ...recorded,
        type: z.literal('MatterEscalated'),
        clockId: word,
        to: word,
        tier: z.int(),
        raises: optional(z.array(word)),
      }),
      z.strictObject({ ...recorded, type: z.literal('LinkAdded'), link, note: optional(word) }),
      z.strictObject({
        ...recorded,
        type: z.literal('ChildClosed'),
        childId: word,
        reference: word,
        procedure: word,
        outcome: word,
        reason: optional(word),
        successor: optional(successor),
        raises: optional(z.array(word)),
      }),
      z.strictObject({ ...recorded, ...crossingNews, type: z.literal('CrossingHeard'), version: z.int() }),
      z.strictObject({
        ...recorded,
        type: z.literal('FieldsOpened'),
        fields: z.array(word),
        reason: word,
        purpose: optional(openingPurpose),
        confirmedBy: optional(signature),
      }),
      z.strictObject({
        ...recorded,
        type: z.literal('StatementAdded'),
        text: word,
        about: optional(word),
        onBehalf: optional(z.literal(true)),
      }),
      z.strictObject({
        ...recorded,
        type: z.literal('SeatsHandedOver'),
        from: word,
        to: word,
        reason: word,
        facts: factChanges,
        holders: optional(holders),
      }),
      z.strictObject({ ...recorded, type: z.literal('CodeIssued'), reason: word }),
      z.strictObject({
        ...recorded,
        type: z.literal('FieldsShredded'),
        reason: word,
        texts: optional(z.array(word)),
        orderedBy: optional(word),
      }),
      z.strictObject({
        ...recorded,
        type: z.literal('DataOrdered'),
        order: z.enum(['keep', 'restrict', 'release']),
        orderedBy: word,
        reason: word,
      }),
      z.strictObject({
        ...recorded,
        type: z.literal('FieldCorrected'),
        field: word,
        form: formValues,
        orderedBy: word,
        reason: word,
      }),
    ])
    .meta({ id: 'MatterEvent' }),
)
const storedEvent = described<StoredEvent>()(
  z.strictObject({ version: z.int(), type: word, at: instant, event, hash }).meta({ id: 'StoredEvent' }),
)
export const events = described<{ readonly events: readonly StoredEvent[] }>()(
  z.strictObject({ events: z.array(storedEvent) }),
)
