import { Empty } from '../../parts/shell/empty.tsx'
import { useWords } from '../../words/words.tsx'

/** No row: loosen the filters, or register the first. */
export function LedgerEmpty({ filtered, clear }: { filtered: boolean; clear: () => void }) {
  const { words } = useWords()
  if (!filtered) return <Empty title={words.matters.emptyTitle} text={words.matters.emptyAll} />
  return (
    <Empty
      title={words.matters.emptyTitle}
      text={words.matters.emptyFiltered}
      action={
        <button type="button" className="button is-outline" onClick={clear}>
          {words.matters.clear}
        </button>
      }
    />
  )
}
