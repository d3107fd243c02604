import type { ReactNode } from 'react'
import type { BlankCell, BlankSheet } from '../../../domain/returns/return-views.ts'
import { WideTable } from '../../parts/shell/wide-table.tsx'

export type GridCell = { readonly className?: string; readonly content: ReactNode }

/** Letters of a cell's column, and the number of its row. */
export const placeOf = (cell: string) => ({
  letters: /^[A-Z]+/.exec(cell)?.[0] ?? '',
  row: Number(/\d+$/.exec(cell)?.[0] ?? 0),
})

const letterAt = (column: number): string =>
  (column >= 26 ? letterAt(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

/** A superior's form as a table, cell by cell as its sheet lies, with numbers of rows and letters of columns. */
export function SheetGrid({
  blank: { rows },
  label,
  draw,
  columnHead,
  rowHead,
}: {
  blank: BlankSheet
  label: string
  draw: (cell: BlankCell) => GridCell
  columnHead?: (letters: string) => ReactNode
  rowHead?: (row: number) => ReactNode
}) {
  const widest = Math.max(0, ...rows.map((cells) => cells.reduce((sum, { columns = 1 }) => sum + columns, 0)))
  const letters = Array.from({ length: widest }, (_, column) => letterAt(column))
  return (
    <WideTable label={label} className="sheet-frame">
      <table className="sheet-grid">
        <thead>
          <tr>
            <td />
            {letters.map((each) => (
              <th key={each} scope="col">
                {columnHead ? columnHead(each) : each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
            <tr key={at}>
              <th scope="row">{rowHead ? rowHead(at + 1) : at + 1}</th>
              {cells.map((cell) => {
                const { className, content } = draw(cell)
                return (
                  <td
                    key={cell.cell}
                    className={className}
                    colSpan={cell.columns}
                    rowSpan={cell.rows}
                    // The form is its superior's, in Chinese whatever the page is in.
                    lang={cell.text === '' ? undefined : 'zh-CN'}
                  >
                    {content}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
