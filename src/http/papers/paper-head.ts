import type { Unit } from '../../domain/unit/unit.ts'
import type { Text } from '../../domain/wording/text.ts'
import { paperNumber } from '../../papers/text/paper-number.ts'
import type { PaperText } from '../../papers/text/paper-text.ts'
import type { PaperValues } from '../../papers/values/paper-values.ts'
import type { IssuedPaper } from '../../storage/papers/issued-paper.ts'
import type { Letterhead } from '../../storage/papers/letterheads.ts'

/** The name that stands on a paper: the one set for the unit or above it; of the office as a whole its own name; else the unit's. */
export const officeOn = (letterhead: Letterhead, unit: Unit | undefined, office: Text): Text =>
  letterhead.name
    ? { zh: letterhead.name, en: letterhead.name }
    : unit && unit.parentId !== undefined
      ? unit.name
      : office

const REVOKED = '（已撤回）'
const PLAYED = '（演练）'

/** The number that a step asked for, else the one that follows from the matter; a paper taken back and one of an exercise say so in it. */
export function numberOn(
  text: PaperText,
  { texts }: PaperValues,
  { matter, paper }: Pick<IssuedPaper, 'matter' | 'paper'>,
  letters: string | undefined,
): string {
  const [, asked = ''] = /^\{([^{}]+)\}$/.exec(text.number ?? '') ?? []
  const number = texts[asked] || paperNumber(matter, paper.number, letters)
  return `${matter.exercise ? PLAYED : ''}${number}${paper.revokedAt ? REVOKED : ''}`
}
