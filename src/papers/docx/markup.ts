/** Lengths in twentieths of a point, sizes in half points, as WordprocessingML has them. */
export const SIZE = { second: 44, third: 32, fourth: 28, small: 21, tiny: 18 } as const

/** Body lines: 28 points, 22 lines a page of 28 characters (GB/T 9704). */
export const LINE = 560
/** One character of the body. */
export const CHARACTER = 320
/** Width between the margins: 210 − 28 − 26 mm. */
export const TEXT_WIDTH = 8845

/** Fonts of official papers and what stands in for them where they are not installed. */
export const FONT = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  heading: '黑体',
} as const

export type RunLook = {
  readonly font?: string
  readonly size?: number
  readonly colour?: string
  readonly bold?: true
}

export type ParagraphLook = {
  readonly align?: 'left' | 'center' | 'right' | 'both'
  /** First line, in characters of the body. */
  readonly indent?: number
  /** From the right and from the left, in characters. */
  readonly right?: number
  readonly left?: number
  readonly before?: number
  readonly after?: number
  /** Exact height of a line; absent: as high as the text. */
  readonly line?: number
  readonly keepNext?: true
  readonly pageBreak?: true
  /** A red line under it. */
  readonly redLine?: true
  /** List of the document that numbers it. */
  readonly list?: number
}

/** Text as XML has it. What came from people is cleaned before; braces are placeholders. */
export const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

export function run(text: string, { font, size, colour, bold }: RunLook = {}): string {
  const fonts = font
    ? `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${font}" w:cs="${font}" w:hint="eastAsia"/>`
    : ''
  const look = [
    fonts,
    bold ? '<w:b/>' : '',
    colour ? `<w:color w:val="${colour}"/>` : '',
    size ? `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>` : '',
  ].join('')
  return `<w:r>${look ? `<w:rPr>${look}</w:rPr>` : ''}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`
}

export function paragraph(content: string, look: ParagraphLook = {}): string {
  const {
    align,
    indent = 0,
    right = 0,
    left = 0,
    before = 0,
    after = 0,
    line,
    keepNext,
    pageBreak,
    redLine,
    list,
  } = look
  const indents = [
    indent ? ` w:firstLineChars="${indent * 100}" w:firstLine="${indent * CHARACTER}"` : '',
    left ? ` w:leftChars="${left * 100}" w:left="${left * CHARACTER}"` : '',
    right ? ` w:rightChars="${right * 100}" w:right="${right * CHARACTER}"` : '',
  ].join('')
  const height = line ? ` w:line="${line}" w:lineRule="exact"` : ''
  const properties = [
    keepNext ? '<w:keepNext/>' : '',
    pageBreak ? '<w:pageBreakBefore/>' : '',
    list === undefined ? '' : `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`,
    redLine ? '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="6" w:color="D7000F"/></w:pBdr>' : '',
    `<w:spacing w:before="${before}" w:after="${after}"${height}/>`,
    indents ? `<w:ind${indents}/>` : '',
    align ? `<w:jc w:val="${align}"/>` : '',
  ].join('')
  return `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`
}

export type Cell = { readonly content: string; readonly width: number }

/**
 * A table; the first `head` rows stand again on the next page, no row of a `whole` one is cut in two, and rows of a `low` one are as
 * high as their text.
 */
export function table(
  rows: readonly (readonly Cell[])[],
  look: { readonly lines?: false; readonly head?: number; readonly whole?: true; readonly low?: true } = {},
): string {
  const widths = (rows[0] ?? []).map(({ width }) => width)
  const edge = look.lines === false ? 'nil' : 'single'
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  const borders = sides.map((side) => `<w:${side} w:val="${edge}" w:sz="4" w:space="0" w:color="000000"/>`).join('')
  const body = rows.map((cells, at) => tableRow(cells, at < (look.head ?? 0), look)).join('')
  return `<w:tbl><w:tblPr><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${body}</w:tbl>`
}

const tableRow = (cells: readonly Cell[], isHead: boolean, { whole, low }: { whole?: true; low?: true }): string =>
  `<w:tr><w:trPr>${whole ? '<w:cantSplit/>' : ''}${low ? '' : '<w:trHeight w:val="480" w:hRule="atLeast"/>'}${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells.map(({ content, width }) => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`).join('')}</w:tr>`

/** The picture under this relation, so many millimetres wide, and as high unless said otherwise; `says` is read out in its place. */
export function picture(
  relation: string,
  name: string,
  millimetres: number,
  { high = millimetres, says = name, id = 1 }: { high?: number; says?: string; id?: number } = {},
): string {
  const [width, height] = [Math.round(millimetres * 36_000), Math.round(high * 36_000)]
  return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${width}" cy="${height}"/><wp:docPr id="${id}" name="${escapeXml(name)}" descr="${escapeXml(says)}"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="${id}" name="${escapeXml(name)}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}
