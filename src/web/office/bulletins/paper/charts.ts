import type { MonthLine } from '../../../../domain/bulletins/figures.ts'
import type { ToldCount } from '../../../../domain/views/small-counts.ts'
import { countText } from './count-text.ts'
import type { Naming, Picture } from './paper-model.ts'

/** Drawn in ink on white, told apart by hatching and dashes: black-and-white printers are what offices have. */
const INK = '#17211f'
const GREY = '#5f6a67'
const LINE = '#c9cfca'
const FONT = '"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",SimHei,sans-serif'
const WIDTH = 720

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

type At = {
  readonly x: number
  readonly y: number
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly size?: number
}
const words = (text: string, { x, y, anchor = 'start', size = 13 }: At, colour = INK) =>
  `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}" fill="${colour}">${escaped(text)}</text>`

const framed = (height: number, title: string, body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family='${FONT}'><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/><rect width="2" height="6" fill="${INK}"/></pattern></defs><rect width="${WIDTH}" height="${height}" fill="#fff"/>${words(title, { x: 12, y: 22, size: 15 })}${body}</svg>`

const sizeOf = (count: ToldCount) => (typeof count === 'number' ? count : 0)

/** A whole number at least as large, with few digits, so that the marks of the axis are round. */
function roundUp(most: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(most, 1)))
  return [1, 2, 4, 5, 8, 10].map((step) => step * unit).find((step) => step >= Math.max(most, 4)) ?? most
}

const LABEL = 170
const ROW = 34
const TOP = 60

type Bar = { readonly name: string; readonly opened: ToldCount; readonly closed: ToldCount }

/** What came in and what was closed, a pair of bars a unit, in the order of the administration. */
export function barPicture(bars: readonly Bar[], naming: Naming): Picture {
  const { words: said } = naming
  const height = TOP + ROW * bars.length + 14
  const top = roundUp(Math.max(0, ...bars.flatMap(({ opened, closed }) => [sizeOf(opened), sizeOf(closed)])))
  const room = WIDTH - LABEL - 70
  const bar = (count: ToldCount, y: number, fill: string) => {
    const length = (room * sizeOf(count)) / top
    const rect =
      length > 0
        ? `<rect x="${LABEL}" y="${y}" width="${length.toFixed(1)}" height="11" fill="${fill}" stroke="${INK}"/>`
        : ''
    return rect + words(countText(count, naming), { x: LABEL + length + 5, y: y + 10, size: 11 }, GREY)
  }
  const rows = bars.map(({ name, opened, closed }, at) => {
    const y = TOP + at * ROW
    const short = name.length > 12 ? `${name.slice(0, 11)}…` : name
    return (
      words(short, { x: LABEL - 8, y: y + 18, anchor: 'end' }) +
      bar(opened, y + 3, INK) +
      bar(closed, y + 16, 'url(#hatch)')
    )
  })
  const legend = `<rect x="${LABEL}" y="34" width="22" height="11" fill="${INK}"/>${words(said.opened, { x: LABEL + 28, y: 44, size: 12 })}<rect x="${LABEL + 110}" y="34" width="22" height="11" fill="url(#hatch)" stroke="${INK}"/>${words(said.closed, { x: LABEL + 138, y: 44, size: 12 })}`
  const axis = `<line x1="${LABEL}" y1="${TOP - 4}" x2="${LABEL}" y2="${height - 10}" stroke="${INK}"/>`
  const told = bars.map(
    ({ name, opened, closed }) => `${name} ${countText(opened, naming)}/${countText(closed, naming)}`,
  )
  return {
    kind: 'picture',
    name: 'bars',
    svg: framed(height, said.barTitle, legend + axis + rows.join('')),
    alt: said.chartAlt(said.barTitle, told.join('; ')),
    width: WIDTH,
    height,
  }
}

const HIGH = 280
const LEFT = 46
const BOTTOM = 236

/** What came in and went out month by month; a month that is not told leaves a gap. */
export function linePicture(months: readonly MonthLine[], naming: Naming): Picture {
  const { words: said } = naming
  const top = roundUp(Math.max(0, ...months.flatMap(({ opened, closed }) => [sizeOf(opened), sizeOf(closed)])))
  const step = (WIDTH - LEFT - 40) / Math.max(1, months.length - 1)
  const x = (at: number) => LEFT + at * step
  const y = (count: number) => BOTTOM - ((BOTTOM - TOP) * count) / top
  const grid = [0, top / 2, top].map(
    (mark) =>
      `<line x1="${LEFT}" y1="${y(mark)}" x2="${WIDTH - 40}" y2="${y(mark)}" stroke="${LINE}"/>${words(String(mark), { x: LEFT - 6, y: y(mark) + 4, anchor: 'end', size: 11 }, GREY)}`,
  )
  const labels = months.map(({ month }, at) =>
    words(month.slice(2).replace('-', '.'), { x: x(at), y: BOTTOM + 20, anchor: 'middle', size: 11 }, GREY),
  )
  const series = (counted: 'opened' | 'closed', dash: string, mark: (cx: number, cy: number) => string) => {
    const points = months.map((month, at) => ({ at, count: month[counted] }))
    const told = points.flatMap(({ at, count }) => (typeof count === 'number' ? [{ at, count }] : []))
    const lines = told.slice(1).flatMap(({ at, count }, before) => {
      const last = told[before]
      if (!last || last.at !== at - 1) return []
      return `<line x1="${x(last.at)}" y1="${y(last.count)}" x2="${x(at)}" y2="${y(count)}" stroke="${INK}" stroke-width="1.8"${dash}/>`
    })
    return lines.join('') + told.map(({ at, count }) => mark(x(at), y(count))).join('')
  }
  const circle = (cx: number, cy: number) => `<circle cx="${cx}" cy="${cy}" r="4" fill="${INK}"/>`
  const square = (cx: number, cy: number) =>
    `<rect x="${cx - 4}" y="${cy - 4}" width="8" height="8" fill="#fff" stroke="${INK}" stroke-width="1.6"/>`
  const legend = `<line x1="${LEFT}" y1="40" x2="${LEFT + 30}" y2="40" stroke="${INK}" stroke-width="1.8"/>${circle(LEFT + 15, 40)}${words(said.opened, { x: LEFT + 38, y: 44, size: 12 })}<line x1="${LEFT + 120}" y1="40" x2="${LEFT + 150}" y2="40" stroke="${INK}" stroke-width="1.8" stroke-dasharray="5 4"/>${square(LEFT + 135, 40)}${words(said.closed, { x: LEFT + 158, y: 44, size: 12 })}`
  const told = months.map(
    ({ month, opened, closed }) => `${month} ${countText(opened, naming)}/${countText(closed, naming)}`,
  )
  return {
    kind: 'picture',
    name: 'months',
    svg: framed(
      HIGH,
      said.lineTitle,
      legend +
        grid.join('') +
        labels.join('') +
        series('opened', '', circle) +
        series('closed', ' stroke-dasharray="5 4"', square),
    ),
    alt: said.chartAlt(said.lineTitle, told.join('; ')),
    width: WIDTH,
    height: HIGH,
  }
}
