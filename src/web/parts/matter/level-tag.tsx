import { LEVELS, type Level } from '../../../domain/matter/level.ts'
import { levelName } from '../../../domain/wording/level-names.ts'
import { useOffice } from '../../client/office.tsx'
import { useWords } from '../../words/words.tsx'
import './level-tag.css'

const SHAPES = {
  octagon: <path d="M4.1 1h5.8L14 5.1v5.8L9.9 15H4.1L0 10.9V5.1z" />,
  diamond: <path d="m7 .5 7 7-7 7-7-7z" />,
  triangle: <path d="M7 1.5 13.5 13.5H.5z" />,
  circle: <circle cx="7" cy="8" r="6" />,
} as const

/** The level's shape alone, for lists; `named` gives it the word for screen readers. */
export function LevelShape({ level, size, named, of }: { level: Level; size: 11 | 14; named: boolean; of?: string }) {
  const name = useLevelName(level, of)
  const { rank, shape } = LEVELS[level]
  return (
    <>
      <svg
        width={size}
        height={size}
        viewBox="-1 0 16 16"
        style={{ fill: `var(--lv-${rank}-fill)`, stroke: `var(--lv-${rank}-edge)` }}
        aria-hidden="true"
      >
        {SHAPES[shape]}
      </svg>
      {named && <span className="hidden">{name}</span>}
    </>
  )
}

/** In the words of its kind, where there are some. */
function useLevelName(level: Level, of: string | undefined): string {
  const { say } = useWords()
  const { kinds } = useOffice()
  return say(levelName(level, kinds.find(({ id }) => id === of)?.levels))
}

/** Level as colour, shape and word, always all three; `of` which kind of matter. */
export function LevelTag({ level, of }: { level: Level; of?: string }) {
  const name = useLevelName(level, of)
  const { rank } = LEVELS[level]
  return (
    <span
      className="level-tag"
      style={{
        color: `var(--lv-${rank}-text)`,
        background: `var(--lv-${rank}-tint)`,
        borderColor: `var(--lv-${rank}-line)`,
      }}
    >
      <LevelShape level={level} size={11} named={false} />
      {name}
    </span>
  )
}
