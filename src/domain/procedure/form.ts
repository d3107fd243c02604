import type { PersonalKind } from '../free-text/personal-kind.ts'
import type { Level } from '../matter/level.ts'
import type { Period } from '../time/time.ts'
import type { OfficeStanding } from '../unit/unit.ts'
import type { Text } from '../wording/text.ts'
import type { Condition } from './condition.ts'
import type { SeatName } from './seat.ts'

/** Facts of a matter that answers may set, by the kind of question. They are columns of the ledger and reasons for access. */
export const FACTS = {
  text: ['title', 'place', 'sourceNumber'],
  choice: ['category'],
  level: ['level'],
  unit: ['unit', 'placeUnit', 'aboutUnit'],
  post: ['owner', 'verifier', 'supervisor', 'sponsor', 'ordering'],
} as const
export type MatterFact = (typeof FACTS)[keyof typeof FACTS][number]

/**
 * What an answer says to the clocks, whatever its question is called, by the kind of question: why, on which paper, for how
 * long (in the unit of the rule's maximum), from and until which day nothing counts, which exclusion it is, and when it was done.
 */
export const MEANINGS = {
  text: ['reason', 'document'],
  longText: ['reason'],
  number: ['extendBy'],
  date: ['pausedFrom', 'pausedTo', 'doneAt'],
  dateTime: ['doneAt'],
  choice: ['pauseKind'],
} as const
export type FieldMeaning = (typeof MEANINGS)[keyof typeof MEANINGS][number]

/** Why a personal field exists and how long it is kept after the matter closes (Personal Information Protection Law arts 6, 19). */
export type Personal = {
  readonly purpose: Text
  readonly retention: Period
  readonly vault?: true
  /** What of this kind is found in the form's free texts moves here. */
  readonly holds?: PersonalKind
}

/** A day that a date is compared with: the day of answering, of opening the matter, or the answer to another date. */
export type DayRef = 'today' | 'opening' | { readonly field: string }

/** Asked (and required, when required) only when another field of the same form has one of these values. */
export type When = { readonly field: string; readonly is: readonly string[] }

/** What every question says. */
type Asked = {
  readonly title: Text
  readonly hint?: Text
  readonly required?: true
  /** The answer is shown to the reporter under the code: replies, questions, reasons; never a name. */
  readonly public?: true
  readonly when?: When
  /**
   * What a step's form opens with, to be confirmed or changed: `true` = the last answer to a question of this name; a name =
   * that earlier answer, or that fact. A question that sets a fact opens with it unless this says otherwise; `false` = empty,
   * because another answer than the present one is asked for.
   */
  readonly known?: string | boolean
  /** What the record that another question of the form names says of this, unless something else is answered. */
  readonly takenFrom?: { readonly record: string; readonly field: string }
}

type Sets<K extends keyof typeof FACTS> = { readonly sets?: (typeof FACTS)[K][number] }
type Means<K extends keyof typeof MEANINGS> = { readonly means?: (typeof MEANINGS)[K][number] }
type MayBePersonal = { readonly personal?: Personal }
/** Shortest and longest length of a text (default 200 for text, 5000 for longText), least and largest number, fewest and most of several. */
type Limits = { readonly min?: number; readonly max?: number }
type Options = { readonly options: Readonly<Record<string, Text>> }
type Bounds = {
  /** The first day. A field named and not answered counts as the day of opening. */
  readonly notBefore?: DayRef
  /** The last day; `today` for a moment means no later than now. */
  readonly notAfter?: DayRef
  /** Why one side has no bound. */
  readonly boundless?: Text
}

/** Rows, or units and posts, that take a seat of many with this answer. */
type Fills = { readonly fills?: SeatName }

/** Whoever is named here, and whoever holds the post today, never sees the matter: no seat, no line, no part in it opens it. */
type Hides = { readonly hides?: true }

/**
 * Rows that nobody types: matters drawn by lot, of one kind, in these states, under the unit that a question names (else the
 * matter's own), closed or opened between the answers to two others. `count` is how many, `seed` a text that was on record before.
 * A row holds the number; a unit and a post in it are those that have the matter.
 */
export type DrawRule = {
  readonly of: string
  readonly states: readonly string[]
  readonly unit?: string
  readonly period?: { readonly day: 'opened' | 'closed'; readonly from: string; readonly to: string }
  readonly count: string
  readonly seed: string
}
type Draws = { readonly draws?: DrawRule }

/** What a row does to a row of a record. */
export const ROW_ACTS = ['add', 'change', 'drop'] as const

/**
 * Rows that are changes to the rows of the record that a question names: the column `act` says whether the row with this key is
 * added, changed or dropped; `needs` are the columns that an added row cannot leave empty. A step that `revises` makes them the
 * next version.
 */
export type ChangesRows = {
  readonly record: string
  readonly rows: string
  readonly key: string
  readonly act: string
  readonly needs: readonly string[]
}

/**
 * Rows that nobody types: every unit that has places on record, in force, of the categories that a question names, and the units that
 * stand in the rows of another question; one row each, with how many places.
 */
export type ExposedRows = { readonly places: string; readonly among: string; readonly also: string }

/** Rows that nobody types: the hidden answers to this form, one row each, laid open by the step that it is hidden until. */
type Gathers = { readonly gathers?: string }

/**
 * Rows that a record brings: each row of the version named is answered, by its key, and no other. `takes` are the columns that
 * stand in the record and are shown; what is recorded holds them beside the answers, so that it can be read by itself.
 */
export type RowsFrom = {
  /** The question, of this form or an earlier one, that names the record. */
  readonly record: string
  /** The question of the record that has the rows. */
  readonly rows: string
  /** The column that names each row, in the record and here. */
  readonly key: string
  readonly takes: readonly string[]
  /** Asked only when the row whose key stands in the record's column `row` was answered, in column `answer`, as its column `is` says. */
  readonly after?: { readonly row: string; readonly answer: string; readonly is: string }
  /** Asked only when the record's column names the answer to this question, or names nothing. */
  readonly only?: { readonly column: string; readonly of: string }
}

/**
 * A number worked out from other answers of the same form: their product or sum; one less others; one in hundredths of another;
 * or the number of rows, or the sum or mean of a column over rows, of all or of those that answer so.
 */
export type Computed =
  | { readonly product: readonly string[] }
  | { readonly sum: readonly string[] }
  | { readonly sum: string; readonly of: string; readonly where?: readonly When[] }
  | { readonly mean: string; readonly of: string; readonly where?: readonly When[] }
  | { readonly count: string; readonly where?: readonly When[] }
  | { readonly from: string; readonly less: readonly string[] }
  | { readonly share: string; readonly outOf: string }
  /** The how-many-eth matter of its kind this is at the record that a question names, within so many months; `without` what ended so. */
  | { readonly times: string; readonly months: number; readonly without?: readonly string[] }

/** The level that a number stands for: the last band whose `from` it reaches. */
export type Ladder = {
  readonly of: string
  readonly from: readonly { readonly atLeast: number; readonly level: Level }[]
}

/** The level by one number, or by the highest of several (`and`): deaths, injuries, loss. A lower one needs the answer `lowerBecause`. */
export type Bands = Ladder & { readonly and?: readonly Ladder[]; readonly lowerBecause: string }

/**
 * A number with a form of its own: the unified social credit code, which proves itself by its last character (GB 32100-2015), and
 * the number of a court case, kept as （2026）浙0399民初123号 however it was typed; the line of an office, never a person's own number.
 */
export type CheckedNumber = 'creditCode' | 'caseNumber' | 'officePhone'

/** An answer that nobody chooses: it is given while its condition holds. The first that holds counts; the last may have none. */
export type Ruled = { readonly is: string; readonly if?: Condition }

/** One number of a scale that people choose by its words. */
export type Grade = { readonly worth: number; readonly title: Text }

/** What each kind of question says besides. */
type Kinds = {
  readonly text: Limits & MayBePersonal & Sets<'text'> & Means<'text'> & { readonly check?: CheckedNumber }
  readonly longText: Limits & MayBePersonal & Means<'longText'>
  readonly number: Limits &
    MayBePersonal &
    Means<'number'> & { readonly computed?: Computed; readonly scale?: readonly Grade[] }
  /** In whole fen. */
  readonly money: Limits & MayBePersonal
  readonly date: Bounds & MayBePersonal & Means<'date'>
  readonly dateTime: Bounds & MayBePersonal & Means<'dateTime'>
  /** `ruled`: worked out from the matter as it stands and the other answers, and never against them. */
  readonly choice: Options & MayBePersonal & Sets<'choice'> & Means<'choice'> & { readonly ruled?: readonly Ruled[] }
  readonly choices: Options & Limits & MayBePersonal
  readonly yesNo: MayBePersonal
  readonly files: Limits
  readonly unit: Sets<'unit'> & Hides
  /** Only those who hold one of these roles may be chosen; nobody of the units, and none of the posts, that the questions `notOf` name. */
  readonly post: Sets<'post'> & Hides & { readonly roles?: readonly string[]; readonly notOf?: readonly string[] }
  /** All levels, unless it says which. */
  readonly level: { readonly options?: Readonly<Partial<Record<Level, Text>>>; readonly bands?: Bands } & Sets<'level'>
  /** Rows with fields of their own. */
  readonly items: Limits & {
    readonly fields: Fields
    readonly rowsFrom?: RowsFrom
    readonly changes?: ChangesRows
    readonly exposed?: ExposedRows
  } & Fills &
    Gathers &
    Draws
  /** One version of a record of this kind, by its number; what is recorded names the version: `DW-2026-0001@3`. */
  readonly record: { readonly of: string }
  /** One holder of a seat of many, chosen from those there are. */
  readonly holder: { readonly of: SeatName }
  /** Another office that stands so to this one and agreed with it that matters go between them. */
  readonly office: { readonly stands: readonly OfficeStanding[] }
}
export type FieldKind = keyof Kinds

/** A question of one kind. */
export type FieldOf<K extends FieldKind> = { readonly [P in K]: { readonly kind: P } & Asked & Kinds[P] }[K]

/** One question of a form. Plain data: the screen, the check, the ledger and the law's demands all read it. */
export type Field = FieldOf<FieldKind>

export type Fields = Readonly<Record<string, Field>>

/**
 * `hiddenUntil`: what is answered is kept apart, answer by answer, and shown to nobody but who gave it, until this step is
 * taken: blind scores, votes.
 */
export type Form = { readonly title: Text; readonly fields: Fields; readonly hiddenUntil?: string }

const NOT_IN_LEDGERS: readonly FieldKind[] = ['items', 'record', 'post', 'files', 'holder', 'office']

/** Whether an old ledger can answer: it has no rows within a row, points to no record of ours and knows none of our posts. */
export const isInLedgers = ({ kind }: Field): boolean => !NOT_IN_LEDGERS.includes(kind)

/** The fact of the matter that an answer sets. */
export const factOf = (field: Field | undefined): MatterFact | undefined =>
  field && 'sets' in field ? field.sets : undefined

/** What an answer says to the clocks. */
export const meaningOf = (field: Field | undefined): FieldMeaning | undefined =>
  field && 'means' in field ? field.means : undefined

/** Why an answer is personal, if it is. */
export const personalOf = (field: Field | undefined): Personal | undefined =>
  field && 'personal' in field ? field.personal : undefined

/** What can be chosen, of a question that offers something of its own. */
export const optionsOf = (field: Field | undefined): Options['options'] | undefined =>
  field && 'options' in field ? field.options : undefined

/** The questions of the rows, of a question that asks for rows. */
export const columnsOf = (field: Field | undefined): Fields => (field?.kind === 'items' ? field.fields : {})

/** The name of the question that sets this fact. */
export const settingOf = (fields: Fields, fact: MatterFact): string | undefined =>
  Object.keys(fields).find((name) => factOf(fields[name]) === fact)

/** The name of the question that means this on a form. */
export const fieldMeaning = (form: Form | undefined, meaning: FieldMeaning): string | undefined =>
  Object.keys(form?.fields ?? {}).find((each) => meaningOf(form?.fields[each]) === meaning)

/** The answer that means this on a form, if the form asks for it and it was given. */
export function meant(form: Form | undefined, values: FormValues, meaning: FieldMeaning): FieldValue | undefined {
  const name = fieldMeaning(form, meaning)
  const value = name === undefined ? undefined : values[name]
  return value === '' || value === null ? undefined : value
}

/** A file already stored, by content. `sha256` is lower-case hex. */
export type FileRef = { readonly sha256: string; readonly name: string; readonly type: string; readonly size: number }

/** A personal value after sealing under the matter's own data key: AES-256-GCM, or SM4 with HMAC-SM3 where an office wants these. */
export type Sealed = {
  readonly sealed: 'A256GCM' | 'SM4CTR-SM3'
  readonly iv: string
  readonly data: string
  readonly tag: string
}

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

/** The answer given now, else the recorded one. `null` is an answer: the field was emptied, and nothing earlier speaks for it. */
export const answerTo = (name: string, form: FormValues, recorded: FormValues): FieldValue | undefined =>
  Object.hasOwn(form, name) ? form[name] : Object.hasOwn(recorded, name) ? recorded[name] : undefined
