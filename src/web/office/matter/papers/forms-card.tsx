import { useState } from 'react'
import type { MatterView } from '../../../../domain/views/views.ts'
import { Icon } from '../../../theme/icon.tsx'
import { useWords } from '../../../words/words.tsx'
import { printPaper } from './print-paper.ts'
import './papers.css'

const addressOf = (matterId: string, document: string) => `/api/matters/${matterId}/forms/${document}/docx`

/** Forms that nobody issues, made from the record as it stands: an application for the parties, a sheet for the file. */
export function FormsCard({ view: { matter, forms = [] } }: { readonly view: MatterView }) {
  const { words, say } = useWords()
  const [printing, setPrinting] = useState<string>()
  const [failed, setFailed] = useState(false)
  if (forms.length === 0) return null
  const print = async (document: string) => {
    setPrinting(document)
    setFailed(false)
    await printPaper(addressOf(matter.id, document)).catch(() => setFailed(true))
    setPrinting(undefined)
  }
  return (
    <section className="card papers-card" aria-labelledby="matter-forms">
      <header className="card-head">
        <h2 id="matter-forms">
          {words.papers.forms} <span className="count">{forms.length}</span>
        </h2>
      </header>
      <ul>
        {forms.map(({ document, title }) => (
          <li key={document} className="side-item">
            <span className="work-what">
              <b>{say(title)}</b>
            </span>
            <span className="paper-acts no-print">
              <a className="button is-small" href={addressOf(matter.id, document)} download>
                <Icon name="download" size={14} />
                {words.papers.download}
              </a>
              <button
                type="button"
                className="button is-small"
                disabled={printing === document}
                onClick={() => void print(document)}
              >
                <Icon name="print" size={14} />
                {printing === document ? words.papers.drawing : words.print}
              </button>
            </span>
          </li>
        ))}
      </ul>
      {failed && (
        <p className="card-body" role="alert">
          {words.papers.notDrawn}
        </p>
      )}
      <p className="card-body hint">{words.papers.formsHint}</p>
    </section>
  )
}
