import type { Field, Form } from '../../../domain/procedure/form.ts'
import type { Issue } from '../../../domain/wording/errors.ts'

/** What every input of a form gets. `describedBy` names the hint and the complaint. */
export type ControlProps = {
  readonly id: string
  readonly field: Field
  readonly value: unknown
  readonly change: (value: unknown) => void
  readonly describedBy: string | undefined
  readonly invalid: boolean
}

/** What a question gets, in a form or in a row of one. */
export type QuestionProps = {
  readonly id: string
  readonly path: string
  readonly field: Field
  readonly form: Form
  readonly value: unknown
  readonly change: (value: unknown) => void
  readonly issues: readonly Issue[]
}

/** The aria attributes of a control. */
export const ariaOf = ({ describedBy, invalid, field }: ControlProps) => ({
  'aria-describedby': describedBy,
  'aria-invalid': invalid || undefined,
  'aria-required': field.required ?? undefined,
})
