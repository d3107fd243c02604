import { useEffect, useState } from 'react'
import type { Clock } from '../../../../domain/procedure/deadline.ts'
import { useOffice } from '../../../client/office.tsx'
import { timeOf } from '../../../words/dates.ts'
import { useWords } from '../../../words/words.tsx'

const MINUTE = 60_000
const TICK = 15_000

/** Hours and minutes left, counting down before one's eyes; or by how much it is late, or when it was done. */
export function BoardClock({ clock, large = false }: { clock: Clock; large?: boolean }) {
  const { words } = useWords()
  const { now } = useOffice()
  const [, tick] = useState(0)
  const runs = clock.state === 'running' || clock.state === 'overdue'
  useEffect(() => {
    if (!runs) return undefined
    const timer = setInterval(() => tick((count) => count + 1), TICK)
    return () => clearInterval(timer)
  }, [runs])
  const late = (clock.endedAt ?? now()) >= clock.dueAt
  if (clock.state === 'cancelled') return <span className="board-clock is-off">{words.board.dropped}</span>
  if (!runs)
    return (
      <span className={`board-clock ${late ? 'is-late' : 'is-done'}`}>
        {late
          ? words.board.doneLate(timeOf(clock.endedAt ?? now()))
          : words.board.doneAt(timeOf(clock.endedAt ?? now()))}
      </span>
    )
  const minutes = Math.floor(Math.abs(Date.parse(clock.dueAt) - Date.parse(now())) / MINUTE)
  const length = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
  const className = `board-clock ${late ? 'is-late' : minutes < 15 ? 'is-soon' : ''}${large ? ' is-large' : ''}`
  return (
    <time className={className} dateTime={clock.dueAt} title={words.board.until(timeOf(clock.dueAt))}>
      {late ? words.board.late(length) : words.board.left(length)}
    </time>
  )
}
