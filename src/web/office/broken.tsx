import { useRouter } from '@tanstack/react-router'
import { ErrorCard } from '../parts/shell/error-card.tsx'
import { useWords } from '../words/words.tsx'

/** Something on a page broke: what, and another try. */
export function Broken({ error, reset }: { error: unknown; reset: () => void }) {
  const { words } = useWords()
  const router = useRouter()
  const again = () => {
    reset()
    void router.invalidate()
  }
  return (
    <div className="page">
      <ErrorCard title={words.errors.crashed} error={error} retry={again} />
    </div>
  )
}
