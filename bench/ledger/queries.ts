import type { LedgerFilter } from '../../src/domain/views/ledger-filter.ts'

/** What readers ask of the ledger; each name has several variants, taken in turn. `page` counts among the ordinary pages. */
export type Asked = {
  readonly figure: 'page' | 'unfavourable' | 'text2' | 'text4'
  readonly variants: readonly LedgerFilter[]
}

export const QUERIES: Readonly<Record<string, Asked>> = {
  'first page': { figure: 'page', variants: [{}] },
  'unit and state': {
    figure: 'page',
    variants: [
      { unit: 'dongpu', state: 'rectifying' },
      { unit: 'housing', state: 'closed' },
      { unit: 'yuehu', state: 'mediating' },
      { unit: 'fire', state: 'writtenOff' },
    ],
  },
  kind: { figure: 'page', variants: [{ procedure: 'report' }, { procedure: 'hazard' }, { procedure: 'dispute' }] },
  category: {
    figure: 'page',
    variants: [{ category: 'electric' }, { category: 'wages' }, { category: 'neighbours' }, { category: 'water' }],
  },
  place: {
    figure: 'unfavourable',
    variants: [{ place: 'shiqiao' }, { place: 'beitang' }, { place: 'xiatang' }, { place: 'yuehu' }],
  },
  'category and state without a match': {
    figure: 'unfavourable',
    variants: [
      { category: 'electric', state: 'mediating' },
      { category: 'wages', state: 'rectifying' },
    ],
  },
  'text of 2 characters': {
    figure: 'text2',
    variants: [{ text: '路灯' }, { text: '电梯' }, { text: '护栏' }, { text: '工资' }],
  },
  'text of 4 characters': {
    figure: 'text4',
    variants: [{ text: '二次供水' }, { text: '安全出口' }, { text: '土地流转' }, { text: '电动自行' }],
  },
}

/** Numbers by unit, state and kind. */
export const COUNTED: readonly LedgerFilter[] = [
  { unit: 'dongpu', state: 'rectifying', procedure: 'hazard' },
  { unit: 'housing', state: 'closed', procedure: 'report' },
  { unit: 'towns', state: 'mediating', procedure: 'dispute' },
  { unit: 'qinglan', state: 'closed', procedure: 'report' },
]
