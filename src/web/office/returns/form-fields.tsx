import { RETURN_CYCLES, type ReturnCycle } from '../../../domain/returns/return-views.ts'
import { useReturnsWords } from '../../words/returns/use-returns-words.ts'

export type FormWish = {
  readonly name: string
  readonly superior: string
  readonly cycle: ReturnCycle
  readonly dueDay: string
}

/** What is said of a form besides its cells. `fixedCycle`: how often it is due stays, since it was filled so. */
export function FormFields({
  wish,
  change,
  fixedCycle,
}: {
  wish: FormWish
  change: (wish: FormWish) => void
  fixedCycle?: true
}) {
  const { form, cycles } = useReturnsWords()
  const { name, superior, cycle, dueDay } = wish
  return (
    <>
      <label className="field">
        {form.name}
        <input
          className="input"
          required
          minLength={2}
          maxLength={80}
          placeholder={form.namePlaceholder}
          value={name}
          onChange={({ target }) => change({ ...wish, name: target.value })}
        />
      </label>
      <label className="field">
        {form.superior}
        <input
          className="input"
          required
          minLength={2}
          maxLength={80}
          placeholder={form.superiorPlaceholder}
          value={superior}
          onChange={({ target }) => change({ ...wish, superior: target.value })}
        />
      </label>
      {!fixedCycle && (
        <label className="field">
          {form.cycle}
          <select
            className="input"
            value={cycle}
            onChange={({ target }) => change({ ...wish, cycle: target.value as ReturnCycle })}
          >
            {RETURN_CYCLES.map((each) => (
              <option key={each} value={each}>
                {cycles[each]}
              </option>
            ))}
          </select>
        </label>
      )}
      {cycle !== 'none' && (
        <label className="field">
          {form.dueDay}
          <input
            className="input"
            type="number"
            min={1}
            max={60}
            value={dueDay}
            onChange={({ target }) => change({ ...wish, dueDay: target.value })}
          />
        </label>
      )}
    </>
  )
}
