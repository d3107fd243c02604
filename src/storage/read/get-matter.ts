import type { Kysely } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import type { CrossingRequest } from '../../domain/matter/crossing.ts'
import type { EventOf, MatterEvent } from '../../domain/matter/event.ts'
import type { Link, LinkType } from '../../domain/matter/link.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { present } from '../../domain/present.ts'
import { getDefinition } from '../../domain/procedure/definition.ts'
import { isSealed } from '../../domain/procedure/form.ts'
import type { StateGroup } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { isProgram } from '../../domain/sign-in/service-scopes.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { LinkView, MatterView, TimelineItem } from '../../domain/views/views.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { isStorable } from '../../domain/wording/storable-text.ts'
import { accessFacts, isAboutOwnUnit, isNamed, maySee } from '../../engine/access/access.ts'
import { eventInSight, withoutHidden } from '../../engine/access/hidden-answers.ts'
import { mayIssueCode, mayOpenFields, mayOpenVault, mayStateFor } from '../../engine/access/personal-access.ts'
import { mayReadReadings } from '../../engine/access/readings.ts'
import { eventWithoutRestricted, withoutRestricted } from '../../engine/access/restricted.ts'
import { wholeEvent } from '../../engine/record/stored-event.ts'
import { hexOf } from '../connection/hex-of.ts'
import type { Tables } from '../schema/tables.ts'
import { listChildren } from './children.ts'
import { listReadings } from './readings.ts'
import { readTimes } from './records/times.ts'
import { countUnopenedChildren } from './unopened-children.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The matter with this id or reference, if the actor may see it. @throws AnlanError matter-not-found, also when it is out of sight */
export async function getMatter(
  db: Kysely<Tables>,
  actor: Actor,
  idOrReference: string,
  rulebook: Rulebook,
): Promise<{ matter: Matter; head: string }> {
  if (!isStorable(idOrReference)) throw new AnlanError('matter-not-found')
  const row = await db
    .selectFrom('matters as m')
    .select(['m.matter', hexOf('m.head').as('head')])
    .where('m.tenant', '=', actor.tenant)
    .where(UUID.test(idOrReference) ? 'm.id' : 'm.reference', '=', idOrReference)
    .executeTakeFirst()
  const matter = row?.matter as Matter | undefined
  if (!row || !matter || !maySee(actor, accessFacts(matter, rulebook.directory)))
    throw new AnlanError('matter-not-found')
  return { matter: withoutRestricted(withoutHidden(matter, actor), actor), head: row.head }
}

export type StoredEvent = {
  readonly version: number
  readonly type: string
  readonly at: Instant
  readonly event: MatterEvent
  readonly hash: string
}

/** All events of a matter in order. */
export async function listEvents(db: Kysely<Tables>, tenant: string, matterId: string): Promise<StoredEvent[]> {
  const rows = await db
    .selectFrom('matter_events')
    .select(['version', 'type', 'at', 'event', hexOf('hash').as('hash')])
    .where('tenant', '=', tenant)
    .where('matter_id', '=', matterId)
    .orderBy('version')
    .limit(10_000)
    .execute()
  return rows.map((row) => ({ ...row, event: wholeEvent(row.event, { ...row, tenant, matterId }) }))
}

/** The same events without links to matters out of the actor's sight and without answers that others gave apart; the hash of such an event is that of the whole. */
export async function listEventsInSight(
  db: Kysely<Tables>,
  actor: Actor,
  matter: Matter,
  rulebook: Rulebook,
): Promise<StoredEvent[]> {
  const [stored, { links, isHidden }] = await Promise.all([
    listEvents(db, actor.tenant, matter.id),
    listLinks(db, actor, matter.id, rulebook),
  ])
  const events = stored.map((each) => inSight(each, matter, actor))
  const hidden = (id: string) => !links.some((link) => link.visible && link.matterId === id)
  return events.flatMap((stored) => {
    const { event } = stored
    if (event.type === 'ChildClosed') return isHidden.has(event.childId) ? [] : [stored]
    if (event.type === 'LinkAdded') return hidden(event.link.matterId) ? [] : [stored]
    if (!('links' in event)) return [stored]
    const shown = (all: readonly Link[]) => all.filter(({ matterId }) => !hidden(matterId))
    const gone = event.type === 'StepTaken' && event.unlinks ? { unlinks: shown(event.unlinks) } : {}
    return [{ ...stored, event: { ...event, links: shown(event.links), ...gone } as MatterEvent }]
  })
}

/** An event as this actor reads it. */
const inSight = (stored: StoredEvent, matter: Matter, actor: Actor): StoredEvent => ({
  ...stored,
  event: eventWithoutRestricted(eventInSight(stored.event, stored.version, matter, actor), matter, actor),
})

/** A matter with its story, links and what this actor may open. */
export async function viewMatter(
  db: Kysely<Tables>,
  actor: Actor,
  idOrReference: string,
  now: Instant,
  rulebook: Rulebook,
): Promise<MatterView> {
  const { matter, head } = await getMatter(db, actor, idOrReference, rulebook)
  const [stored, { links, isHidden }, vault, unopened, readings, times] = await Promise.all([
    listEvents(db, actor.tenant, matter.id),
    listLinks(db, actor, matter.id, rulebook),
    db
      .selectFrom('reporter_vault')
      .select('version')
      .where('tenant', '=', actor.tenant)
      .where('matter_id', '=', matter.id)
      .where('shredded_at', 'is', null)
      .limit(1)
      .executeTakeFirst(),
    matter.openChildCount > 0 ? countUnopenedChildren(db, actor.tenant, matter.id) : 0,
    mayReadReadings(actor, matter.procedure, rulebook.directory)
      ? listReadings(db, actor.tenant, matter.id)
      : undefined,
    readTimes(db, matter, getDefinition(rulebook.procedures, matter)),
  ])
  const events = stored.map((each) => inSight(each, matter, actor))
  const names = await namesOf(
    db,
    actor.tenant,
    events.flatMap(({ event }) => [
      event.by.personId,
      ...(event.type === 'MatterOpened' && event.sentBy ? [event.sentBy.personId] : []),
    ]),
  )
  const sealedNames = Object.keys(matter.fields).filter((name) => isSealed(matter.fields[name]))
  // A complaint about the actor's own unit is in no list of links, so not in the story either.
  const isTold = ({ event }: StoredEvent) =>
    event.type === 'LinkAdded'
      ? links.some(({ matterId }) => matterId === event.link.matterId)
      : event.type !== 'ChildClosed' || !isHidden.has(event.childId)
  // The step that was taken on hearing the news tells them.
  const isSaid = ({ event, version }: StoredEvent) =>
    event.type !== 'CrossingHeard' ||
    !events.some((next) => next.version === version + 1 && next.event.type === 'StepTaken' && next.at === event.at)
  const ended = matter.endedChildren?.filter(({ id }) => !isHidden.has(id))
  const visibleIds = new Set(links.flatMap(({ visible, matterId }) => (visible ? [matterId] : [])))
  return {
    now,
    // A reference tells that a matter exists; `links` says as much of each as this actor may know.
    matter: {
      ...matter,
      links: matter.links.filter((link) => visibleIds.has(link.matterId)),
      ...(ended ? { endedChildren: ended } : {}),
    },
    head,
    timeline: events
      .filter((each) => isTold(each) && isSaid(each))
      .map((stored) => timelineItem(stored, names, matter)),
    links,
    children: await listChildren(db, actor, matter, events, rulebook),
    names,
    mayOpen: mayOpenFields(actor, matter, rulebook.directory) ? sealedNames : [],
    hasReporter: !!vault && mayOpenVault(actor, matter, rulebook.directory),
    mayIssueCode: mayIssueCode(actor, getDefinition(rulebook.procedures, matter), matter, rulebook.directory),
    mayState: mayStateFor(actor, getDefinition(rulebook.procedures, matter), matter, rulebook.directory),
    unopened,
    ...present({ times }),
    ...present({ readings }),
  }
}

function timelineItem(
  { version, at, type, event, hash }: StoredEvent,
  names: Record<string, string>,
  matter: Matter,
): TimelineItem {
  const { hidden = [] } = matter
  // What a step elsewhere asked for was opened by whoever took that step.
  const by = (event.type === 'MatterOpened' ? event.sentBy : undefined) ?? event.by
  const personName = names[by.personId]
  const isOpen = (at: number) => hidden.some((each) => each.version === at && each.open)
  const base = {
    version,
    at,
    type,
    postId: by.postId,
    hash,
    form: {},
    files: [],
    ...present({ personName, ownPostId: by.ownPostId }),
    ...(isProgram(by) ? { isProgram: true as const } : {}),
  }
  switch (event.type) {
    case 'MatterOpened':
      return { ...base, to: event.state, form: event.form, files: event.files, ...present({ source: event.source }) }
    case 'StepTaken':
      return {
        ...base,
        step: event.step,
        from: event.from,
        to: event.to,
        form: event.form,
        files: event.files,
        ...present({
          source: event.source,
          shreds: event.shreds,
          draw: event.draw,
          hiddenUntil: isOpen(version) ? undefined : event.hiddenUntil,
          passes: event.sends && passed(event.sends),
        }),
      }
    case 'DeadlineWarned':
      return { ...base, clockId: event.clockId, warning: event.warning }
    case 'DeadlineOverdue':
    case 'DeadlineResumed':
    case 'MatterEscalated':
      return { ...base, clockId: event.clockId, ...(event.type === 'MatterEscalated' ? escalated(event) : {}) }
    case 'ClocksRecounted':
      return { ...base, recounts: event.clocks }
    case 'LinkAdded':
      return { ...base, ...(event.note ? { note: event.note } : {}) }
    case 'ChildClosed':
      return {
        ...base,
        child: {
          id: event.childId,
          reference: event.reference,
          procedure: event.procedure,
          outcome: event.outcome,
          ...present({ reason: event.reason, successor: event.successor?.reference }),
        },
      }
    case 'CrossingHeard':
      return { ...base, ...heardFrom(event, matter) }
    case 'FieldCorrected':
      return { ...base, fields: [event.field], note: event.reason }
    case 'DataOrdered':
      return { ...base, order: event.order, note: event.reason }
    case 'FieldsOpened':
      return { ...base, fields: event.fields, note: event.reason, ...present({ purpose: event.purpose }) }
    case 'StatementAdded':
      return { ...base, note: event.text, ...present({ about: event.about, onBehalf: event.onBehalf }) }
    case 'SeatsHandedOver':
      return { ...base, handedOver: { from: event.from, to: event.to }, note: event.reason }
    case 'CodeIssued':
    case 'FieldsShredded':
      return { ...base, note: event.reason }
  }
}

/** The questions of the form that opens it there, what is personal among them. */
const passed = ({ form, personal = {} }: CrossingRequest): string[] => [...Object.keys(form), ...Object.keys(personal)]

function heardFrom(
  { type: _, at: _at, by: _by, version, ...heard }: EventOf<'CrossingHeard'>,
  { sent = [] }: Matter,
): Pick<TimelineItem, 'heard' | 'office'> {
  return { heard, ...present({ office: sent.find((each) => each.version === version)?.office }) }
}

const escalated = ({ to, raises = [] }: EventOf<'MatterEscalated'>): Pick<TimelineItem, 'to' | 'isRaised'> => ({
  to,
  ...(raises.length > 0 ? { isRaised: true } : {}),
})

async function namesOf(
  db: Kysely<Tables>,
  tenant: string,
  personIds: readonly string[],
): Promise<Record<string, string>> {
  const ids = [...new Set(personIds)]
  if (ids.length === 0) return {}
  const rows = await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('tenant', '=', tenant)
    .where('id', 'in', ids)
    .unionAll(
      db.selectFrom('service_accounts').select(['id', 'name']).where('tenant', '=', tenant).where('id', 'in', ids),
    )
    .limit(1000)
    .execute()
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}

/**
 * Links in both directions. A linked matter out of sight shows that it exists, not what it is; a complaint about the
 * actor's own unit does not show at all, nor one of a kind with a domain of its own.
 */
async function listLinks(
  db: Kysely<Tables>,
  actor: Actor,
  matterId: string,
  rulebook: Rulebook,
): Promise<{ readonly links: LinkView[]; readonly isHidden: ReadonlySet<string> }> {
  const rows = await db
    .selectFrom('matter_links as l')
    .innerJoin('matters as m', (join) =>
      join
        .onRef('m.tenant', '=', 'l.tenant')
        .on((eb) =>
          eb.or([
            eb.and([eb('l.from_id', '=', matterId), eb('m.id', '=', eb.ref('l.to_id'))]),
            eb.and([eb('l.to_id', '=', matterId), eb('m.id', '=', eb.ref('l.from_id'))]),
          ]),
        ),
    )
    .select(['l.type', 'l.from_id as fromId', 'm.matter'])
    .where('l.tenant', '=', actor.tenant)
    .where((eb) => eb.or([eb('l.from_id', '=', matterId), eb('l.to_id', '=', matterId)]))
    .orderBy('l.at')
    .limit(100)
    .execute()
  const isHidden = new Set<string>()
  const links = rows.flatMap((row): LinkView[] => {
    const other = row.matter as unknown as Matter
    const facts = accessFacts(other, rulebook.directory)
    const visible = maySee(actor, facts)
    // Of a kind with a domain of its own not even the existence is told: its name alone says what it is about.
    if (isAboutOwnUnit(actor, facts) || isNamed(actor, facts) || (facts.sight && !visible)) {
      isHidden.add(other.id)
      return []
    }
    return [
      {
        type: row.type as LinkType,
        direction: row.fromId === matterId ? 'to' : 'from',
        matterId: other.id,
        reference: visible ? other.reference : '',
        procedure: other.procedure,
        title: visible ? other.title : '',
        state: visible ? other.state : '',
        group: other.group as StateGroup,
        visible,
        ...(visible && other.exercise ? { exercise: other.exercise } : {}),
      },
    ]
  })
  return { links, isHidden }
}
