/** A class of figures: above `over`, up to `upTo`. */
export type FigureClass = { readonly over: number; readonly upTo: number }

/** Shades that can be told apart, beside none. */
export const MOST_CLASSES = 5
const ROUND = [1, 2, 5, 10]
/** Where one class of equal width holds more than this of the areas, they would all look the same. */
const MOST_ALIKE = 0.6
/** Fewer areas are told apart by their numbers. */
const LEAST_SPLIT = 5

/**
 * Classes from the least to the most figure with round bounds of equal width, so that whoever reads the legend can do so without a table;
 * where a few large figures would put nearly all others into one, classes with as many areas in each. Nothing is a class of its own. With
 * whole figures the bounds are whole.
 */
export function classesOf(values: readonly number[], whole: boolean): FigureClass[] {
  const some = values.filter((value) => value > 0 && Number.isFinite(value)).sort((a, b) => a - b)
  const [least, most] = [some[0], some[some.length - 1]]
  if (least === undefined || most === undefined) return []
  const equal = equalClasses(least, most, whole)
  const fullest = Math.max(...equal.map((_, at) => some.filter((value) => classOf(equal, value) === at).length))
  if (some.length < LEAST_SPLIT || fullest <= MOST_ALIKE * some.length) return equal
  return filledClasses(some, equal[0]?.over ?? 0)
}

/** Which class a figure is in, from 0; undefined for nothing. */
export function classOf(classes: readonly FigureClass[], value: number): number | undefined {
  const at = classes.findIndex(({ over, upTo }) => value > over && value <= upTo)
  return at < 0 ? undefined : at
}

/** The shade of a class: few classes lie further apart. */
export const toneOf = (at: number, count: number): number =>
  count >= MOST_CLASSES ? at : Math.round(((at + 0.5) * MOST_CLASSES) / count - 0.5)

function equalClasses(least: number, most: number, whole: boolean): FigureClass[] {
  let width = roundUp(Math.max(most - least, most / 5) / MOST_CLASSES, whole)
  for (;;) {
    const before = Math.max(Math.ceil(least / width - 1e-9) - 1, 0)
    const count = Math.max(Math.ceil(most / width - 1e-9) - before, 1)
    if (count <= MOST_CLASSES) {
      return Array.from({ length: count }, (_, at) => {
        return { over: tidy((before + at) * width), upTo: tidy((before + at + 1) * width) }
      })
    }
    width = roundUp(width * 1.5, whole)
  }
}

/** Fifths of the areas; equal figures stay together. */
function filledClasses(sorted: readonly number[], over: number): FigureClass[] {
  const bounds = Array.from({ length: MOST_CLASSES }, (_, at) => {
    const last = Math.ceil(((at + 1) * sorted.length) / MOST_CLASSES) - 1
    return outward(
      sorted[last] ?? 0,
      sorted.find((value) => value > (sorted[last] ?? 0)),
    )
  })
  const distinct = bounds.filter((bound, at) => bound > (bounds[at - 1] ?? over))
  return distinct.map((upTo, at) => ({ over: distinct[at - 1] ?? over, upTo }))
}

/** A bound with two figures, where no other value lies between. */
function outward(value: number, next: number | undefined): number {
  const power = 10 ** (Math.floor(Math.log10(value)) - 1)
  const round = tidy(Math.ceil(value / power - 1e-9) * power)
  return round >= value && (next === undefined || round < next) ? round : value
}

function roundUp(value: number, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(value))
  const round = (ROUND.find((each) => each * power >= value * (1 - 1e-9)) ?? 10) * power
  return whole ? Math.max(1, Math.ceil(round)) : round
}

/** 0.30000000000000004 is 0.3. */
const tidy = (value: number) => Number(value.toPrecision(12))
