import type { Field } from '../../../domain/procedure/form.ts'

/** What every input of a form gets. `describedBy` names the hint and the complaint. */
export type ControlProps = {
  readonly id: string
  readonly field: Field
  readonly value: unknown
  readonly change: (value: unknown) => void
  readonly describedBy: string | undefined
  readonly invalid: boolean
}

/** The aria attributes of a control. */
export const ariaOf = ({ describedBy, invalid, field }: ControlProps) => ({
  'aria-describedby': describedBy,
  'aria-invalid': invalid || undefined,
  'aria-required': field.required ?? undefined,
})
