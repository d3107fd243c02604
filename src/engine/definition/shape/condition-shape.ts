import type { Condition, DayTerm, Term } from '../../../domain/procedure/condition.ts'
import type { Way } from '../../../domain/procedure/procedure.ts'
import { either, list, object, oneOf, optional, type Shape, whole, word, yes } from './shape.ts'

type Of<Key extends PropertyKey> = Extract<Condition, { readonly [K in Key]: unknown }>

const HOLDER_STATES = oneOf(['asked', 'signed', 'answered', 'refused'])

const term: Shape = either((value) => {
  if ('rounds' in value) return object<Extract<Term, { rounds: string }>>({ rounds: word })
  if ('rows' in value) return object<Extract<Term, { rows: string }>>({ rows: word })
  if ('spread' in value) return object<Extract<Term, { spread: string }>>({ spread: word, of: word })
  return object<Extract<Term, { sum: string }>>({ sum: word, of: word })
}, word)

const day: Shape = either(
  () => object<Extract<DayTerm, object>>({ field: word }),
  oneOf(['today', 'opening', 'stateSince']),
)

const actor: Shape = either(
  () => object<{ holds: string }>({ holds: word }),
  oneOf(['handled', 'verified', 'registered']),
)

/** A condition, key by key. */
export const conditionShape: Shape = either((value) => {
  if ('all' in value) return object<Of<'all'>>({ all: list(conditionShape, 1) })
  if ('not' in value) return object<Of<'not'>>({ not: conditionShape })
  if ('seat' in value) return seatShape(value)
  if ('any' in value) return object<Extract<Condition, { any: readonly Condition[] }>>({ any: list(conditionShape, 1) })
  if ('children' in value)
    return object<Of<'children'>>({
      children: oneOf(['every', 'any']),
      group: optional(oneOf(['open', 'waiting', 'done'])),
      outcome: optional(list(word, 1)),
    })
  if ('limits' in value) return limitsShape(value)
  if ('actor' in value) return object<{ actor: unknown }>({ actor })
  if ('files' in value) return object<{ files: unknown }>({ files: oneOf(['sinceState', 'new']) })
  if ('notBefore' in value) return object<Of<'notBefore'>>({ day, notBefore: day, days: optional(whole(0)) })
  if ('notAfter' in value) return object<Of<'notAfter'>>({ day, notAfter: day, days: optional(whole(0)) })
  if ('given' in value) return object<Of<'given'>>({ the: word, given: yes })
  if ('recorded' in value) return object<Of<'recorded'>>({ the: word, recorded: yes, is: optional(list(word, 1)) })
  if ('atLeast' in value) return object<Of<'atLeast'>>({ the: term, atLeast: whole(0, 1e15) })
  if ('atMost' in value) return object<Of<'atMost'>>({ the: term, atMost: whole(0, 1e15) })
  return object<Exclude<Of<'is'>, Of<'recorded'>>>({ the: term, is: list(word, 1) })
})

const limitsShape = (value: Readonly<Record<string, unknown>>): Shape =>
  'stand' in value
    ? object<Of<'stand'>>({ limits: list(word, 1), stand: oneOf(['late', 'inTime']) })
    : object<Of<'left'>>({ limits: list(word, 1), left: typeof value['left'] === 'string' ? word : whole(0) })

function seatShape(value: Readonly<Record<string, unknown>>): Shape {
  if ('every' in value) return object<Of<'every'>>({ seat: word, every: list(HOLDER_STATES, 1) })
  if ('any' in value)
    return object<Extract<Condition, { seat: string; any: unknown }>>({ seat: word, any: list(HOLDER_STATES, 1) })
  return object<Of<'filled'>>({ seat: word, filled: yes })
}

/** Where a step leads: one state, or ways by condition, the last without one. */
export const targetShape: Shape = (value, path) =>
  Array.isArray(value)
    ? list(object<Way>({ if: optional(conditionShape), to: word }), 2)(value, path)
    : word(value, path)
