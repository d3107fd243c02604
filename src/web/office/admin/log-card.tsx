import { useQuery } from '@tanstack/react-query'
import { useOffice } from '../../client/office.tsx'
import { useAdminWords } from '../../words/use-admin-words.ts'
import { useWords } from '../../words/words.tsx'
import { logHeadQuery } from './log-head.ts'

/** How the transparency log of the office stands: how much is in it, who witnessed it, and where anybody can check. */
export function LogCard() {
  const { words } = useWords()
  const { log } = useAdminWords()
  const { session } = useOffice()
  const { data: head } = useQuery(logHeadQuery(session.tenant.id))
  if (head === undefined) return null
  return (
    <section className="card" aria-labelledby="log-card">
      <header className="card-head">
        <h2 id="log-card">{log.title}</h2>
        <a href="/transparency">{log.look}</a>
      </header>
      <div className="card-body backup-lines">
        <p>{head ? log.size(head.size.toLocaleString('en')) : log.none}</p>
        {head && (
          <p className={head.witnesses.length > 0 ? undefined : 'hint'}>
            {head.witnesses.length > 0 ? log.witnesses(head.witnesses.join(words.listComma)) : log.noWitness}
          </p>
        )}
      </div>
    </section>
  )
}
