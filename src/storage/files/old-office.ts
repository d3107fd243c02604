/** An entry of the directory in a compound file ([MS-CFB] 2.6.1): 128 bytes, on 128-byte boundaries of the file. */
const ENTRY = 128
const NAME_LENGTH_AT = 64
const KIND_AT = 66
const SIGNATURE = 'd0cf11e0a1b11ae1'

/** Names that tell Word from Excel; others (installers, messages) are not taken. */
const TYPES: Readonly<Record<string, string>> = {
  WordDocument: 'application/msword',
  Workbook: 'application/vnd.ms-excel',
  Book: 'application/vnd.ms-excel',
}
const MACROS = ['_VBA_PROJECT', '_VBA_PROJECT_CUR', 'VBA']

/**
 * What a file of the old Office family is, by the names in its directory. They are looked for wherever an entry may
 * stand instead of along the chain of sectors, which a hostile file can tie into a ring.
 */
export function oldOffice(bytes: Buffer): { type: string | undefined; hasMacros: boolean } | undefined {
  if (bytes.toString('hex', 0, 8) !== SIGNATURE) return undefined
  let type: string | undefined
  let hasMacros = false
  for (let at = ENTRY * 4; at + ENTRY <= bytes.length; at += ENTRY) {
    const name = nameAt(bytes, at)
    if (name === undefined) continue
    if (Object.hasOwn(TYPES, name)) type ??= TYPES[name]
    if (MACROS.includes(name)) hasMacros = true
  }
  return { type, hasMacros }
}

function nameAt(bytes: Buffer, at: number): string | undefined {
  const length = bytes.readUInt16LE(at + NAME_LENGTH_AT)
  const kind = bytes[at + KIND_AT]
  const isEntry = length >= 4 && length <= 64 && length % 2 === 0 && (kind === 1 || kind === 2)
  return isEntry ? bytes.toString('utf16le', at, at + length - 2) : undefined
}
