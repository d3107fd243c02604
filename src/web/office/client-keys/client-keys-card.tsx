import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClientKey } from '../../../domain/views/client-key-view.ts'
import { useOffice } from '../../client/office.tsx'
import { Empty } from '../../parts/shell/empty.tsx'
import { notify } from '../../parts/shell/notices.tsx'
import { Icon } from '../../theme/icon.tsx'
import { momentText } from '../../words/dates.ts'
import { useOutletWords } from '../../words/told/use-outlet-words.ts'
import { useWords } from '../../words/words.tsx'
import { AdminDrawer } from '../admin/admin-drawer.tsx'
import { Loaded } from '../admin/loaded.tsx'
import { useMayChange } from '../admin/may-change.ts'
import { OutletSecret } from '../outlets/outlet-secret.tsx'
import { addClientKey, clientKeysQuery, revokeClientKey } from './client-key-api.ts'
import { clientKeyForm } from './client-key-form.ts'

type Task = { readonly kind: 'add' } | { readonly kind: 'revoke'; readonly key: ClientKey }

/** Programs of others that send reports in by Open311: their keys, made and revoked here. */
export function ClientKeysCard() {
  const { keys: words } = useOutletWords()
  const mayChange = useMayChange()
  const [task, setTask] = useState<Task>()
  const [secret, setSecret] = useState<string>()
  const add = mayChange && (
    <button type="button" className="button" onClick={() => setTask({ kind: 'add' })}>
      <Icon name="plus" size={16} />
      {words.add}
    </button>
  )
  return (
    <Loaded query={useQuery(clientKeysQuery)}>
      {(all) => (
        <section className="card client-keys" aria-label={words.title}>
          <div className="outlets-head">
            <div>
              <h2>{words.title}</h2>
              <p className="hint">
                {words.lead} <a href="/standards">{words.standards}</a>
              </p>
            </div>
            {all.length > 0 && add}
          </div>
          {all.length === 0 && <Empty title={words.none} text={words.noneText} action={add} />}
          <ul className="batch-list">
            {all.map((key) => (
              <KeyItem
                key={key.id}
                shown={key}
                revoke={mayChange ? () => setTask({ kind: 'revoke', key }) : undefined}
              />
            ))}
          </ul>
          {task && <KeyDrawer task={task} show={setSecret} close={() => setTask(undefined)} />}
          {secret && <OutletSecret secret={secret} words={words.made} close={() => setSecret(undefined)} />}
        </section>
      )}
    </Loaded>
  )
}

function KeyItem({
  shown: { name, madeAt, revokedAt },
  revoke,
}: {
  shown: ClientKey
  revoke: (() => void) | undefined
}) {
  const { locale } = useWords()
  const { keys: words } = useOutletWords()
  const { today } = useOffice()
  const at = (moment: string) => momentText(moment, today(), locale)
  return (
    <li className="batch outlet">
      <div className="batch-what">
        <b>{name}</b>
        <span className="hint">{revokedAt ? words.revokedAt(at(revokedAt)) : words.madeAt(at(madeAt))}</span>
      </div>
      {revoke && !revokedAt && (
        <button type="button" className="button is-small" onClick={revoke}>
          {words.revoke}
        </button>
      )}
    </li>
  )
}

function KeyDrawer({ task, show, close }: { task: Task; show: (secret: string) => void; close: () => void }) {
  const { keys: words } = useOutletWords()
  if (task.kind === 'add')
    return (
      <AdminDrawer
        title={words.addTitle}
        under={words.lead}
        form={clientKeyForm}
        draft="client-key"
        start={{}}
        action={words.add}
        send={async (values, reason) => {
          const { key } = await addClientKey({ name: String(values['name'] ?? ''), reason })
          notify(words.added)
          show(key)
        }}
        close={close}
      />
    )
  const { id, name } = task.key
  return (
    <AdminDrawer
      title={words.revokeTitle(name)}
      under={words.revokeText}
      draft={`client-key:${id}`}
      start={{}}
      action={words.revoke}
      send={async (_, reason) => {
        await revokeClientKey(id, reason)
        notify(words.revoked)
      }}
      close={close}
    />
  )
}
