import type { MatterEvent } from '../../domain/matter/event.ts'
import type { Link } from '../../domain/matter/link.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { columnsOf, type Fields, type FormValues } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Post } from '../../domain/unit/unit.ts'
import { wholeEvent } from '../../engine/record/stored-event.ts'
import type { TestCounty } from '../county.ts'
import { POSTS, UNITS } from '../people.ts'
import { MARK } from './random-answers.ts'

/** A matter as the database has it, whom it waits for, and all that happened to it. */
export type Story = {
  readonly matter: Matter
  readonly waitsFor: readonly string[]
  readonly events: readonly MatterEvent[]
}

/** Everything there is, read past every door. */
export async function readStories({ database }: TestCounty): Promise<Story[]> {
  type Row = Omit<Story, 'events'> & { events: { type: string; at: string; event: unknown }[] }
  const { rows } = await database.owner.query<Row>(
    `select m.matter, m.waits_for as "waitsFor", (select json_agg(json_build_object('type', e.type, 'at', e.at, 'event', e.event) order by e.version) from matter_events e where e.tenant = m.tenant and e.matter_id = m.id) as events
     from matters m order by m.opened_at, m.id`,
  )
  return rows.map((row) => {
    const { tenant, id: matterId } = row.matter
    const whole = ({ type, at, event }: Row['events'][number]) =>
      wholeEvent(event, { type, at: new Date(at).toISOString(), tenant, matterId })
    return { ...row, events: row.events.map(whole) }
  })
}

/** The matter as it was after so many events, for the question who saw it then. */
export const upTo = ({ events, ...story }: Story, version: number): Story => ({
  ...story,
  events: events.slice(0, version),
})

const SEATS = ['ownerPostId', 'verifierPostId', 'supervisorPostId', 'sponsorPostId', 'orderingPostId'] as const

/** A unit and all above it. */
export const lineOf = (unitId: string | undefined): string[] =>
  unitId ? [unitId, ...lineOf(UNITS.find(({ id }) => id === unitId)?.parentId)] : []

/**
 * The rule of sight said slowly, from what happened and from the words of PRODUCT.md, docs/language.md and decisions 0020, 0023
 * and 0027; nothing of the program's own rule is asked.
 */
export function sees(post: Post, { matter, events }: Story, procedures: readonly Procedure[]): boolean {
  const kinds = procedures.filter(({ id }) => id === matter.procedure)
  const facts = factsOf(events)
  // A complaint about a unit is not there for that unit and for all below it.
  if (facts['aboutUnitId'] && lineOf(post.unitId).includes(String(facts['aboutUnitId']))) return false
  if (isNamed(post, events, kinds)) return false
  if (tookPart(post, events)) return true
  const { only, line } = kinds.find(({ sight }) => sight)?.sight ?? {}
  if (only && !only.some((role) => post.roles.includes(role))) return false
  if (line === 'everyone') return true
  const units = [String(facts['unitId']), String(facts['originUnitId'])]
  return line === 'own' ? units.includes(post.unitId) : units.some((unit) => lineOf(unit).includes(post.unitId))
}

/** Whether nothing at all is told of a matter out of sight: not that there is one, not how many. */
export function isSecret(post: Post, story: Story, procedures: readonly Procedure[]): boolean {
  const kinds = procedures.filter(({ id }) => id === story.matter.procedure)
  const about = factsOf(story.events)['aboutUnitId']
  return (
    !sees(post, story, procedures) &&
    (kinds.some(({ sight }) => sight) ||
      isNamed(post, story.events, kinds) ||
      (about !== undefined && lineOf(post.unitId).includes(String(about))))
  )
}

/** Whether a post is kept from a complaint that it would see if that were about nobody. */
export function complainedOf(post: Post, { events, ...story }: Story, procedures: readonly Procedure[]): boolean {
  const aboutNobody = events.map((event) =>
    event.type === 'MatterOpened' || event.type === 'StepTaken'
      ? ({ ...event, facts: { ...event.facts, aboutUnitId: undefined } } as unknown as MatterEvent)
      : event,
  )
  return !sees(post, { ...story, events }, procedures) && sees(post, { ...story, events: aboutNobody }, procedures)
}

/** Whether a post that would see the matter is kept from it because it is named there. */
export const hiddenFrom = (post: Post, { matter, events }: Story, procedures: readonly Procedure[]): boolean =>
  isNamed(
    post,
    events,
    procedures.filter(({ id }) => id === matter.procedure),
  )

/** What the answers made of the matter: unit, complaint, seats. */
function factsOf(events: readonly MatterEvent[]): Record<string, unknown> {
  const facts: Record<string, unknown> = {}
  for (const event of events) {
    if (event.type !== 'MatterOpened' && event.type !== 'StepTaken') continue
    for (const [name, value] of Object.entries(event.facts))
      if (value === null) delete facts[name]
      else facts[name] = value
  }
  return facts
}

/** Named by post, as the person in it, or by unit, in any question that hides. */
function isNamed(post: Post, events: readonly MatterEvent[], kinds: readonly Procedure[]): boolean {
  const hiding = (fields: Fields, answers: FormValues): boolean =>
    Object.entries(answers).some(([name, value]) => {
      const field = fields[name]
      if (field?.kind === 'items' && Array.isArray(value))
        return (value as readonly FormValues[]).some((row) => hiding(columnsOf(field), row))
      if (field?.kind === 'unit' && field.hides) return lineOf(post.unitId).includes(String(value))
      if (field?.kind !== 'post' || !field.hides) return false
      const person = POSTS.find(({ id }) => id === value)?.holder?.personId
      return value === post.id || (person !== undefined && person === post.holder?.personId)
    })
  return events.some((event) => {
    if (event.type !== 'MatterOpened' && event.type !== 'StepTaken') return false
    return kinds.some(({ forms, opening, steps }) => {
      const form = event.type === 'MatterOpened' ? opening.form : steps[event.step]?.form
      return hiding((form && forms[form]?.fields) || {}, event.form)
    })
  })
}

/**
 * Who registered it, had it opened, took a step or ever sat in it in person; and whose post or unit holds a seat of many now.
 * Who acts for a unit that holds one sees it as long as that unit does. A post that refuses or is asked no longer is out of it,
 * whatever it did before, unless it takes another step or sits in it still.
 */
function tookPart(post: Post, events: readonly MatterEvent[]): boolean {
  const holding = new Set<string>()
  let inPerson = false
  for (const event of events) {
    if (event.type !== 'MatterOpened' && event.type !== 'StepTaken') continue
    const forUnit = holding.has(event.by.unitId)
    for (const { id, to } of event.holders ?? []) {
      const leaves = to === 'refused' || to === 'released'
      if (leaves) holding.delete(id)
      else holding.add(id)
      if (leaves && id === post.id) inPerson = false
    }
    if (event.type === 'MatterOpened') inPerson ||= event.by.postId === post.id || event.sentBy?.postId === post.id
    else inPerson ||= event.by.postId === post.id && !forUnit
    inPerson ||= SEATS.some((seat) => event.facts[seat] === post.id)
  }
  const facts = factsOf(events)
  const sits = SEATS.some((seat) => facts[seat] === post.id)
  return inPerson || sits || holding.has(post.id) || holding.has(post.unitId)
}

const REFERENCE = /[A-Z]{2}-20\d\d-\d{4}/g
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** What a text tells: marks of answers, references and ids of matters. */
export const tellings = (text: string): Set<string> =>
  new Set([MARK, REFERENCE, UUID].flatMap((pattern) => text.match(pattern) ?? []))

/**
 * All that a post may be told at any door: what stands in the matters it sees, without answers that others gave apart and that
 * are not open, and without the number or the id of a matter that is not there for it.
 */
export function mayBeTold(post: Post, stories: readonly Story[], procedures: readonly Procedure[]): Set<string> {
  const seen = stories.filter((story) => sees(post, story, procedures))
  const secret = stories.filter((story) => isSecret(post, story, procedures))
  const hidden = new Set(secret.flatMap(({ matter }) => [matter.id, matter.reference]))
  const told = new Set<string>()
  const inSight = new Set(seen.map(({ matter }) => matter.id))
  for (const story of seen)
    for (const each of [...tellings(JSON.stringify(openTo(post, story, inSight))), ...linkedTo(story, stories)])
      if (!hidden.has(each)) told.add(each)
  return told
}

/** That another matter out of sight leads to it, or it to another, is told by the id alone. */
const linkedTo = ({ matter: { id, links } }: Story, stories: readonly Story[]) => [
  ...links.map(({ matterId }) => matterId),
  ...stories.flatMap(({ matter }) => (matter.links.some(({ matterId }) => matterId === id) ? [matter.id] : [])),
]

/** What happened, without the answers that this post may not read yet and without links to what it does not see. */
function openTo(post: Post, { matter, events }: Story, inSight: ReadonlySet<string>) {
  const { hidden, links, ...rest } = matter
  const shown = (all: readonly Link[]) => all.filter(({ matterId }) => inSight.has(matterId))
  const isOpen = (at: number, until: string) =>
    events.slice(at).some((event) => event.type === 'StepTaken' && event.step === until)
  return {
    matter: { ...rest, links: shown(links) },
    events: events.map((event, index) => {
      if (event.type === 'LinkAdded') return inSight.has(event.link.matterId) ? event : { note: event.note }
      if (event.type === 'MatterOpened') return { ...event, links: shown(event.links) }
      if (event.type !== 'StepTaken') return event
      const isApart =
        event.hiddenUntil && event.by.personId !== post.holder?.personId && !isOpen(index + 1, event.hiddenUntil)
      const told = { ...event, links: shown(event.links), unlinks: shown(event.unlinks ?? []) }
      return isApart ? { ...told, form: {} } : told
    }),
  }
}
