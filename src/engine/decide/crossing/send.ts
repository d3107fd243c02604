import { movePersonal } from '../../../domain/free-text/move-personal.ts'
import { type CrossingRequest, unanswered } from '../../../domain/matter/crossing.ts'
import type { EventOf } from '../../../domain/matter/event.ts'
import type { Matter } from '../../../domain/matter/matter.ts'
import { present } from '../../../domain/present.ts'
import { type Sends, sendsOf } from '../../../domain/procedure/crossing/step-crossing.ts'
import { answerTo, type FieldValue, type FormValues, isSealed } from '../../../domain/procedure/form.ts'
import type { Demand } from '../../../domain/procedure/hands/demand.ts'
import type { Procedure, Step } from '../../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../../domain/procedure/rulebook.ts'
import { dayOf, type Instant } from '../../../domain/time/time.ts'
import { AnlanError } from '../../../domain/wording/errors.ts'
import { procedureInEffect } from '../decide-opening.ts'

type Sending = {
  readonly procedure: Procedure
  readonly step: Step
  readonly matter: Matter
  readonly form: FormValues
  readonly rulebook: Rulebook
  readonly now: Instant
}

const refusal = (guard: Demand) => new AnlanError('guard-refused', { guard })

/** What a step sends to another office, or that it asks back what was sent. @throws AnlanError guard-refused when it may not cross */
export function crossingOf(sending: Sending): Pick<EventOf<'StepTaken'>, 'sends' | 'asksBack'> {
  const { step, matter } = sending
  const sends = sendsOf(step)
  if (sends) return { sends: request(sends, sending) }
  return step.crossing && 'recalls' in step.crossing && unanswered(matter) ? { asksBack: true } : {}
}

function request(sends: Sends, { procedure, matter, form, rulebook, now }: Sending): CrossingRequest {
  if (!mayCross(procedure, matter) || unanswered(matter)) throw refusal('mayCross')
  // Who stands below may be whom it is about.
  if (sends.way === 'down' && matter.aboutUnitId) throw refusal('mayCross')
  const office = rulebook.directory.offices?.[String(form[sends.to])]
  if (!office?.agreed) throw refusal('officesAgreed')
  const there = procedureInEffect(rulebook.procedures, procedure.id, dayOf(now))
  const opening = there.forms[there.opening.form]
  const carried = Object.entries(sends.carry).flatMap(([to, from]): [string, FieldValue][] => {
    const answer = answerTo(from, form, matter.fields)
    const value = answer === undefined ? (matter as unknown as FormValues)[from] : answer
    return value === undefined || value === null || value === '' || isSealed(value) ? [] : [[to, value]]
  })
  // Texts older than the rule against them may still carry a number; what crosses must not.
  const clean = opening ? movePersonal(opening, Object.fromEntries(carried)).answers : Object.fromEntries(carried)
  const { tenant, name, phone } = office
  return {
    tenant,
    office: name,
    ...present({ phone }),
    way: sends.way,
    procedure: procedure.id,
    basis: String(form[sends.basis] ?? ''),
    form: clean as FormValues,
    ...present({ personal: sends.personal }),
  }
}

/** Whether a matter may go to another office at all: nothing that is kept from some people here, and nothing that is played. */
const mayCross = ({ sight, exercise }: Procedure, matter: Matter): boolean =>
  !sight?.only && sight?.line !== 'own' && !exercise && !matter.exercise && (matter.hiddenFrom ?? []).length === 0
