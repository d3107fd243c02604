import { percent } from '../equal-rate.ts'

/** A quiet point: how surprising the detector found it (-ln p), and what it had expected. */
export type Point = { readonly score: number; readonly expected: number }

export const SIZE_CLASSES = [
  ['expected below 0.5', 0, 0.5],
  ['0.5 to 2', 0.5, 2],
  ['2 to 10', 2, 10],
  ['10 to 50', 10, 50],
  ['above 50', 50, Number.POSITIVE_INFINITY],
] as const

const NOMINAL = [0.001, 0.005, 0.01] as const

/** Which share of the points alarms at each nominal level. */
export const levelRow = (name: string, points: readonly Point[]): string[] => [
  `${name} (${points.length})`,
  ...NOMINAL.map((level) =>
    points.length === 0 ? '–' : percent(points.filter(({ score }) => score >= -Math.log(level)).length, points.length),
  ),
]
