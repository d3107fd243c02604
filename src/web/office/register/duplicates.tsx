import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { DuplicateView } from '../../../domain/views/views.ts'
import type { DuplicateQuestion } from '../../client/api.ts'
import { duplicatesQuery } from '../../client/queries.ts'
import { DuplicateItem } from '../../parts/matter/duplicate-item.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'

/** Asked again when somebody stops typing for this long. */
const QUIET_MS = 500

/** What looks like the same matter, as one types: place, category and text. Merging is offered, never done by itself. */
export function Duplicates({
  question,
  canMerge,
  chosen,
  choose,
}: {
  question: DuplicateQuestion | undefined
  /** Whether this kind of matter knows merging; else the reader only sees what is alike. */
  canMerge: boolean
  chosen: DuplicateView | undefined
  choose: (duplicate: DuplicateView | undefined) => void
}) {
  const { words } = useWords()
  const [refused, setRefused] = useState<readonly string[]>([])
  const settled = useSettled(question)
  const { data: found } = useQuery({ ...duplicatesQuery(settled), placeholderData: keepPreviousData })
  const shown = (settled ? (found ?? []) : []).filter(({ id }) => !refused.includes(id))
  return (
    <section className="card" aria-labelledby="duplicates">
      <header className="card-head">
        <h2 id="duplicates">
          {words.register.duplicates} {shown.length > 0 && <span className="count">{shown.length}</span>}
        </h2>
      </header>
      <div aria-live="polite">
        {shown.length === 0 && (
          <p className="card-body hint">
            {settled && found ? words.register.duplicatesNone : words.register.duplicatesHint}
          </p>
        )}
        {shown.map((duplicate) => (
          <DuplicateItem key={duplicate.id} duplicate={duplicate} chosen={chosen?.id === duplicate.id}>
            <Choice
              duplicate={duplicate}
              canMerge={canMerge}
              chosen={chosen?.id === duplicate.id}
              choose={choose}
              refuse={() => {
                setRefused([...refused, duplicate.id])
                if (chosen?.id === duplicate.id) choose(undefined)
              }}
            />
          </DuplicateItem>
        ))}
      </div>
    </section>
  )
}

function Choice({
  duplicate,
  canMerge,
  chosen,
  choose,
  refuse,
}: {
  duplicate: DuplicateView
  canMerge: boolean
  chosen: boolean
  choose: (duplicate: DuplicateView | undefined) => void
  refuse: () => void
}) {
  const { words } = useWords()
  return (
    <>
      {canMerge && duplicate.group === 'done' && <span className="hint">{words.register.ended}</span>}
      {canMerge && duplicate.group !== 'done' && (
        <button
          type="button"
          className="button is-small is-outline"
          aria-pressed={chosen}
          onClick={() => choose(chosen ? undefined : duplicate)}
        >
          <Icon name={chosen ? 'check' : 'merge'} size={16} />
          {chosen ? words.register.willMerge(duplicate.reference) : words.register.mergeInto}
        </button>
      )}
      {!chosen && (
        <button type="button" className="button is-small" onClick={refuse}>
          {words.register.notSame}
        </button>
      )}
    </>
  )
}

/** The question once it has stopped changing. */
function useSettled(question: DuplicateQuestion | undefined): DuplicateQuestion | undefined {
  const written = JSON.stringify(question ?? null)
  const [settled, setSettled] = useState(written)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(written), QUIET_MS)
    return () => clearTimeout(timer)
  }, [written])
  return (JSON.parse(settled) as DuplicateQuestion | null) ?? undefined
}
