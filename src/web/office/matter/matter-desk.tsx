import { VerifiedBadge } from '../../parts/matter/verified-badge.tsx'
import { ConcernedCard } from '../personal/concerned-card.tsx'
import { RestrictedNote } from '../personal/restricted-note.tsx'
import { AlertsCard } from './alerts/alerts-card.tsx'
import { BoardCard } from './board/board-card.tsx'
import { ChildrenCard } from './children-card.tsx'
import { ClocksCard } from './clocks-card.tsx'
import { CrossingCard } from './crossing/crossing-card.tsx'
import { FactsCard } from './facts/facts-card.tsx'
import { RowsCards } from './facts/rows-cards.tsx'
import { FilesCard } from './files-card.tsx'
import { LearnedCards } from './learn/learned-cards.tsx'
import { LimitCard } from './limit/limit-card.tsx'
import { SignalsCard } from './limit/signals-card.tsx'
import { LinksCard } from './links-card.tsx'
import { MatterHead } from './matter-head.tsx'
import { DocumentsCard } from './papers/documents-card.tsx'
import { FormsCard } from './papers/forms-card.tsx'
import { HistoryCard } from './records/history-card.tsx'
import { PartiesCard } from './reporter/parties-card.tsx'
import { ReadingsCard } from './reporter/readings-card.tsx'
import { SameCard } from './same-card.tsx'
import { SeatsCard } from './seats-card.tsx'
import type { LayoutProps } from './sections.ts'
import { StepsCard } from './steps-card.tsx'
import { StoryCard } from './story-card.tsx'
import { CoverageCard } from './sweep/coverage-card.tsx'
import { WarnedCard } from './warned/warned-card.tsx'

/** Left: what to do, the clocks, the story. Right: what it hangs together with. */
export function MatterDesk({ view, procedure, take }: LayoutProps) {
  const sections = { view, procedure }
  return (
    <>
      <MatterHead {...sections} />
      <RestrictedNote matter={view.matter} />
      <BoardCard {...sections} take={take} />
      <div className="matter-columns">
        <div className="matter-column">
          <StepsCard {...sections} take={take} />
          <WarnedCard {...sections} />
          <ConcernedCard {...sections} />
          <SignalsCard {...sections} take={take} />
          <CoverageCard {...sections} />
          <LearnedCards {...sections} />
          <SameCard {...sections} take={take} />
          <HistoryCard {...sections} />
          <RowsCards {...sections} />
          <LimitCard {...sections} />
          <ClocksCard {...sections} />
          <StoryCard {...sections} />
        </div>
        <div className="matter-column">
          <AlertsCard {...sections} />
          <CrossingCard {...sections} />
          <FactsCard {...sections} />
          <SeatsCard {...sections} />
          <ChildrenCard {...sections} />
          <LinksCard {...sections} />
          <DocumentsCard {...sections} />
          <FormsCard {...sections} />
          {/* A record has neither parties nor, as a rule, files. */}
          {(!procedure.record || procedure.record.work) && (
            <div className="matter-pair">
              <FilesCard {...sections} />
              <PartiesCard {...sections} />
            </div>
          )}
          <ReadingsCard view={view} />
          <VerifiedBadge key={view.head} matterId={view.matter.id} head={view.head} />
        </div>
      </div>
    </>
  )
}
