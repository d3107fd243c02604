import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { type BulletinView, bulletinName } from '../../../domain/bulletins/bulletin.ts'
import type { Figures } from '../../../domain/bulletins/figures.ts'
import { toldFigures } from '../../../domain/bulletins/told-figures.ts'
import { dayOf } from '../../../domain/time/time.ts'
import { problemText } from '../../client/problem-text.ts'
import { notify } from '../../parts/shell/notices.tsx'
import { useTitle } from '../../parts/shell/use-title.ts'
import { Icon } from '../../theme/icon.tsx'
import { useBulletinsWords } from '../../words/bulletins/use-bulletins-words.ts'
import { dayAndMonth } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'
import { bulletinQuery } from './bulletins-api.ts'
import { DoingButtons } from './doing-buttons.tsx'
import { Editor } from './editor.tsx'
import { paperOf } from './paper/paper.ts'
import { PaperView } from './paper-view.tsx'
import { qrAddress, saveDocx } from './save-docx.ts'
import { SaveState } from './save-state.tsx'
import { useDraft } from './use-draft.ts'
import { useNaming } from './use-naming.ts'

/** What leaves the office shows no small counts, whoever prints it. */
const printed = (view: BulletinView): Figures =>
  view.figures.exact ? toldFigures(view.figures as Figures<number>) : view.figures

/** A bulletin at work: its standing and what may be done with it, the parts to write, the paper. */
export function BulletinDesk({ view }: { view: BulletinView }) {
  const words = useBulletinsWords()
  const { words: common, say, locale } = useWords()
  const client = useQueryClient()
  const naming = useNaming(view.id)
  const mayWrite = view.may.includes('write')
  const [shows, setShows] = useState<'edit' | 'paper'>(mayWrite && view.state === 'draft' ? 'edit' : 'paper')
  const [making, setMaking] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const [version, setVersion] = useState(view.version)
  const draft = useDraft(view, (saved) => {
    setVersion(saved)
    if (view.state === 'signed') void client.invalidateQueries({ queryKey: ['bulletins'] })
  })
  const [qr, setQr] = useState<string>()
  useTitle(view.title)
  useEffect(() => {
    void qrAddress(naming.address).then(setQr)
  }, [naming.address])
  const { title, blocks } = draft.written
  const paper = paperOf({ ...view, title }, blocks, printed(view), naming)
  const docx = async () => {
    setMaking(true)
    setFailure(undefined)
    await saveDocx(paper, words).catch(setFailure)
    setMaking(false)
  }
  const done = async (what: string) => {
    notify(what)
    await client.invalidateQueries({ queryKey: ['bulletins'] })
    await client.fetchQuery({ ...bulletinQuery(view.id), staleTime: 0 })
  }
  const day = (at: string) => dayAndMonth(dayOf(at), locale)
  return (
    <div className="page bulletin">
      <header className="bulletin-head no-print">
        <div>
          <h1>{view.number === undefined ? title : say(bulletinName(view))}</h1>
          <p className="hint">
            <span className={`bulletin-state is-${view.state}`}>{words.states[view.state]}</span>{' '}
            {[
              words.countedAt(day(view.figures.countedAt)),
              view.signed && words.signedBy(view.signed.personName, day(view.signed.at)),
              view.issued && words.issuedOn(day(view.issued.at)),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <Names view={view} />
        </div>
        <div className="bulletin-acts">
          {mayWrite && (
            <button type="button" className="button" onClick={() => setShows(shows === 'edit' ? 'paper' : 'edit')}>
              {shows === 'edit' ? words.paper : words.edit}
            </button>
          )}
          <button type="button" className="button" onClick={() => window.print()}>
            {words.print}
          </button>
          <button type="button" className="button" disabled={making} onClick={() => void docx()}>
            {making ? words.making : words.docx}
          </button>
          <DoingButtons view={view} version={version} flush={draft.save} done={done} />
        </div>
        {mayWrite && <SaveState draft={draft} />}
        {failure !== undefined && (
          <p className="error-line" role="alert">
            <Icon name="alert" />
            {problemText(failure, common, locale).text}
          </p>
        )}
      </header>
      {shows === 'edit' && <Editor view={view} draft={draft} naming={naming} />}
      <div className={shows === 'edit' ? 'print-only' : undefined}>
        <PaperView id={view.id} paper={paper} qr={qr} />
      </div>
    </div>
  )
}

function Names({ view: { corrects, correctedBy } }: { view: BulletinView }) {
  const words = useBulletinsWords()
  const { say } = useWords()
  const link = (name: NonNullable<BulletinView['corrects']>, told: string) => (
    <p>
      <Link to="/bulletins/$id" params={{ id: name.id }}>
        {told}
      </Link>
    </p>
  )
  return (
    <>
      {corrects && link(corrects, words.corrects(say(bulletinName(corrects))))}
      {correctedBy && link(correctedBy, words.correctedBy(say(bulletinName(correctedBy))))}
    </>
  )
}
