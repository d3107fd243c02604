import type { CompareView } from '../../../domain/compare/compare-view.ts'
import { useCompareWords } from '../../words/compare/use-compare-words.ts'
import { useWords } from '../../words/words.tsx'

/** What the indicator is and what its lint says, one press away. */
export function DefinitionPart({ view: { indicator, lint } }: { view: CompareView }) {
  const words = useCompareWords()
  const { range, source } = indicator
  return (
    <div className="compare-about">
      <details>
        <summary>{words.definition}</summary>
        <dl>
          <dt>{words.formula}</dt>
          <dd>
            <code>{indicator.formula}</code>
          </dd>
          <dt>{words.wantedLabel}</dt>
          <dd>{words.wanted[indicator.wanted]}</dd>
          <dt>{words.range}</dt>
          <dd>{range ? `${range.from ?? '…'} – ${range.to ?? '…'}` : words.noRange}</dd>
          <dt>{words.source}</dt>
          <dd>
            [{words.marks[source.mark]}] {source.text}
          </dd>
        </dl>
        <p className="hint">
          {words.packs[indicator.pack]} · {words.version(indicator.version, indicator.effectiveFrom)}
          {indicator.isDropped && ` · ${words.dropped}`}
        </p>
      </details>
      <details>
        <summary>{words.lint(lint.length)}</summary>
        <LintList lint={lint} />
      </details>
    </div>
  )
}

/** What is to be known of a formula before its value is read. */
export function LintList({ lint }: { lint: CompareView['lint'] }) {
  const words = useCompareWords()
  const { say } = useWords()
  if (lint.length === 0) return <p className="hint">{words.noFinding}</p>
  return (
    <ul className="compare-lint">
      {lint.map((finding) => (
        <li key={finding.en}>{say(finding)}</li>
      ))}
    </ul>
  )
}
