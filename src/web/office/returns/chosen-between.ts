import { placeOf } from './sheet-grid.tsx'

const numberOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

/** The cells in the rectangle between two. */
export function chosenBetween(one: string, other: string, cells: readonly { readonly cell: string }[]): string[] {
  const [from, to] = [placeOf(one), placeOf(other)]
  const between = (value: number, a: number, b: number) => value >= Math.min(a, b) && value <= Math.max(a, b)
  return cells.flatMap(({ cell }) => {
    const { letters, row } = placeOf(cell)
    const fits =
      between(row, from.row, to.row) && between(numberOf(letters), numberOf(from.letters), numberOf(to.letters))
    return fits ? [cell] : []
  })
}
