import { type Text, text } from '../../domain/wording/text.ts'
import { plainCell } from '../../exchange/returned/same-meaning.ts'
import type { SheetRowRead } from './read-returned.ts'

const MOST_NAMED = 6

/** Rows that name one matter: those that say the same as one above are left out, those that differ are all refused. */
export type Doubled = {
  readonly same: ReadonlySet<number>
  readonly differ: ReadonlyMap<number, Text>
}

/** Finds rows of one matter. Which of several was meant nobody can tell: a row was copied and written over, most likely. */
export function doubledRows(rows: readonly SheetRowRead[]): Doubled {
  const byMatter = new Map<string, SheetRowRead[]>()
  for (const row of rows) {
    if (!row.tag) continue
    const known = byMatter.get(row.tag.matterId)
    if (known) known.push(row)
    else byMatter.set(row.tag.matterId, [row])
  }
  const same = new Set<number>()
  const differ = new Map<number, Text>()
  for (const group of byMatter.values()) {
    const [first, ...others] = group
    if (!first || others.length === 0) continue
    if (new Set(group.map(saidIn)).size === 1) for (const { number } of others) same.add(number)
    else for (const { number } of group) differ.set(number, several(group))
  }
  return { same, differ }
}

const saidIn = ({ cells }: SheetRowRead): string => cells.map(plainCell).join('\u001F')

function several(group: readonly SheetRowRead[]): Text {
  const numbers = group.slice(0, MOST_NAMED).map(({ number }) => number)
  const more = group.length > MOST_NAMED
  return text(
    `第${numbers.join('、')}${more ? '…' : ''}行是同一件事，写得不一样，只留一行`,
    `Rows ${numbers.join(', ')}${more ? ' …' : ''} are one matter and differ; keep one of them`,
  )
}
