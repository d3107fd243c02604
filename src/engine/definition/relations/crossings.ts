import { sendsOf } from '../../../domain/procedure/crossing/step-crossing.ts'
import { type Field, personalOf } from '../../../domain/procedure/form.ts'
import type { Procedure, Step } from '../../../domain/procedure/procedure.ts'
import { type Fault, fault } from '../fault.ts'
import { fieldsNamed, formOf, isCertain, openingForm, own, startStates, stepsOf } from '../reading.ts'

/** How the office that a way leads to stands. */
const STANDS = { up: 'above', down: 'below', over: 'beside' } as const

/** Kinds of answers that mean something in one office only: its units, posts, records. */
const LOCAL: readonly Field['kind'][] = ['unit', 'post', 'record', 'items', 'holder', 'office']
const FACTS = ['title', 'place', 'category', 'level']

/** Crossings to other offices: what is sent fits where it opens, an answer of every sort is heard, and what is secret stays. */
export function crossingFaults(procedure: Procedure): Fault[] {
  const steps = stepsOf(procedure).filter(([, { crossing }]) => crossing)
  if (steps.length === 0) return []
  return [
    ...secretFaults(procedure),
    ...steps.flatMap(([id, step]) => [
      ...sendFaults(procedure, step, `steps.${id}`),
      ...systemFaults(step, `steps.${id}`),
    ]),
    ...arrivalFaults(procedure, steps),
  ]
}

function secretFaults({ sight, exercise, steps }: Procedure): Fault[] {
  const isSecret = sight?.only || sight?.line === 'own' || exercise || Object.values(steps).some(({ shreds }) => shreds)
  return isSecret
    ? [fault('steps', '这一类有人不能知道，或是演练，不能跨地方转', 'kept from some, or an exercise: never crosses')]
    : []
}

/** What the other side says is heard by the system; people take the rest. */
function systemFaults({ crossing, by }: Step, path: string): Fault[] {
  if (!crossing) return []
  const isNews = 'hears' in crossing || ('receives' in crossing && ['arrival', 'recall'].includes(crossing.receives))
  const isSystem = by.length === 1 && by[0] === 'system'
  return isNews === isSystem
    ? []
    : [
        fault(
          `${path}.by`,
          isNews ? '这一步由系统办' : '这一步由人办',
          isNews ? 'is the system’s step' : 'is a step people take',
        ),
      ]
}

function sendFaults(procedure: Procedure, step: Step, path: string): Fault[] {
  const sends = sendsOf(step)
  if (!sends) return []
  const form = formOf(procedure, step)
  const to = own(form?.fields, sends.to)
  const basis = own(form?.fields, sends.basis)
  const opening = openingForm(procedure)
  const at = `${path}.crossing.sends`
  const fitsWay = to?.kind === 'office' && isCertain(to) && to.stands.join() === STANDS[sends.way]
  return [
    ...(fitsWay
      ? []
      : [fault(`${at}.to`, '要有一个必选的、方向一致的地方', 'needs a required office that stands this way')]),
    ...(basis && isCertain(basis) ? [] : [fault(`${at}.basis`, '要必填依据', 'needs a required basis')]),
    ...Object.entries(sends.carry).flatMap(([there, here]) => carryFault(procedure, step, there, here, `${at}.carry`)),
    ...Object.entries(sends.personal ?? {}).flatMap(([there, here]) => {
      const asked = own(opening?.fields, there)
      const known = fieldsNamed(procedure, here)[0]
      return asked && personalOf(asked) && known && personalOf(known)
        ? []
        : [fault(`${at}.personal.${there}`, '两边都要是个人信息', 'must be personal on both sides')]
    }),
    ...Object.entries(opening?.fields ?? {}).flatMap(([name, field]) =>
      isCertain(field) && !(name in sends.carry) && !(name in (sends.personal ?? {}))
        ? [fault(`${at}.carry`, `那边必填的“${name}”没有带去`, `"${name}", which is required there, is not carried`)]
        : [],
    ),
    ...unheardFaults(procedure, step, at),
  ]
}

function carryFault(procedure: Procedure, step: Step, there: string, here: string, path: string): Fault[] {
  const asked = own(openingForm(procedure)?.fields, there)
  const known = own(formOf(procedure, step)?.fields, here) ?? fieldsNamed(procedure, here)[0]
  const at = `${path}.${there}`
  if (!asked) return [fault(at, `登记表里没有“${there}”`, `the opening form has no "${there}"`)]
  if (!known && !FACTS.includes(here)) return [fault(at, `没有哪张表问“${here}”`, `no form asks for "${here}"`)]
  if (LOCAL.includes(asked.kind)) return [fault(at, `“${there}”只在本地有意义`, `"${there}" means something here only`)]
  return personalOf(asked) || (known && personalOf(known))
    ? [fault(at, '个人信息写在personal里', 'is personal: name it under personal')]
    : []
}

/** Wherever it was sent from, it must hear that it was taken, that it came back and, where that can be asked, that it was asked back. */
function unheardFaults(procedure: Procedure, step: Step, at: string): Fault[] {
  const state = typeof step.to === 'string' ? step.to : undefined
  if (!state || startStates(procedure, step).includes(state))
    return [fault(at, '要转到一个等回音的状态', 'leads to one state in which the answer is waited for')]
  return (['taken', 'returned', 'recalled'] as const).flatMap((news) =>
    stepsOf(procedure).some(
      ([, { crossing, from }]) =>
        crossing && 'hears' in crossing && crossing.hears === news && from !== 'open' && from.includes(state),
    )
      ? []
      : [fault(at, `在“${state}”听不到${news}`, `"${state}" hears no ${news}`)],
  )
}

/** Whoever sends takes in as well: the other office follows the same definition. */
function arrivalFaults(procedure: Procedure, steps: readonly (readonly [string, Step])[]): Fault[] {
  const parts = steps.flatMap(([, { crossing }]) => (crossing && 'receives' in crossing ? [crossing.receives] : []))
  const missing = (['arrival', 'acceptance', 'return', 'recall'] as const).filter((part) => !parts.includes(part))
  const arrivals = steps.filter(
    ([, { crossing }]) => crossing && 'receives' in crossing && crossing.receives === 'arrival',
  )
  const misplaced = arrivals.filter(
    ([, step]) => step.from === 'open' || !step.from.includes(procedure.opening.state) || typeof step.to !== 'string',
  )
  return [
    ...missing.map((part) => fault('steps', `转来的缺“${part}”这一步`, `what arrives has no step for "${part}"`)),
    ...misplaced.map(([id]) =>
      fault(`steps.${id}`, '从登记后的状态开始、只到一处', 'leads from the opening to one state'),
    ),
  ]
}
