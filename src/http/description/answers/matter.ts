import { z } from 'zod'
import {
  CHANNELS,
  type CounterStatement,
  type FactChanges,
  type Facts,
  type Matter,
} from '../../../domain/matter/matter.ts'
import { OPENING_PURPOSES, type OpeningPurpose } from '../../../domain/personal/opening-purpose.ts'
import type {
  ChainCheck,
  ChildView,
  DuplicateView,
  LinkView,
  MatterView,
  ReadingView,
  TimelineItem,
} from '../../../domain/views/views.ts'
import { clock, recount } from './clock.ts'
import {
  day,
  fileFields,
  fileRef,
  formValues,
  hash,
  instant,
  level,
  link,
  linkType,
  rowSource,
  stateGroup,
  text,
} from './common.ts'
import { cameFrom, heard, sent } from './crossing.ts'
import { described, optional } from './described.ts'

const factFields = {
  title: z.string(),
  category: optional(z.string()),
  level: optional(level),
  unitId: z.string(),
  originUnitId: z.string(),
  place: optional(z.string()),
  placeUnitId: optional(z.string()),
  aboutUnitId: optional(z.string()),
  channel: z.enum(CHANNELS),
  sourceNumber: optional(z.string()),
  ownerPostId: optional(z.string()),
  verifierPostId: optional(z.string()),
  supervisorPostId: optional(z.string()),
  sponsorPostId: optional(z.string()),
  orderingPostId: optional(z.string()),
}
const factsObject = z.strictObject(factFields)
export const facts = described<Facts>()(factsObject.meta({ id: 'Facts' }))
const cleared = optional(z.string().nullable())
export const factChanges = described<FactChanges>()(
  z.strictObject({
    ...factFields,
    title: optional(factFields.title),
    unitId: optional(factFields.unitId),
    originUnitId: optional(factFields.originUnitId),
    channel: optional(factFields.channel),
    category: cleared,
    level: optional(level.nullable()),
    place: cleared,
    sourceNumber: cleared,
    placeUnitId: cleared,
    ownerPostId: cleared,
    verifierPostId: cleared,
    supervisorPostId: cleared,
    sponsorPostId: cleared,
    orderingPostId: cleared,
  }),
)
const matterFile = z.strictObject({ ...fileFields, at: instant, step: z.string(), version: z.int() })
export const holderState = z.enum(['asked', 'signed', 'answered', 'refused'])
const holder = z.strictObject({ seat: z.string(), id: z.string(), state: holderState })
const raisedFields = {
  at: instant,
  step: optional(z.string()),
  by: optional(z.string()),
  clockId: optional(z.string()),
  tier: optional(z.int()),
  child: optional(z.string()),
  mark: optional(z.string()),
}
export const raised = z.strictObject(raisedFields)
const raise = z.strictObject({ ...raisedFields, to: z.array(z.string()) })
const issuedDocument = z.strictObject({
  document: z.string(),
  number: z.int(),
  version: z.int(),
  revokedAt: optional(instant),
})
const endedChild = z.strictObject({
  id: z.string(),
  reference: z.string(),
  procedure: z.string(),
  outcome: z.string(),
  to: optional(z.string()),
})
const hiddenAnswers = z.strictObject({
  step: z.string(),
  by: z.string(),
  postId: z.string(),
  version: z.int(),
  until: z.string(),
  answers: formValues,
  open: optional(z.literal(true)),
})
const counterStatement = described<CounterStatement>()(
  z.strictObject({
    at: instant,
    text: z.string(),
    about: optional(z.string()),
    onBehalf: optional(z.literal(true)),
  }),
)
export const matter = described<Matter>()(
  z
    .strictObject({
      ...factFields,
      id: z.uuid(),
      tenant: z.string(),
      reference: z.string(),
      procedure: z.string(),
      procedureVersion: z.int(),
      state: z.string(),
      group: stateGroup,
      stateSince: instant,
      openedAt: instant,
      openedBy: z.string(),
      closedAt: optional(instant),
      outcome: optional(z.string()),
      version: z.int(),
      fields: formValues,
      files: z.array(matterFile),
      clocks: z.array(clock),
      links: z.array(link),
      handledBy: z.array(z.string()),
      verifiedBy: optional(z.string()),
      participants: z.array(z.string()),
      childCount: z.int(),
      openChildCount: z.int(),
      endedChildren: optional(z.array(endedChild)),
      holders: optional(z.array(holder)),
      mark: optional(z.string()),
      raised: optional(z.array(raise)),
      documents: optional(z.array(issuedDocument)),
      rounds: optional(z.record(z.string(), z.int())),
      barred: optional(z.array(z.string())),
      exercise: optional(z.literal(true)),
      stateVersion: z.int(),
      shreddedAt: optional(instant),
      redacted: optional(z.array(z.string())),
      restrictions: optional(
        z.array(
          z.strictObject({
            order: z.enum(['keep', 'restrict']),
            orderedBy: z.string(),
            reason: z.string(),
            at: instant,
          }),
        ),
      ),
      hidden: optional(z.array(hiddenAnswers)),
      stoodIn: optional(z.array(z.strictObject({ personId: z.string(), postId: z.string(), step: z.string() }))),
      hiddenFrom: optional(z.array(z.string())),
      sent: optional(z.array(sent)),
      cameFrom: optional(cameFrom),
      statements: optional(z.array(counterStatement)),
    })
    .meta({ id: 'Matter' }),
)

const child = z.strictObject({
  id: z.string(),
  reference: z.string(),
  procedure: z.string(),
  outcome: z.string(),
  reason: optional(z.string()),
  successor: optional(z.string()),
})
export const drawRecord = z.strictObject({ question: z.string(), seed: z.string(), size: z.int(), digest: z.string() })
export const openingPurpose = z.enum(Object.keys(OPENING_PURPOSES) as OpeningPurpose[])
const timelineItem = described<TimelineItem>()(
  z
    .strictObject({
      version: z.int(),
      at: instant,
      type: z.string(),
      personName: optional(z.string()),
      isProgram: optional(z.literal(true)),
      postId: z.string(),
      ownPostId: optional(z.string()),
      handedOver: optional(z.strictObject({ from: z.string(), to: z.string() })),
      step: optional(z.string()),
      from: optional(z.string()),
      to: optional(z.string()),
      form: formValues,
      files: z.array(fileRef),
      note: optional(z.string()),
      clockId: optional(z.string()),
      warning: optional(z.string()),
      recounts: optional(z.array(recount)),
      child: optional(child),
      isRaised: optional(z.literal(true)),
      fields: optional(z.array(z.string())),
      order: optional(z.enum(['keep', 'restrict', 'release'])),
      purpose: optional(openingPurpose),
      about: optional(z.string()),
      onBehalf: optional(z.literal(true)),
      source: optional(rowSource),
      shreds: optional(z.literal(true)),
      draw: optional(drawRecord),
      hiddenUntil: optional(z.string()),
      passes: optional(z.array(z.string())),
      heard: optional(heard),
      office: optional(text),
      hash,
    })
    .meta({ id: 'TimelineItem' }),
)
const linkView = described<LinkView>()(
  z
    .strictObject({
      type: linkType,
      direction: z.enum(['to', 'from']),
      matterId: z.string(),
      reference: z.string(),
      procedure: z.string(),
      title: z.string(),
      state: z.string(),
      group: stateGroup,
      visible: z.boolean(),
      exercise: optional(z.literal(true)),
    })
    .meta({ id: 'LinkView' }),
)
const childView = described<ChildView>()(
  z
    .strictObject({
      id: z.string(),
      procedure: z.string(),
      group: z.union([stateGroup, z.literal('asked')]),
      reference: optional(z.string()),
      title: optional(z.string()),
      state: optional(z.string()),
      unitId: optional(z.string()),
      exercise: optional(z.literal(true)),
      outcome: optional(z.string()),
      dueAt: optional(instant),
      dueOn: optional(day),
      reason: optional(z.string()),
      to: optional(z.string()),
    })
    .meta({ id: 'ChildView' }),
)
const reading = described<ReadingView>()(
  z
    .strictObject({
      at: instant,
      postId: z.string(),
      personName: optional(z.string()),
      what: z.enum(['page', 'records', 'sheet', 'file', 'fields']),
    })
    .meta({ id: 'ReadingView' }),
)
export const matterView = described<MatterView>()(
  z
    .strictObject({
      now: instant,
      matter,
      timeline: z.array(timelineItem),
      links: z.array(linkView),
      children: z.array(childView),
      names: z.record(z.string(), z.string()),
      head: hash,
      mayOpen: z.array(z.string()),
      masks: optional(z.record(z.string(), z.string())),
      hasReporter: z.boolean(),
      mayIssueCode: z.boolean(),
      mayState: z.boolean(),
      unopened: z.int(),
      times: optional(z.record(z.string(), z.number())),
      readings: optional(z.array(reading)),
      forms: optional(z.array(z.strictObject({ document: z.string(), title: text }))),
    })
    .meta({ id: 'MatterView' }),
)
export const chainCheck = described<ChainCheck>()(
  z
    .strictObject({
      ok: z.boolean(),
      length: z.int(),
      head: hash,
      brokenAt: optional(z.int()),
      reason: optional(z.string()),
      checkedAt: instant,
    })
    .meta({ id: 'ChainCheck' }),
)
export const duplicateView = described<DuplicateView>()(
  z
    .strictObject({
      id: z.uuid(),
      reference: z.string(),
      procedure: z.string(),
      title: z.string(),
      place: optional(z.string()),
      openedAt: instant,
      state: z.string(),
      group: stateGroup,
      similarity: z.number(),
    })
    .meta({ id: 'DuplicateView' }),
)
