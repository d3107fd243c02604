import type { ReactNode } from 'react'

/** A cell is a text, or a text that opens the matters behind it where the table is shown. */
export type ChartCell = string | number | { readonly text: string; readonly link: ReactNode }

/** The same numbers in words: the first column names the row. */
export type ChartNumbers = {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly ChartCell[])[]
}

/** The numbers of a chart as a table. While only screen readers meet it, it has no links: focus would be where nothing is. */
export function ChartTable({ name, numbers, linked }: { name: string; numbers: ChartNumbers; linked: boolean }) {
  const cell = (value: ChartCell) => (typeof value === 'object' ? (linked ? value.link : value.text) : value)
  return (
    <table className="chart-table">
      <caption className="hidden">{name}</caption>
      <thead>
        <tr>
          {numbers.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {numbers.rows.map(([head, ...values], row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name, and stay in their order
          <tr key={row}>
            <th scope="row">{head !== undefined && cell(head)}</th>
            {values.map((value, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells stand in their column
              <td key={column}>{cell(value)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
