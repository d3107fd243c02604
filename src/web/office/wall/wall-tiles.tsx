import type { UnitLine } from '../../../domain/overview/overview-view.ts'
import type { WallView } from '../../../domain/overview/wall-view.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { LevelShape } from '../../parts/matter/level-tag.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useWallWords } from '../../words/wall/use-wall-words.ts'
import { useWords } from '../../words/words.tsx'

/** More than this cannot be read from five metres. */
const MOST_TILES = 30

/** Every unit that has something open, in the order of the administration. */
export function WallTiles({ view }: { view: WallView }) {
  const words = useWallWords()
  const open = view.units.filter((line) => line.open > 0)
  const shown = open.slice(0, MOST_TILES)
  const quiet = view.units.length - shown.length
  const columns = shown.length <= 12 ? 'is-few' : shown.length <= 20 ? 'is-some' : 'is-many'
  return (
    <section className="wall-card" aria-labelledby="wall-tiles">
      <header className="wall-card-head">
        <h2 id="wall-tiles">{words.tiles}</h2>
        <p>
          <LevelShape level="major" size={14} named={false} /> {words.sums.major}
          <Icon name="alert" size={18} /> {words.sums.overdue}
          <span>{words.tilesHint}</span>
        </p>
      </header>
      {shown.length === 0 && <p className="wall-none">{words.noTiles}</p>}
      <ul className={`wall-tiles ${columns}`}>
        {shown.map((line) => (
          <Tile key={line.unitId} line={line} />
        ))}
      </ul>
      {quiet > 0 && shown.length > 0 && <p className="wall-note">{words.quiet(quiet)}</p>}
    </section>
  )
}

function Tile({ line }: { line: UnitLine }) {
  const { say } = useWords()
  const words = useWallWords()
  const { directory } = useOffice()
  const { open, overdue, major } = line
  return (
    <li className={major > 0 ? 'wall-tile is-red' : 'wall-tile'}>
      <span className="wall-tile-name">{unitName(directory, line.unitId, say)}</span>
      <b>{open.toLocaleString('en')}</b>
      <span className="wall-tile-red">
        {major > 0 && (
          <span>
            <LevelShape level="major" size={14} named={false} />
            <span aria-hidden="true">{major}</span>
            <span className="hidden">{words.majorOf(String(major))}</span>
          </span>
        )}
        {overdue > 0 && (
          <span>
            <Icon name="alert" size={18} />
            <span aria-hidden="true">{overdue}</span>
            <span className="hidden">{words.overdueOf(String(overdue))}</span>
          </span>
        )}
      </span>
    </li>
  )
}
