import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { removeView, saveView } from '../../client/api.ts'
import { problemText } from '../../client/problem-text.ts'
import { savedViewsQuery } from '../../client/queries.ts'
import { Floating } from '../../parts/shell/floating.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import { type LedgerSearch, queryOf, readLedgerSearch } from './ledger-search.ts'

const READY = [
  { title: 'readyMine', search: { work: 'mine', sort: 'due' } },
  { title: 'readyLate', search: { overdue: 'true', sort: 'due' } },
  { title: 'readySent', search: { work: 'sent', sort: 'due' } },
  { title: 'readySponsored', search: { work: 'sponsored', sort: 'due' } },
  { title: 'readyDueSoon', search: { group: 'notDone', sort: 'due' } },
] as const satisfies readonly { title: string; search: LedgerSearch }[]

/** Filters that everybody needs, and mine under a name. */
export function SavedViews({ search, go }: { search: LedgerSearch; go: (next: LedgerSearch) => void }) {
  const { words } = useWords()
  const client = useQueryClient()
  const { data: views = [] } = useQuery(savedViewsQuery)
  const [open, setOpen] = useState(false)
  const current = views.find(({ query }) => query === queryOf(search))
  const reload = () => client.invalidateQueries(savedViewsQuery)
  return (
    <span className="floating-place saved-views">
      <button type="button" className="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="bookmark" size={16} />
        {words.matters.savedViews}
        {current && `${words.colon}${current.name}`}
        <Icon name="down" size={14} />
      </button>
      {open && (
        <Floating label={words.matters.savedViews} align="right" close={() => setOpen(false)}>
          <ul className="menu">
            <li className="menu-head">{words.matters.readyViews}</li>
            {READY.map(({ title, search: ready }) => (
              <li key={title}>
                <button
                  type="button"
                  className="menu-item"
                  onClick={() => {
                    setOpen(false)
                    go(ready)
                  }}
                >
                  {words.matters[title]}
                </button>
              </li>
            ))}
            <li className="menu-head">{words.matters.savedViews}</li>
            {views.length === 0 && <li className="menu-head">{words.matters.savedNone}</li>}
            {views.map(({ id, name, query }) => (
              <li key={id} className="saved-view">
                <button
                  type="button"
                  className="menu-item"
                  aria-current={id === current?.id}
                  onClick={() => {
                    setOpen(false)
                    go(readLedgerSearch(Object.fromEntries(new URLSearchParams(query))))
                  }}
                >
                  {name}
                </button>
                <button
                  type="button"
                  className="icon-button"
                  aria-label={words.matters.removeView(name)}
                  onClick={() => void removeView(id).then(reload)}
                >
                  <Icon name="trash" size={16} />
                </button>
              </li>
            ))}
          </ul>
          <SaveForm search={search} saved={reload} />
        </Floating>
      )}
    </span>
  )
}

function SaveForm({ search, saved }: { search: LedgerSearch; saved: () => Promise<void> }) {
  const { words, locale } = useWords()
  const id = useId()
  const [name, setName] = useState('')
  const [problem, setProblem] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      await saveView(name.trim(), queryOf(search))
      setName('')
      await saved()
    } catch (error) {
      setProblem(problemText(error, words, locale).text)
    }
  }
  return (
    <form className="save-view" onSubmit={(event) => void submit(event)}>
      <label htmlFor={id}>{words.matters.saveView}</label>
      <span>
        <input
          id={id}
          className="input"
          required
          maxLength={60}
          placeholder={words.matters.viewName}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit" className="button">
          {words.matters.save}
        </button>
      </span>
      {problem && <p className="field-issue">{problem}</p>}
    </form>
  )
}
