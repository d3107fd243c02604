import { strToU8, type Zippable, zipSync } from 'fflate'
import { workbookParts } from '../workbook/workbook-file.ts'

/** A file that means harm or is none of those that are taken, with the rule by which it is refused; 'read' when what is harmful in it is simply not looked at. */
export type HostileFile = {
  readonly title: string
  /** What its sender calls it. */
  readonly name: string
  readonly bytes: () => Uint8Array
  readonly rule: string
}

const GOOD = workbookParts([
  {
    name: '台账',
    rows: [
      ['编号', '隐患'],
      ['甲', '通道堵塞'],
    ],
  },
])
const SHEET = 'xl/worksheets/sheet1.xml'
const STRINGS = 'xl/sharedStrings.xml'
const MAIN = 'xl/workbook.xml'

/** Packed quickly: repetition is what these files are made of. */
const packed = (parts: Zippable, level: 0 | 1 = 1): Uint8Array => zipSync(parts, { level })
const parts = (changed: Readonly<Record<string, string | Uint8Array>>): Zippable =>
  Object.fromEntries(
    Object.entries({ ...GOOD, ...changed }).map(([name, part]) => [
      name,
      typeof part === 'string' ? strToU8(part) : part,
    ]),
  )
const workbook = (changed: Readonly<Record<string, string | Uint8Array>>, level?: 0 | 1) =>
  packed(parts(changed), level)

/** A text many times over, between a beginning and an end, without ever being a string. */
function repeated(before: string, again: string, times: number, after: string): Uint8Array {
  const [head, one, tail] = [strToU8(before), strToU8(again), strToU8(after)]
  const bytes = Buffer.alloc(head.length + one.length * times + tail.length, one)
  bytes.set(head, 0)
  bytes.fill(one, head.length, head.length + one.length * times)
  bytes.set(tail, head.length + one.length * times)
  return bytes
}

const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`
const HEADS =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>编号</t></is></c><c r="B1" t="inlineStr"><is><t>隐患</t></is></c></row>'
const rowsOf = (again: string, times: number) =>
  repeated(`<worksheet><sheetData>${HEADS}`, again, times, '</sheetData></worksheet>')
const file = (title: string, rule: string, bytes: () => Uint8Array, name = '台账.xlsx'): HostileFile => ({
  title,
  name,
  bytes,
  rule,
})

/** Changes a number in the list of parts at the end of an archive: `at` counts from the beginning of the entry. */
function lying(bytes: Uint8Array, part: string, at: number, value: number, first = false): Uint8Array {
  const changed = Buffer.from(bytes)
  const name = first ? changed.indexOf(part) - 30 : changed.lastIndexOf(part) - 46
  changed.writeUInt32LE(value, name + at)
  return changed
}

/** Two names for the same bytes: what the second entry of the list says of its place is that of the first. */
function overlapping(): Uint8Array {
  const bytes = Buffer.from(
    workbook({ 'xl/media/a.bin': new Uint8Array(1_000), 'xl/media/b.bin': new Uint8Array(1_000) }),
  )
  const [a, b] = ['a', 'b'].map((name) => bytes.lastIndexOf(`xl/media/${name}.bin`) - 46)
  bytes.writeUInt32LE(bytes.readUInt32LE((a ?? 0) + 42), (b ?? 0) + 42)
  return bytes
}

/** Says in the list that its sizes stand in a field of eight bytes, and puts nonsense there. */
function zip64Lie(): Uint8Array {
  const bytes = Buffer.from(workbook({}))
  const entry = bytes.lastIndexOf(SHEET) - 46
  bytes.writeUInt32LE(0xffffffff, entry + 20)
  bytes.writeUInt32LE(0xffffffff, entry + 24)
  return bytes
}

const RELS = 'xl/_rels/workbook.xml.rels'
const linked = (type: string, target: string, more = '') =>
  (GOOD[RELS] ?? '').replace(
    '</Relationships>',
    `<Relationship Id="rId9" Type="x/${type}" Target="${target}"${more}/></Relationships>`,
  )

/** Archives and sheets built to cost memory or time, to lie, or to reach out. */
export const HOSTILE_WORKBOOKS: readonly HostileFile[] = [
  file('rows that unpack from a megabyte to three hundred', 'packed-bomb', () =>
    workbook({ [SHEET]: rowsOf('<row><c><v>1</v></c></row>', 8_000_000) }),
  ),
  file('an archive in the place of a sheet', 'damaged', () =>
    workbook({ [SHEET]: workbook({ [SHEET]: new Uint8Array(5_000_000) }) }),
  ),
  file('two parts that share their bytes', 'packed-bomb', overlapping),
  file('a part that says less than it unpacks to', 'damaged', () =>
    lying(workbook({ [SHEET]: `<worksheet>${' '.repeat(3_000_000)}</worksheet>` }), SHEET, 24, 1_000),
  ),
  file('a part that says it unpacks to terabytes', 'packed-bomb', zip64Lie),
  file('a part whose place lies outside', 'damaged', () => lying(workbook({}), SHEET, 42, 0x7fffffff)),
  file('cut off in the middle', 'damaged', () => workbook({}).subarray(0, 900)),
  file('two parts of one name', 'damaged', () => packed({ ...parts({}), 'XL/Worksheets/sheet1.xml': strToU8('<x/>') })),
  file('a part that would be written outside', 'damaged', () => workbook({ '../../../etc/cron.d/evil': 'x' })),
  file('a million columns', 'too-wide', () =>
    workbook({ [SHEET]: sheet(`<row r="1">${'<c/>'.repeat(1_000_000)}</row>`) }),
  ),
  file('a cell far to the right', 'too-wide', () =>
    workbook({ [SHEET]: sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>') }),
  ),
  file('ten million rows claimed and none there', 'read', () =>
    workbook({ [SHEET]: (GOOD[SHEET] ?? '').replace('<sheetData>', '<dimension ref="A1:XFD10000000"/><sheetData>') }),
  ),
  file('a row beyond the last', 'too-many-rows', () =>
    workbook({ [SHEET]: sheet(`${HEADS}<row r="10000000"><c><v>1</v></c></row>`) }),
  ),
  file('more rows than a sheet has', 'too-many-rows', () => workbook({ [SHEET]: rowsOf('<row/>', 1_100_000) })),
  file('a row that says it stands nowhere', 'damaged', () =>
    workbook({ [SHEET]: sheet(`${HEADS}<row r="NaN"><c><v>1</v></c></row>`) }),
  ),
  file('a text of thirty thousand letters in every cell', 'too-large', () =>
    workbook({
      [STRINGS]: `<sst><si><t>${'长'.repeat(32_000)}</t></si></sst>`,
      [SHEET]: rowsOf('<row><c t="s"><v>0</v></c></row>', 100_000),
    }),
  ),
  file('a text in a million pieces', 'read', () =>
    workbook({ [STRINGS]: repeated('<sst><si>', '<r><t>a</t></r>', 200_000, '</si></sst>') }),
  ),
  file('texts without end', 'too-large', () =>
    workbook({ [STRINGS]: repeated('<sst>', '<si/>', 4_000_001, '</sst>') }, 0),
  ),
  file('styles without end', 'too-large', () =>
    workbook({ 'xl/styles.xml': repeated('<styleSheet><cellXfs>', '<xf/>', 200_000, '</cellXfs></styleSheet>') }),
  ),
  file('a format that takes hours to understand', 'read', () =>
    workbook({
      'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${'['.repeat(1_000_000)}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>`,
    }),
  ),
  file('a thousand sheets that are one', 'too-large', () =>
    workbook({
      [MAIN]: `<workbook xmlns:r="x"><sheets>${'<sheet name="a" r:id="rId1"/>'.repeat(1_000)}</sheets></workbook>`,
    }),
  ),
  file('entities that grow', 'damaged', () =>
    workbook({
      [SHEET]: `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${sheet('<row><c><v>&b;</v></c></row>')}`,
    }),
  ),
  file('an entity that reads a file', 'damaged', () =>
    workbook({
      [SHEET]: `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${sheet('<row><c><v>&a;</v></c></row>')}`,
    }),
  ),
  file('tags in tags in tags', 'damaged', () => workbook({ [SHEET]: repeated('<worksheet>', '<a>', 1_000_000, '') })),
  file('a tag of ten million letters', 'damaged', () =>
    workbook({ [SHEET]: `<worksheet a="${'a'.repeat(10_000_000)}"/>` }),
  ),
  file('merges in millions', 'too-large', () =>
    workbook(
      {
        [SHEET]: repeated(
          `<worksheet><sheetData>${HEADS}</sheetData><mergeCells>`,
          '<mergeCell ref="A2:A9"/>',
          2_000_000,
          '</mergeCells></worksheet>',
        ),
      },
      0,
    ),
  ),
  file('merges that all lie over each other', 'read', () =>
    workbook({
      [SHEET]: Buffer.concat([
        rowsOf('<row><c><v>1</v></c></row>', 20_000).subarray(0, -'</worksheet>'.length),
        repeated('<mergeCells>', '<mergeCell ref="B2:B20000"/>', 190_000, '</mergeCells></worksheet>'),
      ]),
    }),
  ),
  file('a link to another program', 'calls-out', () =>
    workbook({
      [RELS]: linked('externalLink', 'externalLinks/externalLink1.xml'),
      'xl/externalLinks/externalLink1.xml':
        '<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>',
    }),
  ),
  file('a link to another workbook', 'read', () =>
    workbook({ [RELS]: linked('externalLink', 'http://127.0.0.1:1/a.xlsx', ' TargetMode="External"') }),
  ),
  file('a sheet that lies on the network', 'no-sheet', () =>
    workbook({
      [RELS]:
        '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="http://127.0.0.1:1/a.xml" TargetMode="External"/></Relationships>',
    }),
  ),
  file('a formula that starts a program', 'calls-out', () =>
    workbook({ [SHEET]: sheet(`${HEADS}<row><c><f>cmd|'/c calc'!A0</f><v>1</v></c></row>`) }),
  ),
  file('a formula that fetches', 'calls-out', () =>
    workbook({
      [SHEET]: sheet(`${HEADS}<row><c><f>_xlfn.WEBSERVICE("http://127.0.0.1:1/"&amp;A1)</f><v>1</v></c></row>`),
    }),
  ),
  file('an .ods under another name', 'open-document', () =>
    packed({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': strToU8('<x/>') }),
  ),
  file('an .xlsb under another name', 'binary-workbook', () =>
    workbook({ '_rels/.rels': (GOOD['_rels/.rels'] ?? '').replace('workbook.xml', 'workbook.bin') }),
  ),
  file('a text document', 'no-workbook', () =>
    packed({ '_rels/.rels': strToU8((GOOD['_rels/.rels'] ?? '').replace('xl/workbook.xml', 'word/document.xml')) }),
  ),
  file('an archive of files', 'no-workbook', () => packed({ 'a.txt': strToU8('a') })),
]
