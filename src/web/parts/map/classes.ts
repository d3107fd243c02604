/** A class of figures: above `over`, up to `upTo`. */
export type FigureClass = { readonly over: number; readonly upTo: number }

/** Shades that can be told apart, beside none. */
export const MOST_CLASSES = 5
const ROUND = [1, 2, 5, 10]

/**
 * Classes of equal width with round bounds, so that whoever reads the legend can do so without a table; nothing is a class of its own. With
 * whole figures the bounds are whole.
 */
export function classesOf(values: readonly number[], whole: boolean): FigureClass[] {
  const most = values.reduce((highest, value) => Math.max(highest, value), 0)
  if (!(most > 0) || !Number.isFinite(most)) return []
  const width = roundUp(most / MOST_CLASSES, whole)
  const count = Math.max(1, Math.ceil(most / width - 1e-9))
  return Array.from({ length: count }, (_, at) => ({ over: tidy(at * width), upTo: tidy((at + 1) * width) }))
}

/** Which class a figure is in, from 0; undefined for nothing. */
export function classOf(classes: readonly FigureClass[], value: number): number | undefined {
  const at = classes.findIndex(({ over, upTo }) => value > over && value <= upTo)
  return at < 0 ? undefined : at
}

function roundUp(value: number, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(value))
  const round = (ROUND.find((each) => each * power >= value * (1 - 1e-9)) ?? 10) * power
  return whole ? Math.max(1, Math.ceil(round)) : round
}

/** 0.30000000000000004 is 0.3. */
const tidy = (value: number) => Number(value.toPrecision(12))
