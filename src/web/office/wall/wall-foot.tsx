import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { WallView } from '../../../domain/overview/wall-view.ts'
import { dayOf } from '../../../domain/time/time.ts'
import { AnlanError } from '../../../domain/wording/errors.ts'
import { Icon } from '../../theme/icon.tsx'
import { dayAndMonth, timeOf } from '../../words/dates.ts'
import { useWallWords } from '../../words/wall/use-wall-words.ts'
import { useWords } from '../../words/words.tsx'
import { wallQuery } from './wall-api.ts'

const MINUTE = 60_000
/** One minute may be missed without anything being wrong. */
const STALE_MINUTES = 3

/** Of when the numbers are; in plain words when they are old, and why. */
export function WallFoot({ view, now }: { view: WallView; now: number }) {
  const words = useWallWords()
  const { locale } = useWords()
  const whenOf = (at: string) =>
    dayOf(at) === dayOf(view.now) ? timeOf(at) : `${dayAndMonth(dayOf(at), locale)} ${timeOf(at)}`
  return (
    <footer className="wall-foot">
      <p role="status">
        <State view={view} now={now} />
      </p>
      {view.log && (
        <p className="wall-log">
          {words.log(view.log.size.toLocaleString('en'), whenOf(view.log.at))}
          {view.log.witnessedAt ? words.witnessed(whenOf(view.log.witnessedAt)) : words.notWitnessed}
        </p>
      )}
      <nav>
        {document.fullscreenEnabled && (
          <button type="button" onClick={() => void document.documentElement.requestFullscreen()}>
            {words.full}
          </button>
        )}
        <Link to="/">{words.leave}</Link>
      </nav>
    </footer>
  )
}

function State({ view, now }: { view: WallView; now: number }) {
  const words = useWallWords()
  const { error } = useQuery(wallQuery)
  const time = timeOf(view.now)
  const minutes = Math.floor((now - Date.parse(view.now)) / MINUTE)
  if (error instanceof AnlanError && error.code === 'sign-in-required')
    return (
      <span className="wall-late">
        <Icon name="alert" size={24} />
        {words.ended(time)} <a href="/wall">{words.signIn}</a>
      </span>
    )
  if (minutes < STALE_MINUTES) return words.asAt(time)
  return (
    <span className="wall-late">
      <Icon name="alert" size={24} />
      {words.stale(time, minutes)}
    </span>
  )
}
