import type { WallRow, WallView } from '../../../domain/overview/wall-view.ts'
import { dayOf } from '../../../domain/time/time.ts'
import { placeName, unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { dayAndMonth } from '../../words/dates.ts'
import { useWallWords } from '../../words/wall/use-wall-words.ts'
import { useWords } from '../../words/words.tsx'

/** What ends today and next: meetings, drills, shifts and steps alike, by kind, place and number. */
export function WallNext({ view }: { view: WallView }) {
  const words = useWallWords()
  return (
    <section className="wall-card wall-next" aria-labelledby="wall-next">
      <header className="wall-card-head">
        <h2 id="wall-next">{words.next}</h2>
      </header>
      {view.next.length === 0 && <p className="wall-none">{words.noneNext}</p>}
      <dl>
        {view.next.map((row) => (
          <Row key={row.reference} row={row} today={dayOf(view.now)} />
        ))}
      </dl>
    </section>
  )
}

function Row({ row: { kind, reference, placeUnitId, unitId, dueOn }, today }: { row: WallRow; today: string }) {
  const { say, locale } = useWords()
  const words = useWallWords()
  const { directory, kinds } = useOffice()
  const named = kinds.find(({ id }) => id === kind)
  const place = placeName(directory, placeUnitId, say) || unitName(directory, unitId, say)
  return (
    <div>
      <dt>{dueOn === undefined || dueOn === today ? words.today : dayAndMonth(dueOn, locale)}</dt>
      <dd>
        {named ? say(named.short) : kind} {place} <span>{reference}</span>
      </dd>
    </div>
  )
}
