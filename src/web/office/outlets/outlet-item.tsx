import { useMutation, useQueryClient } from '@tanstack/react-query'
import { NOTICE_KIND_NAMES, NOTICE_KINDS } from '../../../domain/notice/notice.ts'
import { OUTLET_KINDS } from '../../../domain/notice/outlet.ts'
import type { OutletView } from '../../../domain/views/outlet-view.ts'
import { minuteText } from '../../client/minute-text.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { problemText } from '../../client/problem-text.ts'
import { momentText } from '../../words/dates.ts'
import { useOutletWords } from '../../words/told/use-outlet-words.ts'
import { useWords } from '../../words/words.tsx'
import { testOutlet } from './outlet-api.ts'
import type { OutletTask } from './outlet-drawer.tsx'

type Props = {
  readonly outlet: OutletView
  readonly mayChange: boolean
  readonly choose: (task: OutletTask) => void
}

/** One outlet: whose notices go where, for what, when, and how the last one was taken. */
export function OutletItem({ outlet, mayChange, choose }: Props) {
  const { say } = useWords()
  const words = useOutletWords()
  const { directory } = useOffice()
  const { name, kind, host, unitId, state, waiting, dead } = outlet
  return (
    <li className="batch outlet">
      <div className="batch-what">
        <b>
          {name} <span className={`outlet-state is-${state}`}>{words.states[state]}</span>
        </b>
        <span>
          {unitName(directory, unitId, say)} → {say(OUTLET_KINDS[kind])} <span className="hint">{host}</span>
        </span>
        <span className="hint">
          <Wish outlet={outlet} />
        </span>
        <span className={outlet.last?.succeeded === false ? 'hint outlet-refused' : 'hint'}>
          <Last outlet={outlet} />
        </span>
        {(waiting > 0 || dead > 0) && (
          <span className={dead > 0 ? 'outlet-refused' : 'hint'}>
            {[waiting > 0 && words.waiting(waiting), dead > 0 && words.dead(dead)].filter(Boolean).join(' · ')}
          </span>
        )}
        {mayChange && <Test id={outlet.id} />}
      </div>
      {mayChange && <Acts outlet={outlet} choose={choose} />}
    </li>
  )
}

/** For which reasons and when. */
function Wish({ outlet }: { outlet: OutletView }) {
  const { say, words } = useWords()
  const { reasons, hours, noSecret } = useOutletWords()
  const { mode, digestAt, quietFrom, quietUntil } = outlet
  const listed = outlet.reasons.map((kind) => say(NOTICE_KINDS[kind])).join(words.listComma)
  return [
    reasons(outlet.reasons.length === NOTICE_KIND_NAMES.length, listed),
    mode === 'digest' ? hours.digest(minuteText(digestAt)) : hours.atOnce,
    ...(quietFrom === undefined ? [] : [hours.quiet(minuteText(quietFrom), minuteText(quietUntil))]),
    ...(outlet.hasSecret || outlet.kind === 'wecom' ? [] : [noSecret]),
  ].join(' · ')
}

/** How the last one was taken, and until when something is waited for. */
function Last({ outlet: { last, waitsUntil, oldSecretUntil } }: { outlet: OutletView }) {
  const { locale } = useWords()
  const { today } = useOffice()
  const words = useOutletWords()
  const at = (instant: string) => momentText(instant, today(), locale)
  return [
    !last ? words.neverSent : last.succeeded ? words.lastTaken(at(last.at)) : words.lastRefused(at(last.at), last.said),
    ...(waitsUntil ? [words.waitsUntil(at(waitsUntil))] : []),
    ...(oldSecretUntil ? [words.oldSecret(at(oldSecretUntil))] : []),
  ].join(' · ')
}

/** Sends a test and shows the answer. */
function Test({ id }: { id: string }) {
  const { words: shared, locale } = useWords()
  const words = useOutletWords()
  const client = useQueryClient()
  const test = useMutation({
    mutationFn: () => testOutlet(id),
    onSettled: () => client.invalidateQueries({ queryKey: ['admin', 'outlets'] }),
  })
  const { data, error, isPending } = test
  return (
    <span className="outlet-test">
      <button type="button" className="button is-small" disabled={isPending} onClick={() => test.mutate()}>
        {words.test}
      </button>
      <span role="status" className={error || data?.taken === false ? 'outlet-refused' : 'hint'}>
        {isPending
          ? words.testing
          : error
            ? problemText(error, shared, locale).text
            : data && (data.taken ? words.testTaken : words.testRefused)(data.said)}
      </span>
    </span>
  )
}

function Acts({ outlet, choose }: Pick<Props, 'outlet' | 'choose'>) {
  const words = useOutletWords()
  const acts = [
    ...(outlet.dead > 0 ? [{ kind: 'retry', title: words.retry } as const] : []),
    { kind: 'edit', title: words.edit } as const,
    ...(outlet.kind === 'wecom' ? [] : [{ kind: 'secret', title: words.secret } as const]),
    outlet.state === 'active'
      ? ({ kind: 'pause', title: words.pause } as const)
      : ({ kind: 'resume', title: words.resume } as const),
    { kind: 'remove', title: words.remove } as const,
  ]
  return (
    <div className="outlet-acts">
      {acts.map(({ kind, title }) => (
        <button key={kind} type="button" className="button is-small" onClick={() => choose({ kind, outlet })}>
          {title}
        </button>
      ))}
    </div>
  )
}
