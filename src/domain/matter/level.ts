import { text } from '../wording/text.ts'

/** Levels of matters, high to low (risk levels 1–4, Emergency Response Law art. 63). Colour, shape and word always go together. */
export const LEVELS = {
  major: { rank: 4, title: text('重大', 'Major'), shape: 'octagon' },
  serious: { rank: 3, title: text('较大', 'Serious'), shape: 'diamond' },
  general: { rank: 2, title: text('一般', 'General'), shape: 'triangle' },
  low: { rank: 1, title: text('低', 'Low'), shape: 'circle' },
} as const

export type Level = keyof typeof LEVELS

/** The level of a rank, as tables keep it. */
export const LEVEL_OF_RANK: Readonly<Record<number, Level>> = Object.fromEntries(
  (Object.keys(LEVELS) as Level[]).map((level) => [LEVELS[level].rank, level]),
)
