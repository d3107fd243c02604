import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ForecastView, LEAST_WEEKS } from '../../../domain/forecast/forecast-view.ts'
import { useForecastWords } from '../../words/forecast/use-forecast-words.ts'
import { useWords } from '../../words/words.tsx'
import { comingQuery } from './forecast-api.ts'
import { plain } from './forecast-card.tsx'

/** What is to be expected in four weeks, in one line, or that nothing better than "as now" can be said; it leads to the forecast. */
export function ComingLine({ unit }: { unit: string | undefined }) {
  const words = useForecastWords()
  const { words: all, locale } = useWords()
  const { data, error } = useQuery(comingQuery(unit))
  // The overview stands without it: it comes when it is reckoned, and keeps its place until then.
  if (error) return null
  const sentences = data ? comingSentences(data, words.coming) : [words.coming.reckoning]
  return (
    <p className="overview-sentence is-coming" role="status">
      {sentences.map((sentence, at) => `${at > 0 && locale === 'en' ? ' ' : ''}${sentence}${all.stop}`)}{' '}
      <Link to="/forecast" search={unit ? { unit } : {}} className="no-print">
        {words.coming.more}
      </Link>
    </p>
  )
}

/** One sentence for both figures where nothing can be said of either, else one for each. */
export function comingSentences({ ahead }: Pick<ForecastView, 'ahead'>, words: ComingWords): string[] {
  const week = ahead[LEAST_WEEKS - 1]
  if (!week) return []
  const { open, overdue } = week
  if (!open.said && !overdue.said) return [words.silent[open.silent ?? 'too-little-history']]
  return (['open', 'overdue'] as const).map((what) => {
    const { said } = week[what]
    return said ? words.said[what](plain(said.value), said.lower, said.upper) : words.asNow[what]
  })
}

type ComingWords = ReturnType<typeof useForecastWords>['coming']
