import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Matter } from '../../../../domain/matter/matter.ts'
import type { MsgType } from '../../../../domain/outward/alert.ts'
import type { AlertsView } from '../../../../domain/views/alert-view.ts'
import { useOffice } from '../../../client/office.tsx'
import { problemText } from '../../../client/problem-text.ts'
import { FormView } from '../../../parts/form/form-view.tsx'
import { useForm } from '../../../parts/form/use-form.ts'
import { Drawer } from '../../../parts/shell/drawer.tsx'
import { notify } from '../../../parts/shell/notices.tsx'
import { Icon } from '../../../theme/icon.tsx'
import { useAlertWords } from '../../../words/alerts/use-alert-words.ts'
import { useWords } from '../../../words/words.tsx'
import { alertForm, wishOf } from './alert-form.ts'
import { alertsQuery, issueAlert, type NewAlert, previewAlert } from './alerts-api.ts'

type Props = {
  readonly matter: Matter
  readonly data: AlertsView
  readonly msgType: MsgType
  readonly close: () => void
}
type Looked = { readonly wish: NewAlert; readonly xml: string }

/** Writing an alert, looking at it as it goes out, and issuing it: never in one press. */
export function AlertDrawer({ matter, data, msgType, close }: Props) {
  const words = useAlertWords()
  const { words: common, locale } = useWords()
  const { directory, session } = useOffice()
  const client = useQueryClient()
  const form = useMemo(
    () =>
      alertForm(directory, {
        proposed: data.proposed.areas,
        unitId: session.post.unitId,
        exercise: matter.exercise === true,
      }),
    [directory, data.proposed.areas, session.post.unitId, matter.exercise],
  )
  const standing = data.alerts.find(({ stands }) => stands)
  const state = useForm(form, `${session.person.id}:alert:${matter.id}:${msgType}`, startOf(data, msgType))
  const [looked, setLooked] = useState<Looked>()
  const replaces = msgType === 'Alert' ? undefined : standing?.id
  const look = useMutation({
    mutationFn: async (wish: NewAlert) => ({ wish, ...(await previewAlert(matter.id, wish)) }),
    onSuccess: setLooked,
  })
  const send = useMutation({
    mutationFn: (wish: NewAlert) => issueAlert(matter.id, wish),
    onSuccess: () => {
      state.drop()
      notify(words.sent)
      close()
    },
    // Somebody was quicker: what was looked at no longer stands, so it is looked at again.
    onError: () => setLooked(undefined),
    onSettled: () => client.invalidateQueries({ queryKey: alertsQuery(matter.id).queryKey }),
  })
  const failed = look.error ?? send.error
  const goOn = () => {
    const values = state.check()
    if (values) look.mutate(wishOf(values, { seenVersion: matter.version, msgType, replaces }))
  }
  const title = { Alert: words.issue, Update: words.update, Cancel: words.cancel }[msgType]
  return (
    <Drawer
      title={title}
      under={words.lead}
      close={close}
      width={600}
      foot={
        looked ? (
          <>
            <button
              type="button"
              className="button is-primary"
              disabled={send.isPending}
              onClick={() => send.mutate(looked.wish)}
            >
              {words.send}
            </button>
            <button type="button" className="button" onClick={() => setLooked(undefined)}>
              {words.back}
            </button>
          </>
        ) : (
          <>
            <button type="button" className="button is-primary" disabled={look.isPending} onClick={goOn}>
              {words.look}
            </button>
            <button type="button" className="button" onClick={close}>
              {common.cancel}
            </button>
          </>
        )
      }
    >
      {failed && (
        <p className="error-line" role="alert">
          <Icon name="alert" />
          {problemText(failed, common, locale).text}
        </p>
      )}
      {looked ? <Look looked={looked} exercise={matter.exercise === true} /> : <FormView form={form} state={state} />}
    </Drawer>
  )
}

/** Of an update what is known stays to be said anew; a cancellation says that it is over. */
const startOf = ({ proposed, alerts }: AlertsView, msgType: MsgType) => ({
  severity: proposed.severity,
  areas: proposed.areas,
  ...(msgType === 'Alert' ? {} : { scope: alerts.find(({ stands }) => stands)?.scope }),
  ...(msgType === 'Cancel' ? { urgency: 'Past', responses: ['AllClear'] } : {}),
})

/** The message as people read it, and below as programs do. */
function Look({ looked: { wish, xml }, exercise }: { looked: Looked; exercise: boolean }) {
  const words = useAlertWords()
  const { say } = useWords()
  const { directory } = useOffice()
  const areas = wish.areas.map((id) => (directory.units[id] ? say(directory.units[id].name) : id)).join('、')
  return (
    <div className="alert-look">
      <p className="hint">{words.previewed}</p>
      <div className="alert-sheet">
        {exercise && <b className="alert-exercise">{words.exercise}</b>}
        <h3>{wish.headline.zh}</h3>
        <p>{areas}</p>
        <p>{wish.description.zh}</p>
        {wish.instruction && <p>{wish.instruction.zh}</p>}
        <p className="hint">
          {words.scopes[wish.scope]} · {words.severities[wish.severity]} · {words.urgencies[wish.urgency]} ·{' '}
          {words.certainties[wish.certainty]}
        </p>
        {wish.headline.en && (
          <div lang="en">
            <h3>{wish.headline.en}</h3>
            <p>{wish.description.en}</p>
            {wish.instruction?.en && <p>{wish.instruction.en}</p>}
          </div>
        )}
      </div>
      <details>
        <summary>{words.original}</summary>
        <pre>{xml.replaceAll('><', '>\n<')}</pre>
      </details>
    </div>
  )
}
