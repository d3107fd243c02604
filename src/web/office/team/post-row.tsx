import { Link } from '@tanstack/react-router'
import type { Instant } from '../../../domain/time/time.ts'
import { addMilliseconds, dayOf } from '../../../domain/time/time.ts'
import type { CoverView, PostLoad } from '../../../domain/views/team-view.ts'
import { holderName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { dayAndMonth } from '../../words/dates.ts'
import { useTeamWords } from '../../words/use-team-words.ts'
import { useWords } from '../../words/words.tsx'

/** Of what is planned the next: a rota has a shift for every day. */
const PLANNED = 1

/** One post: who holds it, whether somebody is there, and what it has in hand. */
export function PostRow({
  load,
  covers,
  now,
  handOver,
}: {
  load: PostLoad
  covers: readonly CoverView[]
  now: Instant
  handOver: () => void
}) {
  const team = useTeamWords()
  const { say } = useWords()
  const { directory } = useOffice()
  const post = directory.posts[load.postId]
  if (!post) return null
  const running = covers.filter(({ from }) => from <= now)
  const isCovered = running.some(({ byPostId }) => byPostId !== undefined)
  return (
    <tr>
      <td>
        <b>{say(post.title)}</b>{' '}
        {post.holder ? post.holder.name : isCovered ? '' : <span className="team-mark">{team.vacant}</span>}
        {[...running, ...covers.filter(({ from }) => from > now).slice(0, PLANNED)].map((cover) => (
          <Cover key={`${cover.matterId} ${cover.byPostId ?? ''} ${cover.from}`} cover={cover} now={now} />
        ))}
      </td>
      {(['open', 'soon', 'overdue', 'waiting'] as const).map((name) => (
        <td
          key={name}
          className={`num ${name === 'overdue' && load.overdue > 0 ? 'is-late' : ''}`}
          data-title={team.numbers[name]}
        >
          {load[name]}
        </td>
      ))}
      <td className="team-act">
        {load.open + load.waiting > 0 && (
          <button type="button" className="button" onClick={handOver}>
            {team.handOver}
          </button>
        )}
      </td>
    </tr>
  )
}

/** A leave or duty, now or planned; it opens its matter. */
function Cover({ cover, now }: { cover: CoverView; now: Instant }) {
  const team = useTeamWords()
  const { say, locale } = useWords()
  const { directory } = useOffice()
  const day = (at: Instant) => dayAndMonth(dayOf(at), locale)
  // Until midnight is until the day before.
  const [from, until] = [day(cover.from), day(addMilliseconds(cover.until, -1))]
  const name = cover.byPostId ? holderName(directory, cover.byPostId, say) : undefined
  const isNow = cover.from <= now
  const parts = isNow
    ? [cover.away && team.awayUntil(until), name ? team.deputy(name, until) : team.nobody]
    : [cover.away && team.planned(from, until), name ? team.plannedDeputy(name, from, until) : team.nobody]
  return (
    <small className={isNow && cover.away && !name ? 'team-cover is-open' : 'team-cover'}>
      <Link to="/matters/$id" params={{ id: cover.matterId }}>
        {parts.filter(Boolean).join(' · ')}
      </Link>
    </small>
  )
}
