import { LEVELS, type Level } from '../../../domain/matter/level.ts'
import { useWords } from '../../words/words.tsx'
import './level-tag.css'

const SHAPES = {
  octagon: <path d="M4.1 1h5.8L14 5.1v5.8L9.9 15H4.1L0 10.9V5.1z" />,
  diamond: <path d="m7 .5 7 7-7 7-7-7z" />,
  triangle: <path d="M7 1.5 13.5 13.5H.5z" />,
  circle: <circle cx="7" cy="8" r="6" />,
} as const

/** The level's shape alone, for lists; `named` gives it the word for screen readers. */
export function LevelShape({ level, size, named }: { level: Level; size: 11 | 14; named: boolean }) {
  const { say } = useWords()
  const { rank, shape, title } = LEVELS[level]
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
      {named && <span className="hidden">{say(title)}</span>}
    </>
  )
}

/** Level as colour, shape and word, always all three. */
export function LevelTag({ level }: { level: Level }) {
  const { say } = useWords()
  const { rank, title } = LEVELS[level]
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
      {say(title)}
    </span>
  )
}
