import { Link, useCanGoBack, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { holderName, referenceText, unitName, whereText } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { LevelTag } from '../../parts/matter/level-tag.tsx'
import { LinkGraph } from '../../parts/matter/link-graph.tsx'
import { RaisedNote } from '../../parts/matter/raised-note.tsx'
import { StateTag } from '../../parts/matter/state-tag.tsx'
import { VerifiedBadge } from '../../parts/matter/verified-badge.tsx'
import { Tabs } from '../../parts/shell/tabs.tsx'
import { ExerciseMark } from '../../parts/tags/exercise-mark.tsx'
import { MarkTag } from '../../parts/tags/mark-tag.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import { ConcernedCard } from '../personal/concerned-card.tsx'
import { RestrictedNote } from '../personal/restricted-note.tsx'
import { ActionBar } from './action-bar.tsx'
import { AlertsCard } from './alerts/alerts-card.tsx'
import { AuditTable } from './audit-table.tsx'
import { BoardCard } from './board/board-card.tsx'
import { ChildrenCard } from './children-card.tsx'
import { ClocksCard } from './clocks-card.tsx'
import { CrossingCard } from './crossing/crossing-card.tsx'
import { DueCard } from './due-card.tsx'
import { FactsCard } from './facts/facts-card.tsx'
import { leadersOf } from './facts/leaders.ts'
import { PlaceProposal } from './facts/place-proposal.tsx'
import { RowsCards } from './facts/rows-cards.tsx'
import { FileList } from './files-card.tsx'
import { LearnedCards } from './learn/learned-cards.tsx'
import { LimitCard } from './limit/limit-card.tsx'
import { SignalsCard } from './limit/signals-card.tsx'
import { DocumentsCard } from './papers/documents-card.tsx'
import { FormsCard } from './papers/forms-card.tsx'
import { HistoryCard } from './records/history-card.tsx'
import { Parties } from './reporter/parties-card.tsx'
import { ReadingsCard } from './reporter/readings-card.tsx'
import { SameCard } from './same-card.tsx'
import { SeatsCard } from './seats-card.tsx'
import type { LayoutProps, SectionProps } from './sections.ts'
import { Story } from './story.tsx'
import { CoverageCard } from './sweep/coverage-card.tsx'
import { MatterTitle, WarnedCard } from './warned/warned-card.tsx'

/** The same matter in a hand: due day with its strip, people, sections as tabs, one verb at the foot. */
export function MatterPhone({ view, procedure, take }: LayoutProps) {
  const { words, say } = useWords()
  const [tab, setTab] = useState('story')
  const { matter } = view
  const state = procedure.states[matter.state]
  const tabs = [
    { id: 'story', title: words.matter.story, count: view.timeline.length },
    { id: 'facts', title: words.matter.facts },
    { id: 'clocks', title: words.matter.clocks, count: matter.clocks.length },
    { id: 'files', title: words.matter.files, count: matter.files.length },
    { id: 'links', title: words.matter.links, count: view.links.length },
    { id: 'audit', title: words.matter.audit },
  ]
  return (
    <div className="matter-phone">
      <p className="hint matter-way no-print">
        <BackLink />
        {referenceText(matter, procedure)} · {say(procedure.short)}
      </p>
      <MatterTitle matter={matter} />
      <p className="matter-line">
        <ExerciseMark of={matter} />
        {matter.level && <LevelTag level={matter.level} of={matter.procedure} />}
        <MarkTag mark={matter.mark} procedure={procedure} />
        <StateTag group={matter.group} title={state ? say(state.title) : matter.state} />
        {matter.raised && <RaisedNote raised={matter.raised} procedure={procedure} />}
      </p>
      <RestrictedNote matter={matter} />
      <DueCard view={view} procedure={procedure} />
      <ConcernedCard view={view} procedure={procedure} />
      <WarnedCard view={view} procedure={procedure} />
      <SignalsCard view={view} procedure={procedure} take={take} />
      <CoverageCard view={view} procedure={procedure} />
      <LearnedCards view={view} procedure={procedure} />
      <People view={view} procedure={procedure} />
      <PlaceProposal view={view} procedure={procedure} />
      <SameCard view={view} procedure={procedure} take={take} />
      <BoardCard view={view} procedure={procedure} take={take} />
      <AlertsCard view={view} procedure={procedure} />
      <Tabs tabs={tabs} current={tab} choose={setTab} label={words.matter.sections} panel="matter-panel" />
      <div
        id="matter-panel"
        role="tabpanel"
        className="matter-panel"
        aria-label={tabs.find(({ id }) => id === tab)?.title}
      >
        <Panel tab={tab} view={view} procedure={procedure} />
      </div>
      <ActionBar view={view} procedure={procedure} take={take} />
    </div>
  )
}

/** Where the reader came from; from a link out of a message, the list. */
function BackLink() {
  const { words } = useWords()
  const router = useRouter()
  const canGoBack = useCanGoBack()
  return (
    <Link
      to="/matters"
      className="matter-back"
      onClick={(event) => {
        if (!canGoBack) return
        event.preventDefault()
        router.history.back()
      }}
    >
      <Icon name="back" size={16} />
      {words.back}
    </Link>
  )
}

function People({ view, procedure }: SectionProps) {
  const { words, say } = useWords()
  const { directory } = useOffice()
  const { matter } = view
  const lines = [
    [words.matter.owner, holderName(directory, matter.ownerPostId, say)],
    ...leadersOf(matter, procedure).map(
      ({ title, postId }) => [say(title), holderName(directory, postId, say)] as const,
    ),
    [words.matter.unit, unitName(directory, matter.unitId, say)],
    [words.matter.place, whereText(directory, matter.placeUnitId, matter.place, say)],
  ].filter(([, value]) => value)
  return (
    <>
      <dl className="facts">
        {lines.map(([title, value]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Parties view={view} procedure={procedure} />
    </>
  )
}

function Panel({ tab, view, procedure }: SectionProps & { tab: string }) {
  const { words } = useWords()
  switch (tab) {
    case 'facts':
      return (
        <div className="matter-stack">
          <CrossingCard view={view} procedure={procedure} />
          <SeatsCard view={view} procedure={procedure} />
          <FactsCard view={view} procedure={procedure} />
          <RowsCards view={view} procedure={procedure} />
          <HistoryCard view={view} procedure={procedure} />
        </div>
      )
    case 'clocks':
      return (
        <div className="matter-stack">
          <LimitCard view={view} procedure={procedure} />
          <ClocksCard view={view} procedure={procedure} />
        </div>
      )
    case 'files':
      return (
        <div className="matter-stack">
          <DocumentsCard view={view} procedure={procedure} />
          <FormsCard view={view} />
          <FileList matter={view.matter} />
        </div>
      )
    case 'links':
      return view.links.length > 0 ? (
        <>
          <LinkGraph matter={view.matter} links={view.links} />
          <ChildrenCard view={view} />
        </>
      ) : (
        <p className="hint">{words.matter.linksNone}</p>
      )
    case 'audit':
      return (
        <>
          <VerifiedBadge key={view.head} matterId={view.matter.id} head={view.head} />
          <ReadingsCard view={view} />
          <AuditTable view={view} />
        </>
      )
    default:
      return <Story view={view} procedure={procedure} />
  }
}
