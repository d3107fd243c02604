import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { oversees } from '../../../domain/unit/role.ts'
import { holderName, unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { gapsQuery } from '../../client/team/team-api.ts'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'

/** Where nobody is there while matters wait, for the nearest who oversees it, with what can be done about it. */
export function GapNotice({ handOver }: { handOver?: (postId: string) => void }) {
  const { actor } = useOffice()
  const watches = actor.roles.some((role) => oversees(role) || role === 'triageOfficer')
  return watches ? <Gaps {...(handOver ? { handOver } : {})} /> : null
}

function Gaps({ handOver }: { handOver?: (postId: string) => void }) {
  const { words, say } = useWords()
  const { directory } = useOffice()
  const { data } = useQuery(gapsQuery)
  if (!data || data.gaps.length === 0) return null
  return (
    <ul className="watch-notice gap-notice" role="status">
      {data.gaps.map(({ postId, unitId, matters }) => {
        const post = postId ? directory.posts[postId] : undefined
        const unit = unitName(directory, unitId, say)
        const title = post ? say(post.title) : ''
        // Some posts have their unit in their name.
        const seat = title === '' || title.includes(unit) ? title || unit : `${unit} ${title}`
        return (
          <li key={postId ?? unitId}>
            <Icon name="alert" size={16} />
            <span>
              {post?.holder
                ? words.team.gapAway(seat, holderName(directory, postId, say), matters)
                : words.team.gapVacant(seat, matters)}
            </span>
            {post?.holder ? (
              <Link to="/matters" search={{ procedure: 'leave' }} className="button">
                {words.team.nameDeputy}
              </Link>
            ) : post && handOver ? (
              <button type="button" className="button" onClick={() => handOver(post.id)}>
                {words.team.handOver}
              </button>
            ) : (
              <Link to="/team" className="button">
                {words.team.handOver}
              </Link>
            )}
          </li>
        )
      })}
    </ul>
  )
}
