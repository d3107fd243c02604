import {
  columnsOf,
  type Field,
  type FieldOf,
  type Fields,
  type Form,
  type Ladder,
} from '../../../domain/procedure/form.ts'
import type { Procedure, Relay, Step } from '../../../domain/procedure/procedure.ts'
import { type Fault, fault, faultsAt } from '../fault.ts'
import { fieldsNamed, fieldsOf, formOf, isAnsweredBefore, isCertain, openingForm, own, stepsOf } from '../reading.ts'
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
  ...fieldsOf(procedure).flatMap(({ path, field, form }) => numberFaults(procedure, field, path, form)),
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

/** A number that is worked out has numbers to be worked out from, and a level by bands a number and a reason. */
function numberFaults(procedure: Procedure, field: Field, path: string, form: string): Fault[] {
  const beside = own(procedure.forms, form)?.fields ?? {}
  if (field.kind === 'number' && field.computed) return computedFaults(field, beside, `${path}.computed`)
  return field.kind === 'level' && field.bands ? bandFaults(field, beside, `${path}.bands`) : []
}

const isNumber = (field: Field | undefined) => field?.kind === 'number' || field?.kind === 'choice'

function computedFaults({ computed }: FieldOf<'number'>, beside: Fields, path: string): Fault[] {
  if (!computed) return []
  if ('of' in computed) {
    const rows = 'mean' in computed ? computed.mean : computed.sum
    const column = own(columnsOf(own(beside, rows)), computed.of)
    return column?.kind === 'number'
      ? []
      : [
          fault(
            `${path}.of`,
            `“${rows}”里没有“${computed.of}”这一列数字`,
            `"${rows}" has no column of numbers "${computed.of}"`,
          ),
        ]
  }
  const [key, names] = 'product' in computed ? ['product', computed.product] : ['sum', computed.sum]
  return faultsAt(names, `${path}.${key}`, (name, at) =>
    isNumber(own(beside, name))
      ? undefined
      : fault(at, `同一张表里没有“${name}”这个数字`, `the same form has no number "${name}"`),
  )
}

function bandFaults(field: FieldOf<'level'>, beside: Fields, path: string): Fault[] {
  if (!field.bands) return []
  const { lowerBecause, and } = field.bands
  const reason = own(beside, lowerBecause)
  return [
    ...ladderFaults(field.bands, field, beside, path),
    ...faultsAt(and, `${path}.and`, (ladder, at) => ladderFaults(ladder, field, beside, at)),
    ...(reason?.kind === 'text' || reason?.kind === 'longText'
      ? []
      : [
          fault(
            `${path}.lowerBecause`,
            `同一张表里没有“${lowerBecause}”这段说明`,
            `the same form has no text "${lowerBecause}"`,
          ),
        ]),
  ]
}

const ladderFaults = ({ of, from }: Ladder, { options }: FieldOf<'level'>, beside: Fields, path: string): Fault[] => [
  ...(own(beside, of)?.kind === 'number'
    ? []
    : [fault(`${path}.of`, `同一张表里没有“${of}”这个数字`, `the same form has no number "${of}"`)]),
  ...faultsAt(from, `${path}.from`, ({ atLeast, level }, at) => {
    const index = Number(at.slice(at.lastIndexOf('.') + 1))
    const before = from[index - 1]
    return [
      ...(before && before.atLeast >= atLeast
        ? [fault(`${at}.atLeast`, '要大于前一段', 'must be above the band before')]
        : []),
      ...(options && !own(options, level)
        ? [fault(`${at}.level`, `没有“${level}”这一级`, `there is no level "${level}" to choose`)]
        : []),
    ]
  }),
]
