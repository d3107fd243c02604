import { letterheadXml } from '../../../../papers/docx/frame.ts'
import { FONT, LINE, paragraph, picture, run, SIZE, TEXT_WIDTH, table } from '../../../../papers/docx/markup.ts'
import { type Media, wordPackage } from '../../../../papers/docx/package.ts'
import type { BulletinsWords } from '../../../words/bulletins/bulletins.zh.ts'
import type { Cell, Paper, Part, Picture } from './paper-model.ts'

export type Drawn = { readonly name: string; readonly png: Uint8Array }

/** Width of a chart in the text, in millimetres. */
const CHART_WIDTH = 156
const QR_WIDTH = 26

/** The bulletin as a Word file: the same words, tables and numbers as on the page, the pictures as PNG. */
export function docxOf(paper: Paper, drawn: readonly Drawn[], qr: Uint8Array, words: BulletinsWords): Uint8Array {
  const relations = new Map(drawn.map(({ name }, at) => [name, `rIdChart${at + 1}`]))
  const media: Media[] = [
    ...drawn.map(({ name, png }) => ({ relation: relations.get(name) ?? '', name: `${name}.png`, bytes: png })),
    { relation: 'rIdQr', name: 'qr.png', bytes: qr },
  ]
  const body = [
    letterheadXml(
      { office: paper.office, number: paper.number, title: paper.title },
      { red: true, length: paper.office.length },
    ),
    paper.replaces ? textXml(paper.replaces) : '',
    ...paper.sections.map(({ title, parts }) => sectionXml(title, parts, relations)),
    signatureXml(paper, words),
    notesXml(paper, words),
  ].join('')
  return wordPackage(body, media, 0)
}

function sectionXml(title: string, parts: readonly Part[], relations: ReadonlyMap<string, string>): string {
  const heading = paragraph(run(title, { font: FONT.heading }), {
    indent: 2,
    line: LINE,
    keepNext: true,
  })
  return (title ? heading : '') + parts.map((part) => partXml(part, relations)).join('')
}

function partXml(part: Part, relations: ReadonlyMap<string, string>): string {
  if (part.kind === 'text') return textXml(part.text)
  if (part.kind === 'case')
    return paragraph(run(part.title, { bold: true }), { indent: 2, line: LINE, keepNext: true }) + textXml(part.text)
  if (part.kind === 'picture') return pictureXml(part, relations.get(part.name) ?? '')
  const widths = part.widths.map((share) => Math.round(share * TEXT_WIDTH))
  const heads = part.head.map(({ text, mark }, at) => ({
    width: widths[at] ?? 0,
    content: paragraph(run(mark ? `${text}［${mark}］` : text, { font: FONT.heading, size: SIZE.tiny }), CELL_MIDDLE),
  }))
  const rows = part.rows.map((row) => row.map((cell, at) => ({ width: widths[at] ?? 0, content: cellXml(cell) })))
  return table([heads, ...rows], { head: 1, whole: true, low: true }) + paragraph('', { line: 240 })
}

const CELL_MIDDLE = { align: 'center', before: 20, after: 20 } as const
const cellXml = ({ text, start }: Cell) =>
  paragraph(run(text, { size: SIZE.tiny }), start ? { ...CELL_MIDDLE, align: 'left' } : CELL_MIDDLE)

const textXml = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(run(line.trim()), { indent: 2, line: LINE, align: 'both' }))
    .join('')

const pictureXml = ({ name, alt, width, height }: Picture, relation: string): string =>
  paragraph(
    picture(relation, name, CHART_WIDTH, {
      high: (CHART_WIDTH * height) / width,
      says: alt,
      id: Number(relation.replace(/\D/g, '')) + 10,
    }),
    { align: 'center', before: 120, after: 120 },
  )

const signatureXml = ({ office, day }: Paper, { seal }: BulletinsWords): string => {
  const at = { align: 'right', line: LINE } as const
  return [
    paragraph(run(office), { ...at, right: 3, before: LINE * 2, keepNext: true }),
    paragraph(run(day), { ...at, right: 4, keepNext: true }),
    paragraph(run(seal, { size: SIZE.small, colour: '8C8C8C' }), { ...at, right: 4, line: 400 }),
  ].join('')
}

function notesXml({ notes, address }: Paper, words: BulletinsWords): string {
  const line = (text: string) => paragraph(run(text, { size: SIZE.tiny }), { line: 280 })
  const QR_COLUMN = 1700
  return [
    paragraph(run(words.notes, { font: FONT.heading, size: SIZE.small }), { before: LINE, line: 400, keepNext: true }),
    table(
      [
        [
          { content: [...notes, address].map(line).join(''), width: TEXT_WIDTH - QR_COLUMN },
          { content: paragraph(picture('rIdQr', 'qr', QR_WIDTH, { says: words.qrAlt, id: 1 })), width: QR_COLUMN },
        ],
      ],
      { lines: false },
    ),
  ].join('')
}
