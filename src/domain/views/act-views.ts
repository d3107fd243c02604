import type { FormValues } from '../procedure/form.ts'
import type { StateGroup } from '../procedure/procedure.ts'
import type { Instant } from '../time/time.ts'
import type { ErrorCode } from '../wording/errors.ts'

/** It is done, and there is nothing else to say. */
export type Done = { readonly ok: true }

/** What was made or changed, by its id. */
export type Changed = { readonly id: string }

/** A matter after a write: the next writer must have seen `version`. */
export type Brief = { readonly id: string; readonly reference: string; readonly version: number }

/** A new matter, or one whose code is new. A report has a code, by which its reporter follows it, and for a while the address of its receipt. */
export type Opened = Brief & { readonly code?: string; readonly receiptPath?: string }

/** A matter after a step, with the matters that the step opened. */
export type StepResult = Brief & {
  readonly state: string
  readonly group: StateGroup
  readonly opened: readonly { readonly id: string; readonly reference: string; readonly procedure: string }[]
}

/** Which matters took the step, and why the others did not, in the reader's language. */
export type BulkResult = {
  readonly done: readonly string[]
  readonly refused: readonly { readonly id: string; readonly title: string; readonly code: ErrorCode }[]
}

/** Opened personal fields, and when the screen closes them again. */
export type OpenedFields = { readonly values: FormValues; readonly closesAt: Instant }
