import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { WallView } from '../../../domain/overview/wall-view.ts'
import { applyTheme, storedTheme } from '../../client/use-theme.ts'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Starting } from '../../parts/shell/starting.tsx'
import { useTitle } from '../../parts/shell/use-title.ts'
import { useWallWords } from '../../words/wall/use-wall-words.ts'
import { wallQuery } from './wall-api.ts'
import { WallDuty } from './wall-duty.tsx'
import { WallFlow } from './wall-flow.tsx'
import { WallFoot } from './wall-foot.tsx'
import { WallGrowing } from './wall-growing.tsx'
import { WallHead } from './wall-head.tsx'
import { WallNext } from './wall-next.tsx'
import { WallSums } from './wall-sums.tsx'
import { WallTiles } from './wall-tiles.tsx'
import { WallUrgent } from './wall-urgent.tsx'
import './wall.css'

/** One dark page for the command room: counts, units and numbers of matters; it renews itself and stays when the server goes. */
export function WallPage() {
  const words = useWallWords()
  const { data, error, refetch, dataUpdatedAt } = useQuery(wallQuery)
  useTitle(words.title)
  useDark()
  if (!data)
    return (
      <main id="content" className="wall-waits">
        {error ? <ErrorCard error={error} retry={() => void refetch()} /> : <Starting />}
      </main>
    )
  return <Wall view={data} heardAt={dataUpdatedAt} />
}

function Wall({ view, heardAt }: { view: WallView; heardAt: number }) {
  const now = useClock(view, heardAt)
  return (
    <main id="content" className="wall">
      <WallHead view={view} now={now} />
      <div className="wall-columns">
        <div className="wall-left">
          <WallSums view={view} />
          <WallDuty />
          <WallNext view={view} />
        </div>
        <div className="wall-middle">
          <WallTiles view={view} />
          <WallFlow view={view} />
        </div>
        <div className="wall-right">
          <WallUrgent view={view} />
          <WallGrowing />
        </div>
      </div>
      <WallFoot view={view} now={now} />
    </main>
  )
}

/** The room is dark, whatever the reader's theme: it comes back when one leaves. */
function useDark() {
  useEffect(() => {
    applyTheme('dark')
    return () => applyTheme(storedTheme())
  }, [])
}

const TICK_MS = 5_000

/** The server's time now, in ms, by what it said last and how long ago that was. */
function useClock({ now }: WallView, heardAt: number): number {
  const [here, setHere] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setHere(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return Date.parse(now) + Math.max(0, here - heardAt)
}
