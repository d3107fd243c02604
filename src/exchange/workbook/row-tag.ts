/** The heading of the hidden last column of a given-back ledger: which matter a row is, as of which event. */
export const ROW_TAG_HEADING = '安澜编号'

/** Which matter a row is, and the version of it (its last event) whose values the row was written from. */
export type RowTag = { readonly matterId: string; readonly version: number }

/** A keyed hash in hexadecimal, by a key of the tenant: nobody outside makes a tag that holds. */
export type TagMac = (text: string) => string

/** Letters of the hash that stand in a cell: 96 bits. */
const LETTERS = 24

const TAG = /^([0-9a-zA-Z_-]{1,64})\.(\d{1,9})\.([0-9a-f]{24})$/

/** A row's tag as its cell shows it: `<matter id>.<version>.<hash>`. */
export const rowTagText = ({ matterId, version }: RowTag, mac: TagMac): string =>
  `${matterId}.${version}.${macOf(matterId, version, mac)}`

/** What a cell says, when it was written by us and not changed since; undefined otherwise. */
export function readRowTag(cell: string, mac: TagMac): RowTag | undefined {
  const [, matterId = '', written = '', hash = ''] = TAG.exec(cell.trim()) ?? []
  const version = Number(written)
  return matterId && String(version) === written && isSame(hash, macOf(matterId, version, mac))
    ? { matterId, version }
    : undefined
}

const macOf = (matterId: string, version: number, mac: TagMac): string =>
  mac(`${matterId}.${version}`).slice(0, LETTERS)

/** Takes as long whatever differs. */
function isSame(one: string, other: string): boolean {
  let difference = one.length ^ other.length
  for (let at = 0; at < other.length; at++) difference |= one.charCodeAt(at) ^ other.charCodeAt(at)
  return difference === 0
}
