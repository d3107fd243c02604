import { Link } from '@tanstack/react-router'
import { Empty } from '../parts/shell/empty.tsx'
import { useTitle } from '../parts/shell/use-title.ts'
import { useWords } from '../words/words.tsx'

/** An address without a page. */
export function Lost() {
  const { words } = useWords()
  useTitle(words.errors.pageTitle)
  return (
    <div className="page">
      <Empty
        isPage
        title={words.errors.pageTitle}
        text={words.errors.pageText}
        action={
          <Link to="/" className="button">
            {words.errors.home}
          </Link>
        }
      />
    </div>
  )
}
