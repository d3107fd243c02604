import { useId, useState } from 'react'
import type { Day } from '../../../domain/time/time.ts'
import { useWords } from '../../words/words.tsx'

const isDay = (typed: string) => /^\d{4}-\d{2}-\d{2}$/.test(typed) && !Number.isNaN(Date.parse(typed))

/** A day typed as 2026-10-08; taken over when it is a real one. */
export function DayInput({
  label,
  value,
  change,
}: {
  label: string
  value: Day | undefined
  change: (value: Day | undefined) => void
}) {
  const { words } = useWords()
  const id = useId()
  const [typed, setTyped] = useState(value ?? '')
  return (
    <span className="day-input">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        inputMode="numeric"
        placeholder={words.form.dateFormat}
        aria-invalid={(typed !== '' && !isDay(typed)) || undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          if (event.target.value === '') change(undefined)
          else if (isDay(event.target.value)) change(event.target.value)
        }}
      />
    </span>
  )
}
