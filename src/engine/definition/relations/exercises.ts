import { EXERCISE_PREFIX, type Procedure } from '../../../domain/procedure/procedure.ts'
import { type Fault, fault } from '../fault.ts'
import { stepsOf } from '../reading.ts'

/** An exercise is nobody's report and no record, carries nothing on in earnest, and its letters stand on nothing real. */
export const exerciseFaults = (procedure: Procedure): Fault[] => [
  ...(procedure.exercise ? kindFaults(procedure) : letterFaults(procedure)),
  ...stepsOf(procedure).flatMap(([id, { opens = [] }]) =>
    opens.flatMap((spawn, index) =>
      spawn.inEarnest && spawn.carriesOn
        ? [
            fault(
              `steps.${id}.opens.${index}.inEarnest`,
              '同一件事不能从演练变成真的',
              'the same matter cannot turn from an exercise into earnest',
            ),
          ]
        : [],
    ),
  ),
]

const kindFaults = ({ record, reporting }: Procedure): Fault[] => [
  ...(record ? [fault('record', '演练不能是台账记录', 'an exercise is no record that others point to')] : []),
  ...(reporting ? [fault('reporting', '群众不反映演练', 'residents report no exercise')] : []),
]

const letterFaults = ({ prefix }: Procedure): Fault[] =>
  prefix === EXERCISE_PREFIX ? [fault('prefix', `${prefix}只编演练的号`, `${prefix} numbers exercises only`)] : []
