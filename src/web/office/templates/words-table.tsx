import type { PaperDetail } from '../../../domain/views/paper-views.ts'
import { usePaperWords } from '../../words/paper/use-paper-words.ts'

/** What a template of this paper may use, and on what the paper rests. */
export function WordsTable({ paper }: { readonly paper: PaperDetail }) {
  const words = usePaperWords()
  return (
    <section className="card" aria-labelledby="paper-words">
      <header className="card-head">
        <h2 id="paper-words">
          {words.words} <span className="count">{paper.words.length}</span>
        </h2>
      </header>
      <div className="card-body">
        <p className="hint">{words.wordsHint}</p>
        <dl className="papers-words">
          {paper.words.map(({ tag, title, personal, columns }) => (
            <div key={tag}>
              <dt>
                <code>{columns ? `{#${tag}}…{/}` : `{${tag}}`}</code>
              </dt>
              <dd>
                {title !== tag && <span lang="zh-CN">{title}</span>}
                {personal && ` · ${words.sealed}`}
                {columns && (
                  <small>
                    {words.rowsHint}{' '}
                    {columns.map((column) => (
                      <span key={column.tag} className="papers-column">
                        <code>{`{${column.tag}}`}</code> <span lang="zh-CN">{column.title}</span>
                      </span>
                    ))}
                  </small>
                )}
              </dd>
            </div>
          ))}
        </dl>
        {paper.sources.length > 0 && (
          <>
            <h3>{words.sources}</h3>
            <ul>
              {paper.sources.map(({ article, mark, note }) => (
                <li key={`${article} ${note}`}>
                  <span lang="zh-CN">{[article, note].filter(Boolean).join(' · ')}</span> · {words.marks[mark] ?? mark}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  )
}
