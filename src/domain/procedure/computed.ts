import { LEVELS, type Level } from '../matter/level.ts'
import { answersSo } from './answer-word.ts'
import type { Bands, Computed, Fields, FormValues, Ladder, When } from './form.ts'

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

/** The rows of an answer that answer so, all when nothing is said; undefined where there are no rows. */
function rowsWhere(given: Given, name: string, where: readonly When[] = []): readonly Given[] | undefined {
  const rows = given[name]
  if (!Array.isArray(rows)) return undefined
  return rows.filter((row: Given) => where.every((when) => answersSo(when, row)))
}

/** What is worked out from the other answers, once all it needs is answered. */
export function computedValue(computed: Computed, given: Given): number | undefined {
  // Looked up with the command: no answer of the form tells it.
  if ('times' in computed) return undefined
  if ('count' in computed) return rowsWhere(given, computed.count, computed.where)?.length
  if ('of' in computed) {
    const rows = rowsWhere(given, 'mean' in computed ? computed.mean : computed.sum, computed.where)
    const sum = rows && exact(rows.reduce<number>((all, row) => all + (worthOf(row[computed.of]) ?? 0), 0))
    if (!('mean' in computed)) return sum
    // Two places: what people write down and compare with a band.
    return rows && sum !== undefined && rows.length > 0 ? Math.round((sum / rows.length) * 100) / 100 : undefined
  }
  const names =
    'product' in computed
      ? computed.product
      : 'share' in computed
        ? [computed.share, computed.outOf]
        : 'from' in computed
          ? [computed.from, ...computed.less]
          : computed.sum
  const known = names.map((name) => worthOf(given[name])).filter((worth) => worth !== undefined)
  if (known.length < names.length) return undefined
  const [first = 0, ...others] = known
  if ('product' in computed) return exact(others.reduce((all, worth) => all * worth, first))
  if ('share' in computed) return others[0] ? Math.round((first / others[0]) * 1000) / 10 : undefined
  if ('from' in computed) return exact(others.reduce((rest, worth) => rest - worth, first))
  return exact(others.reduce((all, worth) => all + worth, first))
}

/** The answers with every number in them that is worked out; one number may rest on another before it. */
export function withComputed<T extends Given>(fields: Fields, given: T): T {
  let all: T = given
  for (const [name, field] of Object.entries(fields)) {
    if (field.kind !== 'number' || !field.computed || 'times' in field.computed) continue
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
