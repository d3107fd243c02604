import { PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef, PDFStream } from '@cantoo/pdf-lib'
import { withoutMetadata } from './image-metadata.ts'

/** Entries that say who made a document, with what, and where its pieces came from (ISO 32000-1, 14.3 and 14.5). */
const TELLING = ['Metadata', 'PieceInfo', 'LastModified'].map((name) => PDFName.of(name))

type Context = PDFDocument['context']

/**
 * Takes author, program, times and the places of its photos out of a PDF; undefined when they cannot go: it is locked, or
 * signed, and a signature that no longer holds would be worth less than a name that stays.
 */
export async function withoutPdfMetadata(input: Buffer): Promise<Buffer | undefined> {
  if (input.includes('/ByteRange')) return undefined
  const document = await PDFDocument.load(input, { updateMetadata: false }).catch(() => undefined)
  if (!document || document.isEncrypted) return undefined
  const { context } = document
  for (const [ref, found] of context.enumerateIndirectObjects()) {
    const dict = found instanceof PDFStream ? found.dict : found
    if (dict instanceof PDFDict) forget(context, dict)
    if (found instanceof PDFRawStream && isJpeg(found)) {
      const clean = withoutMetadata(Buffer.from(found.contents), 'image/jpeg')
      context.assign(ref, PDFRawStream.of(found.dict, clean))
    }
  }
  const { Info } = context.trailerInfo
  if (Info instanceof PDFRef) context.delete(Info)
  context.trailerInfo = { ...(context.trailerInfo.Root ? { Root: context.trailerInfo.Root } : {}) }
  return Buffer.from(await document.save({ rewrite: true, addDefaultPage: false, updateFieldAppearances: false }))
}

/** What an entry pointed to would be written again although nothing points to it any more. */
function forget(context: Context, dict: PDFDict): void {
  for (const name of TELLING) {
    const value = dict.get(name)
    if (value instanceof PDFRef) context.delete(value)
    dict.delete(name)
  }
}

const isJpeg = ({ dict }: PDFRawStream) => dict.get(PDFName.of('Filter')) === PDFName.of('DCTDecode')
