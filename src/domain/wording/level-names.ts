import { LEVELS, type Level } from '../matter/level.ts'
import type { Procedure } from '../procedure/procedure.ts'
import type { Text } from './text.ts'

/** What a kind calls its levels, where it has words of its own: 特别重大 of an incident, 高 of a point of risk. */
export type LevelNames = Readonly<Partial<Record<Level, Text>>>

// Derived from the definition and nothing else; every list asks.
const known = new WeakMap<Procedure['forms'], LevelNames>()

/** The words of the question that sets the level. */
export function levelNames({ forms }: Pick<Procedure, 'forms'>): LevelNames {
  const found = known.get(forms) ?? namesIn(forms)
  known.set(forms, found)
  return found
}

const namesIn = (forms: Procedure['forms']): LevelNames =>
  Object.fromEntries(
    Object.values(forms)
      .flatMap(({ fields }) => Object.values(fields))
      .flatMap((field) => (field.kind === 'level' && field.sets ? Object.entries(field.options ?? {}) : [])),
  )

/** A level in the words of its kind. */
export const levelName = (level: Level, names: LevelNames = {}): Text => names[level] ?? LEVELS[level].title
