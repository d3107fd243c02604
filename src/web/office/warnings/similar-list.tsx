import { Link } from '@tanstack/react-router'
import type { SimilarWarning } from '../../../domain/warnings/warning-view.ts'
import { dayAndMonth } from '../../words/dates.ts'
import { useWarningsWords } from '../../words/warnings/use-warnings-words.ts'
import { useWords } from '../../words/words.tsx'

const MOST = 2

/** Earlier ones that were alike: which, what each was found to be, and why. */
export function SimilarList({ similar }: { similar: readonly SimilarWarning[] }) {
  const { cards, verdict: verdicts } = useWarningsWords()
  const { locale, say } = useWords()
  if (similar.length === 0) return cards.noSimilar
  return (
    <ul className="warning-similar">
      {similar.slice(0, MOST).map(({ matterId, raisedOn, name, verdict, why }) => (
        <li key={matterId}>
          <Link to="/matters/$id" params={{ id: matterId }}>
            {cards.similarText(dayAndMonth(raisedOn, locale), say(name))}
          </Link>
          <span className="hint">
            <b>{verdict ? verdicts[verdict] : cards.noOutcome}</b> {why}
          </span>
        </li>
      ))}
    </ul>
  )
}
