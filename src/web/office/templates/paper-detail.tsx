import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { dayOf } from '../../../domain/time/time.ts'
import type { PaperDetail as Detail, TemplateTaken } from '../../../domain/views/paper-views.ts'
import { usePaperWords } from '../../words/paper/use-paper-words.ts'
import { useWords } from '../../words/words.tsx'
import { Loaded } from '../admin/loaded.tsx'
import { useMayChange } from '../admin/may-change.ts'
import { OfficeButton } from '../own-office/office-card.tsx'
import { asText, whyForm } from '../own-office/office-forms.ts'
import { type OfficeTask, useOfficeTasks } from '../own-office/use-office-tasks.tsx'
import { inForceText } from './in-force-text.ts'
import { PaperPreview } from './paper-preview.tsx'
import { chooseTemplate, paperQuery, sendTemplate, templateAddress } from './papers-api.ts'
import { Taken } from './taken.tsx'
import { WordsTable } from './words-table.tsx'

/** One paper: its template now, those sent in, a sample, and what a template may use. */
export function PaperDetail({ id, back }: { readonly id: string; readonly back: () => void }) {
  const words = usePaperWords()
  const query = useQuery(paperQuery(id))
  const { ask, drawer } = useOfficeTasks()
  const [sample, setSample] = useState<{ readonly version?: number }>()
  return (
    <div className="own-cards">
      <p>
        <button type="button" className="button is-small" onClick={back}>
          ‹ {words.back}
        </button>
      </p>
      <Loaded query={query}>
        {(paper) => (
          <>
            <TemplatesCard paper={paper} ask={ask} show={setSample} />
            {sample && (
              <PaperPreview
                key={sample.version ?? 0}
                title={paper.title}
                address={templateAddress(id, 'preview', sample.version)}
              />
            )}
            <WordsTable paper={paper} />
          </>
        )}
      </Loaded>
      {drawer}
    </div>
  )
}

type Props = {
  readonly paper: Detail
  readonly ask: (task: OfficeTask) => void
  readonly show: (sample: { readonly version?: number }) => void
}

function TemplatesCard({ paper, ask, show }: Props) {
  const { say: inWords } = useWords()
  const words = usePaperWords()
  const mayChange = useMayChange()
  const [taken, setTaken] = useState<TemplateTaken>()
  const choose = (version: number | null) =>
    ask({
      id: `paper:${paper.id}:${version ?? 'standard'}`,
      title: version === null ? words.backToStandard : words.chooseTitle(version),
      under: words.chooseUnder,
      form: whyForm,
      send: ({ reason }) => chooseTemplate(paper.id, { reason: asText(reason), version }),
    })
  return (
    <section className="card" aria-labelledby="paper-title">
      <header className="card-head">
        <h2 id="paper-title" lang="zh-CN">
          {paper.title}
        </h2>
      </header>
      <div className="card-body papers-now">
        <p className="hint">{paper.kinds.map(inWords).join(' · ')}</p>
        <p>
          {words.inForce} · <b>{inForceText(paper, words)}</b>
        </p>
        <p className="papers-acts">
          <OfficeButton title={words.preview} act={() => show(paper.inForce ? { version: paper.inForce } : {})} />
          <a className="button is-outline is-small" href={templateAddress(paper.id, 'template')} download>
            {words.downloadStandard}
          </a>
          {mayChange && <SendButton paper={paper} ask={ask} told={setTaken} />}
          {mayChange && paper.inForce && <OfficeButton title={words.backToStandard} act={() => choose(null)} />}
        </p>
        {mayChange && <p className="hint">{words.sendHint}</p>}
        {taken && <Taken taken={taken} />}
        <h3>{words.versions}</h3>
        {paper.versions.length === 0 && <p className="hint">{words.noVersions}</p>}
        <ul>
          {paper.versions.map(({ version, name, at }) => (
            <li key={version} className="papers-version">
              <span>
                <b>{words.version(version)}</b> <span lang="zh-CN">{name}</span> <small>{dayOf(at)}</small>
              </span>
              <span className="papers-acts">
                <OfficeButton title={words.preview} act={() => show({ version })} />
                <a className="button is-small" href={templateAddress(paper.id, 'template', version)} download>
                  {words.download}
                </a>
                {mayChange && paper.inForce !== version && (
                  <OfficeButton title={words.choose} act={() => choose(version)} />
                )}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

type Sending = Pick<Props, 'paper' | 'ask'> & { readonly told: (taken: TemplateTaken | undefined) => void }

/** Chooses a file, asks why, and sends it. */
function SendButton({ paper, ask, told }: Sending) {
  const words = usePaperWords()
  const input = useRef<HTMLInputElement>(null)
  const chosen = async (file: File | undefined) => {
    if (!file) return
    told(undefined)
    const template = await base64Of(file)
    ask({
      id: `paper:${paper.id}:send`,
      title: words.send,
      under: file.name,
      form: whyForm,
      send: async ({ reason }) => {
        const taken = await sendTemplate(paper.id, { reason: asText(reason), name: file.name, template })
        told(taken)
        return taken.faults.length > 0 ? 'asks' : undefined
      },
    })
    if (input.current) input.current.value = ''
  }
  return (
    <>
      <OfficeButton title={words.send} act={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        hidden
        accept=".docx"
        aria-label={words.send}
        onChange={(event) => void chosen(event.target.files?.[0])}
      />
    </>
  )
}

/** What stands behind the comma of a data address. */
const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '')
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
