import type { MatterEvent } from '../../domain/matter/event.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { isSealed } from '../../domain/procedure/form.ts'
import type { Instant } from '../../domain/time/time.ts'
import { linkRows, unlinkRows } from '../write/write-rows.ts'
import type { RecordFault } from './check-records.ts'

export type LinkRecord = { readonly from_id: string; readonly type: string; readonly to_id: string }
export type KeyRecord = { readonly matter_id: string; readonly alive: boolean }

const keyOf = ({ from_id, type, to_id }: LinkRecord) => `${from_id} ${type} ${to_id}`

/** The links that the events of a matter lead to, from either end. */
export function linksOf(matterId: string, events: readonly MatterEvent[]): Set<string> {
  const found = new Set<string>()
  const row = ({ type, other_id, back }: { type: string; other_id: string; back: boolean }) =>
    keyOf(back ? { from_id: other_id, type, to_id: matterId } : { from_id: matterId, type, to_id: other_id })
  for (const event of events) {
    for (const link of linkRows([event])) found.add(row(link))
    for (const link of unlinkRows([event])) found.delete(row(link))
  }
  return found
}

/** A link that events made and that is not there. */
export function linkFault(
  matterId: string,
  events: readonly MatterEvent[],
  links: ReadonlySet<string>,
): RecordFault | undefined {
  for (const link of linksOf(matterId, events)) if (!links.has(link)) return { rule: 'link-missing', at: link }
  return undefined
}

/** Links of a matter that none of its own events made; those of the other end may have. */
export const unexplainedLinks = (
  matterId: string,
  events: readonly MatterEvent[],
  links: readonly LinkRecord[],
): LinkRecord[] => {
  const own = linksOf(matterId, events)
  return links.filter((link) => !own.has(keyOf(link)))
}

export const linkKeys = (links: readonly LinkRecord[]): Set<string> => new Set(links.map(keyOf))

const destroys = (event: MatterEvent) =>
  event.type === 'FieldsShredded' || (event.type === 'StepTaken' && event.shreds === true)

/** A key that is missing though something is sealed with it, is gone though nobody destroyed it, or is there though it was destroyed. */
export function keyFault(
  { shreddedAt }: Matter,
  events: readonly MatterEvent[],
  key: KeyRecord | undefined,
): RecordFault | undefined {
  const destroyed = shreddedAt !== undefined || events.some(destroys)
  if (destroyed) return key?.alive ? { rule: 'key-kept', at: '' } : undefined
  if (key) return key.alive ? undefined : { rule: 'key-gone', at: '' }
  const sealed = events.find((event) => 'form' in event && Object.values(event.form).some(isSealed))
  return sealed && { rule: 'key-gone', at: '' }
}

/** The most that the sweeper moves a clock on while it works on it, in milliseconds. */
const MOVED_ON_MS = 86_400_000

/** A clock nobody will look at again, or much later than it says. */
export function nextAtFault(
  expected: Instant | null,
  found: Instant | null,
  clockId: string,
  now: Instant,
): RecordFault | undefined {
  if (expected === null) return undefined
  const latest = Math.max(Date.parse(expected), Date.parse(now)) + MOVED_ON_MS
  return found !== null && Date.parse(found) <= latest ? undefined : { rule: 'deadline-asleep', at: clockId }
}
