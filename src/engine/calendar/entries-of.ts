import type { Matter } from '../../domain/matter/matter.ts'
import type { CalendarEntry } from '../../domain/outward/calendar-entry.ts'
import type { Appointment } from '../../domain/outward/outward.ts'
import { present } from '../../domain/present.ts'
import type { Clock } from '../../domain/procedure/deadline.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { rolesOf } from '../../domain/procedure/taker.ts'
import { addMilliseconds, dayOf, type Instant } from '../../domain/time/time.ts'
import type { Role } from '../../domain/unit/role.ts'
import type { Locale, Text } from '../../domain/wording/text.ts'
import { text } from '../../domain/wording/text.ts'

const MINUTE_MS = 60_000
/** A limit to the minute stands at the end of a short while, so that a calendar draws it. */
const LIMIT_MINUTES = 30
/** So long what ended stands there as cancelled: by then every calendar has asked again. */
export const CANCELLED_DAYS = 30
const KEPT_MS = CANCELLED_DAYS * 86_400_000

const SILENT = text('有一件事到期，登录后看', 'Something is due; sign in to see')
const OVERDUE = text('已逾期：', 'Overdue: ')
const EXERCISE = text('【演练】', '[EXERCISE] ')

/** How a reader of a calendar is spoken to, and what a matter may say of itself there. */
export type Telling = {
  readonly locale: Locale
  readonly baseUrl: string
  /** A name that is the same each time and tells nothing. */
  readonly uidOf: (...parts: readonly string[]) => string
  readonly now: Instant
}

export type TellingOf = {
  readonly matter: Matter
  readonly changedAt: Instant
  readonly procedure: Procedure
  /** It waits for the reader's post or is theirs now. */
  readonly isMine: boolean
  /** What the reader's post may do: a limit is theirs that a step of such a role meets. */
  readonly roles: readonly Role[]
  /** Only few see such matters: that something is due, and nothing of it. */
  readonly silent: boolean
  readonly appointments: readonly Appointment[]
}

/** Time limits and appointments of one matter, as the reader's calendar shows them. */
export function entriesOf(of: TellingOf, telling: Telling): CalendarEntry[] {
  const { matter } = of
  const limits = matter.clocks.flatMap((clock) => limitOf(clock, of, telling) ?? [])
  return [...limits, ...of.appointments.flatMap((each) => appointmentOf(each, of, telling) ?? [])]
}

function limitOf(clock: Clock, of: TellingOf, telling: Telling): CalendarEntry | undefined {
  const { matter, changedAt, procedure, isMine } = of
  // One that others meet was never the reader's.
  if (!isMet(procedure, clock.deadline, of.roles)) return undefined
  const holds = isMine && (clock.state === 'running' || clock.state === 'overdue')
  // What is over troubles nobody; what ended before a calendar asked last never stood in it.
  const wasThere = clock.dueAt > telling.now && (clock.endedAt ?? changedAt) >= addMilliseconds(telling.now, -KEPT_MS)
  if (!holds && !wasThere) return undefined
  const title = procedure.deadlines[clock.deadline]?.title ?? procedure.short
  const late = holds && clock.state === 'overdue' ? OVERDUE[telling.locale] : ''
  return entry(of, telling, {
    part: clock.id,
    title: late + titleOf(of, title, telling.locale),
    when: clock.dueOn
      ? { day: dayOf(addMilliseconds(clock.dueAt, -1)) }
      : { from: addMilliseconds(clock.dueAt, -LIMIT_MINUTES * MINUTE_MS), until: clock.dueAt },
    cancelled: !holds,
    busy: false,
    sequence: matter.version,
  })
}

/** Whether one of these roles has a part in meeting the limit; one that no step meets is everybody's. */
function isMet({ steps }: Procedure, deadline: string, roles: readonly Role[]): boolean {
  const meeting = Object.values(steps).filter(
    ({ meets, holds, imported }) => !imported && (meets?.includes(deadline) || holds?.includes(deadline)),
  )
  return meeting.length === 0 || meeting.some(({ by }) => rolesOf(by).some((role) => roles.includes(role)))
}

function appointmentOf(appointment: Appointment, of: TellingOf, telling: Telling): CalendarEntry | undefined {
  const { field, title, states, venue, minutes } = appointment
  const { fields, state, version } = of.matter
  const from = fields[field]
  if (of.silent || typeof from !== 'string') return undefined
  const place = venue ? fields[venue] : undefined
  return entry(of, telling, {
    part: field,
    title: titleOf(of, title, telling.locale),
    when: { from, until: addMilliseconds(from, minutes * MINUTE_MS) },
    ...(typeof place === 'string' && place ? { place } : {}),
    // A hearing that was held stays where it was.
    cancelled: !states.includes(state) && from > telling.now,
    busy: true,
    sequence: version,
  })
}

type Part = Pick<CalendarEntry, 'title' | 'when' | 'cancelled' | 'busy' | 'sequence'> & {
  readonly part: string
  readonly place?: string
}

function entry({ matter, changedAt, silent }: TellingOf, { uidOf, baseUrl }: Telling, part: Part): CalendarEntry {
  const { part: name, place, ...rest } = part
  return {
    ...rest,
    ...present({ place }),
    uid: uidOf(matter.id, name),
    changedAt,
    link: silent ? `${baseUrl}/` : `${baseUrl}/matters/${matter.id}`,
  }
}

/** Kind, reference and what for: neither the title of a matter nor who is in it. */
function titleOf({ matter, procedure, silent }: TellingOf, what: Text, locale: Locale): string {
  if (silent) return SILENT[locale]
  const colon = locale === 'zh' ? '：' : ': '
  const drill = matter.exercise ? EXERCISE[locale] : ''
  return `${drill}${procedure.short[locale]} ${matter.reference}${colon}${what[locale]}`
}
