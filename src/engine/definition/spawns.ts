import { columnsOf, type Field, type Form, personalOf, type When } from '../../domain/procedure/form.ts'
import type { Procedure, Spawn, Step } from '../../domain/procedure/procedure.ts'
import { type Fault, fault, faultsAt } from './fault.ts'
import { answersOf, fieldsNamed, formOf, isAnsweredBefore, isCertain, openingForm, own, stepsOf } from './reading.ts'

/** Facts of a matter that may be carried like answers. */
const FACTS: Readonly<Record<string, Field['kind']>> = {
  title: 'text',
  place: 'text',
  category: 'choice',
  level: 'level',
}

type Opening = { parent: Procedure; step: Step; form: Form | undefined; spawn: Spawn; path: string }

/** Procedures, rows and answers that spawns name, but that are not there. */
export const spawnNameFaults = (parent: Procedure, all: readonly Procedure[]): Fault[] =>
  openingsOf(parent).flatMap((opening) => [
    ...kinds(opening).flatMap(({ kind, at }) =>
      all.some(({ id }) => id === kind) ? [] : [fault(at, `没有“${kind}”这种事项`, `there is no procedure "${kind}"`)],
    ),
    ...whenFaults(opening),
    ...eachFaults(opening),
    ...choiceFaults(opening),
  ])

/** Rows or a condition that are not there leave unknown what is carried. */
const isMisnamed = (opening: Opening) =>
  [...whenFaults(opening), ...eachFaults(opening), ...choiceFaults(opening)].length > 0

const openingsOf = (parent: Procedure): Opening[] =>
  stepsOf(parent).flatMap(([id, step]) =>
    (step.opens ?? []).map((spawn, index) => ({
      parent,
      step,
      form: formOf(parent, step),
      spawn,
      path: `steps.${id}.opens.${index}`,
    })),
  )

/** Whether a matter of the parent's version may still open this version: none later was in effect when that began. */
const isMet = (child: Procedure, { effectiveOn }: Procedure, all: readonly Procedure[]) =>
  !all.some((later) => later.id === child.id && later.version > child.version && later.effectiveOn <= effectiveOn)

/** Matters that a step opens: with answers that its opening form takes, and with all that it demands. */
export const spawnFaults = (parent: Procedure, all: readonly Procedure[]): Fault[] =>
  openingsOf(parent).flatMap((opening) =>
    isMisnamed(opening)
      ? []
      : kinds(opening).flatMap(({ kind }) =>
          all
            .filter((child) => child.id === kind && isMet(child, parent, all))
            .flatMap((child) => {
              const form = openingForm(child)
              return form
                ? [
                    ...beginFaults(opening, child),
                    ...carryFaults(opening, child, form),
                    ...demandFaults(opening, child, form),
                  ]
                : []
            }),
        ),
  )

/** The step that counts as taken is one of the other kind's, from where that one begins, to one place. */
function beginFaults({ spawn: { begins }, path }: Opening, child: Procedure): Fault[] {
  if (begins === undefined) return []
  const step = own(child.steps, begins)
  if (step && step.from !== 'open' && step.from.includes(child.opening.state) && typeof step.to === 'string') return []
  return [
    fault(
      `${path}.begins`,
      `${child.id}没有从登记后开始、只到一处的“${begins}”`,
      `${child.id} has no step "${begins}" from its opening to one state`,
    ),
  ]
}

function kinds({ spawn, path }: Opening): { kind: string; at: string }[] {
  const { procedure } = spawn
  if (typeof procedure === 'string') return [{ kind: procedure, at: `${path}.procedure` }]
  return Object.entries(procedure.procedures).map(([answer, kind]) => ({
    kind,
    at: `${path}.procedure.procedures.${answer}`,
  }))
}

function choiceFaults({ spawn, form, path }: Opening): Fault[] {
  if (typeof spawn.procedure === 'string') return []
  const { by, procedures } = spawn.procedure
  const field = own(form?.fields, by)
  const answers = field && answersOf(field)
  if (!answers || !isCertain(field))
    return [
      fault(
        `${path}.procedure.by`,
        `这一步的表里没有必选的“${by}”`,
        `the form of this step has no required choice "${by}"`,
      ),
    ]
  return Object.keys(procedures)
    .filter((answer) => !answers.includes(answer))
    .map((answer) =>
      fault(
        `${path}.procedure.procedures.${answer}`,
        `“${by}”没有“${answer}”这一项`,
        `"${by}" has no answer "${answer}"`,
      ),
    )
}

function whenFaults({ spawn: { when }, form, path }: Opening): Fault[] {
  if (!when) return []
  const field = own(form?.fields, when.field)
  const answers = field && answersOf(field)
  if (!answers)
    return [
      fault(
        `${path}.when.field`,
        `这一步的表里没有“${when.field}”这个选择`,
        `the form of this step has no choice "${when.field}"`,
      ),
    ]
  return faultsAt(when.is, `${path}.when.is`, (answer, at) =>
    answers.includes(answer)
      ? undefined
      : fault(at, `“${when.field}”没有“${answer}”这一项`, `"${when.field}" has no answer "${answer}"`),
  )
}

function eachFaults({ spawn: { each }, form, path }: Opening): Fault[] {
  if (!each || own(form?.fields, each)?.kind === 'items') return []
  return [fault(`${path}.each`, `这一步的表里没有“${each}”这些行`, `the form of this step has no rows "${each}"`)]
}

/** Where a carried value comes from: a column of the row, this step's form, an earlier form, or a fact of the matter. */
function originOf({ parent, form, spawn }: Opening, from: string): Field | Field['kind'] | undefined {
  if (from.startsWith('row.')) return own(columnsOf(own(form?.fields, spawn.each)), from.slice(4))
  return own(form?.fields, from) ?? fieldsNamed(parent, from)[0] ?? own(FACTS, from)
}

function carryFaults(opening: Opening, child: Procedure, form: Form): Fault[] {
  const { spawn, path } = opening
  const { unit: _, ...rest } = spawn.carry
  const carried =
    spawn.toParentUnit && 'unit' in spawn.carry
      ? [fault(`${path}.carry.unit`, '交上一级时单位不由表定', 'goes to the unit above, whatever the form says')]
      : []
  return [
    ...carried,
    ...Object.entries(spawn.toParentUnit ? rest : spawn.carry).flatMap(([to, from]) => {
      const at = `${path}.carry.${to}`
      const asked = own(form.fields, to)
      const origin = originOf(opening, from)
      if (!asked)
        return [fault(at, `${child.id}的登记表里没有“${to}”`, `the opening form of ${child.id} has no field "${to}"`)]
      if (!origin) return [fault(at, `没有哪张表问“${from}”`, `no form asks for "${from}"`)]
      return fitFaults(asked, origin, from, at)
    }),
  ]
}

/** A carried value must be one that the other form takes. Sealed ones stay under the key of the first matter. */
function fitFaults(asked: Field, origin: Field | Field['kind'], from: string, at: string): Fault[] {
  const kind = typeof origin === 'string' ? origin : origin.kind
  if (sort(asked.kind) !== sort(kind))
    return [fault(at, `要${asked.kind}，“${from}”是${kind}`, `takes a ${asked.kind}, but "${from}" is a ${kind}`)]
  if (typeof origin === 'string') return []
  if (personalOf(origin))
    return [fault(at, `“${from}”是个人信息，不随件转出`, `"${from}" is personal and is never carried`)]
  const strange = (answersOf(origin) ?? []).filter((answer) => !answersOf(asked)?.includes(answer))
  const bounds = (['notBefore', 'notAfter'] as const).filter(
    (bound) =>
      boundIn(asked, bound) === 'today' &&
      boundIn(origin, bound) !== 'today' &&
      (bound === 'notBefore' || boundIn(origin, bound) === undefined),
  )
  return [
    ...bounds.map((bound) => fault(at, `${bound}要与“${from}”一样`, `has a ${bound} that "${from}" lacks`)),
    ...strange.map((answer) => fault(at, `不收“${answer}”`, `does not take the answer "${answer}"`)),
    ...(longest(asked) < longest(origin)
      ? [
          fault(
            at,
            `只收${longest(asked)}个，“${from}”可到${longest(origin)}`,
            `holds ${longest(asked)}, but "${from}" may have ${longest(origin)}`,
          ),
        ]
      : []),
    ...(least(asked) > least(origin)
      ? [fault(at, `至少要${least(asked)}，“${from}”可以更少`, `needs ${least(asked)}, but "${from}" may have less`)]
      : []),
  ]
}

const sort = (kind: Field['kind']) => (kind === 'longText' ? 'text' : kind)
const boundIn = (field: Field, bound: 'notBefore' | 'notAfter') =>
  field.kind === 'date' || field.kind === 'dateTime' ? field[bound] : undefined
const longest = (field: Field) =>
  ('max' in field ? field.max : undefined) ??
  (field.kind === 'text' ? 200 : field.kind === 'longText' ? 5000 : Infinity)
const least = (field: Field) =>
  ('min' in field ? field.min : undefined) ?? (sort(field.kind) === 'text' ? 1 : -Infinity)

/** Whatever the other form demands comes along for certain. */
function demandFaults(opening: Opening, child: Procedure, form: Form): Fault[] {
  const { spawn, path } = opening
  return Object.entries(form.fields).flatMap(([name, field]) => {
    const from = own(spawn.carry, name)
    if (!isCertain(field) || (from && isCarried(opening, from))) return []
    return [
      fault(
        `${path}.carry${from ? `.${name}` : ''}`,
        from ? `${child.id}必填，“${from}”却不一定有` : `${child.id}必填的“${name}”没有带去`,
        from
          ? `${child.id} requires it, but "${from}" may be empty`
          : `"${name}", which ${child.id} requires, is not carried`,
      ),
    ]
  })
}

/** Certain, or certain wherever the other matter is opened. */
const isAskedWith = ({ required, when }: Field, opened: When | undefined) =>
  required === true && (!when || JSON.stringify(when) === JSON.stringify(opened))

function isCarried(opening: Opening, from: string): boolean {
  const { parent, step, form, spawn } = opening
  const origin = originOf(opening, from)
  // An unknown origin is a fault of its own.
  if (!origin) return true
  if (from.startsWith('row.')) return typeof origin === 'object' && isAskedWith(origin, spawn.whenRow)
  const here = own(form?.fields, from)
  if (here && isAskedWith(here, spawn.when)) return true
  return (
    isCertain(own(openingForm(parent)?.fields, from)) || (step.from !== 'open' && isAnsweredBefore(parent, step, from))
  )
}
