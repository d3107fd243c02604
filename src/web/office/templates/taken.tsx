import type { TemplateTaken } from '../../../domain/views/paper-views.ts'
import { usePaperWords } from '../../words/paper/use-paper-words.ts'

/** What came of sending a template: each place that stands against it, or the version that it is. */
export function Taken({ taken }: { readonly taken: TemplateTaken }) {
  const words = usePaperWords()
  if (taken.version !== undefined)
    return (
      <p role="status" className="papers-kept">
        {words.kept(taken.version)}
      </p>
    )
  return (
    <div role="alert" className="papers-faults">
      <p>{words.refused}</p>
      <ul>
        {taken.faults.map(({ rule, what, nearest }) => (
          <li key={`${rule} ${what}`}>
            {words.faults[rule] ?? rule}
            {what && (
              <>
                ：<code>{what}</code>
              </>
            )}{' '}
            {nearest && <span lang="zh-CN">{words.nearest(nearest)}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
