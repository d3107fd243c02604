import { fromBase64, toBase64 } from './bytes.ts'

const FIRST = 'c2sp.org/tlog-proof@v1'
/** A tree of all the leaves there will ever be is no deeper. */
const MOST_HASHES = 63

/** What proves offline that an entry is in a log (C2SP tlog-proof): `note` is the signed checkpoint as it was served. */
export type ProofText = {
  readonly extra?: Uint8Array
  readonly index: number
  readonly proof: readonly Uint8Array[]
  readonly note: string
}

/** The proof as text. */
export const writeProof = ({ extra, index, proof, note }: ProofText): string =>
  [FIRST, ...(extra ? [`extra ${toBase64(extra)}`] : []), `index ${index}`, ...proof.map(toBase64), '', note].join('\n')

/** What a proof says, or undefined when it is malformed. */
export function readProof(text: string): ProofText | undefined {
  const end = text.indexOf('\n\n')
  const lines = text.slice(0, end).split('\n')
  if (end < 0 || lines.shift() !== FIRST) return undefined
  const extra = lines[0]?.startsWith('extra ') ? fromBase64(lines.shift()?.slice(6) ?? '') : null
  const index = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '')?.[1]
  const proof = lines.map((line) => fromBase64(line))
  if (extra === undefined || index === undefined || proof.length > MOST_HASHES) return undefined
  if (!proof.every((hash) => hash?.length === 32)) return undefined
  return { ...(extra ? { extra } : {}), index: Number(index), proof: proof as Uint8Array[], note: text.slice(end + 2) }
}
