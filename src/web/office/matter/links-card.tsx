import { useState } from 'react'
import { LinkGraph } from '../../parts/matter/link-graph.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import { AddLink } from './add-link.tsx'
import type { SectionProps } from './sections.ts'

/** What this matter came from and what came of it: things only, no persons. */
export function LinksCard({ view }: SectionProps) {
  const { words } = useWords()
  const [adding, setAdding] = useState(false)
  return (
    <section className="card" aria-labelledby="links">
      <header className="card-head">
        <h2 id="links">
          {words.matter.links} <span className="count">{view.links.length}</span>
        </h2>
        <span className="floating-place no-print">
          <button type="button" className="link-button" aria-expanded={adding} onClick={() => setAdding(!adding)}>
            <Icon name="link" size={16} />
            {words.matter.addLink}
          </button>
          {adding && <AddLink matterId={view.matter.id} close={() => setAdding(false)} />}
        </span>
      </header>
      {view.unopened > 0 && (
        <p className="card-body hint" role="status">
          {words.matter.unopened(view.unopened)}
        </p>
      )}
      {view.links.length === 0 ? (
        <p className="card-body hint">{words.matter.linksNone}</p>
      ) : (
        <LinkGraph matter={view.matter} links={view.links} />
      )}
    </section>
  )
}
