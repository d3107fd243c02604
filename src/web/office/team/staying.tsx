import { Link } from '@tanstack/react-router'
import type { StayingMatter } from '../../../domain/views/team-view.ts'
import { useTeamWords } from '../../words/use-team-words.ts'

/** What stays with the post, each with why and its page. */
export function Staying({ stays }: { stays: readonly StayingMatter[] }) {
  const team = useTeamWords()
  if (stays.length === 0) return null
  return (
    <details className="team-stays" open={stays.length <= 5}>
      <summary>{team.stay(stays.length)}</summary>
      <ul>
        {stays.map(({ id, reference, title, why }) => (
          <li key={id}>
            <Link to="/matters/$id" params={{ id }}>
              {reference}
            </Link>{' '}
            {title}
            <small className="hint">{team.stays[why]}</small>
          </li>
        ))}
      </ul>
    </details>
  )
}
