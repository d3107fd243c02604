import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { markText } from '../../../domain/wording/mark-text.ts'
import { useWords } from '../../words/words.tsx'
import './mark-tag.css'

/** The answer that marks a matter, in its colour and in words. Nothing where it has none. */
export function MarkTag({ mark, procedure }: { mark: string | undefined; procedure: Procedure | undefined }) {
  const { say } = useWords()
  const title = mark && procedure && markText(procedure, mark)
  if (!title) return null
  return <b className={`mark-tag is-${procedure?.mark?.tones[mark]}`}>{say(title)}</b>
}
