import type { SourceMark } from '../../../domain/procedure/source.ts'
import type { Block, Column, MatterForm, PaperSource, PaperText, Row, Served, Shown } from '../../text/paper-text.ts'

/** Short words for the parts of a paper, so that a text reads as it prints. */

/** Shown where this is on record. */
export const given = (when: string): Shown => ({ when })

/** 某单位： */
export const to = (text: string, shown: Shown = {}): Block => ({ kind: 'addressee', text: `${text}：`, ...shown })

export const p = (text: string, shown: Shown = {}): Block => ({ kind: 'paragraph', text, ...shown })

export const heading = (text: string, shown: Shown = {}): Block => ({ kind: 'heading', text, ...shown })

export const row = (label: string, value: string, shown: Shown = {}): Row => ({ label, value, ...shown })

export const table = (...rows: readonly Row[]): Block => ({ kind: 'table', rows })

/** `parts`: how wide beside the other columns. */
type Part = { readonly title: string; readonly value: string; readonly parts: number }

export const column = (title: string, value: string, parts = 1): Part => ({ title, value, parts })

/** Shares of a line that a letter of a table and the edges of a column take: no heading stands upright. */
const LETTER = 0.032
const EDGES = 0.024
const leastOf = ({ title }: Part): number => Math.min(4, title.length) * LETTER + EDGES

/** The rows of an answer; left out where it has none. */
export function rows(of: string, ...columns: readonly Part[]): Block {
  const parts = columns.reduce((sum, each) => sum + each.parts, 0)
  const rest = 1 - columns.reduce((sum, each) => sum + leastOf(each), 0)
  const shares = columns.map((each): Column => {
    const width = leastOf(each) + (rest * each.parts) / parts
    return { title: each.title, value: each.value, width }
  })
  return { kind: 'rows', of, columns: shares, when: `answer.${of}` }
}

export const remedies = (text: string, shown: Shown = {}): Block => ({ kind: 'remedies', text, ...shown })

export const attachments = (...lines: readonly string[]): Block => ({ kind: 'attachments', lines })

/** Where to ask, in letters to residents, parties and units outside. */
export const contact: Block = p('本机关联系电话：{phone}；地址：{address}。', given('phone'))

export const signature: Block = { kind: 'signature' }

export const unsealed: Block = { kind: 'signature', seal: 'none' }

export const signers = (...lines: readonly string[]): Block => ({ kind: 'signers', lines })

export const copies = (text: string): Block => ({ kind: 'copies', text })

/** Shown where the answer is one of these. */
export const where = (when: string, ...is: readonly string[]): Shown => ({ when, is })

const source =
  (mark: SourceMark) =>
  (article: string, note?: string): PaperSource =>
    note === undefined ? { article, mark } : { article, mark, note }

/** Read in the text of the law. */
export const found = source('found')
/** One place's rule: shown to the office as to be confirmed. */
export const local = source('local')
/** From memory of the trade: shown to the office as to be confirmed. */
export const recalled = source('recalled')
/** Our own form. */
export const product = source('product')

type More = Pick<PaperText, 'head' | 'number'>

/** A paper with the office's red head; `serves` names kinds and documents as `petition.opinion`. */
export function paper(
  id: string,
  title: string,
  serves: readonly string[],
  blocks: readonly Block[],
  sources: readonly PaperSource[],
  more: More = {},
): PaperText {
  return { id, title, serves: serves.map(servedOf), ...more, blocks, sources }
}

/** A record, form or slip: the office's name in black. */
export const form = (
  id: string,
  title: string,
  serves: readonly string[],
  blocks: readonly Block[],
  sources: readonly PaperSource[],
  more: More = {},
): PaperText => paper(id, title, serves, blocks, sources, { head: 'plain', ...more })

function servedOf(name: string): Served {
  const [procedure = '', document = ''] = name.split('.')
  return { procedure, document }
}

/** A form of the matter, issued by nobody. */
export function matterForm(
  id: string,
  served: string,
  form: MatterForm,
  blocks: readonly Block[],
  sources: readonly PaperSource[],
): PaperText {
  return { id, title: form.title.zh, serves: [{ ...servedOf(served), form }], head: 'plain', blocks, sources }
}
