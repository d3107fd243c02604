import { useSuspenseQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { Actor } from '../../domain/matter/actor.ts'
import { withOwnCategories } from '../../domain/procedure/own-categories.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { type Day, dayOf, type Instant } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import type { DirectoryView, KindName, SessionView } from '../../domain/views/views.ts'
import { withOverrides } from '../../engine/time/calendar.ts'
import { chinaCalendar } from '../../procedures/calendar/china-holidays.ts'
import { useDefinitions } from './definitions.ts'
import { directoryQuery, sessionQuery } from './queries.ts'

/** What every page knows: who acts, by which rules, and what time the server has. */
export type Office = {
  readonly session: SessionView
  readonly actor: Actor
  readonly directory: Directory
  /** All kinds of matter by name. */
  readonly kinds: readonly KindName[]
  /** Its procedures are those of the matters met so far. */
  readonly rulebook: Rulebook
  readonly now: () => Instant
  readonly today: () => Day
}

const OfficeContext = createContext<Office | undefined>(undefined)

/** Brings session, directory and rules together for everything below. */
export function OfficeProvider({ children }: { children: ReactNode }) {
  const { data: session, dataUpdatedAt } = useSuspenseQuery(sessionQuery)
  const { data: lists } = useSuspenseQuery(directoryQuery)
  const definitions = useDefinitions()
  const office = useMemo(
    () => officeOf(session, dataUpdatedAt, lists, definitions),
    [session, dataUpdatedAt, lists, definitions],
  )
  return <OfficeContext value={office}>{children}</OfficeContext>
}

/** What every page knows. */
export function useOffice(): Office {
  const office = useContext(OfficeContext)
  if (!office) throw new Error('useOffice needs an OfficeProvider above it')
  return office
}

/** The definition a matter was opened under; the newest of its kind when that one is not in this build. */
export function procedureOf(rulebook: Rulebook, id: string, version?: number): Procedure | undefined {
  const ofKind = rulebook.procedures.filter((procedure) => procedure.id === id)
  return ofKind.find((procedure) => procedure.version === version) ?? ofKind.at(-1)
}

/** Puts the pieces together; `heardAt` is this computer's time when the server told its own. */
export function officeOf(
  session: SessionView,
  heardAt: number,
  lists: DirectoryView,
  definitions: readonly Procedure[],
): Office {
  const directory: Directory = {
    units: Object.fromEntries(lists.units.map((unit) => [unit.id, unit])),
    posts: Object.fromEntries(lists.posts.map((post) => [post.id, post])),
    offices: Object.fromEntries(lists.offices.map((office) => [office.tenant, office])),
  }
  const now = () => new Date(Date.parse(session.now) + Date.now() - heardAt).toISOString()
  const { post, person, tenant } = session
  return {
    session,
    directory,
    kinds: lists.kinds,
    actor: {
      tenant: tenant.id,
      personId: person.id,
      postId: post.id,
      unitId: post.unitId,
      unitPath: post.unitPath,
      roles: post.roles,
      ...(post.standsIn
        ? {
            standsIn: {
              ownPostId: post.standsIn.ownPostId,
              own: session.posts.flatMap(({ id, unitId, standsIn }) =>
                standsIn ? [] : [{ postId: id, unitId, unitPath: directory.units[unitId]?.path ?? '?' }],
              ),
            },
          }
        : {}),
    },
    rulebook: {
      procedures: definitions.map((each) => withOwnCategories(each, session.office.categories[each.id])),
      calendar: withOverrides(chinaCalendar, session.calendarDays),
      directory,
      overrides: session.overrides,
    },
    now,
    today: () => dayOf(now()),
  }
}
