import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { FillView } from '../../../domain/returns/return-views.ts'
import { useOffice } from '../../client/office.tsx'
import { problemText } from '../../client/problem-text.ts'
import { checkFill, fileOfFill, fillQuery, signFill, typeFill } from '../../client/returns/returns-api.ts'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { notify } from '../../parts/shell/notices.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { useTitle } from '../../parts/shell/use-title.ts'
import { Icon } from '../../theme/icon.tsx'
import { momentText } from '../../words/dates.ts'
import { useReturnsWords } from '../../words/returns/use-returns-words.ts'
import { useWords } from '../../words/words.tsx'
import { BehindDrawer } from './behind-drawer.tsx'
import { FilledGrid, type Typed } from './filled-grid.tsx'

/** A form filled for a period: what the system filled, what is by hand, what changed; then the check, the signature, the file. */
export function FillPart({ fillId }: { fillId: string }) {
  const { say } = useWords()
  const words = useReturnsWords()
  const { data, error, refetch } = useQuery(fillQuery(fillId))
  useTitle(data ? `${data.form.name} ${say(data.period.title)}` : words.title)
  if (error) return <ErrorCard error={error} retry={() => void refetch()} />
  return data ? <Filled view={data} /> : <Skeleton rows={8} height={40} />
}

function Filled({ view }: { view: FillView }) {
  const { fill: say } = useReturnsWords()
  const [behind, setBehind] = useState<string>()
  const [typed, setTyped] = useState<Typed>(() => typedIn(view))
  const isChanged = JSON.stringify(typed) !== JSON.stringify(typedIn(view))
  return (
    <>
      <FillHead view={view} />
      {!view.isLatest && <p className="returns-note">{say.earlier}</p>}
      {view.cells.some(({ withheld }) => withheld) && <p className="returns-note">{say.withheldWhy}</p>}
      <section className="card" aria-label={say.table}>
        <header className="card-head">
          <Legend view={view} />
          <Acts view={view} typed={typed} isChanged={isChanged} />
        </header>
        <FilledGrid view={view} typed={typed} {...(view.mayFill ? { type: setTyped } : {})} look={setBehind} />
      </section>
      {behind && <BehindDrawer view={view} cell={behind} close={() => setBehind(undefined)} />}
    </>
  )
}

const typedIn = ({ cells }: FillView): Typed =>
  Object.fromEntries(cells.flatMap(({ cell, use, value }) => ('hand' in use ? [[cell, String(value ?? '')]] : [])))

function FillHead({ view }: { view: FillView }) {
  const { say, locale } = useWords()
  const words = useReturnsWords()
  const { today, directory } = useOffice()
  const { form, period, version, state, asOf, comparedWith, cells, checkedPostId, checkedAt, signedPostId, signedAt } =
    view
  const moment = (at: string) => momentText(at, today(), locale)
  const post = (id: string) => {
    const found = directory.posts[id]
    return found ? say(found.title) : ''
  }
  const told = [
    words.fill.asOf(moment(asOf)),
    checkedPostId && checkedAt ? words.fill.checkedBy(post(checkedPostId), moment(checkedAt)) : '',
    signedPostId && signedAt ? words.fill.signedBy(post(signedPostId), moment(signedAt)) : '',
  ]
  const changed = cells.filter(({ before }) => before !== undefined).length
  return (
    <header className="returns-head">
      <Link to="/returns" search={{ form: form.id }} className="returns-back">
        <Icon name="back" size={16} />
        {form.name}
      </Link>
      <h1>
        {say(period.title)} <span className={`returns-state is-${state}`}>{words.states[state]}</span>
      </h1>
      <span className="muted">
        {words.fills.version(version)} · {told.filter(Boolean).join(' · ')}
      </span>
      {comparedWith && (
        <span className="returns-compared">
          {words.fill.compared(comparedWith.version, comparedWith.signed, changed)}
        </span>
      )}
    </header>
  )
}

function Legend({ view: { bySystem, byHand, mayFill } }: { view: FillView }) {
  const { fill, map } = useReturnsWords()
  return (
    <p className="returns-legend">
      <span className="is-system">
        {fill.bySystem} {bySystem}
      </span>
      <span className="is-hand">
        {mayFill ? fill.byHand : map.legend.hand} {byHand}
      </span>
    </p>
  )
}

/** What this reader may do next with it. */
function Acts({ view, typed, isChanged }: { view: FillView; typed: Typed; isChanged: boolean }) {
  const { words, locale } = useWords()
  const { fill } = useReturnsWords()
  const client = useQueryClient()
  const { id, state, mayFill, maySign, cells } = view
  const act = useMutation({
    mutationFn: async (what: 'type' | 'check' | 'sign') => {
      if (what === 'sign') return void (await signFill(id))
      if (isChanged)
        await typeFill(
          id,
          Object.entries(typed).map(([cell, text]) => ({ cell, text })),
        )
      if (what === 'check') await checkFill(id)
    },
    onSuccess: (_, what) => notify({ type: fill.typedSaved, check: fill.checked, sign: fill.signed }[what]),
    onSettled: () => client.invalidateQueries({ queryKey: ['returns'] }),
  })
  const press = (what: 'type' | 'check' | 'sign') => () => !act.isPending && act.mutate(what)
  const mayTake = state === 'signed' && !cells.some(({ withheld }) => withheld)
  return (
    <div className="returns-acts">
      {act.error && (
        <span className="alarm" role="alert">
          {problemText(act.error, words, locale).text}
        </span>
      )}
      {mayFill && isChanged && (
        <button type="button" className="button" onClick={press('type')}>
          {fill.saveTyped}
        </button>
      )}
      {mayFill && (state === 'draft' || isChanged) && (
        <button type="button" className="button is-primary" onClick={press('check')}>
          {fill.check}
        </button>
      )}
      {state === 'checked' && !maySign && !isChanged && <span className="hint">{fill.waitsSign}</span>}
      {state === 'draft' && !mayFill && view.isLatest && <span className="hint">{fill.waitsCheck}</span>}
      {maySign && (
        <button type="button" className="button is-primary" onClick={press('sign')}>
          {fill.sign}
        </button>
      )}
      {mayTake && (
        <a className="button is-primary" href={fileOfFill(id)} download>
          <Icon name="download" size={16} />
          {fill.download}
        </a>
      )}
    </div>
  )
}
