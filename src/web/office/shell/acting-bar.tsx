import { useQueryClient } from '@tanstack/react-query'
import { ROLES } from '../../../domain/unit/role.ts'
import { switchPost } from '../../client/api.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { sessionQuery } from '../../client/queries.ts'
import { Icon } from '../../theme/icon.tsx'
import { untilText } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'

/** Says on every page in whose post one acts and until when, and the way back. */
export function ActingBar() {
  const { words, say, locale } = useWords()
  const { session, directory, today } = useOffice()
  const client = useQueryClient()
  const { post } = session
  if (!post.standsIn) return null
  const { until, ownPostId, withheld } = post.standsIn
  const back = async () => {
    client.setQueryData(sessionQuery.queryKey, await switchPost(ownPostId))
    await client.invalidateQueries()
  }
  const roles = withheld.map((role) => say(ROLES[role].title)).join(words.listComma)
  return (
    <div className="acting-bar" role="status">
      <Icon name="swap" size={16} />
      <span>
        <b>
          {words.team.acting(
            `${unitName(directory, post.unitId, say)} ${say(post.title)}`,
            untilText(until, today(), locale),
          )}
        </b>
        {withheld.length > 0 && <small>{words.team.withheld(roles)}</small>}
      </span>
      <button type="button" className="button no-print" onClick={() => void back()}>
        {words.team.backToOwn}
      </button>
    </div>
  )
}
