import type { Clock } from '../../../../domain/procedure/deadline.ts'
import type { Procedure } from '../../../../domain/procedure/procedure.ts'
import { dayOf } from '../../../../domain/time/time.ts'
import { elasticLimit, limitParts } from '../../../../engine/time/limit-parts.ts'
import { referenceText } from '../../../client/names.ts'
import { useOffice } from '../../../client/office.tsx'
import { SourceMarkTag } from '../../../parts/due/source-mark-tag.tsx'
import { Icon } from '../../../theme/icon.tsx'
import { longDay } from '../../../words/dates.ts'
import { useWords } from '../../../words/words.tsx'
import type { SectionProps } from '../sections.ts'
import { LimitBar } from './limit-bar.tsx'
import { LimitTold } from './limit-told.tsx'
import './limit.css'

/**
 * The limit that may stand still or be extended, as a bar and in words; printed alone it is the sheet that a court owes the parties
 * (2019 rules art. 7): from when, how long, what was left out, how much more, put off how often, and why.
 */
export function LimitCard({ view, procedure }: SectionProps) {
  const { words, say, locale } = useWords()
  const { now, rulebook, session } = useOffice()
  const { matter } = view
  const clock = elasticLimit(procedure, matter.clocks)
  const parts = clock && limitParts(clock, rulebook.calendar, now())
  const rule = clock && procedure.deadlines[clock.deadline]
  if (!clock || !parts || !rule) return null
  return (
    <section className="card limit-card" aria-labelledby="limit">
      <header className="card-head">
        <h2 id="limit">{say(rule.title)}</h2>
        <SourceMarkTag source={rule.source} />
        <button type="button" className="button is-small no-print" onClick={printSheet}>
          <Icon name="print" size={14} />
          {words.limit.print}
        </button>
      </header>
      <div className="card-body">
        <p className="print-only">
          {say(session.tenant.name)} · {referenceText(matter, procedure)} · {matter.title}
        </p>
        <p>
          {words.limit.range(longDay(parts.start, locale), longDay(parts.dueOn, locale))}
          {parts.stands && <b> {words.limit.stands}</b>}
        </p>
        <LimitBar parts={parts} />
        <LimitLines clock={clock} procedure={procedure} />
        <p className="hint">{say(rule.source.article)}</p>
        <div className="limit-sheet">
          <LimitTold view={view} procedure={procedure} />
        </div>
      </div>
    </section>
  )
}

/** What was left out and what was granted, each with its days, reason and paper. */
function LimitLines({ clock, procedure }: { clock: Clock; procedure: Procedure }) {
  const { words, say, locale } = useWords()
  const kinds = procedure.deadlines[clock.deadline]?.pausable
  const kindOf = (kind?: string) => (typeof kinds === 'object' && kind ? kinds[kind]?.title : undefined)
  const { pauses, extensions } = clock
  if (pauses.length + extensions.length === 0) return <p className="hint">{words.limit.plain}</p>
  return (
    <ul className="limit-lines">
      {pauses.map(({ firstDay, lastDay, kind, reason, document }) => {
        const title = kindOf(kind)
        return (
          <li key={`${firstDay}${reason}`}>
            <b>{title ? say(title) : words.limit.excluded}</b>{' '}
            {words.limit.days(longDay(firstDay, locale), lastDay && longDay(lastDay, locale))}
            <span className="muted"> {[reason, document].filter(Boolean).join(' · ')}</span>
          </li>
        )
      })}
      {extensions.map(({ period, reason, at }) => (
        <li key={at}>
          <b>{words.limit.grant(words.period[period.unit](period.length))}</b> {longDay(dayOf(at), locale)}
          <span className="muted"> {reason}</span>
        </li>
      ))}
    </ul>
  )
}

/** Prints the sheet and nothing else of the page. */
function printSheet(): void {
  document.body.classList.add('prints-limit')
  window.addEventListener('afterprint', () => document.body.classList.remove('prints-limit'), { once: true })
  window.print()
}
