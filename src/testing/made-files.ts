import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { zipSync } from 'fflate'

/** What must not be left in a file: in letters that would be found. */
export const TELLING = 'N30.25E120.17 of Zhou'

const telling = Buffer.from(TELLING)
const part = new Uint8Array([60, 97, 47, 62])

export const zipOf = (...names: string[]): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(names.map((name) => [name, part]))))

/** A box of ISO media: length, name, content. */
export function box(name: string, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, body])
}

const u16 = (value: number) => Buffer.from([value >> 8, value & 255])
const u32 = (value: number) => Buffer.concat([u16(value >>> 16), u16(value & 65_535)])
const brand = (name: string) => box('ftyp', Buffer.from(`${name}\0\0\0\0${name}`, 'latin1'))

/** A film or sound whose user data tell the place, as phones write it. */
export const media = (name: string): Buffer =>
  Buffer.concat([
    brand(name),
    box(
      'moov',
      box('mvhd', Buffer.alloc(4), u32(0xe1e1e1e1), u32(0xe1e1e1e1), Buffer.alloc(88)),
      box('udta', box('\u00a9xyz', telling)),
    ),
    box('mdat', Buffer.from('pictures and sound')),
  ])

/** A HEIC photo of two items: the picture, and EXIF with a place. */
export function heic(): Buffer {
  const entry = (id: number, type: string) =>
    box('infe', Buffer.from([2, 0, 0, 0]), u16(id), u16(0), Buffer.from(`${type}\0`))
  const items = box('iinf', Buffer.alloc(4), u16(2), entry(1, 'hvc1'), entry(2, 'Exif'))
  const location = (id: number, offset: number, length: number) =>
    Buffer.concat([u16(id), u16(0), u16(1), u32(offset), u32(length)])
  const locations = (picture: number) =>
    box(
      'iloc',
      Buffer.from([0, 0, 0, 0, 0x44, 0]),
      u16(2),
      location(1, picture, 7),
      location(2, picture + 7, telling.length),
    )
  const before = Buffer.concat([brand('heic'), box('meta', Buffer.alloc(4), items, locations(0))]).length + 8
  return Buffer.concat([
    brand('heic'),
    box('meta', Buffer.alloc(4), items, locations(before)),
    box('mdat', Buffer.from('picture'), telling),
  ])
}

/** A compound file with these names in its directory. */
export function oldOfficeFile(...names: string[]): Buffer {
  const entries = names.map((name) => {
    const entry = Buffer.alloc(128)
    entry.write(name, 'utf16le')
    entry.writeUInt16LE(name.length * 2 + 2, 64)
    entry[66] = 2
    return entry
  })
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), ...entries])
}

/** A document whose author and whose description tell. */
export async function pdf(): Promise<Buffer> {
  const document = await PDFDocument.create()
  document.addPage([200, 200]).drawText('anlan')
  document.setAuthor(TELLING)
  const described = document.context.stream(TELLING, { Type: 'Metadata' })
  document.catalog.set(PDFName.of('Metadata'), document.context.register(described))
  return Buffer.from(await document.save({ useObjectStreams: false }))
}

export const mp3 = (): Buffer => {
  const frame = Buffer.from([0xff, 0xfb, 0x90, 0x44])
  const sound = Buffer.concat(Array.from({ length: 4 }, () => Buffer.concat([frame, Buffer.alloc(413)])))
  const tag = Buffer.concat([Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, 0, 0, 0, telling.length]), telling])
  return Buffer.concat([tag, sound])
}

/** As many JPEG segments of four bytes as fit. */
export const jpegOfTinySegments = (bytes: number): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(bytes, Buffer.from([0xff, 0xdb, 0, 2]))])
