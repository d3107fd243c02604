import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type MouseEvent, useState } from 'react'
import { type CellUse, MEASURES } from '../../../domain/returns/return-query.ts'
import type { BlankCell, ReturnView } from '../../../domain/returns/return-views.ts'
import { problemText } from '../../client/problem-text.ts'
import { mapReturn } from '../../client/returns/returns-api.ts'
import { notify } from '../../parts/shell/notices.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useReturnsWords } from '../../words/returns/use-returns-words.ts'
import { useWords } from '../../words/words.tsx'
import { chosenBetween } from './chosen-between.ts'
import { type GridCell, placeOf, SheetGrid } from './sheet-grid.tsx'
import { UseFields } from './use-fields.tsx'
import { useQueryText } from './use-query-text.ts'

type Uses = ReadonlyMap<string, CellUse>
const NOTHING: ReadonlySet<string> = new Set()

/** What the cells of a form ask: a proposal, or what was said last; those who keep it choose cells and say otherwise. */
export function MappingPart({ view, chooseSheet }: { view: ReturnView; chooseSheet: (sheet: string) => void }) {
  const { words, locale } = useWords()
  const { map } = useReturnsWords()
  const client = useQueryClient()
  const { form, blank, sheets, cells, version, proposed, mayKeep } = view
  const [uses, setUses] = useState<Uses>(() => new Map(cells.map(({ cell, use }) => [cell, use])))
  const [chosen, setChosen] = useState(NOTHING)
  const [edits, setEdits] = useState(proposed)
  const isEdited = mayKeep && edits
  const save = useMutation({
    mutationFn: () =>
      mapReturn(form.id, {
        seenVersion: version,
        sheet: blank.sheet,
        cells: [...uses].map(([cell, use]) => ({ cell, use })),
      }),
    onSuccess: async () => {
      notify(map.saved)
      setEdits(false)
      await client.invalidateQueries({ queryKey: ['returns'] })
    },
  })
  const change = (use: (before: CellUse | undefined) => CellUse | undefined) => {
    const next = new Map(uses)
    for (const cell of chosen) {
      const made = use(uses.get(cell))
      if (made) next.set(cell, made)
      else next.delete(cell)
    }
    setUses(next)
  }
  return (
    <section className="card returns-map" aria-labelledby="return-map">
      <header className="card-head">
        <h2 id="return-map">{map.title}</h2>
        <Legend />
        {mayKeep && !edits && (
          <button type="button" className="button is-small" onClick={() => setEdits(true)}>
            {map.edit}
          </button>
        )}
      </header>
      <div className="card-body returns-map-body">
        {isEdited && <p className={proposed ? '' : 'hint'}>{proposed ? map.proposed : map.lead}</p>}
        {isEdited && sheets.length > 1 && (
          <label className="returns-sheet">
            {map.sheet}
            <select className="input" value={blank.sheet} onChange={({ target }) => chooseSheet(target.value)}>
              {sheets.map((sheet) => (
                <option key={sheet}>{sheet}</option>
              ))}
            </select>
          </label>
        )}
        <div className={isEdited ? 'returns-editor' : ''}>
          <MappingGrid view={view} uses={uses} chosen={chosen} {...(isEdited ? { choose: setChosen } : {})} />
          {isEdited && (
            <aside className="returns-panel" aria-label={map.how}>
              {chosen.size === 0 ? (
                <p className="hint">{map.none}</p>
              ) : (
                <UseFields key={[...chosen].join()} uses={[...chosen].map((cell) => uses.get(cell))} change={change} />
              )}
              {save.error && (
                <p className="error-line" role="alert">
                  <Icon name="alert" />
                  {problemText(save.error, words, locale).text}
                </p>
              )}
              <p className="returns-acts">
                <button
                  type="button"
                  className="button is-primary"
                  disabled={save.isPending}
                  onClick={() => save.mutate()}
                >
                  {map.save}
                </button>
                {!proposed && (
                  <button
                    type="button"
                    className="button"
                    onClick={() => {
                      setUses(new Map(cells.map(({ cell, use }) => [cell, use])))
                      setEdits(false)
                    }}
                  >
                    {map.cancel}
                  </button>
                )}
              </p>
            </aside>
          )}
        </div>
      </div>
    </section>
  )
}

function Legend() {
  const { map } = useReturnsWords()
  return (
    <p className="returns-legend">
      <span className="is-system">{map.legend.system}</span>
      <span className="is-hand">{map.legend.hand}</span>
      <span className="is-formula">{map.legend.formula}</span>
    </p>
  )
}

type Choice = {
  readonly view: ReturnView
  readonly uses: Uses
  readonly chosen: ReadonlySet<string>
  readonly choose?: (cells: ReadonlySet<string>) => void
}

const isOpen = ({ text, formula }: BlankCell) => text === '' && !formula

function MappingGrid({ view: { blank }, uses, chosen, choose }: Choice) {
  const { say } = useWords()
  const { map, textCells } = useReturnsWords()
  const { textOf } = useQueryText()
  const [last, setLast] = useState<string>()
  const open = blank.rows.flat().filter(isOpen)
  const press = (cell: string, { shiftKey, ctrlKey, metaKey }: MouseEvent) => {
    const area = shiftKey && last ? chosenBetween(last, cell, open) : [cell]
    if (!shiftKey) setLast(cell)
    choose?.(new Set([...(ctrlKey || metaKey ? chosen : []), ...area]))
  }
  const all = (fits: (place: ReturnType<typeof placeOf>) => boolean) => () =>
    choose?.(new Set(open.flatMap(({ cell }) => (fits(placeOf(cell)) && uses.has(cell) ? [cell] : []))))
  const short = (use: CellUse | undefined) =>
    !use ? '' : 'count' in use ? say(MEASURES[use.count.measure]) : 'text' in use ? textCells[use.text] : map.uses.hand
  const draw = (cell: BlankCell): GridCell => {
    if (!isOpen(cell))
      return { className: cell.formula ? 'is-formula' : 'is-text', content: cell.formula ? '' : cell.text }
    const use = uses.get(cell.cell)
    const className = use ? ('hand' in use ? 'is-hand' : 'is-system') : ''
    const title = `${cell.cell} ${use ? textOf(use) : map.uses.nothing}`
    if (!choose) return { className, content: <span title={title}>{short(use)}</span> }
    return {
      className,
      content: (
        <button
          type="button"
          title={title}
          aria-label={title}
          aria-pressed={chosen.has(cell.cell)}
          onClick={(event) => press(cell.cell, event)}
        >
          {short(use)}
        </button>
      ),
    }
  }
  const heads = choose && {
    columnHead: (letters: string) => (
      <button type="button" aria-label={map.column(letters)} onClick={all((place) => place.letters === letters)}>
        {letters}
      </button>
    ),
    rowHead: (row: number) => (
      <button type="button" aria-label={map.row(row)} onClick={all((place) => place.row === row)}>
        {row}
      </button>
    ),
  }
  return <SheetGrid blank={blank} label={map.table} draw={draw} {...heads} />
}
