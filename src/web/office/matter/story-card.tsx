import { useState } from 'react'
import { Tabs } from '../../parts/shell/tabs.tsx'
import { useWords } from '../../words/words.tsx'
import { AuditTable } from './audit-table.tsx'
import type { SectionProps } from './sections.ts'
import { Story } from './story.tsx'

/** How it came here, in words people use; behind it the records with their digests. */
export function StoryCard({ view, procedure }: SectionProps) {
  const { words } = useWords()
  const [tab, setTab] = useState('story')
  const tabs = [
    { id: 'story', title: words.matter.story, count: view.timeline.length },
    { id: 'audit', title: words.matter.auditTab },
  ]
  return (
    <section className="card" aria-label={words.matter.story}>
      <Tabs tabs={tabs} current={tab} choose={setTab} label={words.matter.story} panel="story-panel" />
      <div id="story-panel" role="tabpanel" className="card-body" aria-label={tabs.find(({ id }) => id === tab)?.title}>
        {tab === 'story' ? <Story view={view} procedure={procedure} /> : <AuditTable view={view} />}
      </div>
    </section>
  )
}
