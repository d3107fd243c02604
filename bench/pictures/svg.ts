/** Numbers in drawings: one tenth of a point is finer than any screen. */
const short = (value: number) => String(Math.round(value * 10) / 10)

export type Point = readonly [x: number, y: number]

/** From data to points of the drawing, and the numbers beside the axes. */
export type Frame = {
  readonly width: number
  readonly height: number
  readonly x: (value: number) => number
  readonly y: (value: number) => number
}

const LEFT = 56
const RIGHT = 16
const TOP = 30
const BOTTOM = 46

/** A frame of 720 by 400 whose axes run over these ranges. */
export function frame([fromX, toX]: Point, [fromY, toY]: Point): Frame {
  const width = 720
  const height = 400
  return {
    width,
    height,
    x: (value) => LEFT + ((value - fromX) / (toX - fromX)) * (width - LEFT - RIGHT),
    y: (value) => height - BOTTOM - ((value - fromY) / (toY - fromY)) * (height - TOP - BOTTOM),
  }
}

export const path = (points: readonly Point[], style: string): string =>
  `<path d="${points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`).join('')}" ${style}/>`

/** The area between two lines given from left to right. */
export const area = (upper: readonly Point[], lower: readonly Point[], fill: string): string =>
  path([...upper, ...lower.toReversed()], `fill="${fill}"`)

export const circle = ([x, y]: Point, radius: number, style: string): string =>
  `<circle cx="${short(x)}" cy="${short(y)}" r="${radius}" ${style}/>`

export const diamond = ([x, y]: Point, size: number, fill: string): string =>
  path(
    [
      [x, y - size],
      [x + size, y],
      [x, y + size],
      [x - size, y],
      [x, y - size],
    ],
    `fill="${fill}"`,
  )

export const label = ([x, y]: Point, words: string, style: string): string =>
  `<text x="${short(x)}" y="${short(y)}" ${style}>${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`

export type Axis = {
  readonly ticks: readonly number[]
  readonly shown: (value: number) => string
  readonly title: string
}

/** The drawing with its axes; `parts` lie above the grid, in their order. */
export function drawing({ width, height, x, y }: Frame, across: Axis, up: Axis, parts: readonly string[]): string {
  const grid = up.ticks.map((tick) =>
    path(
      [
        [LEFT, y(tick)],
        [width - RIGHT, y(tick)],
      ],
      'stroke="#eceee9"',
    ),
  )
  const rows = up.ticks.map((tick) =>
    label([LEFT - 8, y(tick) + 4], up.shown(tick), 'text-anchor="end" fill="#5f6a67"'),
  )
  const columns = across.ticks.map((tick) =>
    label([x(tick), height - BOTTOM + 18], across.shown(tick), 'text-anchor="middle" fill="#5f6a67"'),
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12" fill="none">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...grid,
    ...parts,
    ...rows,
    ...columns,
    label([width - RIGHT, height - 8], across.title, 'text-anchor="end" fill="#46524f"'),
    label([LEFT, TOP - 14], up.title, 'fill="#46524f"'),
    '</svg>',
    '',
  ].join('\n')
}
