import type { Field, Form } from '../../../domain/procedure/form.ts'
import type { Procedure, Relay, Step } from '../../../domain/procedure/procedure.ts'
import { type Fault, fault, faultsAt } from '../fault.ts'
import { fieldsNamed, formOf, isAnsweredBefore, isCertain, openingForm, own, stepsOf } from '../reading.ts'
import { childKinds } from './conditions.ts'

/** What steps bring about: it takes back what there is, and reaches matters that can come of it. */
export const effectFaults = (procedure: Procedure, all: readonly Procedure[]): Fault[] => [
  ...stepsOf(procedure).flatMap(([id, step]) => [
    ...clearFaults(procedure, step, `steps.${id}`),
    ...revokeFaults(procedure, step, `steps.${id}`),
    ...unlinkFaults(procedure, step, `steps.${id}`),
    ...unbarFaults(procedure, step, `steps.${id}`),
    ...faultsAt(step.relays, `steps.${id}.relays`, (relay, at) => relayFaults(procedure, step, relay, at, all)),
  ]),
]

const clearFaults = (procedure: Procedure, { clears }: Step, path: string): Fault[] =>
  faultsAt(clears, `${path}.clears`, (name, at) =>
    fieldsNamed(procedure, name).length > 0
      ? undefined
      : fault(at, `没有哪张表问“${name}”`, `no form asks for "${name}"`),
  )

function revokeFaults(procedure: Procedure, { revokes }: Step, path: string): Fault[] {
  const issued = new Set(Object.values(procedure.steps).flatMap(({ issues = [] }) => issues))
  return faultsAt(revokes, `${path}.revokes`, (document, at) =>
    issued.has(document)
      ? undefined
      : fault(at, `没有步骤出过“${document}”这种文书`, `no step issues a document "${document}"`),
  )
}

function unlinkFaults(procedure: Procedure, { unlinks }: Step, path: string): Fault[] {
  if (!unlinks) return []
  const makes = stepsOf(procedure).some(([, step]) => step.linksTo?.type === unlinks)
  return makes
    ? []
    : [fault(`${path}.unlinks`, `没有步骤这样关联（${unlinks}）`, `no step links to another matter as ${unlinks}`)]
}

const unbarFaults = (procedure: Procedure, step: Step, path: string): Fault[] =>
  step.unbars === undefined || isPost(own(formOf(procedure, step)?.fields, step.unbars))
    ? []
    : [
        fault(
          `${path}.unbars`,
          `这一步的表里没有“${step.unbars}”这个必选的岗位`,
          `the form of this step has no required post "${step.unbars}"`,
        ),
      ]

const isPost = (field: Field | undefined) => field?.kind === 'post' && isCertain(field)

/** The kinds that a relay can reach. */
function reached(procedure: Procedure, { to }: Relay, all: readonly Procedure[]): readonly Procedure[] {
  if (to === 'merged') return [procedure]
  if (to === 'children') return all.filter(({ id }) => childKinds(procedure).includes(id))
  return all.filter((other) => childKinds(other).includes(procedure.id))
}

/** The system takes the step there: it must know it, be let to, and be given all that it asks. */
function relayFaults(procedure: Procedure, step: Step, relay: Relay, path: string, all: readonly Procedure[]): Fault[] {
  const there = reached(procedure, relay, all)
  // A step that many kinds share may ask for relatives that one of them never has.
  const isShared = all.some((other) => own(other.steps, relay.step)?.by.includes('system'))
  if (there.length === 0 && isShared) return []
  if (there.length === 0) return [fault(`${path}.to`, '没有这样的相关事项', 'there are no such related matters')]
  const knowing = there.flatMap((other) => {
    const taken = own(other.steps, relay.step)
    return taken ? [{ other, taken }] : []
  })
  if (knowing.length === 0)
    return [
      fault(`${path}.step`, `相关事项都没有“${relay.step}”这一步`, `no related matter has a step "${relay.step}"`),
    ]
  return knowing.flatMap(({ other, taken }) => [
    ...(taken.by.includes('system')
      ? []
      : [
          fault(
            `${path}.step`,
            `${other.id}的“${relay.step}”不由系统办`,
            `the system does not take "${relay.step}" of ${other.id}`,
          ),
        ]),
    ...carryFaults(procedure, step, relay, path, other, formOf(other, taken)),
  ])
}

const FACTS = ['title', 'place', 'category', 'level', 'reference', 'outcome', 'state']

function carryFaults(
  procedure: Procedure,
  step: Step,
  { carry }: Relay,
  path: string,
  other: Procedure,
  form: Form | undefined,
): Fault[] {
  const fields = form?.fields ?? {}
  return [
    ...Object.entries(carry).flatMap(([to, from]) => [
      ...(own(fields, to)
        ? []
        : [fault(`${path}.carry.${to}`, `${other.id}那一步不问“${to}”`, `the step of ${other.id} asks no "${to}"`)]),
      ...(fieldsNamed(procedure, from).length > 0 || FACTS.includes(from)
        ? []
        : [fault(`${path}.carry.${to}`, `没有哪张表问“${from}”`, `no form asks for "${from}"`)]),
    ]),
    ...Object.entries(fields).flatMap(([name, field]) => {
      const from = own(carry, name)
      if (!isCertain(field) || (from !== undefined && isKnown(procedure, step, from))) return []
      return [
        fault(
          `${path}.carry`,
          `${other.id}必填的“${name}”不一定带得去`,
          `"${name}", which ${other.id} requires, may not come along`,
        ),
      ]
    }),
  ]
}

const isKnown = (procedure: Procedure, step: Step, name: string) =>
  FACTS.includes(name) ||
  isCertain(own(formOf(procedure, step)?.fields, name)) ||
  isCertain(own(openingForm(procedure)?.fields, name)) ||
  isAnsweredBefore(procedure, step, name)
