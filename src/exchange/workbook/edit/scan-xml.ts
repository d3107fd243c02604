import { SaxesParser } from 'saxes'
import { workbookFault } from '../workbook-fault.ts'

/** A stretch of a part's bytes. */
export type Span = { readonly from: number; readonly to: number }

/** A tag that begins an element: its name with and without prefix, and the bytes of the tag itself. */
export type OpenTag = {
  readonly name: string
  readonly prefix: string
  readonly attributes: Readonly<Record<string, string>>
  readonly span: Span
  readonly isEmpty: boolean
}

/** What a scan hears. The span of an element that is closed at once is that of its tag. */
export type ScanListener = {
  readonly open: (tag: OpenTag) => void
  readonly close: (name: string, span: Span) => void
}

/** A part's bytes, one letter each, so that places in the text are places in the bytes. Only UTF-8 can be read so. */
export function bytesText(bytes: Uint8Array): string {
  const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  // A mark at the beginning stays where it is; another encoding than UTF-8 is none that Office writes.
  if (/^(\xfe\xff|\xff\xfe|.\0|\0)/s.test(found)) throw workbookFault('damaged')
  if (/^[^>]{0,200}\sencoding\s*=\s*["'](?!utf-?8|us-ascii)/i.test(found)) throw workbookFault('damaged')
  return found
}

/** Text for a part as its bytes, one letter each. */
export const asBytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')

/** Says where each tag of a part stands. @throws AnlanError import-refused, rule damaged */
export function scanXml(text: string, listener: ScanListener): void {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const start = text.startsWith('\xef\xbb\xbf') ? 3 : 0
  const refuse = () => {
    throw workbookFault('damaged')
  }
  parser.on('error', refuse)
  parser.on('doctype', refuse)
  // An attribute cannot hold a "<": the last one before the end of a tag is its beginning.
  const spanHere = (): Span => {
    const to = start + parser.position
    return { from: text.lastIndexOf('<', to - 1), to }
  }
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    const colon = name.indexOf(':') + 1
    listener.open({
      name: name.slice(colon),
      prefix: name.slice(0, colon),
      attributes: attributes as Record<string, string>,
      span: spanHere(),
      isEmpty: isSelfClosing,
    })
  })
  parser.on('closetag', ({ name }) => listener.close(name.slice(name.indexOf(':') + 1), spanHere()))
  parser.write(start ? text.slice(start) : text).close()
}

/** A change of a part: the bytes between two places become others. */
export type Splice = Span & { readonly by: string }

/** Makes changes that do not overlap, in the order of their places. */
export function spliced(text: string, splices: readonly Splice[]): string {
  const pieces: string[] = []
  let at = 0
  for (const { from, to, by } of [...splices].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (from < at) throw workbookFault('damaged')
    pieces.push(text.slice(at, from), by)
    at = to
  }
  pieces.push(text.slice(at))
  return pieces.join('')
}
