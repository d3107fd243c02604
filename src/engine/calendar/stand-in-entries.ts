import type { Matter } from '../../domain/matter/matter.ts'
import type { CalendarEntry } from '../../domain/outward/calendar-entry.ts'
import { present } from '../../domain/present.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { type Text, text } from '../../domain/wording/text.ts'
import { standInsOf } from '../stand-ins/stand-ins-of.ts'
import type { Telling } from './entries-of.ts'

const ON_DUTY = text('值班：', 'On duty: ')
const LEADS = text('带班：', 'Duty leader: ')
const STANDS_IN = text('代岗：', 'Standing in: ')

export type Changed = { readonly matter: Matter; readonly changedAt: Instant; readonly procedure: Procedure }
type Reader = { readonly postId: string; readonly directory: Directory }

/**
 * Where a post acts for another by these matters: its shifts, those it leads, and whom it stands in for. What was planned ahead and
 * holds no more (cancelled, swapped, withdrawn) stands there as cancelled.
 */
export function standInEntries(all: readonly Changed[], reader: Reader, telling: Telling): CalendarEntry[] {
  return all.flatMap((of) => [...actingOf(of, reader, telling), ...leadingOf(of, reader, telling)])
}

function actingOf(of: Changed, { postId, directory }: Reader, telling: Telling): CalendarEntry[] {
  const { matter, procedure } = of
  const wasThere = matter.supervisorPostId !== postId || (matter.holders ?? []).some(({ id }) => id === postId)
  const standing = standInsOf(procedure, matter).filter((each) => each.byPostId === postId)
  const title = procedure.standsIn?.rows ? ON_DUTY : STANDS_IN
  if (standing.length > 0)
    return standing.map((each) => entry(of, telling, directory, { ...each, part: 'acts', by: postId, title }))
  if (!wasThere) return []
  return before(of, telling.now)
    .filter(({ byPostId }) => procedure.standsIn?.rows !== undefined || byPostId === postId)
    .map((each) => entry(of, telling, directory, { ...each, part: 'acts', by: postId, title, cancelled: true }))
}

/** Whoever leads a shift is on it too, beside those who stand in for the desk. */
function leadingOf(of: Changed, { postId, directory }: Reader, telling: Telling): CalendarEntry[] {
  const { matter, procedure } = of
  if (matter.supervisorPostId !== postId || !procedure.standsIn?.rows) return []
  const [shift] = standInsOf(procedure, matter)
  const part = { part: 'leads', by: postId, title: LEADS } as const
  if (shift) return [entry(of, telling, directory, { ...shift, ...part })]
  return before(of, telling.now).map((each) => entry(of, telling, directory, { ...each, ...part, cancelled: true }))
}

/** The time that was planned, where it is not over: as if the matter still stood so. Of a shift the same for all of its rows. */
function before({ matter, procedure }: Changed, now: Instant) {
  const states = procedure.standsIn?.states ?? []
  // What is only planned stands nowhere yet.
  if (matter.group !== 'done' && !states.includes(matter.state)) return []
  const [state = ''] = states
  const [planned] = standInsOf(procedure, { ...matter, state }).filter(({ until }) => until > now)
  return planned ? [planned] : []
}

type Part = {
  readonly part: string
  readonly by: string
  readonly title: Text
  readonly postId: string
  readonly from: Instant
  readonly until: Instant
  readonly cancelled?: boolean
}

function entry(
  { matter, changedAt, procedure }: Changed,
  { uidOf, baseUrl, locale }: Telling,
  { posts }: Directory,
  { part, by, title, postId, from, until, cancelled = false }: Part,
): CalendarEntry {
  const shown = posts[postId]?.title[locale] ?? procedure.short[locale]
  return {
    uid: uidOf(matter.id, part, postId, by),
    sequence: matter.version,
    changedAt,
    title: `${title[locale]}${shown}`,
    when: { from, until },
    ...present({ place: procedure.standsIn?.rows ? matter.place : undefined }),
    link: `${baseUrl}/matters/${matter.id}`,
    cancelled,
    busy: procedure.standsIn?.rows !== undefined,
  }
}
