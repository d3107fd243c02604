import type { ReactNode } from 'react'
import type { KnownDays } from '../../../domain/procedure/date-bounds.ts'
import type { Field, FieldKind, FieldOf, Form } from '../../../domain/procedure/form.ts'
import type { Issue } from '../../../domain/wording/errors.ts'

/** What the other answers and the matter say about an answer. */
export type Around = {
  /** Days that bound it. */
  readonly days: KnownDays
  /** The unit that handles the matter. */
  readonly unitId: string | undefined
  /** All answers of the form, with what is worked out from them. */
  readonly answers: Readonly<Record<string, unknown>>
  /** What was written of the place and as title. */
  readonly placeTexts: readonly string[]
}

/** What every input of a form gets. `describedBy` names the hint and the complaint. */
export type ControlProps<K extends FieldKind = FieldKind> = {
  readonly id: string
  readonly field: FieldOf<K>
  readonly value: unknown
  readonly change: (value: unknown) => void
  readonly describedBy: string | undefined
  readonly invalid: boolean
  readonly around: Around
}

/** Inputs of one form that stand in for the usual ones, by question. */
export type Instead = Readonly<Record<string, (control: ControlProps) => ReactNode>>

/** What a question gets, in a form or in a row of one. */
export type QuestionProps = {
  readonly id: string
  readonly path: string
  readonly field: Field
  readonly form: Form
  readonly value: unknown
  readonly change: (value: unknown) => void
  readonly around: Around
  readonly issues: readonly Issue[]
  /** It stands there because it is on record; whoever answers confirms or changes it. */
  readonly isKnown?: boolean
  readonly instead?: Instead[string] | undefined
}

/** The aria attributes of a control. */
export const ariaOf = ({ describedBy, invalid, field }: ControlProps) => ({
  'aria-describedby': describedBy,
  'aria-invalid': invalid || undefined,
  'aria-required': field.required ?? undefined,
})
