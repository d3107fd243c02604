import { LEVELS } from '../../../domain/matter/level.ts'
import { CHANNELS } from '../../../domain/matter/matter.ts'
import { placeName } from '../../client/names.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { unitOptions } from '../../client/unit-options.ts'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import { DueFilter } from './due-filter.tsx'
import { FilterChip, type FilterOption } from './filter-chip.tsx'
import { isFiltered, kindsAlone, type LedgerSearch } from './ledger-search.ts'

type Name = 'work' | 'crossing' | 'exercise' | 'place' | 'unit' | 'category' | 'level' | 'group' | 'state' | 'channel'

/** Chips “name value”; a chosen one is tinted and has a cross. */
export function Filters({ search, go }: { search: LedgerSearch; go: (next: LedgerSearch) => void }) {
  const { words, say } = useWords()
  const { directory, rulebook } = useOffice()
  const kind = search.procedure ? procedureOf(rulebook, search.procedure) : undefined
  const units = unitOptions(directory, say)
  const named = (entries: readonly (readonly [string, string])[]): FilterOption[] =>
    entries.map(([value, title]) => ({ value, title }))
  const filters: readonly (readonly [Name, FilterOption[], string?])[] = [
    [
      'work',
      named([
        ['mine', words.matters.workMine],
        ['sent', words.matters.workSent],
        ['sponsored', words.matters.workSponsored],
      ]),
    ],
    ['place', units, placeName(directory, search.place, say)],
    ['unit', units, placeName(directory, search.unit, say)],
    ...(kind
      ? [['category', named(Object.entries(kind.categories).map(([id, title]) => [id, say(title)]))] as const]
      : []),
    ['level', named(Object.entries(LEVELS).map(([id, { title }]) => [id, say(title)]))],
    ['group', named(Object.entries({ notDone: words.matters.notDone, ...words.group }))],
    ...(kind
      ? [['state', named(Object.entries(kind.states).map(([id, { title }]) => [id, say(title)]))] as const]
      : []),
    ['channel', named(CHANNELS.map((id) => [id, words.channel[id]]))],
    [
      'crossing',
      named([
        ['away', words.matters.crossingAway],
        ['came', words.matters.crossingCame],
      ]),
    ],
    ['exercise', named([['only', words.matters.exerciseOnly]])],
  ]
  const set = (name: Name, value: string | undefined) => {
    const { [name]: _, panel: __, ...rest } = search
    go(value === undefined ? rest : { ...rest, [name]: value })
  }
  return (
    <fieldset className="filters">
      <legend className="hidden">{words.matters.filters}</legend>
      {filters.map(([name, options, shown]) => (
        <FilterChip
          key={name}
          name={words.matters[name]}
          value={search[name]}
          shown={shown || options.find(({ value }) => value === search[name])?.title}
          options={options}
          choose={(value) => set(name, value)}
        />
      ))}
      <DueFilter search={search} go={go} />
      {search.sweep && search.figure && (
        <TextChip
          name={words.coverage.behind}
          text={`${search.sweep} · ${{ ...words.coverage.figures, ...words.cameBack.figures }[search.figure]}`}
          clear={() => go(withoutSweep(search))}
        />
      )}
      {search.text && <TextChip name={words.matters.text} text={search.text} clear={() => go(withoutText(search))} />}
      {search.pointsTo && (
        <TextChip name={words.matters.pointsTo} text={search.pointsTo} clear={() => go(withoutRecord(search))} />
      )}
      {isFiltered(search) && (
        <button type="button" className="link-button" onClick={() => go(kindsAlone(search))}>
          {words.matters.clear}
        </button>
      )}
      <span className="hint filters-hint">{words.matters.inAddress}</span>
    </fieldset>
  )
}

const withoutSweep = ({ sweep: _, figure: __, panel: ___, ...rest }: LedgerSearch): LedgerSearch => rest

const withoutText = ({ text: _, panel: __, ...rest }: LedgerSearch): LedgerSearch => rest
const withoutRecord = ({ pointsTo: _, panel: __, ...rest }: LedgerSearch): LedgerSearch => rest

function TextChip({ name, text, clear }: { name: string; text: string; clear: () => void }) {
  const { words } = useWords()
  return (
    <span className="filter is-set">
      <span>{name}</span> <b>{text}</b>
      <button type="button" className="filter-clear" aria-label={words.matters.clearOne(name)} onClick={clear}>
        <Icon name="close" size={14} />
      </button>
    </span>
  )
}
