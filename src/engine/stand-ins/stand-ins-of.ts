import type { Matter } from '../../domain/matter/matter.ts'
import type { FieldValue, FormValues } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { endOfDay, type Instant, isDay, startOfDay } from '../../domain/time/time.ts'
import type { StandIn } from '../../domain/unit/stand-in.ts'

/** Who acts for which post from when until when, as the matter stands; nobody acts for a post that is only left. */
export function standInsOf({ standsIn }: Procedure, matter: Pick<Matter, 'state' | 'fields'>): StandIn[] {
  if (!standsIn?.states.includes(matter.state)) return []
  return rowsOf(standsIn.rows, matter).flatMap((row) => {
    const said = (name: string) => textOf(Object.hasOwn(row, name) ? row[name] : matter.fields[name])
    const [postId, from, until] = [said(standsIn.for), said(standsIn.from), said(standsIn.until)]
    if (!postId || !from || !until) return []
    const during = {
      postId,
      from: beginning(from),
      until: end(until),
      ...(standsIn.away ? { away: true as const } : {}),
    }
    if (during.until <= during.from) return []
    const by = [...new Set(standsIn.by.flatMap((name) => said(name) ?? []))].filter((id) => id !== postId)
    return by.length > 0 ? by.map((byPostId) => ({ ...during, byPostId })) : standsIn.away ? [during] : []
  })
}

function rowsOf(rows: string | undefined, { fields }: Pick<Matter, 'fields'>): readonly FormValues[] {
  if (rows === undefined) return [{}]
  const answered = fields[rows]
  return Array.isArray(answered) ? (answered as readonly FormValues[]) : []
}

const textOf = (value: FieldValue | undefined) => (typeof value === 'string' && value !== '' ? value : undefined)
const moment = (value: string): Instant => new Date(Date.parse(value)).toISOString()
const beginning = (value: string): Instant => (isDay(value) ? startOfDay(value) : moment(value))
const end = (value: string): Instant => (isDay(value) ? endOfDay(value) : moment(value))
