import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import { ACCEPTED_FILES, FILE_KINDS, nameByType } from '../../domain/procedure/file-kinds.ts'
import { heic, jpegOfTinySegments, media, mp3, oldOfficeFile, pdf, TELLING, zipOf } from '../../testing/made-files.ts'
import { examine } from './examine.ts'
import { createExaminer } from './examiner.ts'

const word = ['[Content_Types].xml', 'word/document.xml']
const madePdf = await pdf()
const sheet = ['[Content_Types].xml', 'xl/workbook.xml']

describe('a file people really have', () => {
  test.each([
    ['a photo of an iPhone', heic(), 'image/heic'],
    ['a film of an iPhone', media('qt  '), 'video/quicktime'],
    ['a film of another phone', media('mp42'), 'video/mp4'],
    ['a voice memo', media('M4A '), 'audio/mp4'],
    ['a recorded call', Buffer.from('#!AMR\n and what was said'), 'audio/amr'],
    ['a document of old Word', oldOfficeFile('Root Entry', 'WordDocument'), 'application/msword'],
    ['a sheet of old Excel', oldOfficeFile('Root Entry', 'Workbook'), 'application/vnd.ms-excel'],
    ['a document of Word', zipOf(...word), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['a sheet of Excel', zipOf(...sheet), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['a document in the national format', zipOf('OFD.xml', 'Doc_0/Document.xml'), 'application/ofd'],
    ['a song', mp3(), 'audio/mpeg'],
    ['a PDF', madePdf, 'application/pdf'],
  ])('%s is taken for what it is', async (_, bytes, type) => {
    const examined = await examine(bytes)
    expect(examined.type).toBe(type)
    expect(ACCEPTED_FILES.zh).toContain(FILE_KINDS[type]?.ending.toUpperCase())
  })

  test.each([
    ['HEIC', heic()],
    ['MOV', media('qt  ')],
    ['M4A', media('M4A ')],
    ['MP3', mp3()],
    ['PDF', madePdf],
  ])('%s loses what tells where and who', async (_, bytes) => {
    expect(bytes.includes(TELLING)).toBe(true)
    const { bytes: kept, cleaned } = await examine(bytes)
    expect(cleaned).toBe(true)
    expect(Buffer.from(kept).includes(TELLING)).toBe(false)
    expect(Buffer.from(kept).includes('Zhou')).toBe(false)
  })

  test('a PDF still has its page, and no author', async () => {
    const kept = await PDFDocument.load((await examine(await pdf())).bytes, { updateMetadata: false })
    expect([kept.getPageCount(), kept.getAuthor()]).toEqual([1, undefined])
  })

  test('a film keeps its pictures where its index says they are', async () => {
    const given = media('mp42')
    const { bytes } = await examine(given)
    expect(bytes.length).toBe(given.length)
    expect(Buffer.from(bytes).indexOf('pictures and sound')).toBe(given.indexOf('pictures and sound'))
    expect(Buffer.from(bytes).includes(Buffer.from('e1e1e1e1', 'hex'))).toBe(false)
  })

  test('a signed PDF stays as it was signed, and nobody says it was cleaned', async () => {
    const signed = Buffer.concat([await pdf(), Buffer.from('\n% /ByteRange [0 1 2 3]\n')])
    const { bytes, cleaned } = await examine(signed)
    expect([Buffer.from(bytes).equals(signed), cleaned]).toEqual([true, false])
  })
})

describe('a file that is refused', () => {
  test.each([
    ['a program', Buffer.from('MZ\u0090\0 and so on'), 'type'],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'type'],
    ['a plain archive', zipOf('setup.exe'), 'type'],
    ['an installer in the old format', oldOfficeFile('Root Entry', 'Property'), 'type'],
    ['a document with macros', zipOf(...word, 'word/vbaProject.bin'), 'macros'],
    ['a sheet with macros', zipOf(...sheet, 'xl/vbaProject.bin'), 'macros'],
    ['a sheet with macros of Excel 4', zipOf(...sheet, 'xl/macrosheets/sheet1.xml'), 'macros'],
    ['an old document with macros', oldOfficeFile('Root Entry', 'WordDocument', 'Macros', '_VBA_PROJECT'), 'macros'],
    ['a photo of millions of segments', jpegOfTinySegments(4_000_000), 'unreadable'],
    ['a document of too many parts', zipOf(...Array.from({ length: 6_000 }, (_, index) => `p${index}`)), 'unreadable'],
    ['half an archive', zipOf(...word).subarray(0, 60), 'unreadable'],
  ])('%s', async (_, bytes, rule) => {
    await expect(examine(bytes)).rejects.toMatchObject({ code: 'file-refused', details: { rule } })
  })
})

describe('the name of a stored file', () => {
  test.each([
    ['a.html', 'video/mp4', 'a.mp4'],
    ['账目.hta', 'application/pdf', '账目.pdf'],
    ['通知.docm', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', '通知.docx'],
    ['IMG_1.JPEG', 'image/jpeg', 'IMG_1.JPEG'],
    ['2026.3.5', 'application/pdf', '2026.3.5.pdf'],
    ['说明', 'application/ofd', '说明.ofd'],
    ['a.pdf.exe', 'application/pdf', 'a.pdf.pdf'],
  ])('%s with the bytes of %s is %s', (name, type, served) => {
    expect(nameByType(name, type)).toBe(served)
  })
})

describe('looking at files in a thread', () => {
  test('answers as looking does, and refuses as it does', async () => {
    const look = createExaminer()
    const [first, second] = await Promise.all([look(heic()), look(media('qt  '))])
    expect([first.type, second.type]).toEqual(['image/heic', 'video/quicktime'])
    await expect(look(zipOf('setup.exe'))).rejects.toMatchObject({ details: { rule: 'type' } })
  })

  test('ends a file that takes longer than any honest one, and goes on with the next', async () => {
    const look = createExaminer(1)
    await expect(look(await pdf())).rejects.toMatchObject({ details: { rule: 'unreadable' } })
    expect((await createExaminer()(mp3())).type).toBe('audio/mpeg')
  })

  test('refuses more than can be looked at in time', async () => {
    const look = createExaminer()
    const answers = await Promise.allSettled(Array.from({ length: 60 }, () => look(mp3())))
    const refused = answers.filter(({ status }) => status === 'rejected')
    expect(refused.length).toBe(20)
    expect(refused[0]).toMatchObject({ reason: { code: 'busy' } })
  })
})
