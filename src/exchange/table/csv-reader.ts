/** A row as its marks divide it. `row` counts as spreadsheets do, `line` as text editors do; both begin with 1. */
export type CsvRecord = {
  readonly row: number
  readonly line: number
  readonly cells: readonly string[]
  /** A quotation was opened on this line and no place fits to close it: the cells cannot be told apart. */
  readonly fault?: 'quotation'
}

/** Takes a text piece by piece and gives the rows that are complete. */
export type CsvReader = {
  readonly read: (text: string) => CsvRecord[]
  readonly end: () => CsvRecord[]
  /** Says how many cells a row has: a quotation that runs over lines and gives another number was never closed. */
  readonly expect: (width: number) => void
}

/** Lines and characters that one quotation may run over before it counts as never closed. */
const MOST_LINES = 300
const MOST_CHARACTERS = 100_000

/**
 * Reads separated values. Our own, because an office file must never be lost to one quotation mark: packages we know stop
 * at an unclosed quotation, or swallow the rows behind it. Here its line alone has a fault and reading goes on behind it;
 * a stray mark (`3" pipe`) is a character like others. It is also faster, since most lines hold no quotation mark.
 */
export function createCsvReader(delimiter: string): CsvReader {
  let rest = ''
  let row = 0
  let line = 0
  let width: number | undefined
  let open: string[] = []

  const takeLine = (text: string, out: CsvRecord[]): void => {
    line += 1
    if (open.length === 0 && !text.includes('"')) {
      row += 1
      out.push({ row, line, cells: text.split(delimiter).map(trimmed) })
      return
    }
    open.push(text)
    const whole = open.join('\n')
    const found = quotedCells(whole, delimiter)
    if (found === 'open' && open.length < MOST_LINES && whole.length < MOST_CHARACTERS) return
    const isOdd = typeof found === 'string' || (open.length > 1 && width !== undefined && found.length !== width)
    if (isOdd) giveUp(out)
    else {
      row += 1
      out.push({ row, line: line - open.length + 1, cells: found })
      open = []
    }
  }
  /** The line that opened the quotation is faulty by itself; those behind it are read afresh. */
  const giveUp = (out: CsvRecord[]): void => {
    const [first = '', ...others] = open
    open = []
    row += 1
    line -= others.length
    out.push({ row, line, cells: first.split(delimiter), fault: 'quotation' })
    for (const text of others) takeLine(text, out)
  }
  return {
    read: (text) => {
      const out: CsvRecord[] = []
      const lines = `${rest}${text}`.split('\n')
      rest = lines.pop() ?? ''
      for (const one of lines) takeLine(one.endsWith('\r') ? one.slice(0, -1) : one, out)
      return out
    },
    end: () => {
      const out: CsvRecord[] = []
      // A single line end of old Macintosh files.
      const lines = rest === '' ? [] : rest.replace(/\r$/, '').split('\r')
      rest = ''
      for (const one of lines) takeLine(one, out)
      while (open.length > 0) giveUp(out)
      return out
    },
    expect: (cells) => {
      width = cells
    },
  }
}

const EDGES = /^[\s\uFEFF\u200B]+|[\s\uFEFF\u200B]+$/g
const NEEDS_TRIM = /^[\s\uFEFF\u200B]|[\s\uFEFF\u200B]$/

const trimmed = (cell: string): string => (NEEDS_TRIM.test(cell) ? cell.replace(EDGES, '') : cell)

/** The cells of a text with quotation marks; `open` when one is not closed, `stray` when it cannot be meant. */
function quotedCells(text: string, delimiter: string): string[] | 'open' | 'stray' {
  const cells: string[] = []
  for (let at = 0; ; ) {
    const from = skipBlanks(text, at, delimiter)
    const quoted = text[from] === '"' ? closing(text, from, delimiter) : undefined
    if (typeof quoted === 'string') return quoted
    const end = quoted ? quoted.next : endOfCell(text, at, delimiter)
    const cell = quoted ? text.slice(from + 1, quoted.at).replaceAll('""', '"') : text.slice(at, end)
    // A cell without quotation marks ends with its line.
    if (!quoted && cell.includes('\n')) return 'stray'
    cells.push(trimmed(cell))
    if (end >= text.length) return cells
    at = end + delimiter.length
  }
}

function endOfCell(text: string, at: number, delimiter: string): number {
  const end = text.indexOf(delimiter, at)
  return end < 0 ? text.length : end
}

function skipBlanks(text: string, at: number, delimiter: string): number {
  let index = at
  while ((text[index] === ' ' || text[index] === '\t' || text[index] === '\uFEFF') && text[index] !== delimiter)
    index += 1
  return index
}

/** Where the quotation that opens at `from` ends, and where its cell does. */
function closing(text: string, from: number, delimiter: string): { at: number; next: number } | 'open' | 'stray' {
  let isStray = false
  for (let index = text.indexOf('"', from + 1); index >= 0; index = text.indexOf('"', index + 1)) {
    if (text[index + 1] === '"') {
      index += 1
      continue
    }
    const next = skipBlanks(text, index + 1, delimiter)
    if (next >= text.length || text.startsWith(delimiter, next))
      // Over several lines, a mark inside says that the quotation was closed by another row's mark.
      return isStray && text.slice(from, index).includes('\n') ? 'stray' : { at: index, next }
    isStray = true
  }
  return isStray && text.indexOf('\n', from) >= 0 ? 'stray' : 'open'
}
