import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PaperView } from '../../../domain/views/paper-views.ts'
import { usePaperWords } from '../../words/paper/use-paper-words.ts'
import { useWords } from '../../words/words.tsx'
import { Loaded } from '../admin/loaded.tsx'
import { inForceText } from './in-force-text.ts'
import { LetterheadsCard } from './letterheads-card.tsx'
import { PaperDetail } from './paper-detail.tsx'
import { papersQuery } from './papers-api.ts'
import './templates.css'

/** The papers of the office: which template prints each, and how its units sign. */
export function PapersPart() {
  const [chosen, choose] = useState<string>()
  const query = useQuery(papersQuery)
  if (chosen) return <PaperDetail id={chosen} back={() => choose(undefined)} />
  return (
    <div className="own-cards">
      <LetterheadsCard />
      <Loaded query={query}>{(papers) => <PapersCard papers={papers} choose={choose} />}</Loaded>
    </div>
  )
}

function PapersCard({ papers, choose }: { papers: readonly PaperView[]; choose: (id: string) => void }) {
  const { say: inWords } = useWords()
  const words = usePaperWords()
  const [typed, setTyped] = useState('')
  const kindsOf = ({ kinds }: PaperView) => kinds.map(inWords).join(' · ')
  const shown = papers
    .filter((paper) => `${paper.title} ${kindsOf(paper)}`.toLowerCase().includes(typed.trim().toLowerCase()))
    .sort((a, b) => Number(b.own) - Number(a.own))
  return (
    <section className="card" aria-labelledby="papers-list">
      <header className="card-head">
        <h2 id="papers-list">
          {words.tab} <span className="count">{papers.length}</span>
        </h2>
      </header>
      <div className="card-body">
        <p className="hint">{words.lead}</p>
        <label className="papers-find">
          {words.find}
          <input className="input" type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </label>
        {shown.length === 0 && <p className="hint">{words.none}</p>}
      </div>
      <ul className="papers-list">
        {shown.map((paper) => (
          <li key={paper.id}>
            <button type="button" onClick={() => choose(paper.id)}>
              <b lang="zh-CN">{paper.title}</b>
              <small>
                {[kindsOf(paper), paper.own ? words.own : words.fromDefinition, inForceText(paper, words)].join(' · ')}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
