import { useState } from 'react'
import type { Clock, DeadlineRule } from '../../../domain/procedure/deadline.ts'
import { dayOf } from '../../../domain/time/time.ts'
import { useOffice } from '../../client/office.tsx'
import { DueChip } from '../../parts/due/due-chip.tsx'
import { SourceMarkTag } from '../../parts/due/source-mark-tag.tsx'
import { holderText } from '../../parts/matter/holder-name.ts'
import { WhyPanel } from '../../parts/why/why-panel.tsx'
import { dayAndMonth } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'
import type { Words } from '../../words/zh.ts'
import { type SectionProps, sortedClocks } from './sections.ts'

/** Every time limit of the matter; any date opens its derivation. */
export function ClocksCard({ view, procedure }: SectionProps) {
  const { words } = useWords()
  const clocks = sortedClocks(view.matter.clocks)
  return (
    <section className="card" aria-labelledby="clocks">
      <header className="card-head">
        <h2 id="clocks">
          {words.matter.clocks} <span className="count">{clocks.length}</span>
        </h2>
        <span className="hint">{words.matter.clocksHint}</span>
      </header>
      {clocks.length === 0 && <p className="card-body hint">{words.matter.clockNone}</p>}
      <ul>
        {clocks.map((clock) => (
          <ClockLine key={clock.id} clock={clock} view={view} procedure={procedure} />
        ))}
      </ul>
    </section>
  )
}

function ClockLine({ clock, view: { matter }, procedure }: SectionProps & { clock: Clock }) {
  const { words, say, locale } = useWords()
  const { directory } = useOffice()
  const [open, setOpen] = useState(false)
  const rule = procedure.deadlines[clock.deadline]
  const { document } = clock
  return (
    <li className="clock-line">
      <span className="clock-name">
        <b>{rule ? say(rule.title) : clock.code}</b>
        {clock.holder && rule?.per && (
          <small className="muted">
            {holderText({ id: clock.holder, seat: rule.per }, matter, procedure, { words, say, locale, directory })}
          </small>
        )}
      </span>
      <span className="muted">
        {[lengthText(clock, rule, words), document ?? ''].filter(Boolean).join(' · ')}{' '}
        {rule && <SourceMarkTag source={rule.source} />}
      </span>
      <span className="hint">{words.matter.startedOn(dayAndMonth(dayOf(clock.startedAt), locale))}</span>
      <span className="floating-place">
        <DueChip clock={clock} opening={{ onClick: () => setOpen(!open), 'aria-expanded': open }} />
        {open && (
          <WhyPanel clock={clock} procedure={procedure.id} version={procedure.version} close={() => setOpen(false)} />
        )}
      </span>
    </li>
  )
}

/** How long: a length, so many clear days before something, what a paper set, or what an answer says. */
function lengthText({ period, document }: Clock, rule: DeadlineRule | undefined, words: Words): string {
  if (period) return words.period[period.unit](period.length)
  return typeof rule?.length === 'object' && 'before' in rule.length
    ? words.derivation.daysBefore(rule.length.clearDays)
    : document
      ? words.derivation.bySet
      : words.derivation.asWritten
}
