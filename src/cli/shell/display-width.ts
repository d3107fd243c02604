/** Characters that take two columns in a terminal: Chinese, full-width forms, emoji. */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u
/** Characters drawn over the one before. */
const ON_TOP = /\p{M}/u

const widthOf = (character: string): number => (WIDE.test(character) ? 2 : ON_TOP.test(character) ? 0 : 1)

/** How many columns a text takes in a terminal. */
export const displayWidth = (text: string): number => {
  let width = 0
  for (const character of text) width += character < '\u0300' ? 1 : widthOf(character)
  return width
}

/** The text filled up with spaces to so many columns. */
export const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - displayWidth(text)))

/** The text in so many columns: where it is longer its middle gives way, for names differ at their ends. */
export function shortenedTo(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  const characters = Array.from(text)
  const back = fitting(characters.toReversed(), Math.floor((width - 1) / 2)).toReversed()
  return `${fitting(characters, Math.ceil((width - 1) / 2)).join('')}…${back.join('')}`
}

function fitting(characters: readonly string[], width: number): string[] {
  const taken: string[] = []
  let room = width
  for (const character of characters) {
    room -= widthOf(character)
    if (room < 0) break
    taken.push(character)
  }
  return taken
}

/** Rows of cells as lines whose columns stand under each other. */
export function tableLines(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    rows.reduce((width, row) => Math.max(width, displayWidth(row[column] ?? '')), 0),
  )
  return rows.map((row) =>
    row.map((cell, column) => (column === row.length - 1 ? cell : padded(cell, widths[column] ?? 0))).join('  '),
  )
}
