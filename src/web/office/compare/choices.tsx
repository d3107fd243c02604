import { useNavigate } from '@tanstack/react-router'
import type { IndicatorsView } from '../../../domain/compare/compare-view.ts'
import { periodName } from '../../../domain/indicators/named-period.ts'
import { useOffice } from '../../client/office.tsx'
import { useCompareWords } from '../../words/compare/use-compare-words.ts'
import { useWords } from '../../words/words.tsx'
import { fileOf } from './compare-api.ts'
import type { CompareSearch } from './compare-search.ts'
import { comparedUnits } from './compared-units.ts'

type Props = { known: IndicatorsView; search: CompareSearch; hasIndicator: boolean }

/** What is compared, among which units, in which period, by the records of which day. */
export function Choices({ known, search, hasIndicator }: Props) {
  const words = useCompareWords()
  const navigate = useNavigate({ from: '/compare' })
  const go = (part: CompareSearch) => void navigate({ search: { ...search, ...part }, replace: true })
  const { asOf: _, ...now } = search
  return (
    <div className="compare-choices no-print">
      {hasIndicator && <IndicatorChoice known={known} search={search} go={go} />}
      <UnitChoice search={search} go={go} />
      <PeriodChoice known={known} search={search} go={go} />
      <label className="field">
        <span>{words.asOf}</span>
        <input
          type="date"
          className="input"
          title={words.asOfHint}
          max={known.today}
          value={search.asOf ?? ''}
          onChange={({ target }) =>
            target.value ? go({ asOf: target.value }) : void navigate({ search: now, replace: true })
          }
        />
      </label>
      {hasIndicator && (
        <span className="compare-files">
          <a className="button" href={fileOf('xlsx', search)} download>
            {words.xlsx}
          </a>
          <a className="button" href={fileOf('csv', search)} download>
            {words.csv}
          </a>
        </span>
      )}
    </div>
  )
}

type Choice = { search: CompareSearch; go: (part: CompareSearch) => void }

function IndicatorChoice({ known, search, go }: Choice & { known: IndicatorsView }) {
  const words = useCompareWords()
  const { say } = useWords()
  const newest = known.indicators.flatMap(([each]) => (each ? [each] : []))
  const packs = [...new Set(newest.map(({ pack }) => pack))]
  return (
    <label className="field">
      <span>{words.indicator}</span>
      <select
        className="input"
        value={search.indicator ?? 'on-time'}
        onChange={({ target }) => go({ indicator: target.value })}
      >
        {packs.map((pack) => (
          <optgroup key={pack} label={words.packs[pack]}>
            {newest
              .filter((each) => each.pack === pack && !each.isDropped)
              .map(({ id, title }) => (
                <option key={id} value={id}>
                  {say(title)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  )
}

/** The unit whose units below are compared: from the top of the office down to the reader's own, and those under it. */
function UnitChoice({ search, go }: Choice) {
  const words = useCompareWords()
  const { say } = useWords()
  const { actor, directory } = useOffice()
  const units = comparedUnits(directory, actor)
  if (units.length < 2) return null
  return (
    <label className="field">
      <span>{words.unit}</span>
      <select
        className="input"
        value={search.unit ?? actor.unitId}
        onChange={({ target }) => go({ unit: target.value })}
      >
        {units.map(({ unit: { id, name }, depth }) => (
          <option key={id} value={id}>
            {'　'.repeat(depth)}
            {say(name)}
          </option>
        ))}
      </select>
    </label>
  )
}

function PeriodChoice({ known, search, go }: Choice & { known: IndicatorsView }) {
  const words = useCompareWords()
  const { say } = useWords()
  return (
    <label className="field">
      <span>{words.period}</span>
      <select
        className="input"
        value={search.period ?? known.period}
        onChange={({ target }) => go({ period: target.value })}
      >
        {known.periods.map((name) => (
          <option key={name} value={name}>
            {say(periodName(name))}
          </option>
        ))}
      </select>
    </label>
  )
}
