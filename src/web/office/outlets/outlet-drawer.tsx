import type { OutletView } from '../../../domain/views/outlet-view.ts'
import { notify } from '../../parts/shell/notices.tsx'
import { useOutletWords } from '../../words/told/use-outlet-words.ts'
import { AdminDrawer } from '../admin/admin-drawer.tsx'
import { addOutlet, changeOutlet, pauseOutlet, removeOutlet, renewSecret, retryOutlet } from './outlet-api.ts'
import { newOutletForm, outletForm, secretForm, startOf, startOfNew, targetOf, wishOf } from './outlet-forms.ts'
import { useKeys } from './outlet-keys.tsx'

export type OutletTask =
  | { readonly kind: 'add' }
  | { readonly kind: 'edit' | 'secret' | 'pause' | 'resume' | 'retry' | 'remove'; readonly outlet: OutletView }

type Props = {
  readonly task: OutletTask
  /** Shows a secret that was just made. */
  readonly show: (secret: string) => void
  readonly close: () => void
}

/** Adds or changes an outlet, or does one of the acts that ask for nothing but a reason. */
export function OutletDrawer({ task, show, close }: Props) {
  const words = useOutletWords()
  const { keys, instead } = useKeys()
  if (task.kind === 'add')
    return (
      <AdminDrawer
        title={words.addTitle}
        under={words.lead}
        form={newOutletForm}
        draft="outlet"
        start={startOfNew}
        action={words.add}
        send={async (values, reason) => {
          const { secret } = await addOutlet({
            reason,
            ...keys,
            url: keys.url ?? '',
            ...targetOf(values),
            ...wishOf(values),
          })
          notify(words.done.added)
          if (secret) show(secret)
        }}
        instead={instead}
        close={close}
      />
    )
  const { outlet } = task
  if (task.kind === 'edit')
    return (
      <AdminDrawer
        title={words.editTitle(outlet.name)}
        form={outletForm}
        draft={`outlet:${outlet.id}`}
        start={startOf(outlet)}
        send={async (values, reason) => {
          const { url } = keys
          await changeOutlet(outlet.id, { reason, ...wishOf(values), ...(url ? { url } : {}) })
          notify(words.done.changed)
        }}
        instead={instead}
        close={close}
      />
    )
  if (task.kind === 'secret')
    return (
      <AdminDrawer
        title={words.secretTitle(outlet.name)}
        under={outlet.kind === 'webhook' ? words.secretWebhook : words.secretRobot}
        {...(outlet.kind === 'webhook' ? {} : { form: secretForm })}
        draft={`outlet-secret:${outlet.id}`}
        start={{}}
        action={words.secret}
        send={async (_, reason) => {
          const given = keys.secret
          const { secret } = await renewSecret(outlet.id, { reason, ...(given ? { secret: given } : {}) })
          notify(words.done.secret)
          if (secret) show(secret)
        }}
        instead={instead}
        close={close}
      />
    )
  return <Act kind={task.kind} outlet={outlet} close={close} />
}

function Act({
  kind,
  outlet: { id, name },
  close,
}: {
  kind: 'pause' | 'resume' | 'retry' | 'remove'
  outlet: OutletView
  close: () => void
}) {
  const words = useOutletWords()
  const act = {
    pause: { title: words.pauseTitle, under: words.pauseText, action: words.pause, done: words.done.paused },
    resume: { title: words.resumeTitle, under: words.resumeText, action: words.resume, done: words.done.resumed },
    retry: { title: words.retryTitle, under: undefined, action: words.retry, done: words.done.retried },
    remove: { title: words.removeTitle, under: words.removeText, action: words.remove, done: words.done.removed },
  }[kind]
  return (
    <AdminDrawer
      title={act.title(name)}
      {...(act.under ? { under: act.under } : {})}
      draft={`outlet-${kind}:${id}`}
      start={{}}
      action={act.action}
      send={async (_, reason) => {
        if (kind === 'remove') await removeOutlet(id, reason)
        else if (kind === 'retry') await retryOutlet(id, reason)
        else await pauseOutlet(id, reason, kind === 'pause')
        notify(act.done)
      }}
      close={close}
    />
  )
}
