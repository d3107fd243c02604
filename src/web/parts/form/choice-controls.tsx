import { LEVELS, type Level } from '../../../domain/matter/level.ts'
import { isLower, levelInBands } from '../../../domain/procedure/computed.ts'
import type { Grade } from '../../../domain/procedure/form.ts'
import { useOffice } from '../../client/office.tsx'
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

/** The levels with their shapes; those and the words that the question has of its own. What a number stands for is said beside. */
export function Levels({ id, field, value, change, around }: ControlProps<'level'>) {
  const { words, say } = useWords()
  const levels = Object.entries(LEVELS).flatMap(([level, { title }]) => {
    const own = field.options?.[level as Level]
    return field.options && !own ? [] : [{ level: level as Level, title: say(own ?? title) }]
  })
  const proposed = field.bands && levelInBands(field.bands, around.answers)
  const titleOf = (level: Level) => levels.find((one) => one.level === level)?.title ?? say(LEVELS[level].title)
  return (
    <>
      <div className="form-pills">
        {levels.map(({ level, title }) => (
          <label key={level} className={pill((value ?? proposed) === level)}>
            <input
              type="radio"
              name={id}
              checked={(value ?? proposed) === level}
              onChange={() => change(level)}
              onClick={() => value === level && (!field.required || proposed) && change(undefined)}
            />
            <LevelShape level={level} size={11} named={false} />
            {title}
          </label>
        ))}
      </div>
      {proposed && (
        <p className="hint" role="status">
          {isLower(value, proposed)
            ? words.form.lowerThanValue(titleOf(proposed))
            : words.form.byValue(titleOf(proposed))}
        </p>
      )}
    </>
  )
}

/** A number chosen by its words. */
export function Scale(props: ControlProps<'number'> & { scale: readonly Grade[] }) {
  const { words, say } = useWords()
  const { id, value, change, scale } = props
  return (
    <select
      id={id}
      className="input"
      value={typeof value === 'number' ? String(value) : ''}
      onChange={(event) => change(event.target.value === '' ? undefined : Number(event.target.value))}
      {...ariaOf(props)}
    >
      <option value="">{words.form.choose}</option>
      {scale.map(({ worth, title }) => (
        <option key={worth} value={worth}>
          {say(title)}
        </option>
      ))}
    </select>
  )
}

/** Offices elsewhere that stand so to this one and agreed with it: name and who takes in there, nothing else. */
export function OfficePick(props: ControlProps<'office'>) {
  const { words, say } = useWords()
  const { directory } = useOffice()
  const { id, field, value, change } = props
  const offices = Object.values(directory.offices ?? {}).filter(
    ({ agreed, stands }) => agreed && field.stands.includes(stands),
  )
  if (offices.length === 0) return <p className="hint">{words.form.noOffice}</p>
  return (
    <select
      id={id}
      className="input"
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => change(event.target.value || undefined)}
      {...ariaOf(props)}
    >
      <option value="">{words.form.choose}</option>
      {offices.map(({ tenant, name, intake }) => (
        <option key={tenant} value={tenant}>
          {`${say(name)} · ${say(intake)}`}
        </option>
      ))}
    </select>
  )
}
