import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { OverviewView } from '../../../domain/overview/overview-view.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { Empty } from '../../parts/shell/empty.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { useTitle } from '../../parts/shell/use-title.ts'
import { Icon } from '../../theme/icon.tsx'
import { momentText } from '../../words/dates.ts'
import { useOverviewWords } from '../../words/overview/use-overview-words.ts'
import { useWords } from '../../words/words.tsx'
import { ComingLine } from '../forecast/coming-line.tsx'
import { FlowCard } from './flow-card.tsx'
import { GrowingCard } from './growing-card.tsx'
import { KindTable } from './kind-table.tsx'
import { OldestCard } from './oldest-card.tsx'
import { overviewQuery } from './overview-api.ts'
import { OverviewSentence } from './overview-sentence.tsx'
import { OverviewSumsRow } from './overview-sums.tsx'
import { MajorCard, OverdueCard } from './red-cards.tsx'
import { RhythmCard } from './rhythm-card.tsx'
import { UnitTable } from './unit-table.tsx'
import { WaitingCard } from './waiting-card.tsx'
import './overview.css'

/** What is red and with whom, what came in and went out, what grows, what waits for me: sentences first, then the pictures. */
export function OverviewPage() {
  const words = useOverviewWords()
  const search = useSearch({ from: '/overview' })
  const { data, error, refetch } = useQuery(overviewQuery(search))
  useTitle(words.title)
  return (
    <div className="page overview">
      <Head view={data} />
      {error ? (
        <ErrorCard error={error} retry={() => void refetch()} />
      ) : data ? (
        <Content view={data} />
      ) : (
        <Skeleton rows={8} height={56} />
      )}
    </div>
  )
}

function Head({ view }: { view: OverviewView | undefined }) {
  const words = useOverviewWords()
  const { locale } = useWords()
  const { today } = useOffice()
  return (
    <header className="overview-head">
      <h1>{words.title}</h1>
      <UnitPick />
      {view && <span className="hint">{words.asAt(momentText(view.now, today(), locale))}</span>}
      <button type="button" className="button" onClick={() => print()}>
        <Icon name="print" size={16} />
        {words.print}
      </button>
    </header>
  )
}

/** The own unit and those right below it, and where one has gone down to. */
function UnitPick() {
  const words = useOverviewWords()
  const { say } = useWords()
  const { directory, actor } = useOffice()
  const { unit = actor.unitId } = useSearch({ from: '/overview' })
  const navigate = useNavigate({ from: '/overview' })
  const path = directory.units[unit]?.path ?? ''
  const shown = Object.values(directory.units).filter(
    ({ id, parentId, path: own }) =>
      id === actor.unitId || parentId === unit || parentId === actor.unitId || path.startsWith(own),
  )
  return (
    <select
      className="input overview-unit"
      aria-label={words.ofUnit}
      value={unit}
      onChange={({ target }) =>
        void navigate({ search: target.value === actor.unitId ? {} : { unit: target.value }, resetScroll: false })
      }
    >
      {shown.map(({ id }) => (
        <option key={id} value={id}>
          {unitName(directory, id, say)}
        </option>
      ))}
    </select>
  )
}

function Content({ view }: { view: OverviewView }) {
  const words = useOverviewWords()
  const { unit } = useSearch({ from: '/overview' })
  if (view.days.length === 0 && view.all.open === 0) return <Empty title={words.empty} text={words.emptyText} />
  return (
    <>
      <OverviewSentence view={view} />
      <ComingLine unit={unit} />
      <OverviewSumsRow view={view} />
      <div className="overview-columns">
        <div className="overview-main">
          <div className="overview-pair">
            <OverdueCard view={view} />
            <MajorCard view={view} />
          </div>
          <FlowCard view={view} />
          <UnitTable view={view} />
        </div>
        <div className="overview-aside">
          <WaitingCard />
          <GrowingCard />
          <OldestCard view={view} />
          <KindTable view={view} />
        </div>
      </div>
      <RhythmCard view={view} />
    </>
  )
}
