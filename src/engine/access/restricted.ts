import type { Actor } from '../../domain/matter/actor.ts'
import type { MatterEvent } from '../../domain/matter/event.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { FormValues } from '../../domain/procedure/form.ts'
import type { Role } from '../../domain/unit/role.ts'

/** Who still reads what is stored and not used: whoever answers for it, and whoever audits. */
const READERS: readonly Role[] = ['leader', 'president', 'auditor', 'system']

type Restrictable = Pick<Matter, 'group' | 'restrictions'>

/**
 * Whether a matter is stored and not used any more (Personal Information Protection Law art. 47). One that is worked on still is
 * restricted when it ends: what the duty needs is no use that could stop.
 */
export const isRestricted = ({ group, restrictions = [] }: Restrictable): boolean =>
  group === 'done' && restrictions.some(({ order }) => order === 'restrict')

/** Whether this actor reads what a restricted matter holds. */
export const readsRestricted = ({ roles }: Pick<Actor, 'roles'>): boolean =>
  READERS.some((role) => roles.includes(role))

const isClosedTo = (matter: Restrictable, actor: Pick<Actor, 'roles'>) =>
  isRestricted(matter) && !readsRestricted(actor)

/** A restricted matter as others see it: that there is one, why and since when, and nothing of what it holds. */
export function withoutRestricted<M extends Matter>(matter: M, actor: Pick<Actor, 'roles'>): M {
  if (!isClosedTo(matter, actor)) return matter
  const { documents, hidden, ...rest } = matter
  return { ...rest, fields: {}, files: [] } as unknown as M
}

/** An event without what is restricted, and without the texts that were taken out of sight when the matter was made anonymous. */
export function eventWithoutRestricted(event: MatterEvent, matter: Matter, actor: Pick<Actor, 'roles'>): MatterEvent {
  if (!('form' in event)) return event
  if (isClosedTo(matter, actor)) return 'files' in event ? { ...event, form: {}, files: [] } : { ...event, form: {} }
  const { redacted } = matter
  if (!redacted?.some((name) => Object.hasOwn(event.form, name))) return event
  return { ...event, form: withoutTexts(event.form, redacted) }
}

/** Answers with these texts emptied. */
export const withoutTexts = (form: FormValues, names: readonly string[]): FormValues =>
  Object.fromEntries(Object.entries(form).map(([name, value]) => [name, names.includes(name) ? null : value]))
