import type { Block, BlockKind } from '../../../../domain/bulletins/bulletin.ts'
import { COUNTED_TITLES, type FigureRef, figureCode, SIDE_TITLES } from '../../../../domain/bulletins/figure-code.ts'
import type { Dimension, FigureLine, Figures } from '../../../../domain/bulletins/figures.ts'
import { SIDES, type Side } from '../../../../domain/bulletins/period.ts'
import { COUNTED, type Counted } from '../../../../domain/counts/count-row.ts'
import { FEW, type ToldCount } from '../../../../domain/views/small-counts.ts'
import { barPicture, linePicture } from './charts.ts'
import { countText } from './count-text.ts'
import type { Cell, Head, Naming, Part } from './paper-model.ts'

type Given = { readonly figures: Figures; readonly naming: Naming; readonly unitId: string; readonly block: Block }

/** What a part of a bulletin says: first what is counted, then what the author wrote. */
export function partsOf(block: Block, { unitId }: { unitId: string }, figures: Figures, naming: Naming): Part[] {
  const own: Part[] = block.text.trim() ? [{ kind: 'text', text: block.text }] : []
  return [...WRITERS[block.kind]({ figures, naming, unitId, block }), ...own]
}

const WRITERS: Readonly<Record<BlockKind, (given: Given) => Part[]>> = {
  text: () => [],
  totals,
  units,
  categories,
  months,
  comparison,
  overdue,
  cases: ({ block }) => (block.cases ?? []).map((each) => ({ kind: 'case', ...each })),
}

const cell = (count: ToldCount | undefined, ref: FigureRef, naming: Naming): Cell => ({
  text: countText(count, naming),
  code: figureCode(ref),
  ...(typeof count === 'number' && count < FEW ? { few: true } : {}),
})

const head = (counted: Counted, side: Side, { locale, words }: Naming, short?: true): Head => ({
  text: side === 'now' ? COUNTED_TITLES[counted][locale] : short ? words[side] : SIDE_TITLES[side][locale],
  mark: figureCode({ counted, side }),
})

function totals({ figures, naming }: Given): Part[] {
  const { words, locale } = naming
  const { now } = figures.all
  const pieces = (counted: Counted) =>
    now[counted] === 'hidden' ? words.some : words.pieces(countText(now[counted], naming))
  return [
    {
      kind: 'text',
      text: words.sentence({
        opened: pieces('opened'),
        closed: pieces('closed'),
        onTime: pieces('onTime'),
        open: pieces('open'),
        overdue: pieces('overdue'),
      }),
    },
    {
      kind: 'table',
      caption: words.what,
      head: [{ text: words.what }, ...SIDES.map((side) => ({ text: SIDE_TITLES[side][locale] }))],
      rows: COUNTED.map((counted, at) => [
        { text: `${COUNTED_TITLES[counted][locale]}［${at + 1}］`, start: true },
        ...SIDES.map((side) => cell(figures.all[side][counted], { counted, side }, naming)),
      ]),
      widths: [0.4, 0.2, 0.2, 0.2],
    },
  ]
}

type Column = readonly [Counted, Side]
const COLUMNS: readonly Column[] = [
  ['opened', 'now'],
  ['opened', 'before'],
  ['opened', 'year'],
  ['closed', 'now'],
  ['closed', 'before'],
  ['closed', 'year'],
  ['onTime', 'now'],
  ['open', 'now'],
  ['overdue', 'now'],
]
const COLUMN_WIDTH = 0.075

const lineCells = (line: FigureLine, of: Dimension, row: number, columns: readonly Column[], naming: Naming): Cell[] =>
  columns.map(([counted, side]) => cell(line[side][counted], { counted, side, line: { of, row } }, naming))

const lineHead = (first: string, columns: readonly Column[], naming: Naming): Head[] => [
  { text: naming.words.number },
  { text: first },
  ...columns.map(([counted, side]) => head(counted, side, naming, true)),
]

const widthsFor = (columns: number) => [
  0.08,
  1 - 0.08 - columns * COLUMN_WIDTH,
  ...Array.from({ length: columns }, () => COLUMN_WIDTH),
]

const unitTitle = (key: string, { naming, unitId }: Given) =>
  key === unitId ? naming.words.ownLevel(naming.unit(key)) : naming.unit(key)

function units(given: Given): Part[] {
  const { figures, naming } = given
  const { words } = naming
  const bars = figures.units.map((line) => ({
    name: unitTitle(line.key, given),
    opened: line.now.opened,
    closed: line.now.closed,
  }))
  return [
    barPicture(bars, naming),
    {
      kind: 'table',
      caption: words.barTitle,
      head: lineHead(words.unitColumn, COLUMNS, naming),
      rows: figures.units.map((line, row) => [
        { text: `U${row + 1}` },
        { text: unitTitle(line.key, given), start: true },
        ...lineCells(line, 'units', row, COLUMNS, naming),
      ]),
      widths: widthsFor(COLUMNS.length),
    },
  ]
}

const SOME: readonly Column[] = COLUMNS.filter(([counted]) => counted !== 'onTime')

/** Kinds with their categories; lines with nothing that is told are only counted. */
function categories({ figures, naming }: Given): Part[] {
  const { words } = naming
  const isTold = (line: FigureLine) =>
    (['opened', 'closed', 'open'] as const).some((counted) => line.now[counted] !== 'few' && line.now[counted] !== 0)
  const lines = figures.kinds.flatMap((kind, row) => [
    { line: kind, of: 'kinds' as const, row, id: `K${row + 1}`, title: naming.kind(kind.key) },
    ...figures.categories.flatMap((line, at) => {
      const [of = '', category = ''] = line.key.split('/')
      const title = `　${category ? naming.category(of, category) : words.noCategory}`
      return of === kind.key ? [{ line, of: 'categories' as const, row: at, id: `C${at + 1}`, title }] : []
    }),
  ])
  const shown = lines.filter(({ line }) => isTold(line))
  const dropped = lines.length - shown.length
  const more: Part[] = dropped > 0 ? [{ kind: 'text', text: words.droppedRows(dropped) }] : []
  return [
    {
      kind: 'table',
      caption: words.kindColumn,
      head: lineHead(words.kindColumn, SOME, naming),
      rows: shown.map(({ line, of, row, id, title }) => [
        { text: id },
        { text: title, start: true },
        ...lineCells(line, of, row, SOME, naming),
      ]),
      widths: widthsFor(SOME.length),
    },
    ...more,
  ]
}

function months({ figures, naming }: Given): Part[] {
  const { words, locale } = naming
  const count = (counted: 'opened' | 'closed', row: number): Cell =>
    cell(figures.months[row]?.[counted], { counted, side: 'now', line: { of: 'months', row } }, naming)
  const word: Part[] = figures.words.months ? [{ kind: 'text', text: figures.words.months[locale] }] : []
  return [
    linePicture(figures.months, naming),
    {
      kind: 'table',
      caption: words.lineTitle,
      head: [
        { text: words.number },
        { text: words.month },
        head('opened', 'now', naming),
        head('closed', 'now', naming),
      ],
      rows: figures.months.map(({ month }, row) => [
        { text: `M${row + 1}` },
        { text: month },
        count('opened', row),
        count('closed', row),
      ]),
      widths: [0.16, 0.28, 0.28, 0.28],
    },
    ...word,
  ]
}

function comparison(given: Given): Part[] {
  const { figures, naming } = given
  const { words, locale } = naming
  const found = figures.words.units
  if (!found) return [{ kind: 'text', text: words.nothingCompared }]
  const word = new Map(found.each.map(({ key, word: said }) => [key, said[locale]]))
  const sentence: Part = { kind: 'text', text: found.sentence[locale] }
  // A table of one and the same word says no more than the sentence.
  if (new Set(word.values()).size < 2) return [sentence]
  return [
    sentence,
    {
      kind: 'table',
      caption: words.verdict,
      head: [
        { text: words.number },
        { text: words.unitColumn },
        head('closed', 'now', naming),
        head('onTime', 'now', naming),
        { text: words.verdict },
      ],
      rows: figures.units.map((line, row) => [
        { text: `U${row + 1}` },
        { text: unitTitle(line.key, given), start: true },
        ...lineCells(
          line,
          'units',
          row,
          [
            ['closed', 'now'],
            ['onTime', 'now'],
          ],
          naming,
        ),
        { text: word.get(line.key) ?? words.nothingCompared, start: true },
      ]),
      widths: [0.08, 0.28, 0.12, 0.14, 0.38],
    },
  ]
}

function overdue(given: Given): Part[] {
  const { figures, naming } = given
  const { words } = naming
  const longest = new Map(figures.longest.map(({ key, days }) => [key, days]))
  const lines = figures.units.map((line, row) => ({ line, row })).filter(({ line }) => longest.has(line.key))
  if (lines.length === 0) return [{ kind: 'text', text: words.nothingOverdue }]
  return [
    {
      kind: 'table',
      caption: words.longest,
      head: [
        { text: words.number },
        { text: words.unitColumn },
        head('open', 'now', naming),
        head('overdue', 'now', naming),
        { text: words.longest },
      ],
      rows: lines.map(({ line, row }) => [
        { text: `U${row + 1}` },
        { text: unitTitle(line.key, given), start: true },
        ...lineCells(
          line,
          'units',
          row,
          [
            ['open', 'now'],
            ['overdue', 'now'],
          ],
          naming,
        ),
        { text: String(longest.get(line.key) ?? '') },
      ]),
      widths: [0.1, 0.36, 0.18, 0.18, 0.18],
    },
  ]
}
