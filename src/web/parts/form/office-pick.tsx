import { useOffice } from '../../client/office.tsx'
import { useWords } from '../../words/words.tsx'
import { ariaOf, type ControlProps } from './control.ts'

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
