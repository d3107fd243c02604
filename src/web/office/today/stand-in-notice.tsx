import { useQueryClient } from '@tanstack/react-query'
import { switchPost } from '../../client/api.ts'
import { holderName, unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { sessionQuery } from '../../client/queries.ts'
import { Icon } from '../../theme/icon.tsx'
import { untilText } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'

/** For whom I stand in now, and until when; one press acts in that post. */
export function StandInNotice() {
  const { words, say, locale } = useWords()
  const { session, directory, today } = useOffice()
  const client = useQueryClient()
  const stoodIn = session.posts.filter(({ id, standsIn }) => standsIn && id !== session.post.id)
  if (stoodIn.length === 0) return null
  const act = async (postId: string) => {
    client.setQueryData(sessionQuery.queryKey, await switchPost(postId))
    await client.invalidateQueries()
  }
  return (
    <ul className="watch-notice" role="status">
      {stoodIn.map(({ id, title, unitId, standsIn }) => (
        <li key={id}>
          <Icon name="swap" size={16} />
          <span>
            {words.team.standInNow(
              `${unitName(directory, unitId, say)} ${say(title)}`,
              directory.posts[id]?.holder ? holderName(directory, id, say) : '',
              standsIn ? untilText(standsIn.until, today(), locale) : '',
            )}
          </span>
          <button type="button" className="button" onClick={() => void act(id)}>
            {words.team.actThere}
          </button>
        </li>
      ))}
    </ul>
  )
}
