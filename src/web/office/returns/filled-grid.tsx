import type { BlankCell, FilledCell, FillView } from '../../../domain/returns/return-views.ts'
import { useReturnsWords } from '../../words/returns/use-returns-words.ts'
import { type GridCell, SheetGrid } from './sheet-grid.tsx'
import { useQueryText } from './use-query-text.ts'

/** What stands in the cells that are by hand. */
export type Typed = Readonly<Record<string, string>>

/** The filled form: green by the system, each figure the way to its matters; yellow by hand. */
export function FilledGrid({
  view: { blank, cells },
  typed,
  type,
  look,
}: {
  view: FillView
  typed: Typed
  type?: (typed: Typed) => void
  look: (cell: string) => void
}) {
  const { fill } = useReturnsWords()
  const { textOf } = useQueryText()
  const byPlace = new Map(cells.map((cell) => [cell.cell, cell]))
  const draw = (blankCell: BlankCell): GridCell => {
    const filled = byPlace.get(blankCell.cell)
    if (!filled)
      return {
        className: blankCell.formula ? 'is-formula' : blankCell.text ? 'is-text' : '',
        content: blankCell.formula ? '' : blankCell.text,
      }
    const { cell, use, value, withheld, before } = filled
    const was = before === undefined ? null : <small className="returns-was">{fill.was(String(before))}</small>
    if ('hand' in use)
      return {
        className: 'is-hand',
        content: <ByHand cell={cell} typed={typed} {...(type ? { type } : {})} was={was} />,
      }
    const title = `${cell} ${textOf(use)}`
    const className = `is-system${before === undefined ? '' : ' is-changed'}`
    if (withheld) return { className: 'is-withheld', content: <span title={title}>{fill.withheld}</span> }
    if ('text' in use) return { className, content: <Value title={title} value={value} was={was} /> }
    return {
      className,
      content: (
        <button type="button" title={title} aria-label={fill.figure(title, String(value))} onClick={() => look(cell)}>
          {value}
          {was}
        </button>
      ),
    }
  }
  return <SheetGrid blank={blank} label={fill.table} draw={draw} />
}

/** A form is written in Chinese, whatever the page is in. */
const Value = ({ title, value, was }: { title: string; value: FilledCell['value']; was: React.ReactNode }) => (
  <span title={title}>
    <span lang="zh-CN">{value}</span>
    {was}
  </span>
)

function ByHand({
  cell,
  typed,
  type,
  was,
}: {
  cell: string
  typed: Typed
  type?: (typed: Typed) => void
  was: React.ReactNode
}) {
  const { fill } = useReturnsWords()
  const text = typed[cell] ?? ''
  if (!type) return <span>{text}</span>
  return (
    <>
      <textarea
        rows={1}
        maxLength={500}
        aria-label={fill.hand(cell)}
        value={text}
        onChange={({ target }) => type({ ...typed, [cell]: target.value })}
      />
      {was}
    </>
  )
}
