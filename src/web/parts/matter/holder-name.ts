import type { Matter } from '../../../domain/matter/matter.ts'
import { columnsOf, type FormValues } from '../../../domain/procedure/form.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import type { Holder } from '../../../domain/procedure/seat.ts'
import { seatTitle } from '../../../domain/wording/taker-text.ts'
import { holderInFull, unitName } from '../../client/names.ts'
import { type Reading, valueText } from './value-text.ts'

/** Who holds a seat of many, in words: the unit, the post, or what the row of a party says first. */
export function holderText(
  { id, seat }: Pick<Holder, 'id' | 'seat'>,
  matter: Matter,
  procedure: Procedure,
  reading: Reading,
): string {
  const { directory, say, locale } = reading
  if (directory.units[id]) return unitName(directory, id, say)
  if (directory.posts[id]) return holderInFull(directory, id, say, locale)
  const [name = '', index = '0'] = id.split('.')
  const number = Number(index) + 1
  const field = Object.values(procedure.forms).find(({ fields }) => Object.hasOwn(fields, name))?.fields[name]
  const rows = matter.fields[name]
  const row = Array.isArray(rows) ? (rows as readonly FormValues[])[Number(index)] : undefined
  const said = Object.entries(columnsOf(field)).flatMap(
    ([column, inner]) => valueText(inner, row?.[column], reading) || [],
  )
  return `${number}. ${said[0] ?? say(seatTitle(seat, procedure))}`
}
