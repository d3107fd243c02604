import { copyParts } from '../edit/copy-parts.ts'
import { type Splice, scanXml, spliced } from '../edit/scan-xml.ts'
import { partText } from '../edit/set-cells.ts'
import { openWorkbook } from '../workbook.ts'

const STRINGS = /sharedStrings\.xml$/i

/** A workbook whose list of shared texts holds none that no cell shows: what stood in rows that were emptied is gone from the file too. */
export async function withoutUnusedTexts(book: Uint8Array): Promise<Uint8Array> {
  const workbook = await openWorkbook(book)
  try {
    const { parts, sheets, main } = workbook
    const part = [`${main.slice(0, main.lastIndexOf('/') + 1)}sharedStrings.xml`].find((name) => parts.has(name))
    if (!part || !STRINGS.test(part)) return book
    const used = new Set<number>()
    for (const sheet of sheets) usedIn(await partText(parts, sheet.part), used)
    const text = await partText(parts, part)
    const splices: Splice[] = []
    let [index, from] = [-1, 0]
    scanXml(text, {
      open: ({ name, span }) => {
        if (name !== 'si') return
        index += 1
        from = span.from
      },
      close: (name, { to }) => {
        if (name !== 'si' || used.has(index)) return
        const prefix = /^<([\w.-]+:)?/.exec(text.slice(from))?.[1] ?? ''
        splices.push({ from, to, by: `<${prefix}si><${prefix}t/></${prefix}si>` })
      },
    })
    if (splices.length === 0) return book
    return await copyParts(book, new Map([[parts.nameOf(part), Buffer.from(spliced(text, splices), 'latin1')]]))
  } finally {
    workbook.parts.close()
  }
}

function usedIn(text: string, used: Set<number>): void {
  let [isShared, from] = [false, -1]
  scanXml(text, {
    open: ({ name, attributes, span }) => {
      if (name === 'c') isShared = attributes['t'] === 's'
      if (name === 'v' && isShared) from = span.to
    },
    close: (name, span) => {
      if (name === 'v' && from >= 0) used.add(Number(text.slice(from, span.from)))
      if (name === 'v') from = -1
    },
  })
}
