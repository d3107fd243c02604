import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useOffice } from '../../client/office.tsx'
import { Empty } from '../../parts/shell/empty.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { useTitle } from '../../parts/shell/use-title.ts'
import { answerTextsQuery } from '../../parts/texts/texts-api.ts'
import { Icon } from '../../theme/icon.tsx'
import { useTextsWords } from '../../words/told/use-texts-words.ts'
import { useWords } from '../../words/words.tsx'
import { TextDrawer } from './text-drawer.tsx'
import { TextItem } from './text-item.tsx'
import type { TextTask } from './text-task.ts'
import type { TextsSearch } from './texts-search.ts'
import { VersionsDrawer } from './versions-drawer.tsx'
import './texts-page.css'

/** The words that a unit answers with: found, added, changed, with every version. */
export function TextsPage() {
  const { words, say } = useWords()
  const texts = useTextsWords()
  const { kinds } = useOffice()
  const search = useSearch({ from: '/texts' })
  const navigate = useNavigate({ from: '/texts' })
  const { data, error, refetch } = useQuery(answerTextsQuery())
  const [task, setTask] = useState<TextTask>()
  useTitle(texts.title)
  const go = (next: TextsSearch) => void navigate({ search: next, replace: true, resetScroll: false })
  const { kind, find = '' } = search
  const found = data?.texts.filter(
    ({ title, body, procedure }) =>
      `${title} ${body}`.includes(find.trim()) && (!kind || procedure === kind || procedure === undefined),
  )
  const used = new Set(data?.texts.flatMap(({ procedure }) => procedure ?? []))
  const add = data?.mayKeep && (
    <button
      type="button"
      className="button is-primary"
      onClick={() => setTask({ kind: 'add', ...(kind ? { procedure: kind } : {}) })}
    >
      <Icon name="plus" size={16} />
      {texts.add}
    </button>
  )
  return (
    <div className="page texts">
      <header className="texts-head">
        <h1>{texts.title}</h1>
        {data && data.texts.length > 0 && add}
      </header>
      <p className="muted">{texts.lead}</p>
      <div className="texts-bar">
        <input
          type="search"
          className="input"
          aria-label={words.texts.search}
          placeholder={words.texts.search}
          value={find}
          onChange={({ target }) => go({ ...(kind ? { kind } : {}), ...(target.value ? { find: target.value } : {}) })}
        />
        <select
          className="input"
          aria-label={texts.form.kind}
          value={kind ?? ''}
          onChange={({ target }) => go({ ...(find ? { find } : {}), ...(target.value ? { kind: target.value } : {}) })}
        >
          <option value="">{texts.everyKind}</option>
          {kinds
            .filter(({ id }) => used.has(id) || id === kind)
            .map(({ id, title }) => (
              <option key={id} value={id}>
                {say(title)}
              </option>
            ))}
        </select>
      </div>
      <section className="card" aria-label={texts.title}>
        {error ? (
          <ErrorCard error={error} retry={() => void refetch()} />
        ) : !data || !found ? (
          <Skeleton rows={6} height={64} />
        ) : data.texts.length === 0 ? (
          <Empty title={texts.empty} text={data.mayKeep ? texts.emptyText : texts.notYours} action={add || undefined} />
        ) : found.length === 0 ? (
          <Empty title={texts.emptyFound} />
        ) : (
          <ul>
            {found.map((text) => (
              <TextItem key={text.id} text={text} mayChange={data.mayKeep && text.own} choose={setTask} />
            ))}
          </ul>
        )}
      </section>
      {task?.kind === 'versions' && <VersionsDrawer text={task.text} close={() => setTask(undefined)} />}
      {task && task.kind !== 'versions' && <TextDrawer task={task} close={() => setTask(undefined)} />}
    </div>
  )
}
