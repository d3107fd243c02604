import { useNavigate, useSearch } from '@tanstack/react-router'
import { useOffice } from '../../client/office.tsx'
import { Tabs } from '../../parts/shell/tabs.tsx'
import { useTitle } from '../../parts/shell/use-title.ts'
import { useReadingsWords } from '../../words/use-readings-words.ts'
import { EmergenciesPart } from './emergencies-part.tsx'
import { ExportsPart } from './exports-part.tsx'
import { LogPart } from './log-part.tsx'
import { READINGS_TABS, type ReadingsTab } from './readings-search.ts'
import { ReportPart } from './report-part.tsx'
import './readings.css'

/** Only the auditor looks after everybody. */
const AUDITORS: readonly ReadingsTab[] = ['all', 'report']

/** Who read what is personal; reading in an emergency; files taken out; the report of a year. */
export function ReadingsPage() {
  const words = useReadingsWords()
  const { actor } = useOffice()
  const search = useSearch({ from: '/readings' })
  const navigate = useNavigate({ from: '/readings' })
  useTitle(words.title)
  const tabs = READINGS_TABS.filter((tab) => actor.roles.includes('auditor') || !AUDITORS.includes(tab))
  const current = search.show && tabs.includes(search.show) ? search.show : 'mine'
  return (
    <div className="page readings">
      <header className="inbox-head no-print">
        <h1>{words.title}</h1>
        <span className="muted">{words.lead}</span>
      </header>
      <div className="readings-tabs no-print">
        <Tabs
          label={words.tabsLabel}
          panel="readings-panel"
          current={current}
          choose={(id) => void navigate({ search: id === 'mine' ? {} : { show: id as ReadingsTab }, replace: true })}
          tabs={tabs.map((id) => ({ id, title: words.tabs[id] }))}
        />
      </div>
      <div id="readings-panel" role="tabpanel" aria-label={words.tabs[current]}>
        {current === 'emergencies' ? (
          <EmergenciesPart />
        ) : current === 'exports' ? (
          <ExportsPart />
        ) : current === 'report' ? (
          <ReportPart />
        ) : (
          <LogPart key={current} all={current === 'all'} />
        )}
      </div>
    </div>
  )
}
