import type { LedgerColumnView } from '../../../domain/views/import-views.ts'
import { useImportWords } from '../../words/use-import-words.ts'
import { useWords } from '../../words/words.tsx'

/** Columns that stay outside: nobody asked for them, or they may not be taken in. */
export function LeftColumns({ columns }: { columns: readonly LedgerColumnView[] }) {
  const { words, say: inOwn } = useWords()
  const { reading: say } = useImportWords()
  const left = columns.filter(({ reads, refused }) => reads.length === 0 && !refused)
  const refused = columns.flatMap(({ heading, refused: why }) => (why ? [{ heading, why }] : []))
  return (
    <div className="import-left">
      {refused.length > 0 && (
        <p>
          <b>{say.refused}</b> {refused.map(({ heading, why }) => `${heading}（${inOwn(why)}）`).join(words.listComma)}
        </p>
      )}
      {left.length > 0 && (
        <p className="muted">
          <b>{say.left(left.length)}</b> {left.map(({ heading }) => heading).join(words.listComma)}
        </p>
      )}
    </div>
  )
}
