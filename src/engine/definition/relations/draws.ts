import type { DrawRule, Field, FieldOf } from '../../../domain/procedure/form.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { type Fault, fault, faultsAt } from '../fault.ts'
import { fieldsNamed, fieldsOf, formOf, isAnsweredBefore, isCertain, own, stepsOf } from '../reading.ts'

/** What is drawn by lot is there, and drawn by a seed that was on record before; who may not be chosen is named by a question. */
export const drawFaults = (procedure: Procedure, all: readonly Procedure[]): Fault[] =>
  fieldsOf(procedure).flatMap(({ path, field, form }) => [
    ...(field.kind === 'items' && field.draws ? ruleFaults(procedure, field, field.draws, { path, form, all }) : []),
    ...(field.kind === 'post'
      ? faultsAt(field.notOf, `${path}.notOf`, (name, at) =>
          isNamed(procedure, name, ['unit', 'post'])
            ? undefined
            : fault(at, `没有哪张表问“${name}”这个单位或岗位`, `no form asks for a unit or post "${name}"`),
        )
      : []),
  ])

const isNamed = (procedure: Procedure, name: string, kinds: readonly Field['kind'][]) =>
  fieldsNamed(procedure, name).some(({ kind }) => kinds.includes(kind))

type Place = { readonly path: string; readonly form: string; readonly all: readonly Procedure[] }

function ruleFaults(
  procedure: Procedure,
  field: FieldOf<'items'>,
  rule: DrawRule,
  { path, form, all }: Place,
): Fault[] {
  const at = `${path}.draws`
  const beside = own(procedure.forms, form)?.fields ?? {}
  const kinds = all.filter(({ id }) => id === rule.of)
  const takers = stepsOf(procedure).filter(([, step]) => step.form === form)
  const others = Object.values(beside).filter((other) => other.kind === 'items' && other.draws)
  return [
    ...(kinds.length > 0 ? [] : [fault(`${at}.of`, `没有“${rule.of}”这种事项`, `there is no kind "${rule.of}"`)]),
    ...faultsAt(kinds.length > 0 ? rule.states : [], `${at}.states`, (state, place) =>
      kinds.some(({ states }) => own(states, state))
        ? undefined
        : fault(place, `${rule.of}没有“${state}”这个状态`, `${rule.of} has no state "${state}"`),
    ),
    ...(own(beside, rule.count)?.kind === 'number' && isCertain(own(beside, rule.count))
      ? []
      : [
          fault(
            `${at}.count`,
            `同一张表里没有“${rule.count}”这个必填的数`,
            `the same form has no required number "${rule.count}"`,
          ),
        ]),
    ...seedFaults(procedure, rule, takers, beside, at),
    ...(rule.unit === undefined || isNamed(procedure, rule.unit, ['unit'])
      ? []
      : [fault(`${at}.unit`, `没有哪张表问“${rule.unit}”这个单位`, `no form asks for a unit "${rule.unit}"`)]),
    ...(rule.period ? [rule.period.from, rule.period.to] : []).flatMap((name) =>
      isNamed(procedure, name, ['date'])
        ? []
        : [fault(`${at}.period`, `没有哪张表问“${name}”这一天`, `no form asks for a day "${name}"`)],
    ),
    ...Object.entries(field.fields).flatMap(([name, { kind }]) =>
      kind === 'text' || kind === 'unit' || kind === 'post'
        ? []
        : [
            fault(
              `${path}.fields.${name}`,
              '抽出来的只有编号、单位、岗位',
              'what is drawn is a number, a unit, a post',
            ),
          ],
    ),
    ...(others.length > 1 ? [fault(at, '一张表只抽一次', 'a form draws once')] : []),
    ...(procedure.opening.form === form || field.rowsFrom || field.gathers || takers.length === 0
      ? [fault(at, '登记时不抽，也不和别的来源合用', 'nothing is drawn when a matter is opened, nor beside other rows')]
      : []),
  ]
}

/** A seed that could be chosen when the list is known draws whom one likes. */
function seedFaults(
  procedure: Procedure,
  { seed }: DrawRule,
  takers: ReturnType<typeof stepsOf>,
  beside: Readonly<Record<string, Field>>,
  at: string,
): Fault[] {
  const isBefore =
    !own(beside, seed) &&
    isNamed(procedure, seed, ['text']) &&
    takers.every(([, step]) => formOf(procedure, step) && isAnsweredBefore(procedure, step, seed))
  return isBefore
    ? []
    : [
        fault(
          `${at}.seed`,
          `种子“${seed}”要在抽取之前的一步记下`,
          `the seed "${seed}" must be on record before the draw`,
        ),
      ]
}
