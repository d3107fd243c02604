import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { HandOverPreview } from '../../../domain/views/team-view.ts'
import { holderInFull, unitName } from '../../client/names.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { handOver, handOverQuery, newUuid, previewQuery } from '../../client/team/team-api.ts'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { useTeamWords } from '../../words/use-team-words.ts'
import { useWords } from '../../words/words.tsx'
import { Staying } from './staying.tsx'

const SHORTEST_REASON = 4

/** To whom, what goes and what stays and why, the reason; then how far it is. */
export function HandOverDrawer({ from, close }: { from: string; close: () => void }) {
  const team = useTeamWords()
  const { say } = useWords()
  const { directory } = useOffice()
  const [id] = useState(newUuid)
  const [to, setTo] = useState<string>()
  const [started, setStarted] = useState(false)
  const post = directory.posts[from]
  const seat = `${unitName(directory, post?.unitId, say)} ${post ? say(post.title) : from}`
  return (
    <Drawer title={team.handOverOf(seat)} under={team.under} close={close} width={560}>
      {started ? (
        <Progress id={id} />
      ) : (
        <div className="team-form">
          <label>
            {team.to}
            <select className="input" value={to ?? ''} onChange={({ target }) => setTo(target.value || undefined)}>
              <option value="">{team.choose}</option>
              <Receivers from={from} />
            </select>
          </label>
          {to && <Preview route={{ from, to }} id={id} started={() => setStarted(true)} />}
        </div>
      )}
    </Drawer>
  )
}

/** Posts that somebody holds, unit by unit, the unit of the post itself first. */
function Receivers({ from }: { from: string }) {
  const { say } = useWords()
  const { directory } = useOffice()
  const own = directory.posts[from]?.unitId
  const units = Object.values(directory.units).sort((a, b) => Number(b.id === own) - Number(a.id === own))
  return units.map((unit) => {
    const posts = Object.values(directory.posts).filter(
      (post) => post.unitId === unit.id && post.holder && post.id !== from,
    )
    return posts.length === 0 ? null : (
      <optgroup key={unit.id} label={say(unit.name)}>
        {posts.map((post) => (
          <option key={post.id} value={post.id}>
            {post.holder?.name} · {say(post.title)}
          </option>
        ))}
      </optgroup>
    )
  })
}

function Preview({
  route,
  id,
  started,
}: {
  route: { readonly from: string; readonly to: string }
  id: string
  started: () => void
}) {
  const team = useTeamWords()
  const client = useQueryClient()
  const { data, error, refetch } = useQuery(previewQuery(route))
  const [reason, setReason] = useState('')
  const go = useMutation({
    mutationFn: () => handOver({ id, ...route, reason: reason.trim() }),
    onSuccess: started,
    onSettled: () => client.invalidateQueries({ queryKey: ['team'], exact: true }),
  })
  if (error) return <ErrorCard error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton rows={3} height={40} />
  const count = data.moves.reduce((sum, move) => sum + move.count, 0)
  return (
    <>
      <Moves preview={data} count={count} />
      <Staying stays={data.stays} />
      {count > 0 && (
        <form
          className="team-form"
          onSubmit={(event) => {
            event.preventDefault()
            if (reason.trim().length >= SHORTEST_REASON) go.mutate()
          }}
        >
          <label>
            {team.reason}
            <input
              className="input"
              value={reason}
              required
              minLength={SHORTEST_REASON}
              maxLength={200}
              onChange={({ target }) => setReason(target.value)}
            />
            <small className="hint">{team.reasonHint}</small>
          </label>
          {go.error && <ErrorCard error={go.error} retry={() => go.mutate()} />}
          <button type="submit" className="button is-primary" disabled={go.isPending}>
            {team.go(count)}
          </button>
        </form>
      )}
    </>
  )
}

function Moves({ preview, count }: { preview: HandOverPreview; count: number }) {
  const team = useTeamWords()
  const { say, words } = useWords()
  const { kinds, rulebook } = useOffice()
  if (count === 0) return <p>{team.nothing}</p>
  const nameOf = (id: string) => {
    const kind = kinds.find((each) => each.id === id) ?? procedureOf(rulebook, id)
    return kind ? say(kind.short) : id
  }
  return (
    <p role="status">
      <b>{team.preview(count)}</b>
      {words.colon}
      {preview.moves.map((move) => `${nameOf(move.procedure)} ${move.count}`).join(words.listComma)}
    </p>
  )
}

function Progress({ id }: { id: string }) {
  const team = useTeamWords()
  const { say, locale } = useWords()
  const { directory } = useOffice()
  const { data, error, refetch } = useQuery(handOverQuery(id))
  if (error) return <ErrorCard error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton rows={2} height={40} />
  const done = data.moved + data.stays.length
  return (
    <div className="team-form" role="status">
      <progress max={Math.max(data.all, 1)} value={data.finishedAt ? Math.max(data.all, 1) : done} />
      <p>
        <b>{data.finishedAt ? team.done(data.moved) : team.progress(done, data.all)}</b>{' '}
        {holderInFull(directory, data.to, say, locale)}
      </p>
      <Staying stays={data.stays} />
    </div>
  )
}
