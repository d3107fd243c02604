import type { Matter } from '../../../domain/matter/matter.ts'
import type { Procedure, Step } from '../../../domain/procedure/procedure.ts'
import { nameable } from '../../../engine/access/holders.ts'
import { useOffice } from '../../client/office.tsx'
import { ariaOf, type ControlProps, type Instead } from '../../parts/form/control.ts'
import { holderText } from '../../parts/matter/holder-name.ts'
import { useWords } from '../../words/words.tsx'

/** Questions of a step's form that name one of those who were asked: chosen from those who have not answered yet. */
export function pickedHolder(procedure: Procedure, step: Step, matter: Matter): Instead {
  const fields = (step.form && procedure.forms[step.form]?.fields) || {}
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      field.kind === 'holder'
        ? [
            [
              name,
              (control: ControlProps) => (
                <HolderPick {...control} seat={field.of} procedure={procedure} step={step} matter={matter} />
              ),
            ],
          ]
        : [],
    ),
  )
}

function HolderPick({
  seat,
  procedure,
  step,
  matter,
  ...control
}: ControlProps & { seat: string; procedure: Procedure; step: Step; matter: Matter }) {
  const { words, say, locale } = useWords()
  const { directory } = useOffice()
  const reading = { words, say, locale, directory }
  const holders = nameable(step, matter).filter((holder) => holder.seat === seat)
  return (
    <select
      id={control.id}
      className="input"
      value={typeof control.value === 'string' ? control.value : ''}
      onChange={(event) => control.change(event.target.value || undefined)}
      {...ariaOf(control)}
    >
      <option value="">{words.form.choose}</option>
      {holders.map((holder) => (
        <option key={holder.id} value={holder.id}>
          {holderText(holder, matter, procedure, reading)}
        </option>
      ))}
    </select>
  )
}
