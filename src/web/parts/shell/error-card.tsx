import { problemText } from '../../client/problem-text.ts'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import './states.css'

/** What failed, what is safe, the code for the administrator, and another try. */
export function ErrorCard({ title, error, retry }: { title?: string; error: unknown; retry?: () => void }) {
  const { words, locale } = useWords()
  const { text, code } = problemText(error, words, locale)
  return (
    <div className="error-card" role="alert">
      <span className="alarm">
        <Icon name="alert" />
      </span>
      <div>
        <p className="error-title">{title ?? words.errors.loadTitle}</p>
        <p>{text}</p>
        {code && <p className="hint">{words.errors.code(code)}</p>}
      </div>
      {retry && (
        <button type="button" className="button" onClick={retry}>
          {words.retry}
        </button>
      )}
    </div>
  )
}
