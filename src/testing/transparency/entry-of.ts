import { readProof } from '../../engine/transparency/proof-text.ts'

/** What a proof of record says of its one entry; empty when it is none. */
export function entryOf(proof: string): string {
  const { extra } = readProof(proof) ?? {}
  return extra ? (JSON.parse(Buffer.from(extra).toString('utf8')) as { entry: string }).entry : ''
}
