import type { Block, BlockKind, BlockOf, Row, Shown } from '../text/paper-text.ts'
import { type Cell, FONT, LINE, paragraph, run, SIZE, TEXT_WIDTH, table } from './markup.ts'

/** How a block becomes markup: `tag` writes a placeholder as it stands in a template, `list` numbers the next list. */
export type Writing = {
  readonly tag: (name: string) => string
  readonly list: () => number
  /** It stays on one page with what follows. */
  readonly keep?: boolean
}

const CELL_LINE = 420
const PLACEHOLDER = /\{([^{}]+)\}/g
/** A paragraph that is one placeholder and nothing else. */
const ALONE = /^\{([^{}]+)\}$/

/** The text with its placeholders as the template names them. */
export const named = (text: string, { tag }: Writing): string =>
  text.replace(PLACEHOLDER, (_, name: string) => `{${tag(name)}}`)

const body = { indent: 2, line: LINE, align: 'both' } as const
const kept = ({ keep }: Writing) => (keep ? ({ keepNext: true } as const) : {})

/** One block as markup, between the marks that leave it out. */
const blockXml = (block: Block, writing: Writing): string =>
  shown(block, (WRITERS[block.kind] as (block: Block, writing: Writing) => string)(block, writing), writing)

/** Parts after the text: no page holds them alone. */
const CLOSING: ReadonlySet<BlockKind> = new Set(['attachments', 'signature', 'signers', 'copies'])

/** All blocks; what may be the last before the signature stays on one page with it. */
export const blocksXml = (blocks: readonly Block[], writing: Writing): string =>
  blocks.map((block, at) => blockXml(block, { ...writing, keep: isLast(blocks.slice(at + 1)) })).join('')

/** Whether the signature comes next, or after one part that may be left out. More would pull half a page along. */
function isLast([next, afterNext]: readonly Block[]): boolean {
  const end = next?.when && !CLOSING.has(next.kind) ? afterNext : next
  return end !== undefined && CLOSING.has(end.kind)
}

/** Wraps what is shown only on a condition; the marks stand in paragraphs of their own, which vanish. */
function shown({ when, is }: Shown, content: string, writing: Writing): string {
  if (!when) return content
  const condition = writing.tag(when) + (is ? `=${is.join('|')}` : '')
  return `${mark(`{#${condition}}`)}${content}${mark('{/}')}`
}

const mark = (tag: string): string => paragraph(run(tag))

/** A paragraph of text; an answer that stands alone makes a paragraph of each of its lines. */
function textXml(text: string, writing: Writing, look: Parameters<typeof paragraph>[1]): string {
  const [, alone] = ALONE.exec(text) ?? []
  if (!alone) return paragraph(run(named(text, writing)), look)
  return `${mark(`{#${writing.tag(alone)}.lines}`)}${paragraph(run('{.}'), look)}${mark('{/}')}${mark(`{^${writing.tag(alone)}}`)}${paragraph(run(`{${writing.tag('blank')}}`), look)}${mark('{/}')}`
}

const WRITERS: { readonly [K in BlockKind]: (block: BlockOf<K>, writing: Writing) => string } = {
  addressee: ({ text }, writing) => paragraph(run(named(text, writing)), { line: LINE, before: 120 }),
  paragraph: ({ text, plain }, writing) =>
    textXml(text, writing, { ...body, ...(plain ? { indent: 0 } : {}), ...kept(writing) }),
  remedies: ({ text }, writing) => textXml(text, writing, { ...body, ...kept(writing) }),
  heading: ({ text }, writing) =>
    paragraph(run(named(text, writing), { font: FONT.heading }), { ...body, align: 'left', keepNext: true }),
  list: ({ lines, numbered }, writing) => {
    const list = numbered ? writing.list() : undefined
    return lines
      .map((line) => (typeof line === 'string' ? { text: line } : line))
      .map((line) =>
        shown(line, paragraph(run(named(line.text, writing)), { ...body, ...(list ? { list } : {}) }), writing),
      )
      .join('')
  },
  table: ({ rows }, writing) => tableXml(rows, writing),
  rows: ({ of, columns }, writing) => {
    const given = columns.reduce((sum, { width = 0 }) => sum + width, 0)
    const rest = (1 - given) / Math.max(1, columns.filter(({ width }) => width === undefined).length)
    const widths = columns.map(({ width }) => Math.round(TEXT_WIDTH * (width ?? rest)))
    const cells = (texts: readonly string[]) => texts.map((text, at) => cell(text, widths[at] ?? 0))
    const last = columns.length - 1
    return (
      spacer() +
      table(
        [
          columns.map(({ title }, at) => cell(title, widths[at] ?? 0, { font: FONT.heading, align: 'center' })),
          cells(
            columns.map(
              ({ value }, at) =>
                `${at === 0 ? `{#${writing.tag(`rows.${of}`)}}` : ''}${value}${at === last ? '{/}' : ''}`,
            ),
          ),
        ],
        { head: 1, whole: true },
      ) +
      spacer()
    )
  },
  attachments: ({ lines }, writing) =>
    lines
      .map((line, at) =>
        paragraph(
          run(`${at === 0 ? '附件：' : '　　　'}${lines.length > 1 ? `${at + 1}. ` : ''}${named(line, writing)}`),
          {
            ...body,
            align: 'left',
            keepNext: true,
            ...(at === 0 ? { before: LINE / 2 } : {}),
          },
        ),
      )
      .join(''),
  signature: ({ office, seal }, writing) => {
    const at = { align: 'right', right: 4, line: LINE } as const
    return [
      paragraph(run(office ? named(office, writing) : `{${writing.tag('office')}}`), {
        ...at,
        right: 3,
        before: LINE / 2,
        keepNext: true,
      }),
      paragraph(run(`{${writing.tag('dayInWords')}}`), { ...at, keepNext: true }),
      seal === 'none'
        ? ''
        : paragraph(run('（加盖印章）', { size: SIZE.small, colour: '6B6B6B' }), { ...at, line: 400, keepNext: true }),
    ].join('')
  },
  signers: ({ lines }, writing) => {
    const cells = (line: string) => [
      cell(named(line, writing), SIGNER_WIDTH, { keepNext: true }),
      cell('　　　　年　　月　　日', TEXT_WIDTH - SIGNER_WIDTH, { align: 'right', keepNext: true }),
    ]
    return spacer(true) + table(lines.map(cells), { whole: true }) + spacer(true)
  },
  copies: ({ text }, writing) =>
    paragraph(run(`抄送：${named(text, writing)}`, { size: SIZE.fourth }), { line: LINE, before: LINE, left: 1 }),
}

/** A little room around a table. */
export const spacer = (keep = false): string => paragraph('', { line: 180, ...(keep ? { keepNext: true } : {}) })

const LABEL_WIDTH = 2300
const SIGNER_WIDTH = 4600

/** Two columns. A row that is left out on a condition takes no line: its marks stand in the row itself. */
export function tableXml(rows: readonly Row[], writing: Writing): string {
  const last = rows.findLastIndex(({ when }) => !when)
  const lines = rows.map(({ label, value, when, is }, at) => {
    const condition = when ? `{#${writing.tag(when)}${is ? `=${is.join('|')}` : ''}}` : ''
    const keep = at >= last ? kept(writing) : {}
    return [
      cell(`${condition}${named(label, writing)}`, LABEL_WIDTH, { align: 'center', ...keep }),
      cell(`${named(value, writing)}${when ? '{/}' : ''}`, TEXT_WIDTH - LABEL_WIDTH, keep),
    ]
  })
  return spacer() + table(lines) + spacer(writing.keep)
}

type CellLook = { readonly font?: string; readonly align?: 'left' | 'center' | 'right'; readonly keepNext?: true }

export const cell = (text: string, width: number, { font, align = 'left', keepNext }: CellLook = {}): Cell => ({
  width,
  content: paragraph(run(text, { size: SIZE.fourth, ...(font ? { font } : {}) }), {
    line: CELL_LINE,
    align,
    before: 20,
    after: 20,
    ...(keepNext ? { keepNext } : {}),
  }),
})
