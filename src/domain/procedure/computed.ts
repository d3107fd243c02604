import { LEVELS, type Level } from '../matter/level.ts'
import type { Bands, Computed, Fields, FormValues, Ladder } from './form.ts'

/** Answers as they are typed or kept. */
type Given = Readonly<Record<string, unknown>>

/** Rounds away what adding and multiplying tenths leaves behind: 0.1 × 3 is 0.3. */
const exact = (number: number) => Math.round(number * 1e6) / 1e6

/** A number, or a choice whose answers are numbers; undefined where nothing that counts was answered. */
function worthOf(answer: unknown): number | undefined {
  if (answer === undefined || answer === null || answer === '' || typeof answer === 'boolean') return undefined
  const number = Number(answer)
  return Number.isFinite(number) ? number : undefined
}

/** What is worked out from the other answers, once all it needs is answered. */
export function computedValue(computed: Computed, given: Given): number | undefined {
  if ('of' in computed) {
    const rows = given['mean' in computed ? computed.mean : computed.sum]
    if (!Array.isArray(rows)) return undefined
    const sum = rows.reduce<number>((all, row: Given) => all + (worthOf(row[computed.of]) ?? 0), 0)
    if (!('mean' in computed)) return exact(sum)
    // Two places: what people write down and compare with a band.
    return rows.length > 0 ? Math.round((sum / rows.length) * 100) / 100 : undefined
  }
  const worths = ('product' in computed ? computed.product : computed.sum).map((name) => worthOf(given[name]))
  const known = worths.filter((worth) => worth !== undefined)
  if (known.length < worths.length) return undefined
  return exact('product' in computed ? known.reduce((all, worth) => all * worth, 1) : known.reduce((a, b) => a + b, 0))
}

/** The answers with every number in them that is worked out; one number may rest on another before it. */
export function withComputed<T extends Given>(fields: Fields, given: T): T {
  let all: T = given
  for (const [name, field] of Object.entries(fields)) {
    if (field.kind !== 'number' || !field.computed) continue
    all = { ...all, [name]: computedValue(field.computed, all) }
  }
  return all
}

/** The highest level that the numbers stand for, of those that are answered. */
export function levelInBands(bands: Bands, given: Given): Level | undefined {
  const levels = [bands, ...(bands.and ?? [])].flatMap((ladder) => levelOn(ladder, given) ?? [])
  return levels.sort((a, b) => LEVELS[b].rank - LEVELS[a].rank)[0]
}

function levelOn({ of, from }: Ladder, given: Given): Level | undefined {
  const number = worthOf(given[of])
  return number === undefined ? undefined : from.filter(({ atLeast }) => number >= atLeast).at(-1)?.level
}

const rankOf = (level: unknown) =>
  typeof level === 'string' && Object.hasOwn(LEVELS, level) ? LEVELS[level as Level].rank : undefined

/** A level below the one its number stands for, with what was said for it. */
export type Lowered = { readonly computed: Level; readonly chosen: Level; readonly because: string }

/** Whether a chosen level lies below the one that its number stands for. */
export const isLower = (chosen: unknown, computed: Level | undefined): boolean =>
  computed !== undefined && (rankOf(chosen) ?? Number.POSITIVE_INFINITY) < LEVELS[computed].rank

/** The level among these answers that was set below its number, and why. */
export function loweredIn(fields: Fields, values: FormValues): Lowered | undefined {
  for (const [name, field] of Object.entries(fields)) {
    if (field.kind !== 'level' || !field.bands) continue
    const computed = levelInBands(field.bands, values)
    const chosen = values[name]
    if (computed && isLower(chosen, computed))
      return { computed, chosen: chosen as Level, because: String(values[field.bands.lowerBecause] ?? '') }
  }
  return undefined
}
