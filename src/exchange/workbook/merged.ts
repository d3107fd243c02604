import { columnOf } from './cell-text.ts'
import { workbookFault } from './workbook-fault.ts'

/** A merge that runs down a column, by rows that begin with 1. */
export type Merged = { readonly column: number; readonly first: number; readonly last: number }

/** A sheet with more merges than this is no ledger. */
const MOST = 200_000

const MERGE = /<(?:\w+:)?mergeCell\s[^>]*?ref=["']([A-Z0-9:]{2,30})["']/g

/**
 * The merges of a sheet that run over several rows. They stand behind the rows they are about and so are looked for before:
 * by their own tag only, since letters of a cell never look like one, and reading every cell twice would take twice as long.
 */
export async function mergedOf(bytes: AsyncIterable<Buffer>): Promise<readonly Merged[]> {
  const merged: Merged[] = []
  let rest = ''
  for await (const piece of bytes) {
    const text = rest + piece.toString('latin1')
    for (const [, ref = ''] of text.matchAll(MERGE)) {
      if (merged.length >= MOST) throw workbookFault('too-large')
      merged.push(...runningDown(ref))
    }
    const tag = text.lastIndexOf('<')
    rest = tag >= 0 && text.length - tag < 300 && !text.includes('>', tag) ? text.slice(tag) : ''
  }
  return merged
}

function runningDown(ref: string): readonly Merged[] {
  const [from = '', to = from] = ref.split(':')
  const [column, first, last] = [columnOf(from), rowOf(from), rowOf(to)]
  return column !== undefined && first > 0 && last > first ? [{ column, first, last }] : []
}

const rowOf = (place: string): number => Number(/\d+$/.exec(place)?.[0] ?? 0)
