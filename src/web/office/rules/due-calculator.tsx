import { useState } from 'react'
import type { DeadlineRule, Roll } from '../../../domain/procedure/deadline.ts'
import type { FieldOf } from '../../../domain/procedure/form.ts'
import { type Day, type PeriodUnit, startOfDay } from '../../../domain/time/time.ts'
import { startClock } from '../../../engine/time/deadlines.ts'
import { derive } from '../../../engine/why/derivation.ts'
import { useOffice } from '../../client/office.tsx'
import type { Around } from '../../parts/form/control.ts'
import { DateControl } from '../../parts/form/lazy-controls.tsx'
import { DayGrid } from '../../parts/why/day-grid.tsx'
import { DayTable } from '../../parts/why/day-table.tsx'
import { WhyResult } from '../../parts/why/why-result.tsx'
import type { Speech } from './rule-words.ts'
import '../../parts/form/form.css'
import '../../parts/why/why.css'

const UNITS = ['workingDay', 'calendarDay', 'month', 'year'] as const satisfies readonly PeriodUnit[]
const ROLLS = ['next', 'previous', 'none'] as const satisfies readonly Roll[]
const LONGEST = 3660

type Question = {
  readonly start: Day
  readonly length: number
  readonly unit: (typeof UNITS)[number]
  readonly roll: Roll
}

const ANY_DAY: Around = {
  days: { now: undefined, openedAt: undefined, answer: () => undefined },
  unitId: undefined,
  answers: {},
  placeTexts: [],
}

/** Which day is due: asks the same engine that sets the deadlines of matters. */
export function DueCalculator({ speech }: { speech: Speech }) {
  const { rules } = speech
  const { today } = useOffice()
  const [question, ask] = useState<Question>({ start: today(), length: 15, unit: 'workingDay', roll: 'next' })
  const say = rules.calculator
  return (
    <section className="card calculator" aria-labelledby="calculator-title">
      <header className="card-head">
        <h2 id="calculator-title">{say.title}</h2>
      </header>
      <div className="card-body">
        <form className="calculator-form" onSubmit={(event) => event.preventDefault()}>
          <div className="field">
            <label htmlFor="calculator-start">{say.start}</label>
            <DateControl
              id="calculator-start"
              field={START}
              value={question.start}
              change={(start) => ask({ ...question, start: typeof start === 'string' ? start : '' })}
              describedBy={undefined}
              invalid={false}
              around={ANY_DAY}
            />
          </div>
          <label className="field">
            {say.length}
            <input
              type="number"
              className="input"
              min={1}
              max={LONGEST}
              value={Number.isNaN(question.length) ? '' : question.length}
              onChange={(event) => ask({ ...question, length: event.target.valueAsNumber })}
            />
          </label>
          <label className="field">
            {say.unit}
            <select
              className="input"
              value={question.unit}
              onChange={(event) => ask({ ...question, unit: event.target.value as Question['unit'] })}
            >
              {UNITS.map((unit) => (
                <option key={unit} value={unit}>
                  {say.units[unit]}
                </option>
              ))}
            </select>
          </label>
          <label className="field calculator-roll">
            {say.roll}
            <select
              className="input"
              value={question.roll}
              disabled={question.unit === 'workingDay'}
              onChange={(event) => ask({ ...question, roll: event.target.value as Roll })}
            >
              {ROLLS.map((roll) => (
                <option key={roll} value={roll}>
                  {{ next: say.rollNext, previous: say.rollPrevious, none: say.rollNone }[roll]}
                </option>
              ))}
            </select>
          </label>
        </form>
        <Answer question={question} speech={speech} />
      </div>
    </section>
  )
}

function Answer({ question, speech: { rules } }: { question: Question; speech: Speech }) {
  const { rulebook, now } = useOffice()
  const { start, length, unit, roll } = question
  const isWhole = Number.isInteger(length) && length >= 1 && length <= LONGEST
  if (!isWhole || !/^\d{4}-\d\d-\d\d$/.test(start)) return <p className="field-issue">{rules.calculator.wrong}</p>
  const clock = startClock(ruleOf(length, unit, roll), {
    deadlineId: 'own',
    number: 1,
    startedAt: startOfDay(start),
    form: {},
    matterFields: {},
    calendar: rulebook.calendar,
  })
  const derivation = derive(clock, rulebook.calendar, now())
  return (
    <div className="calculator-answer" aria-live="polite">
      <WhyResult derivation={derivation} />
      {derivation.cells.length > 0 && (
        <>
          <DayGrid derivation={derivation} />
          <DayTable derivation={derivation} />
        </>
      )}
    </div>
  )
}

const START: FieldOf<'date'> = { kind: 'date', title: { zh: '', en: '' } }
const NO_WORDS = { zh: '', en: '' }
const ruleOf = (length: number, unit: PeriodUnit, roll: Roll): DeadlineRule => ({
  code: 'own',
  title: NO_WORDS,
  length,
  unit,
  roll,
  warn: [],
  source: { article: NO_WORDS, mark: 'product' },
})
