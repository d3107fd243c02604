import { useNavigate, useSearch } from '@tanstack/react-router'
import { SendFileCard } from '../../parts/files/send-file-card.tsx'
import { useTitle } from '../../parts/shell/use-title.ts'
import { useReturnedWords } from '../../words/returned/use-returned-words.ts'
import { sendReturned } from './bring-back-api.ts'
import { ReturnedPart } from './returned-part.tsx'
import './bring-back.css'

/** A ledger that was given out and edited comes back: what changed is looked at, chosen, and recorded step by step. */
export function BringBackPage() {
  const say = useReturnedWords()
  const { file } = useSearch({ from: '/bring-back' })
  const navigate = useNavigate({ from: '/bring-back' })
  useTitle(say.title)
  return (
    <div className="page bring-back">
      <header className="bring-back-head">
        <h1>{say.title}</h1>
        <span className="muted">{say.lead}</span>
      </header>
      {file ? (
        <ReturnedPart key={file} fileId={file} leave={() => void navigate({ search: {} })} />
      ) : (
        <FileCard sent={(id) => void navigate({ search: { file: id } })} />
      )}
    </div>
  )
}

function FileCard({ sent }: { sent: (id: string) => void }) {
  const { file } = useReturnedWords()
  return (
    <SendFileCard
      accept=".xlsx,.xlsm,.xls,.et,.csv"
      words={file}
      send={async (file) => sent((await sendReturned(file)).id)}
    />
  )
}
