import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { MatterRow } from '../../../domain/views/views.ts'
import type { Locale } from '../../../domain/wording/text.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { countsQuery, ledgerQuery } from '../../client/queries.ts'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { useTitle } from '../../parts/shell/use-title.ts'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import { type Column, useColumns } from './columns.ts'
import { ColumnsMenu } from './columns-menu.tsx'
import { Filters } from './filters.tsx'
import { KindTabs } from './kind-tabs.tsx'
import { LedgerEmpty } from './ledger-empty.tsx'
import { filterOf, isFiltered, kindsAlone, type LedgerSearch } from './ledger-search.ts'
import { LedgerTable } from './ledger-table.tsx'
import { MatterPanel } from './matter-panel.tsx'
import { SatisfactionButton } from './satisfaction.tsx'
import { SavedViews } from './saved-views.tsx'
import { Sheet } from './sheet.tsx'
import './matters.css'

/** The ledger: kinds as tabs, filters in the address, a panel that says who does what now. */
export function MattersPage() {
  const { words, locale, say } = useWords()
  const { kinds, rulebook, session } = useOffice()
  const search = useSearch({ from: '/matters' })
  const navigate = useNavigate({ from: '/matters' })
  const [columns, toggleColumn] = useColumns()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    ledgerQuery(filterOf(search)),
  )
  useTitle(words.matters.title)
  const kind = kinds.find(({ id }) => id === search.procedure)
  const sheet = kind && {
    isShown: search.view === 'sheet',
    filter: { ...filterOf(search), procedure: kind.id },
    name: say(kind.title),
  }
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const first = data?.pages[0]
  const go = (next: LedgerSearch, replace = false) => {
    setSelected(new Set())
    void navigate({ search: next, replace, resetScroll: false })
  }
  const openPanel = (row: MatterRow) => {
    if (search.panel === row.id) void navigate({ to: '/matters/$id', params: { id: row.id } })
    else void navigate({ search: { ...search, panel: row.id }, replace: true, resetScroll: false })
  }
  const found = first?.count ?? 0
  const count = first?.countIsLimit ? words.matters.atLeast(found) : words.matters.found(found.toLocaleString('en'))
  return (
    <div className="page matters">
      <header className="matters-head">
        <h1>{words.matters.title}</h1>
        <span className="muted" aria-live="polite">
          {first && <CountLine search={search} count={count} />}
        </span>
        <SavedViews search={search} go={go} />
        {sheet && procedureOf(rulebook, sheet.filter.procedure)?.reporting && (
          <SatisfactionButton
            procedure={sheet.filter.procedure}
            openedFrom={search.openedFrom}
            openedTo={search.openedTo}
          />
        )}
        {sheet && (
          <button
            type="button"
            className={`button${sheet.isShown ? ' is-outline' : ''}`}
            aria-pressed={sheet.isShown}
            onClick={() => {
              const { view, ...rest } = withoutPanel(search)
              go(view ? rest : { ...rest, view: 'sheet' }, true)
            }}
          >
            <Icon name="columns" size={16} />
            {words.matters.sheet}
          </button>
        )}
        {session.post.roles.some((role) => role === 'clerk' || role === 'triageOfficer') && (
          <Link to="/import" className="button">
            <Icon name="upload" size={16} />
            {words.matters.importLedger}
          </Link>
        )}
        {!sheet?.isShown && <ColumnsMenu chosen={columns} toggle={toggleColumn} />}
      </header>
      <KindTabs search={search} />
      <Filters search={search} go={go} />
      <div className={`matters-body${search.panel ? ' has-panel' : ''}`}>
        <section className="card" aria-label={words.matters.title}>
          {sheet?.isShown ? (
            <Sheet filter={sheet.filter} name={sheet.name} />
          ) : error ? (
            <ErrorCard error={error} retry={() => void refetch()} />
          ) : !data ? (
            <Skeleton rows={12} height={40} />
          ) : rows.length === 0 ? (
            <LedgerEmpty filtered={isFiltered(search)} clear={() => go(kindsAlone(search))} />
          ) : (
            <LedgerTable
              rows={rows}
              columns={shownColumns(columns, search, locale)}
              current={search.panel}
              open={openPanel}
              leave={() => go(withoutPanel(search), true)}
              selected={selected}
              select={setSelected}
              sort={search.sort ?? 'opened'}
              sortBy={(sort) => go({ ...withoutPanel(search), sort }, true)}
            />
          )}
          {rows.length > 0 && !sheet?.isShown && (
            <footer className="ledger-foot">
              <span className="hint">{words.matters.shown(rows.length, count)}</span>
              <span className="ledger-keys hint">
                <kbd>j</kbd>
                <kbd>k</kbd> {words.matters.move} <kbd>Enter</kbd> {words.keys.open}
              </span>
              {hasNextPage && (
                <button
                  type="button"
                  className="button is-small"
                  aria-disabled={isFetchingNextPage}
                  onClick={() => void fetchNextPage()}
                >
                  {isFetchingNextPage ? words.matters.loading : words.matters.loadMore}
                </button>
              )}
            </footer>
          )}
        </section>
        {search.panel && <MatterPanel id={search.panel} close={() => go(withoutPanel(search), true)} />}
      </div>
    </div>
  )
}

/** One kind needs no column for it; beside the panel there is room for what one scans by, and less of it in English. */
const shownColumns = (
  columns: readonly Column[],
  { procedure, panel }: LedgerSearch,
  locale: Locale,
): readonly Column[] =>
  columns.filter((column) => !(procedure && column === 'kind') && !(panel && !BESIDE_PANEL[locale].includes(column)))

const BESIDE_PANEL: Record<Locale, readonly Column[]> = {
  zh: ['level', 'place', 'state', 'due'],
  en: ['level', 'state', 'due'],
}

const withoutPanel = ({ panel: _, ...rest }: LedgerSearch): LedgerSearch => rest

function CountLine({ search, count }: { search: LedgerSearch; count: string }) {
  const { words, say } = useWords()
  const { rulebook } = useOffice()
  const { data: counts } = useQuery(countsQuery())
  const kind = search.procedure ? procedureOf(rulebook, search.procedure) : undefined
  const ofKind = counts?.find(({ procedure }) => procedure === search.procedure)
  if (!kind || !ofKind || !isFiltered(search)) return count
  return words.matters.filtered(count, say(kind.short), ofKind.all)
}
