import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Empty } from '../../parts/shell/empty.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useOutletWords } from '../../words/told/use-outlet-words.ts'
import { Loaded } from '../admin/loaded.tsx'
import { useMayChange } from '../admin/may-change.ts'
import { ClientKeysCard } from '../client-keys/client-keys-card.tsx'
import { outletsQuery } from './outlet-api.ts'
import { OutletDrawer, type OutletTask } from './outlet-drawer.tsx'
import { OutletItem } from './outlet-item.tsx'
import { OutletSecret } from './outlet-secret.tsx'
import './outlets.css'

/** Where the notices of units go besides their inbox: how each fares, and what can be done with it. */
export function OutletsPart() {
  const words = useOutletWords()
  const mayChange = useMayChange()
  const [task, setTask] = useState<OutletTask>()
  const [secret, setSecret] = useState<string>()
  const add = mayChange && (
    <button type="button" className="button is-primary" onClick={() => setTask({ kind: 'add' })}>
      <Icon name="plus" size={16} />
      {words.add}
    </button>
  )
  return (
    <>
      <Loaded query={useQuery(outletsQuery)}>
        {(all) => (
          <section className="card" aria-label={words.tab}>
            <div className="outlets-head">
              <p className="hint">{words.lead}</p>
              {all.length > 0 && add}
            </div>
            {all.length === 0 && <Empty title={words.none} text={words.noneText} action={add} />}
            <ul className="batch-list">
              {all.map((outlet) => (
                <OutletItem key={outlet.id} outlet={outlet} mayChange={mayChange} choose={setTask} />
              ))}
            </ul>
            {task && <OutletDrawer task={task} show={setSecret} close={() => setTask(undefined)} />}
            {secret && <OutletSecret secret={secret} words={words.made} close={() => setSecret(undefined)} />}
          </section>
        )}
      </Loaded>
      <ClientKeysCard />
    </>
  )
}
