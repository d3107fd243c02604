import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { FillRow, ReturnPeriod, ReturnView } from '../../../domain/returns/return-views.ts'
import { useOffice } from '../../client/office.tsx'
import { problemText } from '../../client/problem-text.ts'
import { fillReturn } from '../../client/returns/returns-api.ts'
import { Icon } from '../../theme/icon.tsx'
import { useReturnsWords } from '../../words/returns/use-returns-words.ts'
import { useWords } from '../../words/words.tsx'

/** The periods of a form: filled or to be filled, the newest first. */
export function PeriodsPart({ view: { form, fills, periods, mayKeep } }: { view: ReturnView }) {
  const { words, locale } = useWords()
  const { fills: say } = useReturnsWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const fill = useMutation({
    mutationFn: async (period: string) => {
      const { id } = await fillReturn(form.id, period)
      await client.invalidateQueries({ queryKey: ['returns'] })
      await navigate({ to: '/returns', search: { fill: id } })
    },
  })
  const open = mayKeep && !fill.isPending ? fill.mutate : undefined
  const shown = [...periods, ...fills.map(({ period }) => period)]
    .filter(({ key }, at, all) => all.findIndex((one) => one.key === key) === at)
    .sort((a, b) => (a.first < b.first ? 1 : -1))
  return (
    <section className="card returns-periods" aria-labelledby="return-periods">
      <header className="card-head">
        <h2 id="return-periods">{say.title}</h2>
      </header>
      {fill.error && (
        <p className="error-line" role="alert">
          <Icon name="alert" />
          {problemText(fill.error, words, locale).text}
        </p>
      )}
      {shown.length === 0 && <p className="card-body hint">{say.none}</p>}
      <ul>
        {shown.map((period) => (
          <PeriodItem
            key={period.key}
            period={period}
            filled={fills.find((one) => one.period.key === period.key)}
            {...(open ? { fill: () => open(period.key) } : {})}
          />
        ))}
      </ul>
      {form.cycle === 'none' && open && <OwnDays fill={open} />}
    </section>
  )
}

function PeriodItem({
  period,
  filled,
  fill,
}: {
  period: ReturnPeriod
  filled: FillRow | undefined
  fill?: () => void
}) {
  const { say } = useWords()
  const { fills: words, states, unfilled } = useReturnsWords()
  return (
    <li className="returns-period">
      <b>{say(period.title)}</b>
      <span>
        {filled ? states[filled.state] : unfilled}
        {filled && (
          <small className="hint">
            {words.version(filled.version)} · {words.counts(filled.bySystem, filled.byHand)}
          </small>
        )}
      </span>
      <span className="returns-acts">
        {filled && (
          <Link to="/returns" search={{ fill: filled.id }} className="button is-small">
            {words.open}
          </Link>
        )}
        {fill && (
          <button type="button" className="button is-small" onClick={fill}>
            {filled ? words.again : words.fill}
          </button>
        )}
      </span>
    </li>
  )
}

/** A form that is asked for now and then says its days itself. */
function OwnDays({ fill }: { fill: (period: string) => void }) {
  const { fills: words } = useReturnsWords()
  const { today } = useOffice()
  const [days, setDays] = useState({ from: `${today().slice(0, 7)}-01`, to: today() })
  return (
    <form
      className="returns-days"
      onSubmit={(event) => {
        event.preventDefault()
        fill(`${days.from}_${days.to}`)
      }}
    >
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className="field">
          {words[end]}
          <input
            className="input"
            type="date"
            required
            max={today()}
            value={days[end]}
            onChange={({ target }) => setDays({ ...days, [end]: target.value })}
          />
        </label>
      ))}
      <button type="submit" className="button" disabled={days.from > days.to}>
        {words.fill}
      </button>
    </form>
  )
}
