import { unzipSync } from 'fflate'
import { fileTypeFromBuffer } from 'file-type'
import { FILE_KINDS } from '../../domain/procedure/file-kinds.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { oldOffice } from './old-office.ts'

/** Other names for kinds we take, as the library gives them. */
const SAME: Readonly<Record<string, string>> = {
  'audio/x-m4a': 'audio/mp4',
  'video/x-m4v': 'video/mp4',
  'image/heif': 'image/heic',
  'image/heic-sequence': 'image/heic',
  'image/heif-sequence': 'image/heic',
  'video/3gpp2': 'video/3gpp',
}

/** No document has more parts; a list of a million names would take the memory. */
const MOST_PARTS = 5_000

/** The type of a file by its bytes. @throws AnlanError file-refused, rule type or macros */
export async function sniff(bytes: Buffer): Promise<string> {
  const found = (await typeOf(bytes)) ?? 'unknown'
  const type = SAME[found] ?? found
  if (!Object.hasOwn(FILE_KINDS, type)) throw new AnlanError('file-refused', { rule: 'type', type })
  return type
}

async function typeOf(bytes: Buffer): Promise<string | undefined> {
  const old = oldOffice(bytes)
  if (old?.hasMacros) refuseMacros()
  if (old) return old.type
  if (isZip(bytes)) return typeOfZip(bytes)
  return (await fileTypeFromBuffer(bytes))?.mime
}

const isZip = (bytes: Buffer) => bytes.toString('latin1', 0, 4) === 'PK\u0003\u0004'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** By the list of its parts, which nobody has to unpack. */
function typeOfZip(bytes: Buffer): string | undefined {
  const parts = partsOf(bytes)
  if ([...parts].some((part) => /(^|\/)vbaProject\.bin$|(^|\/)macrosheets\//i.test(part))) refuseMacros()
  if (parts.has('OFD.xml')) return 'application/ofd'
  if (!parts.has('[Content_Types].xml')) return 'application/zip'
  if (parts.has('word/document.xml')) return WORD
  return parts.has('xl/workbook.xml') || parts.has('xl/workbook.bin') ? EXCEL : undefined
}

function partsOf(bytes: Buffer): Set<string> {
  const parts = new Set<string>()
  const note = ({ name }: { name: string }) => {
    parts.add(name)
    if (parts.size > MOST_PARTS) throw new AnlanError('file-refused', { rule: 'unreadable' })
    return false
  }
  try {
    unzipSync(bytes, { filter: note })
  } catch (cause) {
    if (cause instanceof AnlanError) throw cause
    throw new AnlanError('file-refused', { rule: 'unreadable' })
  }
  return parts
}

function refuseMacros(): never {
  throw new AnlanError('file-refused', { rule: 'macros' })
}
