import type { LimitParts } from '../../../../engine/time/limit-parts.ts'
import { useWords } from '../../../words/words.tsx'

const PIECES = ['used', 'excluded', 'left', 'late'] as const

/** Used, left out, left and late as one line. Each piece has its number below it in words: the line itself says nothing alone. */
export function LimitBar({ parts }: { parts: LimitParts }) {
  const { words } = useWords()
  const pieces = PIECES.filter((piece) => parts[piece] > 0)
  return (
    <>
      <div className="limit-bar" aria-hidden="true">
        {pieces.map((piece) => (
          <span key={piece} className={`limit-piece is-${piece}`} style={{ flexGrow: parts[piece] }} />
        ))}
      </div>
      <dl className="limit-key">
        {[...pieces, ...(parts.extended > 0 ? (['extended'] as const) : [])].map((piece) => (
          <div key={piece}>
            <dt>
              <span className={`limit-dot is-${piece}`} aria-hidden="true" />
              {words.limit[piece]}
            </dt>
            <dd>{words.period.calendarDay(parts[piece])}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
