import { type Procedure, type Step, targetsOf } from '../../../domain/procedure/procedure.ts'
import { SourceMarkTag } from '../../parts/due/source-mark-tag.tsx'
import { useWords } from '../../words/words.tsx'
import './step.css'

/** Where the step leads, what starts to run, whom it tells, what it issues, on what basis. */
export function StepFacts({ procedure, step }: { procedure: Procedure; step: Step }) {
  const { words, say } = useWords()
  const goals = targetsOf(step).flatMap((to) => procedure.states[to] ?? [])
  const starts = (step.starts ?? []).flatMap((id) => {
    const rule = procedure.deadlines[id]
    return rule ? [say(rule.title)] : []
  })
  const documents = (step.issues ?? []).flatMap((id) => {
    const document = procedure.documents[id]
    return document ? [say(document.title)] : []
  })
  const lines = [
    {
      title: words.matter.goesTo,
      value: goals.length > 0 ? goals.map(({ title }) => say(title)).join(words.matter.orGoesTo) : words.matter.stays,
    },
    { title: words.matter.startsClocks, value: starts.join(words.listComma) },
    { title: words.matter.tells, value: step.tells ? say(step.tells) : '' },
    { title: words.matter.issues, value: documents.join(words.listComma) },
  ].filter(({ value }) => value)
  return (
    <dl className="step-facts">
      {lines.map(({ title, value }) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {step.source && (
        <div>
          <dt>{words.matter.basis}</dt>
          <dd className="law">
            {say(step.source.article)} <SourceMarkTag source={step.source} />
          </dd>
        </div>
      )}
    </dl>
  )
}
