import { PERSONAL_KINDS } from '../../../domain/free-text/personal-kind.ts'
import type { Level } from '../../../domain/matter/level.ts'
import {
  type Bands,
  type ChangesRows,
  type Computed,
  type DayRef,
  type DrawRule,
  type ExposedRows,
  FACTS,
  type Field,
  type FieldKind,
  type FieldOf,
  type Grade,
  type Ladder,
  MEANINGS,
  type Personal,
  type RowsFrom,
  type Ruled,
  type When,
} from '../../../domain/procedure/form.ts'
import type { Period } from '../../../domain/time/time.ts'
import { ROLES } from '../../../domain/unit/role.ts'
import type { Text } from '../../../domain/wording/text.ts'
import { conditionShape } from './condition-shape.ts'
import {
  amount,
  either,
  keyed,
  list,
  number,
  object,
  oneOf,
  optional,
  phrase,
  record,
  type Shape,
  type ShapeOf,
  whole,
  word,
  yes,
} from './shape.ts'

export const textShape = object<Text>({ zh: phrase, en: phrase })
export const periodUnit = oneOf(['minute', 'hour', 'calendarDay', 'workingDay', 'month', 'year'])
/** Months may be counted in halves, which the law knows; nothing else is. */
export const periodShape: Shape = (value, path) =>
  object<Period>({ length: isHalfMonth(value) ? number : whole(1), unit: periodUnit })(value, path)
const isHalfMonth = (value: unknown): boolean => {
  const { length, unit } = (value ?? {}) as { readonly length?: unknown; readonly unit?: unknown }
  return unit === 'month' && typeof length === 'number' && length >= 1 && Number.isInteger(length * 2)
}
export const whenShape = object<When>({ field: word, is: list(word, 1) })

/** Those who hold a post: neither reporters nor the system do. */
const official = oneOf(Object.keys(ROLES).filter((role) => role !== 'reporter' && role !== 'system'))

/** A name, or whether at all. */
const wordOrFlag: Shape = (value, path) => (typeof value === 'boolean' ? [] : word(value, path))

const common = {
  kind: word,
  title: textShape,
  hint: optional(textShape),
  required: optional(yes),
  when: optional(whenShape),
  public: optional(yes),
  known: optional(wordOrFlag),
  takenFrom: optional((value, path) => takenFrom(value, path)),
}
const sets = (kind: keyof typeof FACTS) => optional(oneOf(FACTS[kind]))
const means = (kind: keyof typeof MEANINGS) => optional(oneOf(MEANINGS[kind]))
const personal = optional(
  object<Personal>({
    purpose: textShape,
    retention: periodShape,
    vault: optional(yes),
    holds: optional(oneOf(PERSONAL_KINDS)),
  }),
)
const count = { min: optional(whole(0)), max: optional(whole(1)) }
const day: Shape = either(() => object<Extract<DayRef, object>>({ field: word }), oneOf(['today', 'opening']))
const bounds = { notBefore: optional(day), notAfter: optional(day), boundless: optional(textShape) }
const range = { min: optional(number), max: optional(number) }
const fen = { min: optional(whole(0, 1e15)), max: optional(whole(0, 1e15)) }
const options = record(textShape, 1)
const title = optional(textShape)
const levels = optional(
  object<Partial<Record<Level, Text>>>({ major: title, serious: title, general: title, low: title }),
)

type Working<Key extends PropertyKey> = Extract<Computed, { readonly [K in Key]: unknown }>
const where = optional(list(whenShape, 1))
const computed: Shape = either((value) => {
  if ('product' in value) return object<Working<'product'>>({ product: list(word, 2) })
  if ('mean' in value) return object<Working<'mean'>>({ mean: word, of: word, where })
  if ('times' in value)
    return object<Working<'times'>>({ times: word, months: whole(1), without: optional(list(word, 1)) })
  if ('count' in value) return object<Working<'count'>>({ count: word, where })
  if ('share' in value) return object<Working<'share'>>({ share: word, outOf: word })
  if ('from' in value) return object<Working<'from'>>({ from: word, less: list(word, 1) })
  return 'of' in value
    ? object<Extract<Computed, { sum: string }>>({ sum: word, of: word, where })
    : object<Exclude<Working<'sum'>, { of: unknown }>>({ sum: list(word, 2) })
})
const rowsFrom = object<RowsFrom>({
  record: word,
  rows: word,
  key: word,
  takes: list(word, 1),
  after: optional(object<NonNullable<RowsFrom['after']>>({ row: word, answer: word, is: word })),
  only: optional(object<NonNullable<RowsFrom['only']>>({ column: word, of: word })),
})
const takenFrom = object<NonNullable<Field['takenFrom']>>({ record: word, field: word })
const ladder = {
  of: word,
  from: list(
    object<Ladder['from'][number]>({ atLeast: amount, level: oneOf(['major', 'serious', 'general', 'low']) }),
    1,
  ),
}
const bands = object<Bands>({ ...ladder, and: optional(list(object<Ladder>(ladder), 1)), lowerBecause: word })

/** Beside each key of a kind what may stand there: a key that the kind gains or loses does not compile until this does too. */
const SHAPES: { readonly [K in FieldKind]: ShapeOf<FieldOf<K>> } = {
  text: {
    ...common,
    ...count,
    sets: sets('text'),
    means: means('text'),
    personal,
    check: optional(oneOf(['creditCode', 'caseNumber', 'officePhone'])),
  },
  longText: { ...common, ...count, means: means('longText'), personal },
  number: {
    ...common,
    ...range,
    means: means('number'),
    personal,
    computed: optional(computed),
    scale: optional(list(object<Grade>({ worth: number, title: textShape }), 2)),
  },
  money: { ...common, ...fen, personal },
  date: { ...common, ...bounds, means: means('date'), personal },
  dateTime: { ...common, ...bounds, personal, means: means('dateTime') },
  choice: {
    ...common,
    options,
    sets: sets('choice'),
    means: means('choice'),
    personal,
    ruled: optional(list(object<Ruled>({ is: word, if: optional(conditionShape) }), 1)),
  },
  choices: { ...common, ...count, options, personal },
  yesNo: { ...common, personal },
  files: { ...common, ...count },
  unit: { ...common, sets: sets('unit'), hides: optional(yes) },
  post: {
    ...common,
    roles: optional(list(official, 1)),
    notOf: optional(list(word, 1)),
    sets: sets('post'),
    hides: optional(yes),
  },
  level: { ...common, options: levels, sets: sets('level'), bands: optional(bands) },
  items: {
    ...common,
    ...count,
    fields: record((value, path) => fieldShape(value, path), 1),
    fills: optional(word),
    rowsFrom: optional(rowsFrom),
    changes: optional(object<ChangesRows>({ record: word, rows: word, key: word, act: word, needs: list(word) })),
    exposed: optional(object<ExposedRows>({ places: word, among: word, also: word })),
    gathers: optional(word),
    draws: optional(
      object<DrawRule>({
        of: word,
        states: list(word, 1),
        unit: optional(word),
        period: optional(
          object<NonNullable<DrawRule['period']>>({ day: oneOf(['opened', 'closed']), from: word, to: word }),
        ),
        count: word,
        seed: word,
      }),
    ),
  },
  record: { ...common, of: word },
  holder: { ...common, of: word },
  office: { ...common, stands: list(oneOf(['above', 'below', 'beside']), 1) },
}

/** One question: the keys its kind knows. */
export const fieldShape: Shape = (value, path) => {
  const kind = (value as Field | null | undefined)?.kind
  const shape = typeof kind === 'string' && Object.hasOwn(SHAPES, kind) ? SHAPES[kind] : undefined
  if (shape) return keyed(shape)(value, path)
  return oneOf(Object.keys(SHAPES))(kind, `${path}.kind`).map((found) => ({ ...found, broken: true }))
}
