import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { PostLoad, TeamView } from '../../../domain/views/team-view.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { teamQuery } from '../../client/team/team-api.ts'
import { Empty } from '../../parts/shell/empty.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { useTitle } from '../../parts/shell/use-title.ts'
import { useTeamWords } from '../../words/use-team-words.ts'
import { useWords } from '../../words/words.tsx'
import { GapNotice } from '../today/gap-notice.tsx'
import { HandOverDrawer } from './hand-over-drawer.tsx'
import { HandOvers } from './hand-overs.tsx'
import { PostRow } from './post-row.tsx'
import './team.css'

/** The posts that I oversee: what they have in hand, who is away, who stands in. Posts, in the order of the units; nobody is ranked. */
export function TeamPage() {
  const team = useTeamWords()
  const { data, error, refetch } = useQuery(teamQuery)
  const [handing, setHanding] = useState<string>()
  useTitle(team.title)
  return (
    <div className="page team">
      <header className="team-head">
        <h1>{team.title}</h1>
        <span className="muted">{team.lead}</span>
        <Link to="/matters" search={{ procedure: 'leave' }} className="button">
          {team.leaves}
        </Link>
        <Link to="/matters/new/$procedure" params={{ procedure: 'leave' }} className="button is-primary">
          {team.leave}
        </Link>
      </header>
      <GapNotice handOver={setHanding} />
      {error ? (
        <ErrorCard error={error} retry={() => void refetch()} />
      ) : data ? (
        <Loads view={data} handOver={setHanding} />
      ) : (
        <Skeleton rows={8} height={48} />
      )}
      {data && <HandOvers handOvers={data.handOvers} />}
      {handing && <HandOverDrawer from={handing} close={() => setHanding(undefined)} />}
    </div>
  )
}

function Loads({ view, handOver }: { view: TeamView; handOver: (postId: string) => void }) {
  const team = useTeamWords()
  const { say } = useWords()
  const { directory } = useOffice()
  const loads = new Map(view.posts.map((load) => [load.postId, load]))
  const units = Object.values(directory.units).flatMap((unit) => {
    const here = Object.values(directory.posts).flatMap((post): PostLoad[] => {
      const load = post.unitId === unit.id ? loads.get(post.id) : undefined
      return load ? [load] : []
    })
    return here.length > 0 ? [{ id: unit.id, here }] : []
  })
  if (units.length === 0) return <Empty title={team.emptyTitle} text={team.emptyText} />
  return (
    <table className="card team-table">
      <thead>
        <tr>
          <th scope="col">{/* the post */}</th>
          {(['open', 'soon', 'overdue', 'waiting'] as const).map((name) => (
            <th key={name} scope="col" className="num">
              {team.numbers[name]}
            </th>
          ))}
          <th scope="col">{/* what can be done */}</th>
        </tr>
      </thead>
      {units.map(({ id, here }) => (
        <tbody key={id}>
          <tr className="team-unit">
            <th scope="rowgroup" colSpan={6}>
              {unitName(directory, id, say)}
            </th>
          </tr>
          {here.map((load) => (
            <PostRow
              key={load.postId}
              load={load}
              now={view.now}
              covers={view.covers.filter(({ postId }) => postId === load.postId)}
              handOver={() => handOver(load.postId)}
            />
          ))}
        </tbody>
      ))}
    </table>
  )
}
