import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { HandOverView } from '../../../domain/views/team-view.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { newUuid, undoHandOver } from '../../client/team/team-api.ts'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { momentText } from '../../words/dates.ts'
import { useTeamWords } from '../../words/use-team-words.ts'
import { useWords } from '../../words/words.tsx'
import { Staying } from './staying.tsx'

/** What was handed over lately, what stayed, and the way back. */
export function HandOvers({ handOvers }: { handOvers: readonly HandOverView[] }) {
  const team = useTeamWords()
  if (handOvers.length === 0) return null
  const undone = handOvers.flatMap(({ undoes }) => undoes ?? [])
  return (
    <section className="card team-hand-overs" aria-labelledby="hand-overs">
      <header className="card-head">
        <h2 id="hand-overs">{team.latest}</h2>
      </header>
      <ul>
        {handOvers.map((each) => (
          <Item key={each.id} act={each} mayUndo={each.moved > 0 && !each.undoes && !undone.includes(each.id)} />
        ))}
      </ul>
    </section>
  )
}

function Item({ act, mayUndo }: { act: HandOverView; mayUndo: boolean }) {
  const team = useTeamWords()
  const { say, locale } = useWords()
  const { directory, today } = useOffice()
  const client = useQueryClient()
  const undo = useMutation({
    mutationFn: () => undoHandOver(act.id, { id: newUuid(), reason: team.undoReason }),
    onSettled: () => client.invalidateQueries({ queryKey: ['team'] }),
  })
  const seat = (postId: string) => {
    const post = directory.posts[postId]
    return post ? `${unitName(directory, post.unitId, say)} ${say(post.title)}` : postId
  }
  const done = act.moved + act.stays.length
  return (
    <li>
      <b>{team.route(seat(act.from), seat(act.to))}</b>{' '}
      <span>{act.finishedAt ? team.done(act.moved) : team.progress(done, act.all)}</span>
      <small className="hint">
        {momentText(act.at, today(), locale)} · {act.reason}
      </small>
      <Staying stays={act.stays} />
      {mayUndo && act.finishedAt && (
        <button type="button" className="button" disabled={undo.isPending} onClick={() => undo.mutate()}>
          {team.undo}
        </button>
      )}
      {undo.error && <ErrorCard error={undo.error} retry={() => undo.mutate()} />}
    </li>
  )
}
