import type { ReactNode } from 'react'
import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import { dayOf } from '../../../domain/time/time.ts'
import type { Derivation } from '../../../engine/why/derivation.ts'
import { useOffice } from '../../client/office.tsx'
import { Icon } from '../../theme/icon.tsx'
import { longDay, momentText } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'
import { LawQuote } from '../due/law-quote.tsx'
import { SourceMarkTag } from '../due/source-mark-tag.tsx'
import { DayGrid } from './day-grid.tsx'
import { DayTable } from './day-table.tsx'
import { ExtensionLines, PauseLines } from './pause-lines.tsx'
import { WhyResult } from './why-result.tsx'
import './why.css'

type Part = { readonly title: string; readonly body: ReactNode; readonly side?: string }

/** Rule → article → days → pauses → result, numbered. */
export function WhySteps({
  derivation,
  rule,
  version,
}: {
  derivation: Derivation
  rule: DeadlineRule | undefined
  version: number
}) {
  const { words } = useWords()
  const say = words.derivation
  const parts: Part[] = [
    { title: say.rule, body: <RuleLine derivation={derivation} rule={rule} version={version} /> },
    ...(rule ? [{ title: say.basis, body: <Basis rule={rule} /> }] : []),
    {
      title: derivation.unit ? say.days : say.hours,
      body: <Count derivation={derivation} />,
      ...(derivation.noticeYears.length > 0
        ? { side: say.byNotice(derivation.noticeYears.join(words.listComma)) }
        : {}),
    },
    ...(derivation.pauses.length > 0 ? [{ title: say.pauses, body: <PauseLines derivation={derivation} /> }] : []),
    ...(derivation.extensions.length > 0
      ? [{ title: say.extensions, body: <ExtensionLines derivation={derivation} /> }]
      : []),
    { title: say.result, body: <WhyResult derivation={derivation} /> },
  ]
  return (
    <ol className="why-steps">
      {parts.map(({ title, body, side }, index) => {
        const isLast = index === parts.length - 1
        return (
          <li key={title}>
            <span className={`why-number${isLast ? ' is-last' : ''}`} aria-hidden="true">
              {isLast ? <Icon name="check" size={14} /> : index + 1}
            </span>
            <div className="why-part">
              <h3>{title}</h3>
              {side && <span className="hint why-side">{side}</span>}
              <div className="why-body">{body}</div>
            </div>
          </li>
        )
      })}
    </ol>
  )
}

function RuleLine({
  derivation,
  rule,
  version,
}: {
  derivation: Derivation
  rule: DeadlineRule | undefined
  version: number
}) {
  const { words, say, locale } = useWords()
  const { today } = useOffice()
  const { period, setDay, setAt, before, document, code } = derivation
  const title = rule ? say(rule.title) : code
  const text = words.derivation
  const lineOf = () => {
    if (before) return text.ruleBefore(title, longDay(before.day, locale), before.clearDays)
    if (setAt) return text.ruleImported(title, momentText(setAt, today(), locale))
    if (setDay) return text.ruleSet(title, longDay(setDay, locale))
    if (!period) return title
    return (derivation.unit ? text.ruleLine : text.ruleExact)(title, words.period[period.unit](period.length))
  }
  return (
    <>
      <p>{lineOf()}</p>
      <p className="hint">{[document, text.ruleCode(code, version)].filter(Boolean).join(words.semicolon)}</p>
    </>
  )
}

function Basis({ rule: { source } }: { rule: DeadlineRule }) {
  const { say } = useWords()
  return (
    <>
      <p>
        {say(source.article)} <SourceMarkTag source={source} />
      </p>
      {source.quote && <LawQuote quote={source.quote} />}
    </>
  )
}

function Count({ derivation }: { derivation: Derivation }) {
  const { words, locale } = useWords()
  const { today } = useOffice()
  if (!derivation.unit) {
    const moment = (instant: string) => momentText(instant, today(), locale)
    return <p>{words.derivation.hoursLine(moment(derivation.startedAt), moment(derivation.dueAt))}</p>
  }
  if (derivation.cells.length === 0) {
    return (
      <p>
        {words.derivation.range(
          longDay(dayOf(derivation.startedAt), locale),
          longDay(derivation.dueOn ?? derivation.start, locale),
        )}
      </p>
    )
  }
  return (
    <>
      <DayGrid derivation={derivation} />
      <DayTable derivation={derivation} />
    </>
  )
}
