import type { SourceMark } from '../../domain/procedure/source.ts'
import type { Text } from '../../domain/wording/text.ts'

/**
 * What a paper says: data, and its own for no version of a kind, so that a wording can be mended while the kinds stay as they were
 * published. Papers are Chinese, whatever language the reader's screen speaks: they go to people and courts here.
 *
 * In every text a placeholder stands in braces (docs/papers.md lists them): `{office}`, `{matter.title}`, `{answer.measures}`,
 * `{step.reason}`, `{deadline.handle}`, `{day}`. What is not on record, or sealed, prints as a line to fill in by hand.
 */
export type PaperText = {
  /** `hazard-order`: under this name an office keeps a template of its own. */
  readonly id: string
  /** As printed: 责令限期整改指令书. */
  readonly title: string
  /** Which documents it is, by kind of matter and the name there; of every version of the kind. */
  readonly serves: readonly Served[]
  /** `red`: the office's name in red over a red line (the default). `plain`: in black, for records, forms and slips. */
  readonly head?: 'red' | 'plain'
  /** Under what it is numbered, where the step asks for a number: `{answer.documentNo}`. Otherwise the office's letters and the matter's number. */
  readonly number?: string
  readonly blocks: readonly Block[]
  /** On what it rests and where its form was taken from; an article only where it was read. */
  readonly sources: readonly PaperSource[]
}

/** With `form` it is none of the kind's documents but a form of the matter, under a name of its own. */
export type Served = { readonly procedure: string; readonly document: string; readonly form?: MatterForm }

/**
 * Nobody issues it and it has no number of its own: it is made from the record while the matter stands in one of these states and what it
 * `needs` was answered so.
 */
export type MatterForm = {
  readonly title: Text
  readonly states: readonly string[]
  readonly needs?: Readonly<Record<string, readonly string[]>>
}

export type PaperSource = { readonly article: string; readonly mark: SourceMark; readonly note?: string }

/** Left out unless this placeholder has a value: `answer.interimMeasures`; with `is`, unless it is one of these words (an option by its name in the form). */
export type Shown = { readonly when?: string; readonly is?: readonly string[] }

export type Row = Shown & { readonly label: string; readonly value: string }

export type Block = Shown &
  (
    | { readonly kind: 'addressee'; readonly text: string }
    /** Indented by two characters; `plain`: not. One that is nothing but a placeholder makes a paragraph of each line of the answer. */
    | { readonly kind: 'paragraph'; readonly text: string; readonly plain?: true }
    /** A heading of its own line, in 黑体. */
    | { readonly kind: 'heading'; readonly text: string }
    /** One paragraph each, numbered 一、二、三; without `numbered` as they are. Those left out take no number. */
    | {
        readonly kind: 'list'
        readonly lines: readonly (string | (Shown & { readonly text: string }))[]
        readonly numbered?: true
      }
    /** Two columns: what is asked, and the answer. */
    | { readonly kind: 'table'; readonly rows: readonly Row[] }
    /** The rows of an answer (`of` = the question's name), one line each; columns name the questions of the row. */
    | { readonly kind: 'rows'; readonly of: string; readonly columns: readonly Column[] }
    /** What whoever receives it may do about it. */
    | { readonly kind: 'remedies'; readonly text: string }
    /** 附件：1. … */
    | { readonly kind: 'attachments'; readonly lines: readonly string[] }
    /** Office, place of the seal and the day in Chinese numbers; without `office` the office that issued it. */
    | { readonly kind: 'signature'; readonly office?: string; readonly seal?: 'none' }
    /** Lines to be signed by hand: 被检查单位负责人（签名）. */
    | { readonly kind: 'signers'; readonly lines: readonly string[] }
    /** 抄送：… */
    | { readonly kind: 'copies'; readonly text: string }
  )
export type BlockKind = Block['kind']
export type BlockOf<K extends BlockKind> = Extract<Block, { kind: K }>

/** `width`: share of the line; without it the rest is shared alike. */
export type Column = { readonly title: string; readonly value: string; readonly width?: number }
