import type { SourceMark } from '../../../domain/procedure/source.ts'
import { useWords } from '../../words/words.tsx'
import './source-mark-tag.css'

/** Says when a rule was not read in the text of a law: it waits for the county's own word. */
export function SourceMarkTag({ mark }: { mark: SourceMark }) {
  const { words } = useWords()
  if (mark === 'found') return null
  if (mark === 'product') return <span className="hint">{words.derivation.product}</span>
  return <span className="unconfirmed">{words.derivation.unconfirmed}</span>
}
