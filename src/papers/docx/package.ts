import PizZip from 'pizzip'
import type { PaperText } from '../text/paper-text.ts'
import { blocksXml, type Writing } from './blocks.ts'
import { checkXml, headXml, type Letterhead, slipXml } from './frame.ts'
import { FONT, SIZE } from './markup.ts'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
/** Archives carry days; these are made anew each time and are the same each time. */
const MADE = new Date('2026-01-01T00:00:00.000Z')

export type TemplateParts = {
  readonly head: Letterhead
  /** How a placeholder is written: by its Chinese title where that is clear. */
  readonly tag: (name: string) => string
  /** A picture (PNG) that stands for the code until a paper is filled. */
  readonly qr: Uint8Array
}

/** The template of a paper as a .docx: head, text, code, slip, with placeholders. */
export function templateOf(text: PaperText, { head, tag, qr }: TemplateParts): Uint8Array {
  let lists = 0
  const writing: Writing = { tag, list: () => (lists += 1) }
  const hasSlip = text.blocks.some(({ kind }) => kind === 'addressee')
  const body = [
    headXml(text, head, writing),
    blocksXml(text.blocks, writing),
    checkXml(writing),
    hasSlip ? slipXml(writing) : '',
  ].join('')
  return wordPackage(body, [{ relation: 'rIdQr', name: 'qr.png', bytes: qr }], lists)
}

/** A picture (PNG) of a document, under the relation by which the text names it. */
export type Media = { readonly relation: string; readonly name: string; readonly bytes: Uint8Array }

/** A .docx with this text between the house's margins, and so many lists that count for themselves. */
export function wordPackage(body: string, media: readonly Media[], lists: number): Uint8Array {
  return zipped({
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relations([['rId1', `${OFFICE}/officeDocument`, 'word/document.xml']]),
    'word/document.xml': documentXml(body),
    'word/_rels/document.xml.rels': relations([
      ['rId1', `${OFFICE}/styles`, 'styles.xml'],
      ['rId2', `${OFFICE}/numbering`, 'numbering.xml'],
      ['rId3', `${OFFICE}/fontTable`, 'fontTable.xml'],
      ['rId4', `${OFFICE}/settings`, 'settings.xml'],
      ['rId5', `${OFFICE}/footer`, 'footer1.xml'],
      ...media.map(({ relation, name }) => [relation, `${OFFICE}/image`, `media/${name}`] as const),
    ]),
    'word/styles.xml': styles,
    'word/numbering.xml': numbering(lists),
    'word/fontTable.xml': fontTable,
    'word/settings.xml': settings,
    'word/footer1.xml': footer,
    ...Object.fromEntries(media.map(({ name, bytes }) => [`word/media/${name}`, bytes])),
  })
}

function zipped(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const zip = new PizZip()
  for (const [name, content] of Object.entries(parts)) {
    zip.file(name, typeof content === 'string' ? content : content, { date: MADE, binary: typeof content !== 'string' })
  }
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}

const documentXml = (body: string): string =>
  `${XML}<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body>${body}<w:sectPr><w:footerReference w:type="default" r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1200" w:gutter="0"/></w:sectPr></w:body></w:document>`

const contentTypes = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${TYPE}.numbering+xml"/><Override PartName="/word/fontTable.xml" ContentType="${TYPE}.fontTable+xml"/><Override PartName="/word/settings.xml" ContentType="${TYPE}.settings+xml"/><Override PartName="/word/footer1.xml" ContentType="${TYPE}.footer+xml"/></Types>`

const relations = (all: readonly (readonly [string, string, string])[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`).join('')}</Relationships>`

const styles = `${XML}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${FONT.body}" w:cs="Times New Roman"/><w:kern w:val="2"/><w:sz w:val="${SIZE.third}"/><w:szCs w:val="${SIZE.third}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:widowControl w:val="0"/></w:pPr></w:style><w:style w:type="table" w:default="1" w:styleId="a1"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style></w:styles>`

/** Every list counts for itself: 一、二、三. */
function numbering(lists: number): string {
  const abstract = (id: number) =>
    `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="640"/></w:pPr></w:lvl></w:abstractNum>`
  const ids = Array.from({ length: lists }, (_, at) => at + 1)
  return `${XML}<w:numbering xmlns:w="${WORD}">${ids.map(abstract).join('')}${ids.map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`).join('')}</w:numbering>`
}

/** By these a font that is not installed is found under its other names. */
const FONTS: readonly (readonly [string, string])[] = [
  [FONT.title, 'FZXiaoBiaoSong-B05S,小标宋,SimSun,宋体,Noto Serif CJK SC'],
  [FONT.body, 'FangSong_GB2312,仿宋,FangSong,STFangsong,Noto Serif CJK SC'],
  [FONT.heading, 'SimHei,Noto Sans CJK SC'],
]
const fontTable = `${XML}<w:fonts xmlns:w="${WORD}">${FONTS.map(([name, others]) => `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="${name === FONT.heading ? 'swiss' : 'roman'}"/><w:pitch w:val="variable"/></w:font>`).join('')}</w:fonts>`

const settings = `${XML}<w:settings xmlns:w="${WORD}"><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

const PAGE_LOOK = `<w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:sz w:val="${SIZE.fourth}"/></w:rPr>`
// The page's number is worked out by whoever shows the page; in the browser the style of the page writes it.
const footer = `${XML}<w:ftr xmlns:w="${WORD}" xmlns:r="${OFFICE}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r>${PAGE_LOOK}<w:t xml:space="preserve">— </w:t></w:r><w:r>${PAGE_LOOK}<w:fldChar w:fldCharType="begin"/></w:r><w:r>${PAGE_LOOK}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r>${PAGE_LOOK}<w:fldChar w:fldCharType="separate"/></w:r><w:r>${PAGE_LOOK}<w:t></w:t></w:r><w:r>${PAGE_LOOK}<w:fldChar w:fldCharType="end"/></w:r><w:r>${PAGE_LOOK}<w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`
