import { CFB, utils, write } from '@e965/xlsx'
import type { HostileFile } from './hostile-workbooks.ts'

const file = (title: string, rule: string, name: string, bytes: () => Uint8Array): HostileFile => ({
  title,
  name,
  bytes,
  rule,
})
const text = (letters: string) => Buffer.from(letters)

/** A good .xls. */
const oldWorkbook = (): Buffer => {
  const workbook = utils.book_new()
  utils.book_append_sheet(
    workbook,
    utils.aoa_to_sheet([
      ['编号', '隐患'],
      ['甲', '通道堵塞'],
    ]),
    '台账',
  )
  return write(workbook, { type: 'buffer', bookType: 'biff8' }) as Buffer
}

/** Where the names of its parts stand. */
const directoryOf = (bytes: Buffer) => 512 * (bytes.readInt32LE(48) + 1)

/** Every entry of the table of sectors leads back to the first: chains without end. */
function circles(): Buffer {
  const bytes = Buffer.from(oldWorkbook())
  const table = 512 * (bytes.readInt32LE(76) + 1)
  for (let at = table; at < table + 512; at += 4) bytes.writeInt32LE(0, at)
  return bytes
}

/** The container of a workbook with a password, as Excel makes it. */
function encrypted(): Uint8Array {
  const container = CFB.utils.cfb_new()
  CFB.utils.cfb_add(container, 'EncryptionInfo', Buffer.alloc(248, 4))
  CFB.utils.cfb_add(container, 'EncryptedPackage', Buffer.alloc(9_000, 7))
  return CFB.write(container, { type: 'buffer' }) as Uint8Array
}

/** An old text document. */
function oldDocument(): Uint8Array {
  const container = CFB.utils.cfb_new()
  CFB.utils.cfb_add(container, 'WordDocument', Buffer.alloc(9_000, 7))
  return CFB.write(container, { type: 'buffer' }) as Uint8Array
}

/** A record of a workbook with a password: FILEPASS behind the first record of its stream. */
function oldEncrypted(): Buffer {
  const bytes = Buffer.from(oldWorkbook())
  const start = bytes.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06]))
  const next = start + 4 + bytes.readUInt16LE(start + 2)
  bytes.writeUInt16LE(0x2f, next)
  bytes.writeUInt16LE(0, next + 4)
  return bytes
}

const CELLS = '甲,'.repeat(1_000_000)

/** Texts, old workbooks and files of other kinds under the names of tables. */
export const HOSTILE_TEXTS: readonly HostileFile[] = [
  file('a line of three hundred million letters', 'long-line', '台账.csv', () =>
    Buffer.concat([text('编号,隐患\n'), Buffer.alloc(300_000_000, 'a')]),
  ),
  file('a million columns', 'too-wide', '台账.csv', () => text(`${CELLS}\n${CELLS}\n`)),
  file('quotation marks that are never closed', 'read', '台账.csv', () =>
    text(`编号,隐患\n${'"甲,""\n'.repeat(300_000)}`),
  ),
  file('empty bytes', 'no-text', '台账.csv', () =>
    Buffer.concat([text('编号,隐患\n'), Buffer.alloc(1_000_000), text('\n')]),
  ),
  file('letters written longer than they are', 'no-text', '台账.csv', () =>
    Buffer.concat([text('no,what\n'), Buffer.from('c0afc1bfe0808af08080af0a', 'hex')]),
  ),
  file('Chinese in plain letters', 'utf-7', '台账.csv', () => text('+fxZT9w-,+lpBgow-\n1,2\n')),
  file('two encodings in one file', 'mixed', '台账.csv', () =>
    Buffer.concat([text('编号,隐患\n甲,通道堵塞\n'), Buffer.from('b1e0bac52cd2febbbc0a', 'hex')]),
  ),
  file('a web page under the name of a workbook', 'web-page', '台账.xls', () =>
    text('<html><table><tr><td>编号</td></tr></table></html>'),
  ),
  file('a sheet in XML', 'xml-sheet', '台账.xls', () =>
    text('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>'),
  ),
  file('a PDF under the name of a workbook', 'other-file', '台账.xlsx', () => text('%PDF-1.7\n1 0 obj\n')),
  file('a picture under the name of a text', 'other-file', '台账.csv', () =>
    Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
  ),
  file('a program under the name of an old workbook', 'other-file', '台账.xls', () =>
    Buffer.from('4d5a90000300000004000000', 'hex'),
  ),
  file('a packed archive', 'other-file', '台账.xlsx', () => Buffer.from('526172211a0701003392b5e5', 'hex')),
  file('nothing at all', 'empty', '台账.csv', () => Buffer.alloc(0)),
  file('a workbook with a password', 'encrypted', '台账.xlsx', encrypted),
  file('an old workbook with a password', 'encrypted', '台账.xls', oldEncrypted),
  file('an old text document', 'no-workbook', '台账.xls', oldDocument),
  file('an old workbook whose chains have no end', 'damaged', '台账.xls', circles),
  file('an old workbook cut off', 'damaged', '台账.xls', () =>
    oldWorkbook().subarray(0, directoryOf(oldWorkbook()) + 512),
  ),
  file('an old workbook of noise', 'damaged', '台账.xls', () => {
    const bytes = Buffer.from(oldWorkbook())
    const directory = directoryOf(bytes)
    for (let at = 512; at < bytes.length; at += 3)
      if (at < directory || at > directory + 512) bytes[at] = (at * 7) & 0xff
    return bytes
  }),
]
