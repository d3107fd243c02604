import type { Day, Instant } from '../time/time.ts'
import type { Role } from '../unit/role.ts'
import { type Text, text } from '../wording/text.ts'
import type { BulletinFigures } from './figures.ts'
import type { BulletinPeriod } from './period.ts'

/** What an office writes: what happened in a month, on one subject, or what is to be told to all units. */
export const BULLETIN_KINDS = ['monthly', 'special', 'circular'] as const
export type BulletinKind = (typeof BULLETIN_KINDS)[number]

export const BULLETIN_TITLES: Readonly<Record<BulletinKind, Text>> = {
  monthly: text('月报', 'Monthly report'),
  special: text('专报', 'Special report'),
  circular: text('通报', 'Circular'),
}

/** Who writes for the office, and who signs: never the same person on one bulletin. */
export const BULLETIN_WRITERS: readonly Role[] = ['triageOfficer', 'reviewer', 'divisionHead']
export const BULLETIN_SIGNERS: readonly Role[] = ['leader', 'president']

/** `signed`: a leader has read it, and it may be issued as it is; any change makes it a draft again. */
export const BULLETIN_STATES = ['draft', 'signed', 'issued', 'dropped'] as const
export type BulletinState = (typeof BULLETIN_STATES)[number]

/** Parts that draw their content from the figures, and parts that are only text. Each may have words of the author's own. */
export const BLOCK_KINDS = [
  'text',
  'totals',
  'units',
  'categories',
  'months',
  'comparison',
  'overdue',
  'cases',
] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]

/** A closed matter told without who is in it; which one it is, only whoever writes is told. */
export type TypicalCase = { readonly matterId?: string; readonly title: string; readonly text: string }

export type Block = {
  readonly id: string
  readonly kind: BlockKind
  readonly title: string
  readonly text: string
  readonly cases?: readonly TypicalCase[]
}

/** What is counted: the matters of these kinds in a unit and all below it. */
export type BulletinScope = { readonly unitId: string; readonly kinds: readonly string[] }

/** At most so many parts, characters of one, and cases of one. */
export const MOST_BLOCKS = 20
export const LONGEST_BLOCK = 8_000
export const MOST_CASES = 10

/** Somebody's act on a bulletin. */
export type BulletinAct = { readonly at: Instant; readonly personName: string; readonly postId: string }

export type BulletinRow = {
  readonly id: string
  readonly kind: BulletinKind
  readonly title: string
  /** The office that writes it. */
  readonly unitId: string
  readonly period: BulletinPeriod
  readonly state: BulletinState
  /** The year and the number in it, once issued. */
  readonly year?: number
  readonly number?: number
  readonly changed: BulletinAct
  readonly signed?: BulletinAct
  readonly issued?: BulletinAct
  /** The issued bulletin that this one puts right, and the one that put this right. */
  readonly corrects?: BulletinName
  readonly correctedBy?: BulletinName
}

export type BulletinName = Pick<BulletinRow, 'id' | 'kind' | 'year' | 'number'>

export type BulletinView = BulletinRow & {
  readonly version: number
  readonly scope: BulletinScope
  readonly blocks: readonly Block[]
  readonly figures: BulletinFigures
  /** What the reader may do now, and why not the rest. */
  readonly may: readonly BulletinDoing[]
}

export const BULLETIN_DOINGS = ['write', 'sign', 'issue', 'correct', 'drop'] as const
export type BulletinDoing = (typeof BULLETIN_DOINGS)[number]

/** How it is called once it has a number: 通报〔2026〕3号. */
export const bulletinName = ({ kind, year, number }: BulletinName): Text => {
  const { zh, en } = BULLETIN_TITLES[kind]
  if (year === undefined || number === undefined) return { zh, en }
  return kind === 'circular'
    ? text(`${zh}〔${year}〕${number}号`, `${en} ${year}/${number}`)
    : text(`${zh}${year}年第${number}期`, `${en} ${year}/${number}`)
}

/** A day as it is written in running text. */
export const dayText = (day: Day): Text => {
  const [year = '', month = '', date = ''] = day.split('-')
  return text(`${Number(year)}年${Number(month)}月${Number(date)}日`, day)
}
