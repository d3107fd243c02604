import type { WarningsView } from '../../../domain/warnings/warning-view.ts'
import { dayAndMonth, longDay } from '../../words/dates.ts'
import { useWarningsWords } from '../../words/warnings/use-warnings-words.ts'
import { useWords } from '../../words/words.tsx'

/** Stretches that are named; older ones are told by their number. */
const NAMED = 3

/** Which nights nobody judged, and which were judged late: a quiet page must not pass for a quiet county. */
export function MissedNights({ view: { missed, clockAhead, judgedUntil } }: { readonly view: WarningsView }) {
  const { nights } = useWarningsWords()
  const { locale } = useWords()
  const ahead = clockAhead && judgedUntil
  if (!ahead && missed.length === 0) return null
  const named = missed.slice(-NAMED).reverse()
  return (
    <ul className="card card-body warnings-missed">
      {ahead && <li>{nights.ahead(longDay(judgedUntil, locale))}</li>}
      {named.map(({ from, to, judgedOn }) => {
        const span =
          from === to ? dayAndMonth(from, locale) : nights.span(dayAndMonth(from, locale), dayAndMonth(to, locale))
        return <li key={from}>{judgedOn ? nights.late(span, dayAndMonth(judgedOn, locale)) : nights.missed(span)}</li>
      })}
      {missed.length > NAMED && <li className="muted">{nights.more(missed.length - NAMED)}</li>}
    </ul>
  )
}
