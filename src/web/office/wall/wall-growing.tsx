import { useQuery } from '@tanstack/react-query'
import type { WarningCard, WarningsView } from '../../../domain/warnings/warning-view.ts'
import { useKeyNames } from '../../parts/counted/use-key-names.ts'
import { Icon } from '../../theme/icon.tsx'
import { useWallWords } from '../../words/wall/use-wall-words.ts'
import { useWords } from '../../words/words.tsx'
import { growingQuery } from '../overview/overview-api.ts'
import { warningsQuery } from '../warnings/warnings-api.ts'

const SHOWN = 3
const HALF_HOUR = 1_800_000
const often = { refetchInterval: HALF_HOUR, refetchIntervalInBackground: true }

/** Warnings that are not over; where there is none, what came in unusually often in the last whole week. */
export function WallGrowing() {
  const words = useWallWords()
  const { data: warnings } = useQuery({ ...warningsQuery, ...often })
  const { data } = useQuery({ ...growingQuery({}), ...often })
  const open = warnings?.cards.filter(({ stage }) => stage !== 'done') ?? []
  const room = Math.max(SHOWN - open.length, 0)
  const rows = data?.rows.slice(0, room) ?? []
  return (
    <section className="wall-card wall-growing" aria-labelledby="wall-growing">
      <header className="wall-card-head">
        <h2 id="wall-growing">{words.growing}</h2>
      </header>
      {data?.rows.length === 0 && open.length === 0 && (
        <p className="wall-none">{data.judged === 0 ? words.tooLittle : words.noneGrowing}</p>
      )}
      <ul className="wall-rows">
        {open.slice(0, SHOWN).map((card) => (
          <Warned key={card.matterId} card={card} />
        ))}
        {rows.map((row) => (
          <Grown key={row.category ?? row.unitId} {...row} />
        ))}
      </ul>
      {warnings && <Kept view={warnings} />}
    </section>
  )
}

/** A unit or place and a category; of an organisation or a site only what sort it is, since their names may be people's. */
function Warned({ card: { of, what, subject, stage, observed, upper, expected } }: { card: WarningCard }) {
  const words = useWallWords()
  const { say } = useWords()
  const isUnit = subject === 'unit' || subject === 'place'
  return (
    <li>
      <span className="wall-level wall-signal">
        <Icon name="alert" size={24} />
      </span>
      <div>
        <b>
          {isUnit ? say(of) : words.someone[subject]} {say(what)}
        </b>
        <p>
          <span>{words.warned[stage]}</span>
          <span>{words.usual(observed, Math.floor(upper ?? expected))}</span>
        </p>
      </div>
    </li>
  )
}

function Grown({
  category,
  unitId = '',
  count,
  usual,
}: {
  category?: string
  unitId?: string
  count: number
  usual: number
}) {
  const words = useWallWords()
  const names = useKeyNames()
  return (
    <li>
      <span className="wall-level wall-signal">
        <Icon name="overview" size={24} />
      </span>
      <div>
        <b>{category ? names('category', category) : names('unit', unitId)}</b>
        <p>
          <span>{words.lastWeekOnly}</span>
          <span>{words.usual(count, usual)}</span>
        </p>
      </div>
    </li>
  )
}

/** How well the warnings do. */
function Kept({ view: { budget, record } }: { view: WarningsView }) {
  const words = useWallWords()
  return (
    <p className="wall-note">
      {words.kept(budget.falseAlarms, Math.round(budget.allowed))}
      {record.precision && ` ${words.precision(Math.round(100 * record.precision.share))}`}
    </p>
  )
}
