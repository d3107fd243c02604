import type { PaperText } from '../text/paper-text.ts'
import { cell, spacer, type Writing } from './blocks.ts'
import { FONT, LINE, paragraph, picture, run, SIZE, TEXT_WIDTH, table } from './markup.ts'

const RED = 'D7000F'
/** By this name a template's picture is known as the place of the code; what is there is replaced when a paper is filled. */
export const QR_NAME = 'anlan-qr'
const QR_RELATION = 'rIdQr'
/** What the office's name may take of a line, in half points. */
const HEAD_WIDTH = (TEXT_WIDTH / 20) * 2

export type Letterhead = {
  readonly red: boolean
  /** Letters of the office's name, by which the head is as large as the line allows. */
  readonly length: number
}

/** Office, number, line and title, and that it is an exercise where it is one. */
export function headXml(text: PaperText, head: Letterhead, writing: Writing): string {
  const tag = (name: string) => `{${writing.tag(name)}}`
  const exercise = `${paragraph(run(`{#${writing.tag('exercise')}}`))}${paragraph(run(tag('exercise'), { font: FONT.heading }), { align: 'center' })}${paragraph(run('{/}'))}`
  const words = { office: tag('office'), number: tag('number'), title: tag('title') }
  return exercise + letterheadXml(words, { ...head, red: head.red && text.head !== 'plain' })
}

/** The head of any paper: a red one has its number over a red line, a plain one beside the title. */
export function letterheadXml(
  words: { readonly office: string; readonly number: string; readonly title: string },
  { red, length }: Letterhead,
): string {
  const size = 2 * Math.floor(Math.max(44, Math.min(red ? 76 : 52, HEAD_WIDTH / Math.max(1, length))) / 2)
  const title = paragraph(run(words.title, { font: FONT.title, size: SIZE.second }), {
    align: 'center',
    before: red ? 360 : 120,
    after: 280,
  })
  const office = paragraph(run(words.office, { font: FONT.title, size, ...(red ? { colour: RED } : {}) }), {
    align: 'center',
    before: 0,
    after: red ? 240 : 60,
  })
  const number = run(words.number)
  return red
    ? office + paragraph(number, { align: 'center', line: LINE, redLine: true }) + title
    : office + title + paragraph(number, { align: 'right', line: LINE })
}

/** Code, fingerprint and how to check both; left out where the office has no public page. */
export function checkXml(writing: Writing): string {
  const tag = (name: string) => `{${writing.tag(name)}}`
  const line = (text: string) => paragraph(run(text, { size: SIZE.tiny }), { line: 250 })
  const words = [
    line(`查验码：${tag('code')}`),
    line(`指　纹：${tag('fingerprint')}`),
    line(`扫码，或者打开 ${tag('checkAddress')} 输入查验码，可以查这份文书是哪个单位出的、现在是否有效，并核对指纹。`),
  ].join('')
  const QR_WIDTH = 1120
  const rows = [
    [
      { content: paragraph(picture(QR_RELATION, QR_NAME, 16)), width: QR_WIDTH },
      { content: words, width: TEXT_WIDTH - QR_WIDTH },
    ],
  ]
  return `${paragraph(run(`{#${writing.tag('code')}}`))}${spacer(true)}${table(rows, { lines: false })}${paragraph(run('{/}'))}`
}

const SLIP_LINES = [
  ['受送达人', ''],
  ['送达日期和地点', ''],
  ['送达方式', '□当面　□邮寄　□留置　□公告　□其他'],
  ['签收（签名或盖章）', '　　　　　　　　　　年　　月　　日'],
  ['送达人', ''],
  ['备注', ''],
] as const
const SLIP_LABEL = 3000

/** The slip on which its receipt is signed, on a page of its own. */
export function slipXml(writing: Writing): string {
  const tag = (name: string) => `{${writing.tag(name)}}`
  const row = (label: string, value: string) => [
    cell(label, SLIP_LABEL, { align: 'center' }),
    cell(value, TEXT_WIDTH - SLIP_LABEL),
  ]
  return [
    paragraph(run('送达回证', { font: FONT.title, size: SIZE.second }), {
      align: 'center',
      pageBreak: true,
      before: 240,
      after: 280,
    }),
    table([
      row('送达文书', `${tag('title')}　${tag('number')}`),
      row('发文机关', tag('office')),
      ...SLIP_LINES.map(([label, value]) => row(label, value)),
    ]),
    paragraph(run('代收、拒收的，在备注栏写明原因和见证人。', { size: SIZE.small }), { before: 120, line: 360 }),
  ].join('')
}
