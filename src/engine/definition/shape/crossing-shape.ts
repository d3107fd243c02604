import { CROSSING_WAYS } from '../../../domain/matter/crossing.ts'
import type { Sends, StepCrossing } from '../../../domain/procedure/crossing/step-crossing.ts'
import { either, object, oneOf, optional, record, type Shape, word, yes } from './shape.ts'

const sends = object<Sends>({
  way: oneOf(CROSSING_WAYS),
  to: word,
  basis: word,
  carry: record(word, 1),
  personal: optional(record(word, 1)),
})

/** The part of a step in a crossing. */
export const crossingShape: Shape = either((value) =>
  'sends' in value
    ? object<Extract<StepCrossing, { sends: unknown }>>({ sends })
    : 'recalls' in value
      ? object<Extract<StepCrossing, { recalls: unknown }>>({ recalls: yes })
      : 'hears' in value
        ? object<Extract<StepCrossing, { hears: unknown }>>({
            hears: oneOf(['taken', 'returned', 'recalled', 'ended']),
          })
        : object<Extract<StepCrossing, { receives: unknown }>>({
            receives: oneOf(['arrival', 'acceptance', 'return', 'recall']),
          }),
)
