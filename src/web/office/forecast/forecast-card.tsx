import { useMemo } from 'react'
import type { ForecastFigure, ForecastView } from '../../../domain/forecast/forecast-view.ts'
import { Chart } from '../../parts/chart/chart.tsx'
import { dayAndMonth } from '../../words/dates.ts'
import type { ForecastWords } from '../../words/forecast/forecast.zh.ts'
import { useForecastWords } from '../../words/forecast/use-forecast-words.ts'
import { useWords } from '../../words/words.tsx'
import { forecastOption, type What } from './forecast-option.ts'

/** One figure: what is said of it in a sentence, how far that can be trusted, and the weeks before and after. */
export function ForecastCard({ view, what }: { view: ForecastView; what: What }) {
  const words = useForecastWords()
  const { locale } = useWords()
  const sentences = sentencesOf(view, what, words)
  const days = useMemo(
    () => [...view.past, ...view.ahead].map(({ day }) => dayAndMonth(day, locale)),
    [view.past, view.ahead, locale],
  )
  const option = useMemo(() => forecastOption(view, what, days, words), [view, what, days, words])
  const rows = [
    ...view.past.map((week, at) => [days[at] ?? '', week[what], '', '']),
    ...view.ahead.map((week, at) => {
      const { said } = week[what]
      return [
        days[view.past.length + at] ?? '',
        '',
        said ? plain(said.value) : words.none,
        said ? `${said.lower}–${said.upper}` : '',
      ]
    }),
  ]
  const numbers = { columns: [words.week, words.past, words.ahead, words.range], rows }
  return (
    <section className="card forecast-card" aria-label={words.what[what]}>
      <header className="card-head">
        <h2>{words.what[what]}</h2>
        <span className="hint">{words.now(view.past.at(-1)?.[what] ?? 0)}</span>
      </header>
      <div className="card-body">
        {sentences.map((sentence, at) => (
          <p key={sentence} className={at === 0 ? 'forecast-said' : 'hint'}>
            {sentence}
          </p>
        ))}
        <Chart name={`${words.what[what]}：${sentences[0] ?? ''}`} option={option} numbers={numbers} print="picture" />
      </div>
    </section>
  )
}

/** Whole matters from ten on: a tenth of a matter is no news then. */
export const plain = (value: number) => (value >= 10 ? String(Math.round(value)) : value.toFixed(1))

/** The furthest week of which something is said, how that did before, and from when on nothing is. */
function sentencesOf({ ahead }: ForecastView, what: What, words: ForecastWords): string[] {
  const told = ahead.map((week) => week[what])
  const last = told.findLastIndex(({ said }) => said)
  const figure = told[last]
  if (!figure?.said) {
    const first = told[0]
    return first ? [words.silent[first.silent ?? 'too-little-history'], ...shown(first, words.silentShown)] : []
  }
  const { value, lower, upper } = figure.said
  const gaps = told.slice(0, last).some(({ said }) => !said)
  return [
    words.said(last + 1, plain(value), lower, upper),
    ...shown(figure, words.shown),
    ...(last < told.length - 1 ? [words.silentAfter(last + 1)] : []),
    ...(gaps ? [words.partly] : []),
  ]
}

const shown = ({ tries, error, naiveError }: ForecastFigure, say: ForecastWords['shown']): string[] =>
  error === undefined || naiveError === undefined ? [] : [say(tries, error.toFixed(1), naiveError.toFixed(1))]
