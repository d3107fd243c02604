import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Command } from '../../domain/matter/command.ts'
import { LINK_TYPES, type LinkType } from '../../domain/matter/link.ts'
import { CHANNELS, type Matter } from '../../domain/matter/matter.ts'
import { CHOSEN_PURPOSES } from '../../domain/personal/opening-purpose.ts'
import { present } from '../../domain/present.ts'
import type { BulkResult } from '../../domain/views/act-views.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { keptReference } from '../../engine/decide/named-matters.ts'
import { isConfirmed } from '../../storage/admin/confirmations.ts'
import { openFields, readLastOpening } from '../../storage/keys/open-fields.ts'
import { getMatter } from '../../storage/read/get-matter.ts'
import { recordReadings } from '../../storage/read/readings.ts'
import { handleAndFollow } from '../../storage/write/follow-up.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { asAnlanError, titleOf } from '../request/problems.ts'
import { valid } from '../request/valid.ts'
import { signIn, withMatter } from '../sign-in/signed-in.ts'
import { confirmedAnswers } from './answers.ts'
import { commandKey } from './command-key.ts'
import { hasCodes, newCode } from './report-code.ts'

const word = z.string().min(1).max(100)
const form = z.record(z.string().max(100), z.unknown())
const version = z.int().min(1)
const files = z
  .array(
    z.strictObject({
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      name: z.string().min(1).max(200),
      type: z.string().max(100),
      size: z.int().min(0),
    }),
  )
  .max(50)
const linkTypes = z.enum(Object.keys(LINK_TYPES) as [LinkType, ...LinkType[]])

/** Channels that people choose; the others are set by the door a matter came through. */
const CHOSEN = CHANNELS.filter((channel) => channel !== 'system' && channel !== 'import')

const opening = z.strictObject({
  procedure: word,
  channel: z.enum(CHOSEN as [(typeof CHOSEN)[number], ...(typeof CHOSEN)[number][]]),
  unitId: word.optional(),
  form,
  files: files.optional(),
  links: z
    .array(z.strictObject({ type: linkTypes, reference: word }))
    .max(20)
    .optional(),
})
const step = z.strictObject({ seenVersion: version, form: form.optional(), files: files.optional() })
const bulk = z.strictObject({
  step: word,
  matters: z
    .array(z.strictObject({ id: z.uuid(), seenVersion: version }))
    .min(1)
    .max(100),
  form: form.optional(),
})
const reason = z.string().trim().min(2).max(500)
const opened = z.strictObject({
  fields: z.array(word).min(1).max(30),
  purpose: z.enum(CHOSEN_PURPOSES).optional(),
  reason: z.string().trim().max(500).default(''),
})
const stated = z.strictObject({ text: z.string().trim().min(1).max(1000), about: word.optional() })
const reasoned = z.strictObject({ reason })
const link = z.strictObject({ type: linkTypes, reference: word, note: z.string().max(500).optional() })

/** How long a screen may show opened fields, in ms; the screen closes them by itself. */
const OPEN_MS = 10 * 60_000

/** Changing matters. Every route ends in one command. */
export const stepRoutes = new Hono<OfficeEnv>()
  .post('/matters', describe('openMatter'), signIn, valid('json', opening), async (c) => {
    const { actor, deps } = c.var
    const { procedure, channel, unitId, links = [], ...given } = c.req.valid('json')
    const answers = await confirmedAnswers(c, given)
    const command = {
      type: 'OpenMatter',
      procedure,
      channel,
      unitId: unitId ?? actor.unitId,
      ...answers,
      links,
    } as const
    const key = commandKey(c)
    const code = (await hasCodes(c, procedure)) ? newCode(c, key.key) : undefined
    const { matter } = await handleAndFollow(deps, { actor, command, ...key, ...code?.kept })
    return answer(c, 'openMatter', { ...brief(matter), ...code?.told })
  })
  .post('/matters/bulk/steps', describe('takeStepInBulk'), signIn, valid('json', bulk), async (c) => {
    const { actor, deps } = c.var
    const { step: id, matters, form: values = {} } = c.req.valid('json')
    const answers = await confirmedAnswers(c, { form: values })
    const command = { type: 'TakeStep', step: id, ...answers } as const
    const { key } = commandKey(c)
    const done: string[] = []
    const refused: BulkResult['refused'][number][] = []
    for (const matter of matters) {
      const each = key ? { key: `${key.slice(0, 60)}:${matter.id}` } : {}
      const refusal = await handleAndFollow(deps, {
        actor,
        command,
        matterId: matter.id,
        seenVersion: matter.seenVersion,
        ...each,
      }).then(
        () => undefined,
        (cause: Error) => refusalOf(cause),
      )
      if (refusal) refused.push({ id: matter.id, title: titleOf(c, refusal), code: refusal.code })
      else done.push(matter.id)
    }
    return answer(c, 'takeStepInBulk', { done, refused })
  })
  .post('/matters/:id/steps/:step', describe('takeStep'), withMatter, signIn, valid('json', step), async (c) => {
    const { actor, deps, db, found } = c.var
    const { seenVersion, ...given } = c.req.valid('json')
    const matterId = await matterIdOf(c)
    const held = async () => (await getMatter(db, actor, matterId, await deps.rulebooks.of(actor.tenant))).matter.files
    const command = {
      type: 'TakeStep',
      step: c.req.param('step'),
      ...(await confirmedAnswers(c, given, held)),
    } as const
    const handled = await handleAndFollow(deps, { actor, command, matterId, seenVersion, found, ...commandKey(c) })
    const { state, group } = handled.matter
    return answer(c, 'takeStep', { ...brief(handled.matter), state, group, opened: handled.opened.map(briefWithKind) })
  })
  .post('/matters/:id/fields/open', describe('openFields'), signIn, valid('json', opened), async (c) => {
    const { actor, deps, db, now } = c.var
    const { fields, ...why } = c.req.valid('json')
    const rulebook = await deps.rulebooks.of(actor.tenant)
    const { matter } = await getMatter(db, actor, c.req.param('id'), rulebook)
    await recordReadings(db, [matter], { actor, what: 'fields', now }, rulebook.directory)
    const values = await openFields(deps, {
      actor,
      matter,
      fields,
      reason: why.reason,
      ...present({ purpose: why.purpose }),
    })
    c.header('cache-control', 'no-store')
    return answer(c, 'openFields', { values, closesAt: new Date(Date.parse(now) + OPEN_MS).toISOString() })
  })
  .get('/matters/:id/fields/open', describe('getOpenedFields'), signIn, async (c) => {
    const { actor, deps, db, now, signedIn } = c.var
    const rulebook = await deps.rulebooks.of(actor.tenant)
    const { matter } = await getMatter(db, actor, c.req.param('id'), rulebook)
    const since = new Date(Date.parse(now) - Math.min(OPEN_MS, signedIn.sessionAge)).toISOString()
    const opening = await readLastOpening(deps, { actor, matter, since })
    if (opening) await recordReadings(db, [matter], { actor, what: 'fields', now }, rulebook.directory)
    const closesAt = opening ? new Date(Date.parse(opening.at) + OPEN_MS).toISOString() : now
    return answer(c, 'getOpenedFields', { values: opening?.values ?? {}, closesAt })
  })
  .post('/matters/:id/code', describe('issueCode'), signIn, valid('json', reasoned), async (c) => {
    const { actor, deps, db } = c.var
    const matterId = await matterIdOf(c)
    if (actor.tenant !== deps.publicTenant) throw new AnlanError('not-allowed', { rule: 'report-code' })
    if (!(await isConfirmed(db, actor, 'clerk'))) throw new AnlanError('not-allowed', { rule: 'unconfirmed' })
    const key = commandKey(c)
    const code = newCode(c, key.key)
    const command = { type: 'IssueCode', ...c.req.valid('json') } as const
    const { matter } = await handleAndFollow(deps, { actor, command, matterId, ...key, ...code.kept })
    return answer(c, 'issueCode', { ...brief(matter), ...code.told })
  })
  .post('/matters/:id/statements', describe('addStatement'), signIn, valid('json', stated), async (c) => {
    const { actor, deps } = c.var
    const { text, about } = c.req.valid('json')
    const command = { type: 'AddStatement', text, ...present({ about }) } as const
    const { matter } = await handleAndFollow(deps, { actor, command, matterId: await matterIdOf(c), ...commandKey(c) })
    return answer(c, 'addStatement', brief(matter))
  })
  .post('/matters/:id/links', describe('addLink'), signIn, valid('json', link), async (c) => {
    const { type, reference, note } = c.req.valid('json')
    const matterId = await matterIdOf(c)
    const words = note ? { note } : {}
    const added = await addLink(c, matterId, { link: { type, reference }, ...words }, commandKey(c))
    return answer(c, 'addLink', brief(added))
  })

const brief = ({ id, reference, version: at }: Matter) => ({ id, reference, version: at })
const briefWithKind = ({ id, reference, procedure }: Matter) => ({ id, reference, procedure })

/** The matter an address names: its id as it is, since the command looks whether it is there and in sight; a reference is looked up. */
async function matterIdOf(c: Context<OfficeEnv>): Promise<string> {
  const { db, actor, deps } = c.var
  const id = c.req.param('id') ?? ''
  if (z.uuid().safeParse(id).success) return id.toLowerCase()
  return (await getMatter(db, actor, id, await deps.rulebooks.of(actor.tenant))).matter.id
}

type LinkWish = Omit<Extract<Command, { type: 'AddLink' }>, 'type'>

/** Adds a link. One that leads to a complaint is recorded with the complaint: here it would show as a gap to the unit complained about. */
async function addLink(
  c: Context<OfficeEnv>,
  matterId: string,
  wish: LinkWish,
  key: { key?: string },
): Promise<Matter> {
  const { actor, deps, db } = c.var
  try {
    const command = { type: 'AddLink', ...wish } as const
    return (await handleAndFollow(deps, { actor, command, matterId, ...key })).matter
  } catch (cause) {
    if (!(cause instanceof AnlanError) || cause.details['guard'] !== 'sameComplaint') throw cause
  }
  const rulebook = await deps.rulebooks.of(actor.tenant)
  const { matter: from } = await getMatter(db, actor, matterId, rulebook)
  const { matter: complaint } = await getMatter(db, actor, keptReference(wish.link.reference), rulebook)
  const link = { type: wish.link.type, reference: from.reference, back: true } as const
  await handleAndFollow(deps, {
    actor,
    command: { type: 'AddLink', ...wish, link },
    matterId: complaint.id,
    ...(key.key ? { key: `${key.key}:back` } : {}),
  })
  return from
}

/** A refusal is an answer for this one matter; a bug ends the whole request. */
function refusalOf(cause: Error): AnlanError {
  const known = asAnlanError(cause)
  if (!known) throw cause
  return known
}
