import type { Locale } from '../../../../domain/wording/text.ts'
import type { BulletinsWords } from '../../../words/bulletins/bulletins.zh.ts'

/** A number leads to the matters behind it by its code. */
export type Cell = { readonly text: string; readonly code?: string; readonly few?: true; readonly start?: true }
export type Head = { readonly text: string; readonly mark?: string }
export type Picture = {
  readonly kind: 'picture'
  readonly name: string
  readonly svg: string
  readonly alt: string
  readonly width: number
  readonly height: number
}
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'case'; readonly title: string; readonly text: string; readonly matterId?: string }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly head: readonly Head[]
      readonly rows: readonly (readonly Cell[])[]
      /** Shares of the width, which add up to 1. */
      readonly widths: readonly number[]
    }
  | Picture

export type Section = { readonly id: string; readonly title: string; readonly parts: readonly Part[] }

/** A bulletin as it is read: on the page, in print and in Word the same. */
export type Paper = {
  readonly office: string
  readonly number: string
  readonly title: string
  readonly replaces?: string
  readonly sections: readonly Section[]
  readonly notes: readonly string[]
  readonly day: string
  readonly address: string
}

/** The words and names that a paper is put together from. */
export type Naming = {
  readonly words: BulletinsWords
  readonly locale: Locale
  readonly unit: (id: string) => string
  /** In whose name it goes out: for the unit on top that is the office itself. */
  readonly office: (unitId: string) => string
  readonly kind: (id: string) => string
  readonly category: (kind: string, category: string) => string
  /** Where the page is, for whoever has only the paper. */
  readonly address: string
}
