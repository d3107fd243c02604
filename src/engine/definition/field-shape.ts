import { PERSONAL_KINDS } from '../../domain/free-text/personal-kind.ts'
import type { DayRef, Field, FieldKind, Personal } from '../../domain/procedure/form.ts'
import type { Period } from '../../domain/time/time.ts'
import { ROLES } from '../../domain/unit/role.ts'
import type { Text } from '../../domain/wording/text.ts'
import {
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
  whole,
  word,
  yes,
} from './shape.ts'

export const textShape = object<Text>({ zh: phrase, en: phrase })
export const periodUnit = oneOf(['minute', 'hour', 'calendarDay', 'workingDay', 'month', 'year'])
export const periodShape = object<Period>({ length: whole(1), unit: periodUnit })
export const whenShape = object<{ field: string; is: readonly string[] }>({ field: word, is: list(word, 1) })

/** Those who hold a post: neither reporters nor the system do. */
const official = oneOf(Object.keys(ROLES).filter((role) => role !== 'reporter' && role !== 'system'))

const common = {
  kind: word,
  title: textShape,
  hint: optional(textShape),
  required: optional(yes),
  when: optional(whenShape),
  public: optional(yes),
}
const sets = optional(
  oneOf(['title', 'category', 'level', 'unit', 'place', 'placeUnit', 'aboutUnit', 'owner', 'verifier', 'supervisor']),
)
const means = optional(oneOf(['reason', 'document', 'extendBy', 'pausedFrom', 'pausedTo']))
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
const bounds = { notBefore: optional(day), notAfter: optional(day) }
const range = { min: optional(number), max: optional(number) }
const options = optional(record(textShape))

const SHAPES: Readonly<Record<FieldKind, Shape>> = {
  text: keyed({ ...common, means, ...count, sets, personal }),
  longText: keyed({ ...common, means, ...count, sets, personal }),
  number: keyed({ ...common, means, ...range, personal }),
  money: keyed({ ...common, min: optional(whole(0, 1e15)), max: optional(whole(0, 1e15)), personal }),
  date: keyed({ ...common, means, ...bounds, personal }),
  dateTime: keyed({ ...common, ...bounds, personal }),
  choice: keyed({ ...common, options, sets, personal }),
  choices: keyed({ ...common, ...count, options, personal }),
  yesNo: keyed({ ...common, personal }),
  files: keyed({ ...common, ...count }),
  unit: keyed({ ...common, sets }),
  post: keyed({ ...common, roles: optional(list(official, 1)), sets }),
  level: keyed({ ...common, options, sets }),
  items: keyed({ ...common, ...count, fields: record((value, path) => fieldShape(value, path), 1) }),
}

/** One question: the keys its kind knows. */
export const fieldShape: Shape = (value, path) => {
  const kind = (value as Field | null | undefined)?.kind
  const shape = typeof kind === 'string' && Object.hasOwn(SHAPES, kind) ? SHAPES[kind] : undefined
  if (shape) return shape(value, path)
  return oneOf(Object.keys(SHAPES))(kind, `${path}.kind`).map((found) => ({ ...found, broken: true }))
}
