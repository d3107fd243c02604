import { type AnswerContext, answersFor } from '../../demo/answers.ts'
import { createDice, type Dice } from '../../demo/dice.ts'
import { type Actor, reporterActor, systemActor } from '../../domain/matter/actor.ts'
import type { Command } from '../../domain/matter/command.ts'
import { type Sent, unanswered } from '../../domain/matter/crossing.ts'
import type { MatterEvent } from '../../domain/matter/event.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import { addMilliseconds, type Instant } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { text } from '../../domain/wording/text.ts'
import { decide } from '../../engine/decide/decide.ts'
import { dueCommands } from '../../engine/decide/due-commands.ts'
import { openSteps } from '../../engine/decide/open-steps.ts'
import { evolve } from '../../engine/record/evolve.ts'
import { sightsOf } from '../../storage/write/rulebooks.ts'
import { PHOTO } from '../given.ts'
import { actorOf, DIRECTORY, TEST_TENANT } from '../people.ts'

/** The first moment of a life, the moment a new holiday notice is applied, and the last: two Spring Festivals lie between. */
export const BORN = '2025-01-15T02:00:00.000Z'
export const NOTICE_AT = '2025-11-05T01:00:00.000Z'
export const LAST = '2026-04-01T00:00:00.000Z'

/** What happened in one life, in order, with the calendar each thing was decided by. */
export type Life = {
  readonly matter: Matter | undefined
  readonly events: readonly MatterEvent[]
}

export type Moment = { readonly matter: Matter; readonly calendar: Calendar; readonly now: Instant }

/**
 * One life of a matter by chance: whoever may takes any step that is open to them, with answers a person might give; between
 * steps time passes and does what it must. `look` is called after everything that happens.
 */
export function randomLife(
  procedure: Procedure,
  procedures: readonly Procedure[],
  calendars: { readonly before: Calendar; readonly after: Calendar },
  seed: number,
  look: (moment: Moment) => void,
): Life {
  const dice = createDice(seed)
  const events: MatterEvent[] = []
  let matter: Matter | undefined
  let now: Instant = BORN
  let calendar = calendars.before
  const directory = { ...DIRECTORY, ...sightsOf(procedures) }
  const rulebook = (): Rulebook => ({ procedures, calendar, directory, overrides: {} })
  const records = recordsInForce(procedures)
  const named = new Map(records.map((record) => [record.reference, record]))
  const inForce = Object.groupBy(records, ({ procedure: kind }) => kind) as AnswerContext['records'] & object
  const act = (command: Command, actor: Actor): boolean => {
    try {
      const identity = { matterId: '00000000-0000-7000-8000-000000000001', reference: `${procedure.prefix}-2025-0001` }
      const happened = decide(procedure, matter, command, actor, { now, rulebook: rulebook(), identity, named })
      events.push(...happened)
      matter = happened.reduce<Matter | undefined>(evolve, matter)
      if (matter) look({ matter, calendar, now })
      return happened.length > 0
    } catch (cause) {
      if (cause instanceof AnlanError) return false
      throw cause
    }
  }
  const passTo = (until: Instant) => {
    now = until
    if (calendar === calendars.before && now >= NOTICE_AT) {
      calendar = calendars.after
      act({ type: 'RecountDeadlines' }, systemActor(TEST_TENANT))
    }
    for (let turn = 0; matter && turn < 50; turn += 1) {
      const due = dueCommands(procedure, matter, now, calendar)[0]
      if (!due || !act(due, systemActor(TEST_TENANT))) break
    }
  }
  opened(procedure, dice, now, inForce, act)
  for (let turn = 0; matter && turn < 40 && now < LAST; turn += 1) {
    passTo(addMilliseconds(now, dice.between(1, 24 * dice.pick([1, 4, 12, 30])) * 3_600_000))
    step(procedure, matter, dice, now, rulebook(), inForce, act)
    const away = unanswered(matter) ?? matter.sent?.find(({ standing }) => standing === 'taken')
    if (away && dice.chance(0.5)) act(newsOf(away, dice), systemActor(TEST_TENANT))
    if (matter.openChildCount > 0 && dice.chance(0.4)) act(childClosed(matter), systemActor(TEST_TENANT))
  }
  passTo(LAST)
  return { matter, events }
}

/** The test county's own unit. */
const COUNTY = 'qinglan'

type Act = (command: Command, actor: Actor) => boolean

type Records = NonNullable<AnswerContext['records']>

function opened(procedure: Procedure, dice: Dice, now: Instant, records: Records, act: Act): void {
  const openers = Object.values(DIRECTORY.posts).filter((post) =>
    post.roles.some((role) => procedure.opening.by.includes(role)),
  )
  for (let turn = 0; turn < 20; turn += 1) {
    // What nobody opens but the system begins in the county's hands.
    const post = openers.length > 0 ? dice.pick(openers) : undefined
    const unitId = post?.unitId ?? COUNTY
    const form = answers(procedure, procedure.opening.form, dice, now, unitId, records)
    const command = {
      type: 'OpenMatter',
      procedure: procedure.id,
      channel: post ? 'window' : 'system',
      unitId,
      form,
    } as const
    if (act(command, post ? actorOf(post.id) : systemActor(TEST_TENANT))) return
  }
}

function step(
  procedure: Procedure,
  matter: Matter,
  dice: Dice,
  now: Instant,
  rulebook: Rulebook,
  records: Records,
  act: Act,
): void {
  const actors = [...Object.keys(DIRECTORY.posts).map((id) => actorOf(id)), reporterActor(TEST_TENANT)]
  for (let turn = 0; turn < 12; turn += 1) {
    const actor = dice.pick(actors)
    const offers = openSteps(procedure, matter, actor, rulebook, now).filter(({ open }) => open)
    // What moves the matter on comes more often than what stands beside it.
    const chosen = offers.filter(({ step: each }) => !each.aside || dice.chance(0.15))
    if (chosen.length === 0) continue
    const { id, step: taken } = dice.pick(chosen)
    const form = taken.form ? answers(procedure, taken.form, dice, now, matter.unitId, records, matter) : undefined
    const concerned =
      taken.linksTo?.type === 'concerns' ? dice.pick(Object.values(records).flat()).reference : undefined
    const linked = concerned && taken.linksTo ? { ...form, [taken.linksTo.field]: concerned } : form
    if (act({ type: 'TakeStep', step: id, ...(linked ? { form: linked } : {}) }, actor)) return
  }
}

function answers(
  procedure: Procedure,
  formId: string,
  dice: Dice,
  now: Instant,
  unitId: string,
  records: Records,
  matter?: Matter,
) {
  const form = procedure.forms[formId]
  if (!form) throw new Error(`${procedure.id} has no form ${formId}`)
  // Whoever still owes an answer comes first.
  const due = [...(matter?.holders ?? [])].sort((a, b) => Number(a.state !== 'asked') - Number(b.state !== 'asked'))
  const holders = due.reduce<Record<string, string[]>>((bySeat, { seat, id }) => {
    const known = bySeat[seat] ?? []
    known.push(id)
    bySeat[seat] = known
    return bySeat
  }, {})
  return answersFor(form, {
    dice,
    directory: DIRECTORY,
    now,
    unitId,
    words: { title: '一件', place: '桥头', placeName: '示例单位', measure: '加固', law: '规定' },
    photos: [PHOTO],
    holders,
    records,
    ...(matter ? { earlier: matter.fields } : {}),
    given: {},
  })
}

/** One record of each kind, as a matter of any kind may point to it. */
function recordsInForce(procedures: readonly Procedure[]): Matter[] {
  const rulebook: Rulebook = {
    procedures,
    calendar: { publishedYears: [], days: {} },
    directory: DIRECTORY,
    overrides: {},
  }
  return procedures.flatMap((procedure, index) => {
    const state = procedure.record?.inForce[0]
    const post = Object.values(DIRECTORY.posts).find(({ roles }) =>
      roles.some((role) => procedure.opening.by.includes(role)),
    )
    if (!state || !post) return []
    const form = answers(procedure, procedure.opening.form, createDice(index + 1), BORN, post.unitId, {})
    const identity = {
      matterId: `00000000-0000-7000-8000-0000000001${String(index).padStart(2, '0')}`,
      reference: `${procedure.prefix}-2024-0001`,
    }
    const command = {
      type: 'OpenMatter',
      procedure: procedure.id,
      channel: 'window',
      unitId: post.unitId,
      form,
    } as const
    const events = decide(procedure, undefined, command, actorOf(post.id), { now: BORN, rulebook, identity })
    const matter = events.reduce<Matter | undefined>(evolve, undefined)
    return matter ? [{ ...matter, state }] : []
  })
}

/** What another office may answer. */
const newsOf = ({ version, standing }: Sent, dice: Dice): Command => ({
  type: 'RecordCrossing',
  version,
  standing: standing === 'taken' ? 'ended' : dice.pick(['arrived', 'taken', 'returned', 'recalled', 'ended'] as const),
  reference: 'FX-2025-0001',
  reason: '按属地办理',
  outcome: text('办结', 'Closed'),
})

const childClosed = ({ childCount, openChildCount }: Matter): Command => ({
  type: 'RecordChildClosed',
  childId: `child-${childCount - openChildCount}`,
  reference: 'DB-2025-0001',
  procedure: 'task',
  outcome: 'done',
})
