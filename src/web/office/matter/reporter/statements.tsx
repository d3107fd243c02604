import { useQueryClient } from '@tanstack/react-query'
import type { CounterStatement } from '../../../../domain/matter/matter.ts'
import { fieldTitle } from '../../../../domain/procedure/field-title.ts'
import { addStatement } from '../../../client/api.ts'
import { useOffice } from '../../../client/office.tsx'
import { ReasonButton } from '../../../parts/form/reason-button.tsx'
import { momentText } from '../../../words/dates.ts'
import { useWords } from '../../../words/words.tsx'
import type { SectionProps } from '../sections.ts'

/** What the person says against this fact, beside it. */
export function Disputed({ statements, about }: { statements: readonly CounterStatement[]; about: string }) {
  const { words } = useWords()
  const said = statements.filter((one) => one.about === about)
  return said.map(({ at, text }) => (
    <span key={at + text} className="disputed">
      <b>{words.matter.disputed}</b>
      {words.colon}
      {text}
    </span>
  ))
}

/** All that the person says against the record, and where intake writes it down for them. */
export function Statements({ view, procedure }: SectionProps) {
  const { words, say, locale } = useWords()
  const { today } = useOffice()
  const client = useQueryClient()
  const { matter, mayState } = view
  const statements = matter.statements ?? []
  if (statements.length === 0 && !mayState) return null
  const write = async (text: string) => {
    await addStatement(matter.id, text)
    await client.invalidateQueries({ queryKey: ['matter', matter.id] })
  }
  return (
    <div className="card-body statements">
      {statements.length > 0 && <h3>{words.matter.statements}</h3>}
      {statements.map(({ at, text, about, onBehalf }) => (
        <p key={at + text}>
          {about && `${words.matter.statementAbout(say(fieldTitle(procedure, about)))}${words.colon}`}
          {text}
          <small className="hint">
            {' '}
            {momentText(at, today(), locale)}
            {onBehalf && ` · ${words.matter.onBehalf}`}
          </small>
        </p>
      ))}
      {mayState && (
        <p className="no-print">
          <ReasonButton
            icon="plus"
            title={words.matter.writeStatement}
            why={words.matter.statementWhat}
            hint={words.matter.statementHint}
            verb={words.matter.writeStatement}
            act={write}
          />
        </p>
      )}
    </div>
  )
}
