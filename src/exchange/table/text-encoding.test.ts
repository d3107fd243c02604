import { describe, expect, test } from 'vitest'
import { type Encoding, watchEncoding } from './text-encoding.ts'

/** 下塘村路灯不亮 in GB 18030. */
const GB = Buffer.from('cfc2ccc1b4e5c2b7b5c6b2bbc1c1', 'hex')
const lines = (...parts: (string | Buffer)[]) =>
  Buffer.concat(parts.flatMap((part) => [Buffer.from(part as string), Buffer.from('\n')]))

function judged(bytes: Buffer, said?: Encoding, size = 7) {
  const watch = watchEncoding()
  for (let at = 0; at < bytes.length; at += size) watch.take(bytes.subarray(at, at + size))
  return watch.end(said)
}

describe('the encoding of a file', () => {
  test.each<[string, Buffer, Encoding]>([
    ['plain characters only', lines('no,what', '1,x'), 'utf-8'],
    ['UTF-8', lines('no,what', '1,下塘村'), 'utf-8'],
    ['UTF-8 with its mark', lines('\uFEFFno,what', '1,x'), 'utf-8'],
    ['GBK cells under plain headings', lines('no,what', '1,x', GB), 'gb18030'],
    ['UTF-16 with its mark', Buffer.from('\uFEFFno,下塘村\n', 'utf16le'), 'utf-16le'],
    ['UTF-16 of the other byte order', Buffer.from('\uFEFFno,下塘村\n', 'utf16le').swap16(), 'utf-16be'],
    ['UTF-16 without a mark', Buffer.from('number,what,where\n1,2,3\n', 'utf16le'), 'utf-16le'],
  ])('%s', (_, bytes, encoding) => expect(judged(bytes)).toBe(encoding))

  test('a file of two encodings is refused with the line that does not fit', () => {
    expect(judged(lines('编号,事由', '1,下塘村', GB))).toEqual({ rule: 'mixed', line: 3 })
    expect(judged(lines('no,what', GB, '2,下塘村路灯'))).toEqual({ rule: 'mixed', line: 2 })
  })

  test('what somebody says decides, unless the bytes cannot be that', () => {
    expect(judged(lines('no,what', GB), 'gbk')).toBe('gbk')
    expect(judged(lines('no,what', GB), 'utf-8')).toEqual({ rule: 'other-encoding', line: 2 })
    expect(judged(lines('编号,事由', '1,下塘村'), 'gb18030')).toEqual({ rule: 'other-encoding', line: 1 })
    // The two characters 联通 in GBK happen to be right in UTF-8 as well.
    expect(judged(lines(Buffer.from('c1aacda8', 'hex')), 'gbk')).toBe('gbk')
  })

  test('a workbook and bytes that are no Chinese text are told apart from tables', () => {
    expect(judged(Buffer.from('PK\u0003\u0004workbook'))).toEqual({ rule: 'workbook' })
    expect(judged(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toEqual({ rule: 'old-workbook' })
    expect(judged(lines('no,who', Buffer.from('José M.', 'latin1')))).toEqual({ rule: 'no-text', line: 2 })
    expect(judged(lines('no,who', Buffer.from('éa,éb', 'latin1')))).toEqual({ rule: 'no-text', line: 2 })
  })
})
