import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import type { Counted } from '../../../domain/counts/count-row.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { useMapWords } from '../../words/map/use-map-words.ts'
import { useWords } from '../../words/words.tsx'
import { kindQuery } from './map-api.ts'
import { type Days, daysOf, MAP_PERIODS, type MapPeriod, periodNamed } from './map-period.ts'
import type { MapSearch } from './map-search.ts'

/** What is counted most; the others would need a page of their own to be read. */
const OFFERED: readonly Counted[] = ['opened', 'closed', 'late', 'open', 'overdue']

/** What is counted, of which matters, in which time, and how it is shown. */
export function MapFilters({ search, days, go }: { search: MapSearch; days: Days; go: (next: MapSearch) => void }) {
  const map = useMapWords()
  const { say } = useWords()
  const { kinds, today } = useOffice()
  const { counted = 'opened', kind, by, show } = search
  const { category: _, kind: __, ...others } = search
  return (
    <fieldset className="map-filters no-print" aria-label={map.filters}>
      <Choice
        label={map.counted}
        value={counted}
        options={OFFERED.map((each) => [each, map.countedOf[each]])}
        choose={(value) => go({ ...search, counted: value as Counted })}
      />
      <Choice
        label={map.kind}
        value={kind ?? ''}
        options={[['', map.everyKind], ...kinds.map(({ id, title }) => [id, say(title)] as const)]}
        choose={(value) => go(value ? { ...others, kind: value } : others)}
      />
      {kind && <CategoryChoice kind={kind} search={search} go={go} />}
      <Choice
        label={map.period}
        value={periodNamed(days, today())}
        options={MAP_PERIODS.map((each) => [each, map.periods[each]])}
        choose={(value) => {
          const period = value as MapPeriod
          go({
            ...search,
            ...(period === 'days' ? { ...days, from: `${days.from.slice(0, 8)}02` } : daysOf(period, today())),
          })
        }}
      />
      {periodNamed(days, today()) === 'days' && (
        <>
          <DayField label={map.from} value={days.from} change={(from) => go({ ...search, ...days, from })} />
          <DayField label={map.to} value={days.to} change={(to) => go({ ...search, ...days, to })} />
        </>
      )}
      <Choice
        label={map.by}
        value={by ?? 'place'}
        options={[
          ['place', map.byPlace],
          ['unit', map.byUnit],
        ]}
        choose={(value) => {
          const { by: ___, ...rest } = search
          go(value === 'unit' ? { ...rest, by: 'unit' } : rest)
        }}
      />
      <Choice
        label={map.show}
        value={show ?? 'count'}
        options={[
          ['count', map.count],
          ['rate', map.rate],
        ]}
        choose={(value) => {
          const { show: ___, ...rest } = search
          go(value === 'rate' ? { ...rest, show: 'rate' } : rest)
        }}
      />
    </fieldset>
  )
}

function CategoryChoice({ kind, search, go }: { kind: string; search: MapSearch; go: (next: MapSearch) => void }) {
  const map = useMapWords()
  const { say } = useWords()
  const { rulebook } = useOffice()
  useQuery(kindQuery(kind))
  const categories = Object.entries(procedureOf(rulebook, kind)?.categories ?? {})
  if (categories.length === 0) return null
  const { category, ...rest } = search
  return (
    <Choice
      label={map.category}
      value={category ?? ''}
      options={[['', map.everyCategory], ...categories.map(([id, title]) => [id, say(title)] as const)]}
      choose={(value) => go(value ? { ...rest, category: value } : rest)}
    />
  )
}

type ChoiceProps = {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, text: ReactNode])[]
  readonly choose: (value: string) => void
}

function Choice({ label, value, options, choose }: ChoiceProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value} onChange={({ target }) => choose(target.value)}>
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}

function DayField({ label, value, change }: { label: string; value: string; change: (day: string) => void }) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        className="input"
        required
        value={value}
        onChange={({ target }) => target.value && change(target.value)}
      />
    </div>
  )
}
