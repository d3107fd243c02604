import { daysOverdue } from '../../../domain/bulletins/figures.ts'
import type { WallRow, WallView } from '../../../domain/overview/wall-view.ts'
import { placeName, unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { LevelShape } from '../../parts/matter/level-tag.tsx'
import { Icon } from '../../theme/icon.tsx'
import { dayAndMonth } from '../../words/dates.ts'
import { useWallWords } from '../../words/wall/use-wall-words.ts'
import { useWords } from '../../words/words.tsx'

/** What has room above the warnings. */
const SHOWN = 6

/** The most urgent, by kind, place and number: what people wrote of it stays in its page. */
export function WallUrgent({ view }: { view: WallView }) {
  const words = useWallWords()
  return (
    <section className="wall-card" aria-labelledby="wall-urgent">
      <header className="wall-card-head">
        <h2 id="wall-urgent">{words.urgent}</h2>
      </header>
      {view.urgent.length === 0 && <p className="wall-none">{words.noneUrgent}</p>}
      <ul className="wall-rows">
        {view.urgent.slice(0, SHOWN).map((row) => (
          <Urgent key={row.reference} row={row} now={view.now} />
        ))}
      </ul>
    </section>
  )
}

function Urgent({ row, now }: { row: WallRow; now: string }) {
  const { say, locale } = useWords()
  const words = useWallWords()
  const { directory, kinds } = useOffice()
  const kind = kinds.find(({ id }) => id === row.kind)
  const unit = unitName(directory, row.unitId, say)
  const place = placeName(directory, row.placeUnitId, say) || unit
  return (
    <li>
      <span className="wall-level">{row.level && <LevelShape level={row.level} size={14} named of={row.kind} />}</span>
      <div>
        <b>
          {kind ? say(kind.short) : row.kind} {place}
        </b>
        <p>
          <span>{row.reference}</span>
          {unit !== place && <span>{unit}</span>}
          {row.overdueSince ? (
            <span className="wall-late">
              <Icon name="alert" size={18} />
              {words.late(daysOverdue({ overdueSince: row.overdueSince }, { at: now }))}
            </span>
          ) : (
            <span>{row.dueOn ? words.due(dayAndMonth(row.dueOn, locale)) : words.noDue}</span>
          )}
        </p>
      </div>
    </li>
  )
}
