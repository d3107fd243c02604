import { type Locale, type Text, text } from '../wording/text.ts'
import { type Block, type BlockKind, BULLETIN_TITLES, type BulletinKind } from './bulletin.ts'
import { type BulletinPeriod, periodText } from './period.ts'

/** Headings of the parts, until the author writes another. */
export const BLOCK_TITLES: Readonly<Record<BlockKind, Text>> = {
  text: text('正文', 'Text'),
  totals: text('总体情况', 'Overall'),
  units: text('各单位情况', 'By unit'),
  categories: text('各类事项情况', 'By kind and category'),
  months: text('近一年走势', 'The last year, month by month'),
  comparison: text('差异分析', 'What differs'),
  overdue: text('逾期未结', 'Overdue'),
  cases: text('典型事例', 'Typical cases'),
}

type Part = { readonly kind: BlockKind; readonly title?: Text }

const OUTLINES: Readonly<Record<BulletinKind, readonly Part[]>> = {
  monthly: [
    { kind: 'totals' },
    { kind: 'months' },
    { kind: 'units' },
    { kind: 'categories' },
    { kind: 'comparison' },
    { kind: 'overdue' },
    { kind: 'text', title: text('下一步工作', 'What comes next') },
  ],
  special: [
    { kind: 'text', title: text('背景', 'Background') },
    { kind: 'totals' },
    { kind: 'months' },
    { kind: 'categories' },
    { kind: 'cases' },
    { kind: 'text', title: text('分析与建议', 'Findings and proposals') },
  ],
  circular: [
    { kind: 'totals' },
    { kind: 'units' },
    { kind: 'comparison' },
    { kind: 'overdue' },
    { kind: 'cases' },
    { kind: 'text', title: text('工作要求', 'What is required') },
  ],
}

/** The parts a bulletin of a kind begins with, in the language of whoever begins it. */
export const outlineOf = (kind: BulletinKind, locale: Locale): Block[] =>
  OUTLINES[kind].map((part, at) => newBlock(part.kind, `b${at + 1}`, locale, part.title))

/** A part to be written. */
export const newBlock = (kind: BlockKind, id: string, locale: Locale, title: Text = BLOCK_TITLES[kind]): Block => ({
  id,
  kind,
  title: title[locale],
  text: '',
  ...(kind === 'cases' ? { cases: [] } : {}),
})

/** The title a bulletin begins with: 青岚县综治中心2026年10月工作月报. */
export function titleOf(kind: BulletinKind, period: BulletinPeriod, unit: Text, locale: Locale): string {
  const [when, what] = [periodText(period), BULLETIN_TITLES[kind]]
  return locale === 'zh' ? `${unit.zh}${when.zh}工作${what.zh}` : `${unit.en}: ${what.en}, ${when.en}`
}
