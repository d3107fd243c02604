import type { WarningBudgetView, WarningRecord, WarningsView } from '../../../domain/warnings/warning-view.ts'
import { dayAndMonth } from '../../words/dates.ts'
import { useWarningsWords } from '../../words/warnings/use-warnings-words.ts'
import { useWords } from '../../words/words.tsx'

/** Most false alarms that are drawn one by one. */
const MOST_BLOCKS = 24

/** Budget, precision and speed: how well the warnings do, measured. */
export const WarningSums = ({ view: { budget, record } }: { view: WarningsView }) => (
  <div className="warning-sums">
    <Budget budget={budget} />
    <Precision record={record} />
    <HowSoon record={record} />
  </div>
)

function Budget({ budget: { from, to, allowed, falseAlarms, raised, perMonth } }: { budget: WarningBudgetView }) {
  const { budget: words } = useWarningsWords()
  const { locale, words: common } = useWords()
  const most = Math.round(allowed)
  const count = Math.min(MOST_BLOCKS, Math.max(most, falseAlarms))
  const blocks = Array.from({ length: count }, (_, at) => ({
    id: `block ${at}`,
    look: at >= falseAlarms ? '' : at < most ? 'is-used' : 'is-used is-over',
  }))
  return (
    <section className="card card-body warning-sum">
      <header>
        <h2>{words.title}</h2>
        <span className="hint">{words.quarter(dayAndMonth(from, locale), dayAndMonth(to, locale))}</span>
      </header>
      <p>
        <b className="warning-large">{falseAlarms}</b> {words.figure(most)}
      </p>
      <ol className="warning-blocks" aria-hidden="true">
        {blocks.map(({ id, look }) => (
          <li key={id} className={look} />
        ))}
      </ol>
      <p className="hint">
        {words.raised(raised)}
        {common.semicolon}
        {falseAlarms > allowed ? words.over : words.perMonth(String(perMonth))}
      </p>
    </section>
  )
}

const percent = (share: number) => `${Math.round(100 * share)}%`

function Precision({ record: { real, notReal, unclear, waiting, precision } }: { record: WarningRecord }) {
  const { precision: words } = useWarningsWords()
  return (
    <section className="card card-body warning-sum">
      <header>
        <h2>{words.title}</h2>
        <span className="hint">{words.year}</span>
      </header>
      {precision ? (
        <>
          <p>
            <b className="warning-large">{percent(precision.share)}</b> {words.figure(real, real + notReal)}
          </p>
          <div className="warning-interval" aria-hidden="true">
            <span
              style={{
                left: `${100 * precision.low}%`,
                width: `${100 * (precision.high - precision.low)}%`,
              }}
            />
            <i style={{ left: `${100 * precision.share}%` }} />
          </div>
          <p className="hint">{words.interval(percent(precision.low), percent(precision.high))}</p>
        </>
      ) : (
        <>
          <p className="warning-none">{words.none}</p>
          <p className="hint">{words.noneText}</p>
        </>
      )}
      {unclear + waiting > 0 && <p className="hint">{words.rest(unclear, waiting)}</p>}
    </section>
  )
}

function HowSoon({ record: { medianDelayDays, medianLeadDays } }: { record: WarningRecord }) {
  const { early: words } = useWarningsWords()
  const days = (count: number) => (Number.isInteger(count) ? String(count) : count.toFixed(1))
  return (
    <section className="card card-body warning-sum">
      <header>
        <h2>{words.title}</h2>
        <span className="hint">{words.year}</span>
      </header>
      {medianDelayDays === undefined ? (
        <>
          <p className="warning-none">{words.none}</p>
          <p className="hint">{words.noneText}</p>
        </>
      ) : (
        <p>
          <b className="warning-large">{words.delay(days(medianDelayDays))}</b> {words.delayText}
        </p>
      )}
      {medianLeadDays !== undefined && <p className="hint">{words.leadText(days(medianLeadDays))}</p>}
    </section>
  )
}
