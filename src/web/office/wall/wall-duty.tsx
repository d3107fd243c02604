import { useQuery } from '@tanstack/react-query'
import { dutyQuery } from '../../client/duty.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { useWallWords } from '../../words/wall/use-wall-words.ts'
import { useWords } from '../../words/words.tsx'

const MINUTE = 60_000

/** Which posts are on duty in this line, and the telephone of the desk: what everybody below is told, without the holders' names. */
export function WallDuty() {
  const { words: all, say } = useWords()
  const words = useWallWords()
  const { directory } = useOffice()
  const { data } = useQuery({ ...dutyQuery(), refetchInterval: MINUTE, refetchIntervalInBackground: true })
  const title = (postId: string) => {
    const post = directory.posts[postId]
    return post ? say(post.title) : postId
  }
  return (
    <section className="wall-card wall-duty" aria-labelledby="wall-duty">
      <header className="wall-card-head">
        <h2 id="wall-duty">{words.duty}</h2>
      </header>
      {data?.line.length === 0 && <p className="wall-none">{words.noDesk}</p>}
      <dl>
        {data?.line.map(({ deskId, unitId, on }) => (
          <div key={deskId}>
            <dt>{unitName(directory, unitId, say)}</dt>
            <dd>
              {on
                ? [...new Set([...(on.leaderPostId ? [on.leaderPostId] : []), ...on.postIds].map(title))].join(
                    all.listComma,
                  )
                : words.nobodyOn}
              {on?.phone && <b>{on.phone}</b>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
