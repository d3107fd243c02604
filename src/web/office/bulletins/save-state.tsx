import { problemText } from '../../client/problem-text.ts'
import { Icon } from '../../theme/icon.tsx'
import { useBulletinsWords } from '../../words/bulletins/use-bulletins-words.ts'
import { useWords } from '../../words/words.tsx'
import type { useDraft } from './use-draft.ts'

/** Whether what was written is kept, and what to do when it is not. */
export function SaveState({ draft }: { draft: ReturnType<typeof useDraft> }) {
  const words = useBulletinsWords()
  const { words: common, locale } = useWords()
  const { saving, error, save, merge } = draft
  if (saving === 'conflict')
    return (
      <p className="error-line" role="alert">
        <Icon name="alert" />
        {words.conflict}
        <button type="button" className="button is-small" onClick={() => void merge()}>
          {words.mergeIt}
        </button>
      </p>
    )
  if (saving === 'failed')
    return (
      <p className="error-line" role="alert">
        <Icon name="alert" />
        {words.failed}：{problemText(error, common, locale).text}
        <button type="button" className="button is-small" onClick={() => void save()}>
          {words.again}
        </button>
      </p>
    )
  return (
    <p className="hint bulletin-saving" role="status">
      {words[saving]}
    </p>
  )
}
