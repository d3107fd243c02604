import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { conditionText } from '../../../domain/wording/condition-text.ts'
import { Pie } from '../../parts/due/due-chip.tsx'
import { ImpactPart } from '../personal/impact-part.tsx'
import { DeadlineTable } from './deadline-table.tsx'
import { ProcedureDiagram } from './diagram/procedure-diagram.tsx'
import { useFittingDiagram } from './diagram/use-fitting-diagram.ts'
import type { Speech } from './rule-words.ts'
import { StatePanel } from './state-panel.tsx'

/** The diagram with the panel of the selected state, and the deadlines below. */
export function ProcedurePart({ procedure, speech }: { procedure: Procedure; speech: Speech }) {
  const search = useSearch({ from: '/rules' })
  const navigate = useNavigate({ from: '/rules' })
  const frame = useRef<HTMLDivElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const fitting = useFittingDiagram(procedure, speech, frame)
  const state = search.state && procedure.states[search.state] ? search.state : procedure.opening.state
  const select = (next: string) => {
    void navigate({ search: (before) => ({ ...before, state: next }), replace: true, resetScroll: false })
    if (fitting?.arrangement === 'stacked') panel.current?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <div ref={frame} className={`procedure is-${fitting?.arrangement ?? 'beside'}`}>
      <div className="procedure-diagram">
        {fitting && (
          <ProcedureDiagram procedure={procedure} fitting={fitting} speech={speech} selected={state} select={select} />
        )}
        <Legend speech={speech} />
      </div>
      <div ref={panel} className="procedure-panel">
        <StatePanel procedure={procedure} state={state} speech={speech} select={select} />
      </div>
      <div className="procedure-deadlines">
        <section aria-labelledby="deadlines-title">
          <h2 id="deadlines-title">
            {speech.rules.deadlines} <span className="count">{Object.keys(procedure.deadlines).length}</span>
          </h2>
          <DeadlineTable procedure={procedure} state={state} speech={speech} />
        </section>
        <ImpactPart procedure={procedure} />
        {procedure.signals && (
          <section className="procedure-signals" aria-labelledby="signals-title">
            <h2 id="signals-title">
              {speech.words.signals.title} <span className="count">{Object.keys(procedure.signals).length}</span>
            </h2>
            <p className="hint">{speech.words.signals.hint}</p>
            <ul>
              {Object.entries(procedure.signals).map(([id, signal]) => (
                <li key={id}>
                  <b>{speech.say(signal.title)}</b>
                  {speech.words.colon}
                  {speech.say(conditionText(signal.if, procedure))}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  )
}

function Legend({ speech: { rules } }: { speech: Speech }) {
  return (
    <p className="diagram-legend">
      <span>
        <i />
        {rules.legend.step}
      </span>
      <span>
        <i className="is-dashed" />
        {rules.legend.back}
      </span>
      <span>
        <Pie share={0.66} size={12} />
        {rules.legend.clock}
      </span>
      <span>
        <i className="is-done" />
        {rules.legend.done}
      </span>
    </p>
  )
}
