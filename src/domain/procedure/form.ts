import type { PersonalKind } from '../free-text/personal-kind.ts'
import type { Period } from '../time/time.ts'
import type { Text } from '../wording/text.ts'

/** Facts of a matter that a form field may set. They are columns of the ledger and reasons for access. */
export type MatterFact =
  | 'title'
  | 'category'
  | 'level'
  | 'unit'
  | 'place'
  | 'placeUnit'
  | 'aboutUnit'
  | 'owner'
  | 'verifier'
  | 'supervisor'

export type FieldKind =
  | 'text'
  | 'longText'
  | 'number'
  | 'money' // whole fen
  | 'date'
  | 'dateTime'
  | 'choice'
  | 'choices'
  | 'yesNo'
  | 'files'
  | 'unit'
  | 'post'
  | 'level'
  | 'items' // rows with fields of their own

/** Why a personal field exists and how long it is kept after the matter closes (Personal Information Protection Law arts 6, 19). */
export type Personal = {
  readonly purpose: Text
  readonly retention: Period
  readonly vault?: true
  /** What of this kind is found in the form's free texts moves here. */
  readonly holds?: PersonalKind
}

/**
 * What an answer says to the clocks, whatever its question is called: why, on which paper, for how long (in the unit of the
 * rule's maximum), and from and until which day nothing counts.
 */
export type FieldMeaning = 'reason' | 'document' | 'extendBy' | 'pausedFrom' | 'pausedTo'

/** A day that a date is compared with: the day of answering, of opening the matter, or the answer to another date. */
export type DayRef = 'today' | 'opening' | { readonly field: string }

/** One question of a form. Plain data: the screen, the check, the ledger and the law's demands all read it. */
export type Field = {
  readonly kind: FieldKind
  readonly title: Text
  readonly hint?: Text
  readonly required?: true
  /** Shortest length of a text, least number, least rows or files. */
  readonly min?: number
  /** Longest length of a text (default 200 for text, 5000 for longText), largest number, most rows or files. */
  readonly max?: number
  readonly options?: Readonly<Record<string, Text>>
  readonly fields?: Readonly<Record<string, Field>>
  readonly sets?: MatterFact
  readonly means?: FieldMeaning
  /** The first day, for a date. A field named and not answered counts as the day of opening. */
  readonly notBefore?: DayRef
  /** The last day, for a date; `today` for a moment means no later than now. */
  readonly notAfter?: DayRef
  readonly personal?: Personal
  /** The answer is shown to the reporter under the code: replies, questions, reasons; never a name. */
  readonly public?: true
  /** Only roles listed here may be chosen, for a post. */
  readonly roles?: readonly string[]
  /** Asked (and required, when required) only when another field of the same form has one of these values. */
  readonly when?: { readonly field: string; readonly is: readonly string[] }
}

export type Form = { readonly title: Text; readonly fields: Readonly<Record<string, Field>> }

/** The answer that means this on a form, if the form asks for it and it was given. */
export function meant(form: Form | undefined, values: FormValues, meaning: FieldMeaning): FieldValue | undefined {
  const name = Object.keys(form?.fields ?? {}).find((each) => form?.fields[each]?.means === meaning)
  const value = name === undefined ? undefined : values[name]
  return value === '' || value === null ? undefined : value
}

/** A file already stored, by content. `sha256` is lower-case hex. */
export type FileRef = { readonly sha256: string; readonly name: string; readonly type: string; readonly size: number }

/** A personal value after sealing: AES-256-GCM under the matter's own data key. */
export type Sealed = { readonly sealed: 'A256GCM'; readonly iv: string; readonly data: string; readonly tag: string }

/** Whether an answer is sealed: there is one, and nobody reads it without opening it. */
export const isSealed = (value: unknown): value is Sealed =>
  typeof value === 'object' && value !== null && 'sealed' in value

export type FieldValue =
  | string
  | number
  | boolean
  | null
  | Sealed
  | readonly string[]
  | readonly FileRef[]
  | readonly FormValues[]
export type FormValues = { readonly [field: string]: FieldValue }
