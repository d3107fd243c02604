import type { IssuedDocument } from '../../../../domain/matter/matter.ts'
import type { Procedure } from '../../../../domain/procedure/procedure.ts'
import { dayOf } from '../../../../domain/time/time.ts'
import type { MatterView } from '../../../../domain/views/views.ts'
import { referenceText, unitName } from '../../../client/names.ts'
import { useOffice } from '../../../client/office.tsx'
import { valueText } from '../../../parts/matter/value-text.ts'
import { longDay } from '../../../words/dates.ts'
import { useWords } from '../../../words/words.tsx'
import { issuingOf } from './how-told.ts'

/**
 * A paper for somebody who has no address here, with the slip on which its receipt is signed. It holds what the step marks as to be
 * shown to whoever asked, and nothing else; who receives it is written by hand.
 */
export function PaperSheet({
  paper,
  view,
  procedure,
}: {
  paper: IssuedDocument
  view: MatterView
  procedure: Procedure
}) {
  const { words, say, locale } = useWords()
  const { session, directory } = useOffice()
  const { matter } = view
  const item = issuingOf(paper, view)
  const step = item?.step ? procedure.steps[item.step] : undefined
  const fields = Object.entries((step?.form && procedure.forms[step.form]?.fields) || {})
  const document = procedure.documents[paper.document]
  const source = document?.source ?? step?.source
  // Whoever issued it signs, wherever the matter went since.
  const issuer = item && directory.posts[item.postId]?.unitId
  const unit = unitName(directory, issuer ?? matter.unitId, say)
  return (
    <section className="paper-sheet" aria-hidden="true">
      <p className="paper-office">{say(session.tenant.name)}</p>
      <h1>{document ? say(document.title) : paper.document}</h1>
      <p className="paper-number">{words.matter.documentNumber(referenceText(matter, procedure), paper.number)}</p>
      <p>
        <b>{words.papers.about}</b> {matter.title}
      </p>
      {fields.map(([name, field]) => {
        const value = field.public ? valueText(field, item?.form[name], { words, locale, say, directory }) : ''
        return value ? (
          <p key={name} className="paper-answer">
            <b>{say(field.title)}</b> {value}
          </p>
        ) : null
      })}
      {source && (
        <p>
          <b>{words.papers.basis}</b> {say(source.article)}
        </p>
      )}
      <p className="paper-signed">
        {unit}
        <br />
        {item && longDay(dayOf(item.at), locale)}
      </p>
      <div className="paper-slip">
        <h2>{words.papers.slip}</h2>
        <dl>
          {words.papers.slipLines.map((line) => (
            <div key={line}>
              <dt>{line}</dt>
              <dd />
            </div>
          ))}
        </dl>
        <p>{words.papers.ways}</p>
      </div>
    </section>
  )
}
