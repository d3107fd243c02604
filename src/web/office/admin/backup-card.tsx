import { useQuery } from '@tanstack/react-query'
import type { BackupView } from '../../../domain/views/backup-view.ts'
import { useOffice } from '../../client/office.tsx'
import { momentText } from '../../words/dates.ts'
import { useAdminWords } from '../../words/use-admin-words.ts'
import { useWords } from '../../words/words.tsx'
import { backupsQuery } from './admin-api.ts'

const MEGABYTE = 1024 * 1024

/** How the backups of the server stand: the latest, whether it was rehearsed, and what whoever runs the server should look at. */
export function BackupCard() {
  const { backups: words } = useAdminWords()
  const { data } = useQuery(backupsQuery)
  if (!data) return null
  return (
    <section className="card" aria-labelledby="backups">
      <header className="card-head">
        <h2 id="backups">{words.title}</h2>
      </header>
      <div className="card-body backup-lines">
        {data.configured ? <Lines backups={data} /> : <p className="hint">{words.none}</p>}
        <KeyLine at={data.keyCopiedAt} />
      </div>
    </section>
  )
}

function Lines({ backups: { last, rehearsal, failed, late } }: { backups: BackupView }) {
  const { backups: words } = useAdminWords()
  const { say, locale } = useWords()
  const { today } = useOffice()
  const moment = (at: string) => momentText(at, today(), locale)
  return (
    <>
      <p>{last ? words.last(moment(last.at), `${(last.bytes / MEGABYTE).toFixed(1)} MB`, last.files) : words.never}</p>
      {failed && (
        <p className="backup-fault">{words.failed(moment(failed.at), failed.why ? say(failed.why) : words.inLog)}</p>
      )}
      {late && !failed && <p className="backup-fault">{words.late}</p>}
      {rehearsal ? (
        <p className={rehearsal.ok ? undefined : 'backup-fault'}>
          {rehearsal.ok
            ? words.whole(moment(rehearsal.at), rehearsal.rows)
            : words.broken(moment(rehearsal.at), rehearsal.damaged)}
        </p>
      ) : (
        last && <p className="hint">{words.unrehearsed}</p>
      )}
    </>
  )
}

function KeyLine({ at }: { at: string | undefined }) {
  const { backups: words } = useAdminWords()
  const { locale } = useWords()
  const { today } = useOffice()
  return at ? (
    <p>{words.keyCopied(momentText(at, today(), locale))}</p>
  ) : (
    <p className="backup-fault">{words.keyNever}</p>
  )
}
