/** Where the wanted columns of a table stand. */
export type Headings = {
  /** Rows up to and with the headings. */
  readonly last: number
  /** What stands above the headings: title, unit, day. */
  readonly above: readonly string[]
  /** The headings as they are shown; of two rows joined with a slash: `整改/期限`. */
  readonly names: readonly string[]
  /** Every place that a wanted column may mean; one that can be read has exactly one. */
  readonly places: Readonly<Record<string, readonly number[]>>
}

/** Rows among which the headings are looked for: titles, units and dates of a form stand above them. */
export const MOST_ROWS_ABOVE = 30

/** Headings differ in blanks, line ends and full-width letters between two exports of one ledger. */
const loose = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

/**
 * The row, or the two rows, that hold most of the wanted columns. A column can also be wanted by its place: `#3`.
 * @param rows the first rows of the table, in order
 */
export function findHeadings(rows: readonly (readonly string[])[], wanted: readonly string[]): Headings {
  let best: Headings | undefined
  let most = -1
  for (const [index, row] of rows.slice(0, MOST_ROWS_ABOVE).entries()) {
    for (const [names, last] of [[cleaned(row), index + 1] as const, ...pairOf(row, rows[index + 1], index)]) {
      const places = Object.fromEntries(wanted.map((column) => [column, placesOf(names, column)]))
      // More wanted columns win, then more headings: a title above is one cell.
      const score = 1000 * wanted.filter((column) => !isPlace(column) && places[column]?.length).length
      const filled = score + names.filter((name) => name !== '').length / 10 - (last - index - 1) * 50
      if (filled > most) {
        most = filled
        best = {
          last,
          names,
          places,
          above: rows
            .slice(0, index)
            .flat()
            .filter((cell) => cell !== ''),
        }
      }
    }
  }
  return best ?? { last: 0, above: [], names: [], places: Object.fromEntries(wanted.map((column) => [column, []])) }
}

/** Names of two rows: the upper one reaches over the cells to its right that a merged cell leaves empty. */
function pairOf(
  upper: readonly string[],
  lower: readonly string[] | undefined,
  index: number,
): (readonly [string[], number])[] {
  if (!lower || upper.every((name, at) => (name === '') === ((lower[at] ?? '') === ''))) return []
  const [above, below] = [cleaned(upper), cleaned(lower)]
  let group = ''
  const names = Array.from({ length: Math.max(above.length, below.length) }, (_, at) => {
    if (above[at]) group = above[at]
    const name = below[at] ?? ''
    return name === '' ? (above[at] ?? '') : group === '' || group === name ? name : `${group}/${name}`
  })
  return [[names, index + 2]]
}

function cleaned(row: readonly string[]): string[] {
  const names = row.map((name) => name.replace(/\s+/g, ' ').trim())
  while (names.length > 0 && names.at(-1) === '') names.pop()
  return names
}

const isPlace = (column: string): boolean => /^#\d{1,3}$/.test(column)

/** Places by the exact name, else by the name written otherwise, else by the lower of two headings. */
function placesOf(names: readonly string[], column: string): number[] {
  const at = (fits: (name: string) => boolean) => names.flatMap((name, index) => (fits(name) ? [index] : []))
  const exact = at((name) => name === column)
  if (exact.length > 0) return exact
  if (isPlace(column)) return Number(column.slice(1)) <= names.length ? [Number(column.slice(1)) - 1] : []
  const wanted = loose(column)
  const alike = at((name) => loose(name) === wanted)
  return alike.length > 0 ? alike : at((name) => name.includes('/') && loose(name).endsWith(`/${wanted}`))
}
