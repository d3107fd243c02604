import { COUNTED, type Counted } from '../counts/count-row.ts'
import { type Text, text } from '../wording/text.ts'
import { DIMENSIONS, type Dimension, type Figures } from './figures.ts'
import { LINE_MONTHS, SIDES, type Side } from './period.ts'

/** Which number of a bulletin: what is counted, of which side, of all or of one line or month. */
export type FigureRef = {
  readonly counted: Counted
  readonly side: Side
  readonly line?: { readonly of: Dimension | 'months'; readonly row: number }
}

const SIDE_LETTERS: Readonly<Record<Side, string>> = { now: '', before: 'a', year: 'b' }
const LINE_LETTERS = { units: 'U', kinds: 'K', categories: 'C', months: 'M' } as const
const CODE = /^([1-7])([ab]?)(?:-([UKCM])(\d{1,3}))?$/

/** The mark of a footnote, and of one number under it: `3`, `3a`, `3-U12`. It stays with the bulletin for good. */
export const figureCode = ({ counted, side, line }: FigureRef): string =>
  `${COUNTED.indexOf(counted) + 1}${SIDE_LETTERS[side]}${line ? `-${LINE_LETTERS[line.of]}${line.row + 1}` : ''}`

/** The number that a code stands for; undefined for one that stands for none. */
export function readFigureCode(code: string): FigureRef | undefined {
  const [, number = '', letter = '', lineLetter, row = ''] = CODE.exec(code) ?? []
  const counted = COUNTED[Number(number) - 1]
  const side = SIDES.find((each) => SIDE_LETTERS[each] === letter)
  if (!counted || !side || number === '') return undefined
  if (lineLetter === undefined) return { counted, side }
  const of = ([...DIMENSIONS, 'months'] as const).find((each) => LINE_LETTERS[each] === lineLetter)
  if (!of || Number(row) < 1 || (of === 'months' && !isOfMonths(counted, side, Number(row)))) return undefined
  return { counted, side, line: { of, row: Number(row) - 1 } }
}

const isOfMonths = (counted: Counted, side: Side, row: number) =>
  (counted === 'opened' || counted === 'closed') && side === 'now' && row <= LINE_MONTHS

/** The count that a code stands for in a bulletin. */
export function countAt<Count>(figures: Figures<Count>, { counted, side, line }: FigureRef): Count | undefined {
  if (!line) return figures.all[side][counted]
  if (line.of !== 'months') return figures[line.of][line.row]?.[side][counted]
  return counted === 'opened' || counted === 'closed' ? figures.months[line.row]?.[counted] : undefined
}

/** What is counted, as the head of a column. */
export const COUNTED_TITLES: Readonly<Record<Counted, Text>> = {
  opened: text('新收', 'Received'),
  closed: text('办结', 'Closed'),
  onTime: text('按期办结', 'Closed on time'),
  late: text('超期办结', 'Closed late'),
  returned: text('退回', 'Returned'),
  open: text('期末未结', 'Open at the end'),
  overdue: text('其中逾期', 'Of these overdue'),
}

/** What a footnote says of it. */
export const COUNTED_MEANINGS: Readonly<Record<Counted, Text>> = {
  opened: text('期内登记的事项', 'matters registered in the period'),
  closed: text(
    '期内办结、到期末仍是办结的事项；以“退回”结束的不算',
    'matters closed in the period and still closed at its end; those that ended by going back are left out',
  ),
  onTime: text('其中办结时没有任何期限已过的', 'of these, those with no time limit passed when they were closed'),
  late: text('其中办结时有期限已过的', 'of these, those with a time limit passed when they were closed'),
  returned: text(
    '期内以“退回，不属本单位职责”结束的事项',
    'matters that ended in the period by going back as not the unit’s remit',
  ),
  open: text('期末还没有结束的事项', 'matters not over at the end of the period'),
  overdue: text('其中期末有期限已过的', 'of these, those with a time limit passed at the end of the period'),
}

export const SIDE_TITLES: Readonly<Record<Side, Text>> = {
  now: text('本期', 'This period'),
  before: text('上期', 'Period before'),
  year: text('上年同期', 'A year before'),
}
