import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { SendFileCard } from '../../parts/files/send-file-card.tsx'
import { useTitle } from '../../parts/shell/use-title.ts'
import { useImportWords } from '../../words/use-import-words.ts'
import { isGivenOut, sendLedger } from './import-api.ts'
import { OwnImports } from './own-imports.tsx'
import { ReadingCard } from './reading-card.tsx'
import './import.css'

/** A ledger comes in: sent in, looked at, tried, taken in. */
export function ImportPage() {
  const say = useImportWords()
  const { upload, batch } = useSearch({ from: '/import' })
  const navigate = useNavigate({ from: '/import' })
  const client = useQueryClient()
  useTitle(say.title)
  const asked = async (id: string) => {
    await client.invalidateQueries({ queryKey: ['import', 'batches'] })
    await navigate({ search: { batch: id } })
  }
  return (
    <div className="page import">
      <header className="import-head">
        <h1>{say.title}</h1>
        <span className="muted">{say.lead}</span>
      </header>
      {upload ? (
        <ReadingCard
          key={upload}
          uploadId={upload}
          asked={(id) => void asked(id)}
          leave={() => void navigate({ search: {} })}
        />
      ) : (
        <>
          <FileCard
            sent={(id, isOurs) =>
              void (isOurs
                ? navigate({ to: '/bring-back', search: { file: id } })
                : navigate({ search: { upload: id } }))
            }
          />
          <OwnImports current={batch} />
        </>
      )}
    </div>
  )
}

function FileCard({ sent }: { sent: (id: string, isOurs: boolean) => void }) {
  const { file } = useImportWords()
  return (
    <SendFileCard
      accept=".xlsx,.xlsm,.xls,.et,.csv,.txt"
      words={file}
      send={async (file) => {
        const { id } = await sendLedger(file)
        sent(id, await isGivenOut(id))
      }}
    />
  )
}
