import { Link } from '@tanstack/react-router'
import type { LessonRow } from '../../../domain/views/came-back-view.ts'
import { unitName } from '../../client/names.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { StateTag } from '../../parts/matter/state-tag.tsx'
import { useLearnWords } from '../../words/learn/use-learn-words.ts'
import { useWords } from '../../words/words.tsx'
import { FigureLink } from './figure-link.tsx'

/** One lesson in the list: what it changed, who checked, and what was found before and since. */
export function LessonItem({ lesson }: { lesson: LessonRow }) {
  const learn = useLearnWords()
  const { say } = useWords()
  const { directory, rulebook } = useOffice()
  const procedure = procedureOf(rulebook, lesson.procedure)
  const state = procedure?.states[lesson.state]
  const { since, before, checks, checksDone, checksLate, versions } = lesson
  return (
    <li className={`learn-item${since > 0 ? ' is-back' : ''}`}>
      <div className="learn-what">
        <Link to="/matters/$id" params={{ id: lesson.id }} className="work-title">
          {lesson.title}
        </Link>
        <small>
          {lesson.reference} · {unitName(directory, lesson.unitId, say)}
        </small>
      </div>
      <StateTag group={lesson.group} title={state ? say(state.title) : lesson.state} />
      <span className="learn-version">
        {versions.length === 0
          ? learn.nothingChanged
          : versions.map(({ before: was, after }) => (
              <span key={was}>{after ? learn.version(was, versionOf(after)) : learn.noVersion(was)}</span>
            ))}
      </span>
      <span className="learn-units">
        <FigureLink lesson={lesson} figure="checks" text={learn.asked(checksDone, checks)} />
        {checksLate > 0 && (
          <FigureLink lesson={lesson} figure="checksLate" text={learn.late(checksLate)} className="is-bad" />
        )}
      </span>
      <span className="learn-found">
        {checksDone === 0 ? (
          <span className="hint">{learn.notYet}</span>
        ) : (
          <>
            {since > 0 ? (
              <FigureLink lesson={lesson} figure="since" text={learn.cameBack(since)} className="is-bad" />
            ) : (
              <b>{learn.notBack}</b>
            )}
            <small>{learn.found(before, since)}</small>
          </>
        )}
      </span>
    </li>
  )
}

/** The number is the same on both sides of the arrow: only the version is said. */
const versionOf = (after: string) => `@${after.split('@')[1] ?? ''}`
