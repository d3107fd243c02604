import PizZip from 'pizzip'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PaperDetail, PaperView, TemplateTaken } from '../../domain/views/paper-views.ts'
import { bodyOf, json, type Send, type TestOffice, testOffice } from '../../testing/office.ts'
import { docxText } from '../../testing/papers/docx-text.ts'
import { createResident } from '../../testing/resident.ts'

let office: TestOffice
let admin: Send
let resident: ReturnType<typeof createResident>
beforeAll(async () => {
  office = await testOffice()
  admin = await office.as('administrator')
  resident = createResident(office)
})
afterAll(() => office?.dispose())

const PAPER = '/api/admin/papers/report-acceptance'
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())
const standard = async () => bytesOf(await admin(`${PAPER}/template`))

/** The standard template with one part changed. */
async function changed(change: (zip: PizZip) => void): Promise<Buffer> {
  const zip = new PizZip(await standard())
  change(zip)
  return zip.generate({ type: 'nodebuffer' }) as Buffer
}
const inDocument = (from: string | RegExp, to: string) =>
  changed((zip) => {
    const xml = zip.file('word/document.xml')?.asText() ?? ''
    const next = xml.replace(from, to)
    expect(next).not.toBe(xml)
    zip.file('word/document.xml', next)
  })
const withText = (text: string) =>
  inDocument('<w:sectPr>', `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p><w:sectPr>`)

const send = async (bytes: Buffer, name = '本局模板.docx') =>
  bodyOf<TemplateTaken>(
    await admin(`${PAPER}/templates`, json({ reason: '用本局格式', name, template: bytes.toString('base64') })),
  )
const choose = (version: number | null, who = admin) =>
  who(`${PAPER}/choice`, { ...json({ reason: '启用', version }), method: 'PUT' })

describe('a template of the office’s own', () => {
  test('starts from the standard one, whose placeholders are in Chinese and explained', async () => {
    const text = docxText(await standard())
    expect(text).toContain('{文书名称}')
    expect(text).toContain('{登记号}')
    const { words, own } = await bodyOf<PaperDetail>(await admin(PAPER))
    expect(own).toBe(true)
    expect(words).toContainEqual({ tag: '登记号', title: '登记号' })
  })

  test('is looked at with an invented matter, and prints once it is in force; earlier papers stay as they were', async () => {
    const early = await accepted()
    const { version, faults } = await send(await withText('本局热线：{机关电话}。'))
    expect(faults).toEqual([])
    const preview = docxText(await bytesOf(await admin(`${PAPER}/preview?version=${version}`)))
    expect(preview).toContain('本局热线：0570-1234567。')
    expect(await print(await accepted())).not.toContain('本局热线')

    resident.later(1)
    expect(await bodyOf<PaperView>(await choose(version ?? 0))).toMatchObject({ inForce: version })
    resident.later(1)
    const late = await accepted()
    expect(await print(late)).toContain('本局热线：＿＿＿＿＿＿。')
    expect(await print(early)).not.toContain('本局热线')

    resident.later(1)
    expect(await bodyOf<PaperView>(await choose(null))).not.toHaveProperty('inForce')
    resident.later(1)
    expect(await print(await accepted())).not.toContain('本局热线')
    expect(await print(late)).toContain('本局热线')
  })

  test('is for administrators, and each change is on record', async () => {
    const clerk = await office.as('clerk')
    expect((await clerk(PAPER)).status).toBe(403)
    expect((await choose(null, clerk)).status).toBe(403)
    expect((await choose(999)).status).toBe(404)
    expect((await admin('/api/admin/papers/nothing-like-it')).status).toBe(404)
    const changes = await bodyOf<{ subjectId: string }[]>(await admin('/api/admin/changes'))
    expect(changes.some(({ subjectId }) => subjectId === 'paper:report-acceptance')).toBe(true)
  })
})

describe('what is sent in is refused, and each place named', () => {
  const PICTURE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'
  const relation = (attributes: string) => (zip: PizZip) => {
    const name = 'word/_rels/document.xml.rels'
    const xml = zip.file(name)?.asText() ?? ''
    zip.file(name, xml.replace('</Relationships>', `<Relationship Id="x" ${attributes}/></Relationships>`))
  }
  const field = (code: string) =>
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${code}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p><w:sectPr>`

  test.each<[string, () => Promise<Buffer> | Buffer, object]>([
    ['a picture', () => Buffer.from('89504e470d0a1a0a00', 'hex'), { rule: 'no-docx' }],
    ['an empty archive', () => new PizZip().generate({ type: 'nodebuffer' }) as Buffer, { rule: 'no-docx' }],
    [
      'a workbook',
      () => {
        const zip = new PizZip()
        zip.file('[Content_Types].xml', '<Types/>')
        zip.file('xl/workbook.xml', '<workbook/>')
        return zip.generate({ type: 'nodebuffer' }) as Buffer
      },
      { rule: 'part', what: 'xl/workbook.xml' },
    ],
    [
      'macros',
      () => changed((zip) => zip.file('word/vbaProject.bin', 'x')),
      { rule: 'part', what: 'word/vbaProject.bin' },
    ],
    [
      'an embedded file',
      () => changed((zip) => zip.file('word/embeddings/oleObject1.bin', 'x')),
      { rule: 'part', what: 'word/embeddings/oleObject1.bin' },
    ],
    [
      'a picture from elsewhere',
      () => changed(relation(`Type="${PICTURE}" Target="http://example.org/x.png" TargetMode="External"`)),
      { rule: 'outside', what: 'http://example.org/x.png' },
    ],
    [
      'a share of another machine',
      () => changed(relation(`Type="${PICTURE}" Target="\\\\host\\x.png"`)),
      { rule: 'outside' },
    ],
    [
      'a template from elsewhere',
      () =>
        changed((zip) => {
          const xml = zip.file('word/settings.xml')?.asText() ?? ''
          zip.file(
            'word/settings.xml',
            xml.replace('</w:settings>', '<w:attachedTemplate xmlns:r="urn:r" r:id="x"/></w:settings>'),
          )
        }),
      { rule: 'part', what: 'word/settings.xml: attachedTemplate' },
    ],
    [
      'a field that reads from elsewhere, cut into runs',
      () =>
        inDocument(
          '<w:sectPr>',
          field('<w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT "http://x"</w:instrText></w:r>'),
        ),
      { rule: 'field', what: 'INCLUDETEXT "http://x"' },
    ],
    ...(
      [
        ['CDATA', '<w:r><w:instrText><![CDATA[DDEAUTO c:\\\\x.exe]]></w:instrText></w:r>'],
        ['a comment', '<w:r><w:instrText><!-- -->DDEAUTO c:\\\\x.exe</w:instrText></w:r>'],
      ] as const
    ).map(
      ([how, code]) =>
        [
          `a field that starts a program, hidden by ${how}`,
          () => inDocument('<w:sectPr>', field(code)),
          { rule: 'field', what: 'DDEAUTO c:\\\\x.exe' },
        ] as [string, () => Promise<Buffer>, object],
    ),
    [
      'a field that starts a program, under another prefix',
      () =>
        inDocument(
          '<w:sectPr>',
          `<w:p><x:fldSimple xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main" x:instr="DDEAUTO x"/></w:p><w:sectPr>`,
        ),
      { rule: 'field', what: 'DDEAUTO x' },
    ],
    [
      'a field behind one that comes to nothing',
      () =>
        inDocument(
          '<w:sectPr>',
          field(`${field('<w:r><w:instrText> PAGE </w:instrText></w:r>').replace(/<w:p>|<\/w:p>|<w:sectPr>/g, '')}
            <w:r><w:instrText> INCLUDETEXT "http://x"</w:instrText></w:r>`),
        ),
      { rule: 'field', what: 'INCLUDETEXT "http://x"' },
    ],
    [
      'a picture from elsewhere, written in numbers of letters',
      () => changed(relation(`Type="${PICTURE}" Target="http&#58;//example.org/x.png" TargetMode="Ext&#101;rnal"`)),
      { rule: 'outside', what: 'http://example.org/x.png' },
    ],
    [
      'a picture without a relation',
      () =>
        inDocument(
          '<w:sectPr>',
          '<w:p><w:r><w:pict><v:imagedata xmlns:v="urn:v" src="//host/x.png"/></w:pict></w:r></w:p><w:sectPr>',
        ),
      { rule: 'outside', what: '//host/x.png' },
    ],
    [
      'entities',
      () => inDocument('<w:document', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><w:document'),
      { rule: 'part', what: 'word/document.xml' },
    ],
    ['an unclosed brace', () => withText('{登记号'), { rule: 'open' }],
    ['an unclosed section', () => withText('{#演练标识}'), { rule: 'open' }],
    ['an unknown placeholder', () => withText('{登记好}'), { rule: 'unknown', what: '登记好', nearest: '登记号' }],
    ['markup instead of text', () => withText('{@登记号}'), { rule: 'markup' }],
    [
      'lines within lines, which multiply',
      () => withText(`${'{#answer.description.lines}'.repeat(6)}{.}${'{/answer.description.lines}'.repeat(6)}`),
      { rule: 'unknown', what: 'answer.description.lines' },
    ],
    ['no code', () => inDocument(/\{查验码\}/g, ''), { rule: 'missing', what: '查验码' }],
    ['no number', () => inDocument(/\{文号\}/g, ''), { rule: 'missing', what: '文号' }],
    [
      'what unpacks to more than a paper can be',
      () => changed((zip) => zip.file('word/media/big.png', '0'.repeat(9_000_000), { compression: 'DEFLATE' })),
      { rule: 'too-large' },
    ],
  ])('%s', async (_, make, fault) => {
    const before = (await bodyOf<PaperView[]>(await admin('/api/admin/papers'))).find(
      ({ id }) => id === 'report-acceptance',
    )
    const { version, faults } = await send(await make())
    expect(faults).toContainEqual(expect.objectContaining(fault))
    expect(version).toBeUndefined()
    const after = (await bodyOf<PaperView[]>(await admin('/api/admin/papers'))).find(
      ({ id }) => id === 'report-acceptance',
    )
    expect(after?.versionCount).toBe(before?.versionCount)
  })
})

test('a unit signs with the name and letters set for it or above it', async () => {
  const head = { reason: '统一发文', unitId: 'qinglan', name: '清澜县社会治理中心', letters: '清治', red: false }
  expect((await admin('/api/admin/letterheads', { ...json(head), method: 'PUT' })).ok).toBe(true)
  resident.later(1)
  const text = await print(await accepted())
  expect(text).toContain('清澜县社会治理中心')
  expect(text).toMatch(/清治〔2026〕SQ\d+-1号/)
  const refused = await admin('/api/admin/letterheads', { ...json({ ...head, unitId: 'nowhere' }), method: 'PUT' })
  expect(refused.status).toBe(400)
})

async function accepted(): Promise<string> {
  const clerk = await office.as('clerk')
  const form = { title: '路灯不亮', category: 'facility', description: '巷口两盏路灯不亮', place: '下塘村' }
  const opening = { procedure: 'report', channel: 'window', unitId: 'qinglan', form }
  const { id } = await bodyOf<{ id: string }>(await clerk('/api/matters', json(opening)))
  await resident.step('clerk', id, 'accept', { difficulty: 'simple' })
  return id
}

const print = async (id: string) =>
  docxText(await bytesOf(await (await office.as('clerk'))(`/api/matters/${id}/papers/1/docx`)))
