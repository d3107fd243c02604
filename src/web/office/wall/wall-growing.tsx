import { useQuery } from '@tanstack/react-query'
import { useKeyNames } from '../../parts/counted/use-key-names.ts'
import { Icon } from '../../theme/icon.tsx'
import { useWallWords } from '../../words/wall/use-wall-words.ts'
import { growingQuery } from '../overview/overview-api.ts'

const SHOWN = 3
const HALF_HOUR = 1_800_000

/** What came in unusually often in the last whole week. */
export function WallGrowing() {
  const words = useWallWords()
  const names = useKeyNames()
  const { data } = useQuery({ ...growingQuery({}), refetchInterval: HALF_HOUR, refetchIntervalInBackground: true })
  return (
    <section className="wall-card wall-growing" aria-labelledby="wall-growing">
      <header className="wall-card-head">
        <h2 id="wall-growing">{words.growing}</h2>
      </header>
      {data?.rows.length === 0 && (
        <p className="wall-none">{data.judged === 0 ? words.tooLittle : words.noneGrowing}</p>
      )}
      <ul className="wall-rows">
        {data?.rows.slice(0, SHOWN).map(({ category, unitId = '', count, usual }) => (
          <li key={category ?? unitId}>
            <span className="wall-level wall-signal">
              <Icon name="overview" size={24} />
            </span>
            <div>
              <b>{category ? names('category', category) : names('unit', unitId)}</b>
              <p>{words.usual(count, usual)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
