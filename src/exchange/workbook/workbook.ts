import { posix } from 'node:path'
import { unescaped } from './cell-text.ts'
import { type NumberKind, numberKind } from './number-format.ts'
import { openPackage, type Package } from './package.ts'
import { readWhole } from './read-xml.ts'
import { workbookFault } from './workbook-fault.ts'

/** A sheet as the workbook lists it. */
export type Sheet = { readonly name: string; readonly part: string; readonly hidden: boolean }

/** A workbook opened for reading: what all its sheets share, and how to come at their rows. */
export type Workbook = {
  readonly sheets: readonly Sheet[]
  readonly from1904: boolean
  /** What the numbers of a style stand for. */
  readonly kinds: readonly NumberKind[]
  readonly strings: readonly string[]
  /** The part that lists the sheets. */
  readonly main: string
  readonly parts: Package
}

/** Letters that all cells of a workbook may hold together. */
const MOST_LETTERS = 100_000_000
/** Texts of a workbook: forty for each row of a hundred thousand. */
const MOST_STRINGS = 4_000_000
/** Excel has fewer; a list without end takes the memory. */
const MOST = { relations: 10_000, sheets: 255, styles: 100_000 }

/**
 * Opens a workbook (.xlsx, .xlsm). Close its `parts` when done.
 * @throws AnlanError import-refused with the reason
 */
export async function openWorkbook(source: string | Uint8Array): Promise<Workbook> {
  const parts = await openPackage(source)
  try {
    const main = [...(await relations(parts, '_rels/.rels', ''))].find(([, { type }]) => type === 'officeDocument')?.[1]
      .part
    if (main?.endsWith('.bin')) throw workbookFault('binary-workbook')
    if (!main && parts.has('content.xml') && parts.has('mimetype')) throw workbookFault('open-document')
    if (!main?.endsWith('.xml') || !parts.has(main)) throw workbookFault('no-workbook')
    const folder = main.slice(0, main.lastIndexOf('/') + 1)
    const related = await relations(parts, `${folder}_rels/${main.slice(folder.length)}.rels`, folder)
    await refuseDde(parts, related)
    const { sheets, from1904 } = await readMain(parts, main, related)
    const partOf = (type: string) => [...related.values()].find((relation) => relation.type === type)?.part
    const [styles, strings] = [partOf('styles'), partOf('sharedStrings')]
    return {
      sheets,
      from1904,
      kinds: styles && parts.has(styles) ? await readKinds(parts, styles) : [],
      main,
      strings: strings && parts.has(strings) ? await readStrings(parts, strings) : [],
      parts,
    }
  } catch (cause) {
    parts.close()
    throw cause
  }
}

export type Relation = { readonly type: string; readonly part: string }

/** The parts that a part points to. What lies outside the file is nobody's business here. */
export async function relations(parts: Package, part: string, folder: string): Promise<ReadonlyMap<string, Relation>> {
  const found = new Map<string, Relation>()
  if (!parts.has(part)) return found
  await readWhole(parts.open(part), {
    open: (name, { Id, Type, Target, TargetMode }) => {
      if (name !== 'Relationship' || !Id || !Type || !Target || TargetMode === 'External') return
      if (found.size >= MOST.relations) throw workbookFault('too-large')
      found.set(Id, {
        type: Type.slice(Type.lastIndexOf('/') + 1),
        part: Target.startsWith('/') ? Target.slice(1) : posix.normalize(folder + Target),
      })
    },
    close: () => {},
    text: () => {},
  })
  return found
}

/** Links by which a workbook asks another program for values as soon as it is opened. What links to another workbook is left alone. */
async function refuseDde(parts: Package, related: ReadonlyMap<string, Relation>): Promise<void> {
  for (const { type, part } of related.values()) {
    if (type !== 'externalLink' || !parts.has(part)) continue
    await readWhole(parts.open(part), {
      open: (name) => {
        if (name === 'ddeLink' || name === 'oleLink') throw workbookFault('calls-out')
      },
      close: () => {},
      text: () => {},
    })
  }
}

async function readMain(
  parts: Package,
  main: string,
  related: ReadonlyMap<string, Relation>,
): Promise<Pick<Workbook, 'sheets' | 'from1904'>> {
  const sheets: Sheet[] = []
  let from1904 = false
  await readWhole(parts.open(main), {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
      if (tag !== 'sheet') return
      const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1]
      const relation = related.get(id ?? '')
      // A sheet may be a chart.
      if (relation?.type !== 'worksheet' || !parts.has(relation.part)) return
      if (sheets.length >= MOST.sheets) throw workbookFault('too-large')
      sheets.push({
        name: attributes['name'] ?? '',
        part: relation.part,
        hidden: (attributes['state'] ?? 'visible') !== 'visible',
      })
    },
    close: () => {},
    text: () => {},
  })
  return { sheets, from1904 }
}

async function readKinds(parts: Package, part: string): Promise<NumberKind[]> {
  const codes = new Map<number, string>()
  const kinds: NumberKind[] = []
  let inCells = false
  await readWhole(parts.open(part), {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'numFmt' && numFmtId) codes.set(Number(numFmtId), formatCode ?? '')
      if (name === 'cellXfs') inCells = true
      if (kinds.length > MOST.styles || codes.size > MOST.styles) throw workbookFault('too-large')
      if (name === 'xf' && inCells) kinds.push(numberKind(Number(numFmtId ?? 0), codes.get(Number(numFmtId))))
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
    text: () => {},
  })
  return kinds
}

/** The texts that cells name by number: runs of different looks joined, without what says how a word is read. */
async function readStrings(parts: Package, part: string): Promise<string[]> {
  const strings: string[] = []
  let [text, takes, spoken, letters] = ['', false, false, 0]
  await readWhole(parts.open(part), {
    open: (name) => {
      if (name === 'si') text = ''
      if (name === 'rPh') spoken = true
      takes = name === 't' && !spoken
    },
    close: (name) => {
      if (name === 'rPh') spoken = false
      takes = false
      if (name !== 'si') return
      if (strings.length >= MOST_STRINGS) throw workbookFault('too-large')
      strings.push(unescaped(text))
    },
    text: (more) => {
      if (!takes) return
      letters += more.length
      if (letters > MOST_LETTERS) throw workbookFault('too-large')
      text += more
    },
  })
  return strings
}
