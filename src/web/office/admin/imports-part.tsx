import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportBatch } from '../../../domain/views/admin-views.ts'
import { useOffice } from '../../client/office.tsx'
import { Empty } from '../../parts/shell/empty.tsx'
import { momentText } from '../../words/dates.ts'
import { useAdminWords } from '../../words/use-admin-words.ts'
import { useWords } from '../../words/words.tsx'
import { importBatchesQuery } from './admin-api.ts'
import { Loaded } from './loaded.tsx'
import { RejectedRows } from './rejected-rows.tsx'

/** Every import with what came in, what was known and what was not taken. */
export function ImportsPart() {
  const admin = useAdminWords()
  const batches = useQuery(importBatchesQuery)
  const [looking, look] = useState<ImportBatch>()
  return (
    <Loaded query={batches}>
      {(all) => (
        <section className="card" aria-label={admin.imports}>
          {all.length === 0 && <Empty title={admin.importList.none} text={admin.importList.noneText} />}
          <ul className="batch-list">
            {all.map((batch) => (
              <BatchItem key={batch.id} batch={batch} look={look} />
            ))}
          </ul>
          {looking && <RejectedRows batch={looking} close={() => look(undefined)} />}
        </section>
      )}
    </Loaded>
  )
}

function BatchItem({ batch, look }: { batch: ImportBatch; look: (batch: ImportBatch) => void }) {
  const { locale } = useWords()
  const { today } = useOffice()
  const { importList } = useAdminWords()
  const figures = [
    { name: importList.read, count: batch.readRows },
    { name: importList.added, count: batch.addedRows },
    { name: importList.known, count: batch.knownRows },
    { name: importList.changed, count: batch.changedRows },
    { name: importList.rejected, count: batch.rejectedRows },
    { name: importList.skipped, count: batch.skippedRows },
  ]
  return (
    <li className="batch">
      <div className="batch-what">
        <b>{batch.source}</b>
        <span className="hint">
          {importList.mapping} {batch.mapping} · {momentText(batch.startedAt, today(), locale)}
        </span>
        {!batch.finishedAt && <span className="hint">{importList.unfinished}</span>}
      </div>
      <dl className="batch-figures">
        {figures.map(({ name, count }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count.toLocaleString('en')}</dd>
          </div>
        ))}
      </dl>
      {batch.rejectedRows > 0 && (
        <button type="button" className="button is-small" onClick={() => look(batch)}>
          {importList.look}
        </button>
      )}
    </li>
  )
}
