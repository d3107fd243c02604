import { expect } from 'vitest'
import type { Actor } from '../domain/matter/actor.ts'
import { systemActor } from '../domain/matter/actor.ts'
import type { CameFrom, CrossingNews } from '../domain/matter/crossing.ts'
import type { MatterEvent } from '../domain/matter/event.ts'
import type { Matter } from '../domain/matter/matter.ts'
import type { FileRef, FormValues } from '../domain/procedure/form.ts'
import type { Procedure } from '../domain/procedure/procedure.ts'
import type { Earlier } from '../domain/procedure/records/points-to.ts'
import type { Rulebook } from '../domain/procedure/rulebook.ts'
import { type Instant, laterOf } from '../domain/time/time.ts'
import { AnlanError, type ErrorCode } from '../domain/wording/errors.ts'
import { decide } from '../engine/decide/decide.ts'
import type { RecordVersions } from '../engine/decide/decide-context.ts'
import { dueCommands } from '../engine/decide/due-commands.ts'
import type { NamedMatters } from '../engine/decide/named-matters.ts'
import { openSteps } from '../engine/decide/open-steps.ts'
import { evolve, replay } from '../engine/record/evolve.ts'
import { nextAt } from '../engine/time/warnings.ts'
import { PROCEDURES } from '../procedures/all.ts'
import { chinaCalendar } from '../procedures/calendar/china-holidays.ts'
import { actorOf, DIRECTORY, TEST_TENANT } from './people.ts'

export const TEST_RULEBOOK: Rulebook = {
  procedures: PROCEDURES,
  calendar: chinaCalendar,
  directory: DIRECTORY,
  overrides: {},
}

/** A stored photo, for steps that need evidence. */
export const PHOTO: FileRef = { sha256: 'a'.repeat(64), name: '整改后.jpg', type: 'image/jpeg', size: 1000 }

/**
 * A matter in the hands of a test: each sentence takes a step as somebody at some time and says what came of it.
 * Times run on by themselves, an hour a step from 2026-03-02 09:00 China time, unless `at` sets them.
 */
export type Told = {
  readonly takes: (post: string, step: string, form?: FormValues, files?: readonly FileRef[]) => Told
  readonly refuses: (
    post: string,
    step: string,
    code: ErrorCode,
    details?: object,
    form?: FormValues,
    files?: readonly FileRef[],
  ) => Told
  readonly at: (instant: Instant) => Told
  /** From here on commands may name these matters as well. */
  readonly knowing: (more: NamedMatters, versions?: RecordVersions) => Told
  /** Other matters of its kind at the same records. */
  readonly after: (earlier: readonly Earlier[]) => Told
  /** Lets time alone act, as the sweeper does. */
  readonly waits: (until: Instant) => Told
  readonly childCloses: (outcome: string) => Told
  /** What another office answers to the last sending. */
  readonly hears: (standing: CrossingNews['standing'], news?: Omit<CrossingNews, 'standing'>) => Told
  readonly isIn: (state: string) => Told
  readonly matter: () => Matter
  readonly events: () => readonly MatterEvent[]
  readonly offers: (post: string) => readonly string[]
}

/** Opens a matter of a procedure and hands it to the sentences of a test. */
export function given(
  procedure: Procedure,
  opener: string,
  form: FormValues,
  options: {
    readonly at?: Instant
    readonly unitId?: string
    readonly rulebook?: Rulebook
    readonly named?: NamedMatters
    /** It came from another office and arrives by this step. */
    readonly arrives?: { readonly cameFrom: CameFrom; readonly begins: string }
  } = {},
): Told {
  const rulebook = options.rulebook ?? TEST_RULEBOOK
  const start = options.at ?? '2026-03-02T01:00:00.000Z'
  const actor =
    opener === 'system'
      ? systemActor(TEST_TENANT)
      : opener === 'reporter'
        ? {
            ...systemActor(TEST_TENANT),
            personId: 'reporter',
            postId: 'reporter',
            roles: ['reporter' as const],
            unitPath: '',
          }
        : actorOf(opener)
  const command = {
    type: 'OpenMatter',
    procedure: procedure.id,
    channel: 'window',
    unitId: options.unitId ?? 'qinglan',
    form,
    ...options.arrives,
  } as const
  const identity = { matterId: '00000000-0000-7000-8000-000000000001', reference: `${procedure.prefix}-2026-0001` }
  return told(
    procedure,
    rulebook,
    decide(procedure, undefined, command, actor, { now: start, rulebook, identity, named: options.named }),
    start,
    options.named,
  )
}

const HOUR = 3_600_000
const later = (instant: Instant) => new Date(Date.parse(instant) + HOUR).toISOString()

function told(
  procedure: Procedure,
  rulebook: Rulebook,
  events: readonly MatterEvent[],
  now: Instant,
  named?: NamedMatters,
  versions?: RecordVersions,
  earlier?: readonly Earlier[],
): Told {
  const matter = replay(events) as Matter
  const act = (actor: Actor, step: string, form?: FormValues, files?: readonly FileRef[]) =>
    decide(
      procedure,
      matter,
      { type: 'TakeStep', step, ...(form ? { form } : {}), ...(files ? { files } : {}) },
      actor,
      { now: later(now), rulebook, named, versions, earlier },
    )
  const on = (more: readonly MatterEvent[], at = later(now)) =>
    told(procedure, rulebook, [...events, ...more], at, named, versions, earlier)
  const by = (post: string): Actor =>
    post === 'system'
      ? systemActor(TEST_TENANT)
      : post === 'reporter'
        ? { ...systemActor(TEST_TENANT), personId: 'reporter', postId: 'reporter', roles: ['reporter'], unitPath: '' }
        : actorOf(post, rulebook.directory)
  const self: Told = {
    takes: (post, step, form, files) => on(act(by(post), step, form, files)),
    refuses: (post, step, code, details = {}, form, files) => {
      const refusal = caught(() => act(by(post), step, form, files))
      expect({ code: refusal?.code, details: refusal?.details }, `${post} takes ${step}`).toMatchObject({
        code,
        details,
      })
      return self
    },
    at: (instant) => told(procedure, rulebook, events, instant, named, versions, earlier),
    knowing: (more, stories) =>
      told(procedure, rulebook, events, now, new Map([...(named ?? []), ...more]), stories ?? versions, earlier),
    after: (others) => told(procedure, rulebook, events, now, named, versions, others),
    waits: (until) => on(timePasses(procedure, matter, now, until, rulebook), until),
    childCloses: (outcome) =>
      on(
        decide(
          procedure,
          matter,
          {
            type: 'RecordChildClosed',
            childId: 'child',
            reference: 'ZG-2026-0001',
            procedure: 'rectification',
            outcome,
          },
          systemActor(TEST_TENANT),
          { now, rulebook },
        ),
      ),
    hears: (standing, news) =>
      on(
        decide(
          procedure,
          matter,
          { type: 'RecordCrossing', version: matter.sent?.at(-1)?.version ?? 0, standing, ...news },
          systemActor(TEST_TENANT),
          { now: later(now), rulebook },
        ),
      ),
    isIn: (state) => {
      expect(matter.state).toBe(state)
      return self
    },
    matter: () => matter,
    events: () => events,
    offers: (post) =>
      openSteps(procedure, matter, by(post), rulebook, later(now))
        .filter((offer) => offer.open && !offer.step.aside)
        .map((offer) => offer.id),
  }
  return self
}

/** The sweeper looks every few seconds: each thing happens at its moment. */
function timePasses(
  procedure: Procedure,
  matter: Matter,
  since: Instant,
  until: Instant,
  rulebook: Rulebook,
): MatterEvent[] {
  const events: MatterEvent[] = []
  let current = matter
  for (;;) {
    const at = current.clocks
      .flatMap((clock) => nextAt(procedure.deadlines[clock.deadline], clock, rulebook.calendar) ?? [])
      .sort()[0]
    const now = laterOf(at ?? '', since)
    const command = at && now <= until ? dueCommands(procedure, current, now, rulebook.calendar)[0] : undefined
    const happened = command ? decide(procedure, current, command, systemActor(TEST_TENANT), { now, rulebook }) : []
    if (happened.length === 0) return events
    events.push(...happened)
    current = happened.reduce<Matter>((now, event) => evolve(now, event), current)
  }
}

function caught(act: () => unknown): AnlanError | undefined {
  try {
    act()
    return undefined
  } catch (cause) {
    if (cause instanceof AnlanError) return cause
    throw cause
  }
}
