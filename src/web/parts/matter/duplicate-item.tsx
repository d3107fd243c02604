import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { dayOf } from '../../../domain/time/time.ts'
import type { DuplicateView } from '../../../domain/views/views.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { longDay } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'
import { StateTag } from './state-tag.tsx'
import './duplicate-item.css'

/** A matter that may be the same: which, where it stands, how alike; under it what can be done with it. */
export function DuplicateItem({
  duplicate,
  chosen,
  children,
}: {
  duplicate: DuplicateView
  chosen: boolean
  children?: ReactNode
}) {
  const { words, say, locale } = useWords()
  const { rulebook } = useOffice()
  const state = procedureOf(rulebook, duplicate.procedure)?.states[duplicate.state]
  return (
    <article className={`duplicate${chosen ? ' is-chosen' : ''}`}>
      <Link to="/matters/$id" params={{ id: duplicate.id }} target="_blank">
        {duplicate.title}
      </Link>
      <p className="hint">
        {[duplicate.reference, duplicate.place, longDay(dayOf(duplicate.openedAt), locale)].filter(Boolean).join(' · ')}
      </p>
      <p className="duplicate-line">
        <StateTag group={duplicate.group} title={state ? say(state.title) : duplicate.state} />
        <span className="hint">
          {words.register.similar} {Math.round(duplicate.similarity * 100)}%
        </span>
      </p>
      {children && <p className="duplicate-line">{children}</p>}
    </article>
  )
}
