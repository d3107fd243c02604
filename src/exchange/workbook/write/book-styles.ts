/** What cells of a new ledger look like, by the place of the look in the part below. */
export const LOOKS = { plain: 0, title: 1, mark: 2, heading: 3, text: 4, day: 5, number: 6, tag: 7 } as const

const font = (size: number, more = '') =>
  `<font>${more}<sz val="${size}"/><name val="宋体"/><charset val="134"/></font>`
const side = (name: string) => `<${name} style="thin"><color rgb="FFBFBFBF"/></${name}>`
const look = (attributes: string, alignment: string) =>
  `<xf xfId="0" ${attributes} applyAlignment="1"><alignment ${alignment}/></xf>`

/** The part with the looks: fonts, lines and formats that Excel and WPS both have. Texts are of the format for texts (@), so that one which begins with = stays one when somebody edits it. */
export const STYLES = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="4">${font(11)}${font(16, '<b/>')}${font(9)}${font(11, '<b/>')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8F0F7"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="8"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${[
  look('numFmtId="0" fontId="1" fillId="0" borderId="0" applyFont="1"', 'horizontal="center" vertical="center"'),
  look('numFmtId="0" fontId="2" fillId="0" borderId="0" applyFont="1"', 'horizontal="left" vertical="center"'),
  look(
    'numFmtId="0" fontId="3" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1"',
    'horizontal="center" vertical="center" wrapText="1"',
  ),
  look(
    'numFmtId="49" fontId="0" fillId="0" borderId="1" applyNumberFormat="1" applyBorder="1"',
    'vertical="center" wrapText="1"',
  ),
  look(
    'numFmtId="164" fontId="0" fillId="0" borderId="1" applyNumberFormat="1" applyBorder="1"',
    'horizontal="center" vertical="center"',
  ),
  look('numFmtId="0" fontId="0" fillId="0" borderId="1" applyBorder="1"', 'vertical="center"'),
  look('numFmtId="49" fontId="2" fillId="0" borderId="0" applyNumberFormat="1" applyFont="1"', 'vertical="center"'),
].join('')}</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
