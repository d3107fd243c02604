import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { IndicatorsView } from '../../../domain/compare/compare-view.ts'
import {
  INDICATOR_KINDS,
  type IndicatorDefinition,
  SOURCE_MARKS,
  WANTED,
} from '../../../domain/indicators/definition.ts'
import { periodName } from '../../../domain/indicators/named-period.ts'
import { useCompareWords } from '../../words/compare/use-compare-words.ts'
import { useWords } from '../../words/words.tsx'
import { saveIndicator, trialQuery } from './compare-api.ts'
import { LintList } from './definition-part.tsx'
import { type Draft, draftOf, typedOf } from './indicator-draft.ts'
import { KindsField } from './kinds-field.tsx'
import { UnitsTable } from './units-table.tsx'

/** An indicator as data, with its lint as one types and its figures of the last period beside. */
export function IndicatorEditor({ known }: { known: IndicatorsView }) {
  const words = useCompareWords()
  const { say } = useWords()
  const client = useQueryClient()
  const [draft, setDraft] = useState<Draft>(() => draftOf(known.indicators[0]?.[0], known.today))
  const late = useDeferredValue(draft)
  const typed = typedOf(late)
  const { data: tried } = useQuery(trialQuery(typed && { ...typed, period: known.period }))
  const versions = known.indicators.find(([each]) => each?.id === draft.id) ?? []
  const save = useMutation({
    mutationFn: saveIndicator,
    onSuccess: () => client.invalidateQueries({ queryKey: ['indicators'] }),
  })
  const put = (part: Partial<Draft>) => {
    save.reset()
    setDraft({ ...draft, ...part })
  }
  const input = (name: keyof Draft, label: string, more: object = {}) => (
    <label className="field">
      <span>{label}</span>
      <input className="input" value={draft[name]} onChange={({ target }) => put({ [name]: target.value })} {...more} />
    </label>
  )
  const choice = <T extends string>(
    name: keyof Draft,
    label: string,
    names: Readonly<Record<T, string>>,
    all: readonly T[],
  ) => (
    <label className="field">
      <span>{label}</span>
      <select className="input" value={draft[name]} onChange={({ target }) => put({ [name]: target.value })}>
        {all.map((each) => (
          <option key={each} value={each}>
            {names[each]}
          </option>
        ))}
      </select>
    </label>
  )
  const begin = (id: string) => {
    save.reset()
    setDraft(draftOf(known.indicators.find(([each]) => each?.id === id)?.[0], known.today))
  }
  return (
    <div className="compare-edit">
      <form
        className="card compare-form"
        onSubmit={(event) => {
          event.preventDefault()
          const now = typedOf(draft)
          if (now) save.mutate({ ...now, seenVersion: versions[0]?.version ?? 0, effectiveFrom: draft.effectiveFrom })
        }}
      >
        <p className="hint">{words.editLead}</p>
        <label className="field">
          <span>{words.choose}</span>
          <select
            className="input"
            value={versions.length > 0 ? draft.id : ''}
            onChange={({ target }) => begin(target.value)}
          >
            <option value="">{words.fresh}</option>
            {known.indicators.map(([each]) => each && <Choice key={each.id} indicator={each} />)}
          </select>
        </label>
        {input('id', words.id, { pattern: '[a-z][a-z0-9\\-]{1,60}', required: true })}
        {input('zh', words.nameZh, { required: true, minLength: 2, maxLength: 60 })}
        {input('en', words.nameEn, { required: true, minLength: 2, maxLength: 60 })}
        {input('formula', words.formula, { required: true, maxLength: 300, className: 'input mono' })}
        <p className="hint">
          {words.counts}：
          {known.measures.map(({ id, title }) => (
            <span key={id} className="compare-count">
              <code>{id}</code> {say(title)}
            </span>
          ))}
          {Object.entries(words.families).map(([name, meaning]) => (
            <span key={name} className="compare-count">
              <code>{name}</code> {meaning}
            </span>
          ))}
        </p>
        <div className="compare-pair">
          {choice('kind', words.kind, words.kindNames, INDICATOR_KINDS)}
          {choice('by', words.by, words.byNames, ['unit', 'place'])}
          {choice('wanted', words.wantedLabel, words.wanted, WANTED)}
          {input('from', words.from, { inputMode: 'decimal' })}
          {input('to', words.to, { inputMode: 'decimal' })}
          {input('fewest', words.fewest, { inputMode: 'numeric' })}
          {input('effectiveFrom', words.effectiveFrom, { type: 'date', required: true })}
        </div>
        <KindsField kinds={known.kinds} draft={draft} put={put} />
        {choice('mark', words.source, words.marks, SOURCE_MARKS)}
        {input('source', words.sourceText, { required: true, minLength: 2, maxLength: 300 })}
        {save.error && <p role="alert">{save.error.message}</p>}
        {save.isSuccess && <output>{words.saved}</output>}
        {known.mayKeep ? (
          <button type="submit" className="button is-primary" disabled={save.isPending || !typedOf(draft)}>
            {words.save}
          </button>
        ) : (
          <p className="hint">{words.needRole}</p>
        )}
        <ul className="compare-versions">
          {versions.map(({ version, effectiveFrom, formula }) => (
            <li key={version}>
              {words.version(version, effectiveFrom)} <code>{formula}</code>
            </li>
          ))}
        </ul>
      </form>
      <div aria-live="polite">
        {tried && (
          <section className="card compare-form">
            <h2>{words.lint(tried.lint.length + (tried.fault ? 1 : 0))}</h2>
            {tried.fault ? <p role="alert">{say(tried.fault)}</p> : <LintList lint={tried.lint} />}
          </section>
        )}
        {tried?.preview && (
          <>
            <h2>{words.preview(say(periodName(known.period)))}</h2>
            <UnitsTable view={tried.preview} search={{ period: known.period }} />
          </>
        )}
      </div>
    </div>
  )
}

function Choice({ indicator: { id, title, version } }: { indicator: IndicatorDefinition }) {
  const { say } = useWords()
  return (
    <option value={id}>
      {say(title)} · {version}
    </option>
  )
}
