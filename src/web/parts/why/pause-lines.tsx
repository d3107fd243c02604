import type { Derivation } from '../../../engine/why/derivation.ts'
import { dayAndMonth, longDay } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'

/** Which days were left out, why, and by which paper. */
export function PauseLines({ derivation }: { derivation: Derivation }) {
  const { words, locale } = useWords()
  const say = words.derivation
  const unit = derivation.unit ?? 'calendarDay'
  return derivation.pauses.map(({ firstDay, lastDay, days, reason, document }) => (
    <div key={firstDay}>
      <p>
        {lastDay
          ? say.pauseLine(daysText(firstDay, lastDay), bare(reason), words.period[unit](days))
          : say.pauseOpen(longDay(firstDay, locale), bare(reason))}
      </p>
      {document && <p className="hint">{document}</p>}
    </div>
  ))

  function daysText(from: string, to: string): string {
    return from === to ? dayAndMonth(from, locale) : say.range(dayAndMonth(from, locale), dayAndMonth(to, locale))
  }
}

/** A reason goes on inside our sentence: its own full stop goes. */
const bare = (reason: string) => reason.replace(/[。．.，,；;\s]+$/, '')

/** By how much the time was lengthened, and why. */
export function ExtensionLines({ derivation }: { derivation: Derivation }) {
  const { words } = useWords()
  return derivation.extensions.map(({ period, reason, at }) => (
    <p key={at}>{words.derivation.extensionLine(words.period[period.unit](period.length), reason)}</p>
  ))
}
