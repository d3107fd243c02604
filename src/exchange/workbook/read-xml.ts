import { SaxesParser } from 'saxes'
import { workbookFault } from './workbook-fault.ts'

/** What a reader hears of a part, in order. Names come without their prefix: some programs write `x:row`. */
export type XmlListener = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
}

/** Bytes that one tag or one run of text may take: a cell holds 32,767 letters. */
const MOST_BETWEEN = 4_000_000
/** Tags within tags: a workbook has a dozen. */
const DEEPEST = 200

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Reads a part as it is unpacked and says what it holds; after each piece `taken` gives what the listener made of it.
 * A document type is refused: no workbook has one, and entities are how small files become large.
 * @throws AnlanError import-refused, rule damaged
 */
export async function* readXml<Item>(
  bytes: AsyncIterable<Buffer>,
  listener: XmlListener,
  taken: () => readonly Item[],
): AsyncGenerator<Item> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let between = 0
  let depth = 0
  parser.on('error', () => {
    throw workbookFault('damaged')
  })
  parser.on('doctype', () => {
    throw workbookFault('damaged')
  })
  parser.on('opentag', ({ name, attributes }) => {
    between = 0
    depth += 1
    if (depth > DEEPEST) throw workbookFault('damaged')
    listener.open(withoutPrefix(name), attributes as Record<string, string>)
  })
  parser.on('closetag', ({ name }) => {
    between = 0
    depth -= 1
    listener.close(withoutPrefix(name))
  })
  parser.on('text', listener.text)
  parser.on('cdata', listener.text)
  let decoder: InstanceType<typeof TextDecoder> | undefined
  for await (const piece of bytes) {
    decoder ??= new TextDecoder(encodingOf(piece))
    between += piece.length
    if (between > MOST_BETWEEN) throw workbookFault('damaged')
    parser.write(decoder.decode(piece, { stream: true }))
    yield* taken()
  }
  parser.close()
  yield* taken()
}

const encodingOf = ([first, second]: Buffer): string =>
  first === 0xfe && second === 0xff ? 'utf-16be' : first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-8'

/** Reads a part to its end for what the listener keeps. */
export async function readWhole(bytes: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> {
  const nothing = readXml<never>(bytes, listener, () => [])
  await nothing.next()
}
