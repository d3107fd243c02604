import { useId } from 'react'
import type { BulletinScope } from '../../../domain/bulletins/bulletin.ts'
import { type BulletinPeriod, PERIOD_KINDS, periodAt, periodOf, periodText } from '../../../domain/bulletins/period.ts'
import { addDays, type Day } from '../../../domain/time/time.ts'
import { inAreas } from '../../../procedures/areas.ts'
import { useOffice } from '../../client/office.tsx'
import { useBulletinsWords } from '../../words/bulletins/use-bulletins-words.ts'
import { useWords } from '../../words/words.tsx'

export type Wish = { readonly scope: BulletinScope; readonly period: BulletinPeriod }

const CHOICES = { month: 24, quarter: 8 } as const

/** What is counted when nothing else is said: the month that is over, in the own unit, of all kinds. */
export const firstWish = (today: Day, unitId: string, kinds: readonly string[]): Wish => ({
  period: periodAt('before', periodOf('month', today)),
  scope: { unitId, kinds },
})

/** Period, unit and kinds of what a bulletin counts. */
export function ScopeFields({
  wish,
  change,
  kinds,
}: {
  wish: Wish
  change: (wish: Wish) => void
  kinds: readonly string[]
}) {
  const words = useBulletinsWords()
  const { say } = useWords()
  const { actor, directory, kinds: names } = useOffice()
  const unitField = useId()
  const { scope, period } = wish
  const units = Object.values(directory.units).filter(({ path }) => path.startsWith(actor.unitPath))
  const areas = inAreas(names.filter(({ id }) => kinds.includes(id)))
  const toggle = (ids: readonly string[], on: boolean) => {
    const chosen = kinds.filter((id) => (ids.includes(id) ? on : scope.kinds.includes(id)))
    change({ ...wish, scope: { ...scope, kinds: chosen } })
  }
  return (
    <>
      <PeriodFields period={period} change={(next) => change({ ...wish, period: next })} />
      <div className="field">
        <label htmlFor={unitField}>{words.unit}</label>
        <select
          id={unitField}
          className="input"
          value={scope.unitId}
          onChange={({ target }) => change({ ...wish, scope: { ...scope, unitId: target.value } })}
        >
          {units.map(({ id, name, path }) => (
            <option key={id} value={id}>
              {'　'.repeat(path.split('/').length - actor.unitPath.split('/').length)}
              {say(name)}
            </option>
          ))}
        </select>
        <p className="hint">{words.unitHint}</p>
      </div>
      <fieldset className="field bulletin-kinds">
        <legend className="label">
          {words.matters} <span className="hint">{words.chosen(scope.kinds.length)}</span>
        </legend>
        <label className="bulletin-check">
          <input
            type="checkbox"
            checked={scope.kinds.length === kinds.length}
            onChange={({ target }) => toggle(kinds, target.checked)}
          />
          {words.allMatters}
        </label>
        {areas.map(({ title, kinds: some }) => (
          <div key={title.zh} className="bulletin-area">
            <span className="hint">{say(title)}</span>
            {some.map(({ id, title: name }) => (
              <label key={id} className="bulletin-check">
                <input
                  type="checkbox"
                  checked={scope.kinds.includes(id)}
                  onChange={({ target }) => toggle([id], target.checked)}
                />
                {say(name)}
              </label>
            ))}
          </div>
        ))}
        <p className="hint">{words.matterHint}</p>
      </fieldset>
    </>
  )
}

function PeriodFields({ period, change }: { period: BulletinPeriod; change: (period: BulletinPeriod) => void }) {
  const words = useBulletinsWords()
  const { say } = useWords()
  const { today } = useOffice()
  const [kindField, whenField, fromField, toField] = [useId(), useId(), useId(), useId()]
  const { kind } = period
  const begin = (next: BulletinPeriod['kind']) =>
    change(
      next === 'days'
        ? { kind: 'days', from: addDays(today(), -6), to: today() }
        : periodAt('before', periodOf(next, today())),
    )
  const choices = (which: 'month' | 'quarter') => {
    const all: BulletinPeriod[] = [periodOf(which, today())]
    while (all.length < CHOICES[which]) all.push(periodAt('before', all.at(-1) ?? period))
    return all
  }
  return (
    <div className="bulletin-period">
      <div className="field">
        <label htmlFor={kindField}>{words.period}</label>
        <select
          id={kindField}
          className="input"
          value={kind}
          onChange={({ target }) => begin(target.value as BulletinPeriod['kind'])}
        >
          {PERIOD_KINDS.map((each) => (
            <option key={each} value={each}>
              {words.periods[each]}
            </option>
          ))}
        </select>
      </div>
      {kind === 'days' ? (
        <>
          <DayField
            id={fromField}
            label={words.from}
            value={period.from}
            change={(from) => change({ ...period, from })}
          />
          <DayField id={toField} label={words.to} value={period.to} change={(to) => change({ ...period, to })} />
        </>
      ) : (
        <div className="field">
          <label htmlFor={whenField}>{words.periods[kind]}</label>
          <select
            id={whenField}
            className="input"
            value={period.from}
            onChange={({ target }) => change(periodOf(kind, target.value))}
          >
            {choices(kind).map((each) => (
              <option key={each.from} value={each.from}>
                {say(periodText(each))}
              </option>
            ))}
          </select>
        </div>
      )}
    </div>
  )
}

type DayFieldProps = { id: string; label: string; value: Day; change: (day: Day) => void }

const DayField = ({ id, label, value, change }: DayFieldProps) => (
  <div className="field">
    <label htmlFor={id}>{label}</label>
    <input
      id={id}
      type="date"
      className="input"
      required
      value={value}
      onChange={({ target }) => target.value && change(target.value)}
    />
  </div>
)
