import { describe, expect, test } from 'vitest'
import { withoutMetadata } from './image-metadata.ts'

const PLACE = 'N 30.25 E 120.17'
const segment = (marker: number, content: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}
/** Orientation 6 and, behind it, a place. */
const exif = segment(
  0xe1,
  Buffer.concat([
    Buffer.from('457869660000', 'hex'),
    Buffer.from('49492a0008000000010012010300010000000600000000000000', 'hex'),
    Buffer.from(PLACE),
  ]),
)
const START = Buffer.from([0xff, 0xd8])
const END = Buffer.from([0xff, 0xd9])
const table = segment(0xdb, Buffer.alloc(65, 1))
const scan = Buffer.concat([segment(0xda, Buffer.alloc(10, 2)), Buffer.from([7, 0xff, 0, 8, 0xff, 0xd0, 9])])
const jpeg = (...parts: Buffer[]) => Buffer.from(withoutMetadata(Buffer.concat([START, ...parts]), 'image/jpeg'))

describe('a photo', () => {
  test('loses its place and keeps which side is up', () => {
    const clean = jpeg(exif, table, scan, END)
    expect(clean.includes(PLACE)).toBe(false)
    expect(clean.toString('hex')).toContain('1201030001000000' + '0600')
    expect(clean.subarray(-table.length - scan.length - 2)).toEqual(Buffer.concat([table, scan, END]))
  })

  test.each([
    ['behind filling bytes', [Buffer.from([0xff, 0xff]), exif, table, scan, END]],
    ['behind bytes that belong nowhere', [table, Buffer.from([0, 0]), exif, scan, END]],
    ['between two scans', [table, scan, segment(0xfe, Buffer.from(PLACE)), scan, END]],
    ['in a preview behind the end', [table, scan, END, START, exif, table, scan, END]],
    ['in a segment that is longer than the file', [table, exif.subarray(0, -1)]],
  ])('loses a place %s', (_, parts) => {
    const clean = jpeg(...parts)
    expect(clean.includes(PLACE.slice(0, -1))).toBe(false)
    expect(clean.subarray(-2)).toEqual(END)
  })

  test('of several scans keeps them all', () => {
    expect(jpeg(table, scan, table, scan, END)).toEqual(Buffer.concat([START, table, scan, table, scan, END]))
  })

  test('in PNG loses text even when bytes follow its end', () => {
    const chunk = (name: string, content: string) => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(content.length)
      return Buffer.concat([length, Buffer.from(name + content), Buffer.alloc(4)])
    }
    const head = Buffer.from('89504e470d0a1a0a', 'hex')
    const [text, data, end] = [chunk('tEXt', PLACE), chunk('IDAT', 'picture'), chunk('IEND', '')]
    const given = Buffer.concat([head, text, data, end, Buffer.from('a film, and where it was taken')])
    expect(Buffer.from(withoutMetadata(given, 'image/png'))).toEqual(Buffer.concat([head, data, end]))
  })
})
