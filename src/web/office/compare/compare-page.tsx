import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { CompareView, IndicatorsView } from '../../../domain/compare/compare-view.ts'
import { periodName } from '../../../domain/indicators/named-period.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { Tabs } from '../../parts/shell/tabs.tsx'
import { useTitle } from '../../parts/shell/use-title.ts'
import { useCompareWords } from '../../words/compare/use-compare-words.ts'
import { useWords } from '../../words/words.tsx'
import { BehindPart } from './behind-part.tsx'
import { Choices } from './choices.tsx'
import { compareQuery, indicatorsQuery } from './compare-api.ts'
import type { CompareSearch } from './compare-search.ts'
import { CountedKinds } from './counted-kinds.tsx'
import { DefinitionPart } from './definition-part.tsx'
import { FunnelPicture } from './funnel-picture.tsx'
import { IndicatorEditor } from './indicator-editor.tsx'
import { shownValue } from './shown-value.ts'
import { SignsPart } from './signs-part.tsx'
import { UnitsTable } from './units-table.tsx'
import './compare.css'

/** Units beside each other: whether a difference is more than chance, and never who is first. */
export function ComparePage() {
  const words = useCompareWords()
  const search = useSearch({ from: '/compare' })
  const navigate = useNavigate({ from: '/compare' })
  const { data: known, error, refetch } = useQuery(indicatorsQuery)
  useTitle(words.title)
  const tab = search.tab ?? 'units'
  const choose = (id: string) => {
    const { tab: _, line: _l, measure: _m, sign: _s, page: _p, ...rest } = search
    void navigate({ search: id === 'units' ? rest : { ...rest, tab: id as 'signs' | 'indicators' } })
  }
  return (
    <div className="page compare">
      <header>
        <h1>{words.title}</h1>
        <p className="muted">{words.lead}</p>
      </header>
      <Tabs
        label={words.tabs}
        panel="compare-panel"
        current={tab}
        choose={choose}
        tabs={(['units', 'signs', 'indicators'] as const).map((id) => ({ id, title: words[id] }))}
      />
      <div id="compare-panel" role="tabpanel" aria-labelledby={`compare-panel-${tab}`} className="compare-panel">
        {error ? (
          <ErrorCard error={error} retry={() => void refetch()} />
        ) : !known ? (
          <Skeleton rows={6} height={56} />
        ) : tab === 'indicators' ? (
          <IndicatorEditor known={known} />
        ) : (
          <>
            {!search.line && <Choices known={known} search={search} hasIndicator={tab === 'units'} />}
            <Shown known={known} search={search} />
          </>
        )}
      </div>
    </div>
  )
}

function Shown({ known, search }: { known: IndicatorsView; search: CompareSearch }) {
  const { say } = useWords()
  const titles = known.indicators.flatMap(([newest]) => (newest ? [newest] : []))
  const indicator = titles.find(({ id }) => id === (search.indicator ?? 'on-time'))
  if (search.line) {
    const measure = known.measures.find(({ id }) => id === search.measure)
    const name = measure ? say(measure.title) : indicator ? say(indicator.title) : ''
    return <BehindPart search={search} name={name} />
  }
  return search.tab === 'signs' ? <SignsPart search={search} /> : <Units search={search} />
}

function Units({ search }: { search: CompareSearch }) {
  const { data, error, refetch } = useQuery(compareQuery(search))
  if (error) return <ErrorCard error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton rows={8} height={48} />
  return (
    <>
      <Verdict view={data} />
      <div className={data.funnel ? 'compare-two' : ''}>
        {data.funnel && <FunnelPicture view={data} funnel={data.funnel} />}
        <UnitsTable view={data} search={search} />
      </div>
    </>
  )
}

function Verdict({ view }: { view: CompareView }) {
  const words = useCompareWords()
  const { say } = useWords()
  const { directory, kinds } = useOffice()
  const { numerator, denominator, value } = view.whole
  const title = words.exampleTitle(say(view.indicator.title), say(periodName(view.period.name)))
  return (
    <section className="card compare-verdict" aria-label={words.reading}>
      <p className="compare-sentence">{say(view.sentence)}</p>
      <p>
        {say(view.indicator.title)} · {say(periodName(view.period.name))} ·{' '}
        {words.whole(unitName(directory, view.unitId, say))} <strong>{shownValue(value, view)}</strong>
        {numerator !== null && denominator !== null && <> ({words.of(numerator, denominator)})</>}
        {kinds.some(({ id }) => id === 'lesson') && (
          <>
            {' · '}
            <Link
              to="/matters/new/$procedure"
              params={{ procedure: 'lesson' }}
              search={{ title, text: say(view.sentence) }}
              className="no-print"
            >
              {words.example}
            </Link>
          </>
        )}
      </p>
      <CountedKinds kinds={view.kinds} sight={view.sight} />
      <DefinitionPart view={view} />
    </section>
  )
}
