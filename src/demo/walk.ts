import { systemActor } from '../domain/matter/actor.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { present } from '../domain/present.ts'
import type { FileRef, Form, FormValues } from '../domain/procedure/form.ts'
import { EXERCISE_PREFIX } from '../domain/procedure/procedure.ts'

import { type Earlier, recordsNamed, timesOf } from '../domain/procedure/records/points-to.ts'
import { addMilliseconds, dayOf, type Instant, laterOf } from '../domain/time/time.ts'

import { AnlanError } from '../domain/wording/errors.ts'
import { drawFrom, drawQuery, isAmong } from '../engine/decide/apart/draw.ts'
import { procedureInEffect } from '../engine/decide/decide-opening.ts'
import { continueDraft, type Draft, draftChildren, passTime } from '../storage/bulk/bulk-draft.ts'
import type { Grounds } from '../storage/write/decide-command.ts'
import { sha256 } from '../storage/write/ids.ts'
import type { ChildToOpen } from '../storage/write/write-rows.ts'
import { answersFor } from './answers.ts'
import { chooseActor } from './choose-actor.ts'
import { officeMoment } from './county/office-hours.ts'
import type { Dice } from './dice.ts'
import type { Facts, Move } from './facts.ts'
import { habitualMoment } from './habits.ts'
import type { Aside } from './kinds/kind.ts'
import { KNOWN_KINDS, kindOf } from './kinds/kinds.ts'
import { placesFor, withNewVersions } from './new-versions.ts'

/** The county while it is being made up. */
export type World = {
  readonly context: Grounds
  readonly dice: Dice
  readonly now: Instant
  readonly photos: readonly FileRef[]
  /** The next reference number of a prefix and year. */
  readonly reference: (prefix: string, year: number) => string
  /** Everything written so far. */
  readonly drafts: Draft[]
  /** Records in force so far, which matters point to. */
  readonly records: Map<string, Draft>
  /** Steps that a rule refused: should stay empty; the story then stops there. */
  readonly refusals: string[]
}

/** Guards against a path that leads in a circle. */
const LONGEST_STORY = 60

type Closing = { readonly at: Instant; readonly child: Draft }

/** Lets a matter take its course until now, with the matters it opens, and adds all of them to the world. */
export function walk(world: World, begun: Draft, facts: Facts): Draft {
  const { context, now } = world
  let draft = begun
  let at = begun.matter.openedAt
  const told = new Set<string>()
  const refused = new Set<string>()
  const closings: Closing[] = []
  const take = (step: string, when: Instant, move: Move) => {
    const before = draftChildren(draft).length
    const next = takeStep(
      world,
      tellParent(context, passTime(context, draft, when, 'all'), closings, when),
      step,
      when,
      move,
      facts,
    )
    if (!next) return false
    draft = withNewVersions(world, next, when)
    at = when
    for (const child of draftChildren(draft).slice(before)) {
      const walked = walkChild(world, draft, child, facts, when)
      if (walked.matter.closedAt) closings.push({ at: walked.matter.closedAt, child: walked })
    }
    return true
  }
  for (let steps = 0; steps < LONGEST_STORY && !isOver(draft); steps += 1) {
    const main = facts.script ? facts.script[steps] : nextMove(world, draft, facts, refused)
    if (!main) break
    let when = afterChildren(draft, main, closings, mainMoment(world, draft, at, main, facts), world)
    const beside = facts.script ? undefined : besides(draft, facts, told)
    const besideAt = beside && momentOf(world, at, beside, { ...facts, pace: 1 })
    if (beside) told.add(`${beside.step} ${draft.matter.stateVersion}`)
    if (beside && besideAt && (!when || besideAt < when) && besideAt <= now) {
      if (take(beside.step, besideAt, beside)) continue
      when = afterChildren(draft, main, closings, mainMoment(world, draft, at, main, facts), world)
    }
    if (!when || when > now) break
    if (take(main.step, when, main)) continue
    // What was refused is not tried again; another way on may be open. A second refusal ends the story, lest it turn in a circle.
    if (facts.script || refused.size > 0) break
    refused.add(visitOf(draft, main))
  }
  draft = passTime(context, tellParent(context, draft, closings, now), now, 'all')
  world.drafts.push(draft)
  if (draft.procedure.record?.inForce.includes(draft.matter.state)) world.records.set(draft.matter.reference, draft)
  return draft
}

/** Done, with nothing that usually follows: a file is still handed to the archive. */
const isOver = ({ matter, procedure }: Draft) => matter.group === 'done' && !kindOf(procedure).moves[matter.state]
/** The records that an answer at this moment may point to, by kind; a matter is not older than what it points to. */
export function recordsAt({ records }: World, at: Instant): Readonly<Record<string, readonly Matter[]>> {
  const matters = [...records.values()]
    .filter(({ matter, procedure }) => (procedure.record?.work ? matter.openedAt : matter.stateSince) <= at)
    .map(({ matter }) => matter)
  return Object.groupBy(matters, ({ procedure }) => procedure) as Record<string, Matter[]>
}

const waitsForChildren = (draft: Draft, { step }: Move) =>
  draft.procedure.steps[step]?.guards?.includes('allChildrenDone') === true

/** A step that needs every child closed comes after the last of them; undefined when one is still open. */
function afterChildren(
  draft: Draft,
  move: Move,
  closings: readonly Closing[],
  when: Instant,
  { context, dice }: World,
): Instant | undefined {
  if (!waitsForChildren(draft, move) || draft.matter.childCount === 0) return when
  if (closings.length < draft.matter.childCount) return undefined
  const last = [when, ...closings.map(({ at }) => at)].sort().at(-1) ?? when
  return last > when ? officeMoment(context.rulebook.calendar, last, move.days[0], dice) : when
}

/** Tells the matter of every child that closed up to a moment, in order, each once. */
function tellParent(context: Grounds, draft: Draft, closings: readonly Closing[], until: Instant): Draft {
  const known = new Set(draft.events.flatMap((event) => (event.type === 'ChildClosed' ? [event.childId] : [])))
  const due = closings
    .filter(({ at, child }) => at <= until && !known.has(child.matter.id))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
  const last = draft.events.at(-1)?.at ?? ''
  return due.reduce((current, { at, child: { matter } }) => {
    const command = {
      type: 'RecordChildClosed',
      childId: matter.id,
      reference: matter.reference,
      procedure: matter.procedure,
      outcome: matter.outcome ?? '',
    } as const
    const now = laterOf(at, last)
    return continueDraft(context, current, { command, actor: systemActor(context.tenant), now })
  }, draft)
}

const visitOf = ({ matter }: Draft, { step }: Move) => `${step} ${matter.stateVersion}`

function nextMove(
  { context, dice }: World,
  draft: Draft,
  facts: Facts,
  refused: ReadonlySet<string>,
): Move | undefined {
  const all = kindOf(draft.procedure).moves[draft.matter.state] ?? []
  const moves = all.filter((each) => !refused.has(visitOf(draft, each)))
  const isUnknown = !Object.hasOwn(KNOWN_KINDS, draft.procedure.id)
  // Of an unknown kind nothing says which of several steps is the right one, but whether somebody may take it.
  const possible = moves.filter(({ when, step }) =>
    isUnknown
      ? chooseActor(context.rulebook, draft.procedure, draft.matter, step, dice, draft.matter.stateSince) !== undefined
      : !when || when(draft.matter, facts),
  )
  return possible.length > 0 ? facts.dice.weighted(possible) : undefined
}

/** A step beside the path that comes up in this state, rolled once for each visit. */
function besides(draft: Draft, facts: Facts, told: ReadonlySet<string>): Aside | undefined {
  const asides = kindOf(draft.procedure).asides
  return asides.find(
    (aside) =>
      aside.in.includes(draft.matter.state) &&
      !told.has(`${aside.step} ${draft.matter.stateVersion}`) &&
      (!aside.when || aside.when(draft.matter, facts)) &&
      facts.dice.chance(aside.weight),
  )
}

function momentOf({ context, dice }: World, after: Instant, move: Move, { pace }: Facts): Instant {
  if (move.minutes) return addMilliseconds(after, dice.between(...move.minutes) * 60_000)
  const [fewest, most] = move.days
  return officeMoment(context.rulebook.calendar, after, Math.round(dice.between(fewest, most) * pace), dice)
}

/** When the next step comes: as told in a story, else by chance and by the habit of its unit. */
const mainMoment = (world: World, draft: Draft, after: Instant, move: Move, facts: Facts): Instant => {
  const when = momentOf(world, after, move, facts)
  return facts.script ? when : habitualMoment(draft, move, when)
}

function takeStep(world: World, draft: Draft, step: string, at: Instant, move: Move, facts: Facts): Draft | undefined {
  const { context, dice, photos } = world
  const { matter, procedure } = draft
  const actor = chooseActor(context.rulebook, procedure, matter, step, dice, at)
  const form = procedure.forms[procedure.steps[step]?.form ?? '']
  if (!actor) {
    world.refusals.push(`${procedure.id}.${step}: nobody may`)
    return undefined
  }
  // A photo is handed in once: the same one does not show before and after.
  const unseen = photos.filter((photo) => !matter.files.some(({ sha256 }) => sha256 === photo.sha256))
  const fresh = unseen.length > 0 ? unseen : photos
  const earlier = asksTimes(form) ? earlierOf(world, draft) : []
  const given = {
    ...timesIn(form, draft, earlier),
    ...byTitle(form, move.given?.(matter, facts) ?? {}, recordsAt(world, at)),
  }
  const unitId = typeof given['unit'] === 'string' ? given['unit'] : matter.unitId
  const { placeName } = matter.fields
  const words = {
    ...facts.words,
    ...(typeof placeName === 'string' ? { placeName } : {}),
    title: matter.title,
    place: matter.place ?? '',
  }
  const answers =
    form &&
    answersFor(form, {
      dice,
      directory: context.rulebook.directory,
      now: at,
      unitId,
      words,
      photos: fresh,
      records: recordsAt(world, at),
      kind: procedure.id,
      earlier: matter.fields,
      given,
    })
  try {
    const named = namedIn(world, facts)
    const command = { type: 'TakeStep', step, ...(answers ? { form: answers } : {}) } as const
    const { directory } = context.rulebook
    const query = drawQuery(procedure, step, matter, answers ?? {}, directory)
    const among = query
      ? world.drafts.map((each) => each.matter).filter((each) => isAmong(query, each, actor, directory))
      : []
    const lots = query && drawFrom(query, among, sha256)
    const places = placesFor(world, draft, step, answers ?? {})
    return continueDraft(context, draft, { command, actor, now: at, named, earlier, lots, places })
  } catch (cause) {
    if (!(cause instanceof AnlanError)) throw cause
    world.refusals.push(`${procedure.id}.${step}: ${cause.message}`)
    return undefined
  }
}

/** A story names a record by its title; numbers are given out as the county is made up. */
function byTitle(form: Form | undefined, given: FormValues, records: ReturnType<typeof recordsAt>): FormValues {
  const named = Object.entries(given).map(([name, value]) => {
    const question = form?.fields[name]
    const found = question?.kind === 'record' ? records[question.of]?.find(({ title }) => title === value) : undefined
    return [name, found?.reference ?? value] as const
  })
  return Object.fromEntries(named)
}

/** Whether a form asks how often: looking through all matters for each step would take long. */
const asksTimes = (form: Form | undefined) =>
  Object.values(form?.fields ?? {}).some(
    (field) => field.kind === 'number' && field.computed !== undefined && 'times' in field.computed,
  )

/** How often this kind was met at the same record, where the form asks. */
const timesIn = (form: Form | undefined, { matter }: Draft, earlier: readonly Earlier[]): FormValues =>
  Object.fromEntries(
    Object.entries(form?.fields ?? {}).flatMap(([name, field]) => {
      const computed = field.kind === 'number' ? field.computed : undefined
      const times = computed && 'times' in computed && timesOf(computed, matter.fields, matter.openedAt, earlier)
      return times ? [[name, times] as const] : []
    }),
  )

/** The matters of the same kind that began before this one, with the records they point to. */
const earlierOf = ({ drafts }: World, { matter, procedure }: Draft): Earlier[] =>
  recordsNamed(procedure, matter.fields).length === 0
    ? []
    : drafts
        .filter((other) => other.matter.procedure === matter.procedure && other.matter.openedAt <= matter.openedAt)
        .map((other) => ({
          pointsTo: recordsNamed(other.procedure, other.matter.fields),
          openedAt: other.matter.openedAt,
          ...present({ outcome: other.matter.outcome }),
        }))

/** What a command may name: every record, and the earlier report that it is merged into. */
export const namedIn = ({ records }: World, { mergeInto }: Facts) =>
  new Map([
    ...[...records.values()].map(({ matter }) => [matter.reference, matter] as const),
    ...(mergeInto ? [[mergeInto.reference, mergeInto] as const] : []),
  ])

function walkChild(world: World, parent: Draft, child: ChildToOpen, facts: Facts, at: Instant): Draft {
  const { context, reference } = world
  const day = dayOf(at)
  const kind = procedureInEffect(context.rulebook.procedures, child.procedure, day)
  const prefix = child.exercise && !kind.exercise ? EXERCISE_PREFIX : kind.prefix
  const command = {
    type: 'OpenMatter',
    procedure: child.procedure,
    channel: 'system',
    unitId: child.unitId,
    form: child.form,
    ...present({
      aboutUnitId: child.aboutUnitId,
      ordering: child.ordering,
      since: child.since,
      barred: child.barred,
      exercise: child.exercise,
    }),
    links: [{ type: child.link, matterId: parent.matter.id, reference: parent.matter.reference }],
  } as const
  const identity = { matterId: child.id, reference: reference(prefix, Number(day.slice(0, 4))) }
  const begun = continueDraft(context, undefined, { command, actor: systemActor(context.tenant), now: at, identity })
  const unit = context.rulebook.directory.units[child.unitId]?.kind
  const tier = unit === 'county' || unit === 'township' || unit === 'village' ? unit : 'department'
  const { script, ...own } = facts
  return walk(world, begun, { ...own, handlingUnit: child.unitId, tier })
}
