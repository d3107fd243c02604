import { useState } from 'react'
import type { IssuedDocument } from '../../../../domain/matter/matter.ts'
import { dayOf } from '../../../../domain/time/time.ts'
import { useOffice } from '../../../client/office.tsx'
import { valueText } from '../../../parts/matter/value-text.ts'
import { ExerciseMark } from '../../../parts/tags/exercise-mark.tsx'
import { Icon } from '../../../theme/icon.tsx'
import { dayAndMonth } from '../../../words/dates.ts'
import { useWords } from '../../../words/words.tsx'
import type { SectionProps } from '../sections.ts'
import { howTold, issuingOf } from './how-told.ts'
import { paperAddress, printPaper } from './print-paper.ts'
import './papers.css'

/** Papers that steps issued, each with its number within the matter and how it was told; those taken back say so. */
export function DocumentsCard({ view, procedure }: SectionProps) {
  const { words } = useWords()
  const { documents = [] } = view.matter
  const [printing, setPrinting] = useState<number>()
  const [failed, setFailed] = useState(false)
  if (documents.length === 0) return null
  const print = async ({ number }: IssuedDocument) => {
    setPrinting(number)
    setFailed(false)
    await printPaper(paperAddress(view.matter.id, number)).catch(() => setFailed(true))
    setPrinting(undefined)
  }
  return (
    <section className="card papers-card" aria-labelledby="documents">
      <header className="card-head">
        <h2 id="documents">
          {words.matter.documents} <span className="count">{documents.length}</span>
        </h2>
      </header>
      <ul>
        {documents.map((paper) => (
          <PaperItem
            key={`${paper.document}${paper.number}`}
            paper={paper}
            view={view}
            procedure={procedure}
            isPrinting={printing === paper.number}
            print={() => void print(paper)}
          />
        ))}
      </ul>
      {failed && (
        <p className="card-body" role="alert">
          {words.papers.notDrawn}
        </p>
      )}
      {view.mayOpen.length > 0 && <p className="card-body hint">{words.papers.sealed}</p>}
      <p className="card-body hint">{words.papers.serve}</p>
      <p className="card-body hint">{words.matter.papersHint}</p>
    </section>
  )
}

type Item = SectionProps & { readonly paper: IssuedDocument; readonly print: () => void; readonly isPrinting: boolean }

function PaperItem({ paper, view, procedure, print, isPrinting }: Item) {
  const { words, say, locale } = useWords()
  const { directory } = useOffice()
  const { document: id, number, revokedAt } = paper
  const { matter } = view
  const day = (at: string) => dayAndMonth(dayOf(at), locale)
  const item = issuingOf(paper, view)
  const at = item?.at
  const tells = item?.step ? procedure.steps[item.step]?.tells : undefined
  const title = procedure.documents[id]?.title
  const told = howTold(paper, view, procedure)
  const way = told && valueText(told.how, told.value, { words, locale, say, directory })
  return (
    <li className="side-item">
      <span className="work-what">
        <ExerciseMark of={matter} />
        <b className={revokedAt ? 'is-revoked' : undefined}>{title ? say(title) : id}</b>
        <small>
          {[
            words.matter.documentNumber(matter.reference, number),
            at && words.matter.issuedOn(day(at)),
            revokedAt && words.matter.revokedOn(day(revokedAt)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
        {way ? (
          <small>{words.papers.told(way, told.on ? dayAndMonth(told.on, locale) : '')}</small>
        ) : (
          tells && <small>{words.papers.owed(say(tells))}</small>
        )}
      </span>
      <span className="paper-acts no-print">
        <a className="button is-small" href={paperAddress(matter.id, number)} download>
          <Icon name="download" size={14} />
          {words.papers.download}
        </a>
        {!revokedAt && (
          <button type="button" className="button is-small" disabled={isPrinting} onClick={print}>
            <Icon name="print" size={14} />
            {isPrinting ? words.papers.drawing : words.print}
          </button>
        )}
      </span>
    </li>
  )
}
