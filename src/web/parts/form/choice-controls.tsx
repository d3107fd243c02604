import { LEVELS, type Level } from '../../../domain/matter/level.ts'
import { useWords } from '../../words/words.tsx'
import { LevelShape } from '../matter/level-tag.tsx'
import { ariaOf, type ControlProps } from './control.ts'

/** Not `:has(:checked)`, which came with Chromium 105. */
const pill = (isChosen: boolean) => `form-pill${isChosen ? ' is-chosen' : ''}`

/** A few options, all in sight. Pressing the chosen one again takes the answer back when it may be left out. */
export function Radios({ id, field, value, change }: ControlProps<'choice'>) {
  const { say } = useWords()
  return (
    <div className="form-pills">
      {Object.entries(field.options).map(([option, title]) => (
        <label key={option} className={pill(value === option)}>
          <input
            type="radio"
            name={id}
            checked={value === option}
            onChange={() => change(option)}
            onClick={() => value === option && !field.required && change(undefined)}
          />
          {say(title)}
        </label>
      ))}
    </div>
  )
}

/** Many options in the browser's own list. */
export function Dropdown(props: ControlProps<'choice'>) {
  const { words, say } = useWords()
  const { id, field, value, change } = props
  return (
    <select
      id={id}
      className="input"
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => change(event.target.value || undefined)}
      {...ariaOf(props)}
    >
      <option value="">{words.form.choose}</option>
      {Object.entries(field.options).map(([option, title]) => (
        <option key={option} value={option}>
          {say(title)}
        </option>
      ))}
    </select>
  )
}

/** Any number of options. */
export function Choices({ field, value, change }: ControlProps<'choices'>) {
  const { say } = useWords()
  const chosen = Array.isArray(value) ? (value as readonly string[]) : []
  const toggle = (option: string) =>
    change(chosen.includes(option) ? chosen.filter((one) => one !== option) : [...chosen, option])
  return (
    <div className="form-pills">
      {Object.entries(field.options).map(([option, title]) => (
        <label key={option} className={pill(chosen.includes(option))}>
          <input type="checkbox" checked={chosen.includes(option)} onChange={() => toggle(option)} />
          {say(title)}
        </label>
      ))}
    </div>
  )
}

/** Yes or no, neither chosen beforehand. */
export function YesNo({ id, field, value, change }: ControlProps) {
  const { words } = useWords()
  return (
    <div className="form-pills">
      {[true, false].map((answer) => (
        <label key={String(answer)} className={pill(value === answer)}>
          <input
            type="radio"
            name={id}
            checked={value === answer}
            onChange={() => change(answer)}
            onClick={() => value === answer && !field.required && change(undefined)}
          />
          {answer ? words.yes : words.no}
        </label>
      ))}
    </div>
  )
}

/** The four levels with their shapes. */
export function Levels({ id, field, value, change }: ControlProps) {
  const { say } = useWords()
  return (
    <div className="form-pills">
      {Object.entries(LEVELS).map(([level, { title }]) => (
        <label key={level} className={pill(value === level)}>
          <input
            type="radio"
            name={id}
            checked={value === level}
            onChange={() => change(level)}
            onClick={() => value === level && !field.required && change(undefined)}
          />
          <LevelShape level={level as Level} size={11} named={false} />
          {say(title)}
        </label>
      ))}
    </div>
  )
}
