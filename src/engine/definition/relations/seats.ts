import { columnsOf, type Field, type FieldOf, type Form } from '../../../domain/procedure/form.ts'
import type { Procedure, Step } from '../../../domain/procedure/procedure.ts'
import { SEATS, type SeatName } from '../../../domain/procedure/seat.ts'
import type { Taker } from '../../../domain/procedure/taker.ts'
import { seatOf } from '../../../domain/wording/taker-text.ts'
import { type Fault, fault, faultsAt } from '../fault.ts'
import { fieldsOf, formOf, own, stepsOf, usedForms } from '../reading.ts'

/** Seats that are always held: a matter has them from its first day. */
const HELD: readonly SeatName[] = ['ordering', 'responsible', 'registrar']

const isFilledBy = (field: Field, seat: SeatName) =>
  (field.kind === 'items' && field.fills === seat) || ('sets' in field && field.sets === seat)

/** Whether some form that a matter meets puts somebody into the seat. */
export function canBeFilled(procedure: Procedure, seat: SeatName): boolean {
  const used = usedForms(procedure)
  return HELD.includes(seat) || fieldsOf(procedure).some(({ form, field }) => used.has(form) && isFilledBy(field, seat))
}

/** A seat that is named must be one, and must be filled by something. */
export function seatFaults(procedure: Procedure, seat: SeatName, path: string): Fault[] {
  if (!seatOf(seat, procedure)) return [fault(path, `没有“${seat}”这个席位`, `there is no seat "${seat}"`)]
  return canBeFilled(procedure, seat)
    ? []
    : [fault(path, `没有哪张表定“${seat}”这个席位`, `no form fills the seat "${seat}"`)]
}

/** A seat of many that is named, whose holders sign, answer or refuse. */
export function manyFaults(procedure: Procedure, seat: SeatName, path: string): Fault[] {
  const faults = seatFaults(procedure, seat, path)
  if (faults.length > 0 || seatOf(seat, procedure)?.many) return faults
  return [fault(path, `“${seat}”不是可以有几个的席位（many）`, `"${seat}" is no seat of many`)]
}

/** Everything about who sits where: takers, seats and the questions that fill them, and what holders do. */
export const sittingFaults = (procedure: Procedure): Fault[] => [
  ...faultsAt(procedure.opening.raises, 'opening.raises', (raising, at) =>
    seatFaults(procedure, typeof raising === 'string' ? raising : raising.seat, at),
  ),
  ...declaredFaults(procedure),
  ...fieldsOf(procedure).flatMap(({ path, field, form }) => fieldSeatFaults(procedure, field, path, form)),
  ...Object.entries(procedure.deadlines).flatMap(([id, { per, extension }]) => [
    ...(per === undefined ? [] : manyFaults(procedure, per, `deadlines.${id}.per`)),
    ...faultsAt(extension, `deadlines.${id}.extension`, ({ by }, at) => takerFaults(procedure, by, `${at}.by`)),
  ]),
  ...stepsOf(procedure).flatMap(([id, step]) => [
    ...takerFaults(procedure, step.by, `steps.${id}.by`),
    ...faultsAt(step.raises, `steps.${id}.raises`, (raising, at) =>
      typeof raising === 'string'
        ? seatFaults(procedure, raising, at)
        : seatFaults(procedure, raising.seat, `${at}.seat`),
    ),
    ...holderFaults(procedure, step, `steps.${id}`),
  ]),
]

const RELATIONS = ['at', 'is', 'below', 'outside'] as const

export const takerFaults = (procedure: Procedure, by: readonly Taker[], path: string): Fault[] =>
  faultsAt(by, path, (taker, at) =>
    typeof taker === 'string'
      ? []
      : RELATIONS.flatMap((relation) => {
          const seat = taker[relation]
          if (seat === undefined) return []
          const faults = seatFaults(procedure, seat, `${at}.${relation}`)
          const holds = seatOf(seat, procedure)?.holds
          return faults.length > 0 || holds === 'unit' || holds === 'post'
            ? faults
            : [
                fault(
                  `${at}.${relation}`,
                  `“${seat}”里不是单位、岗位，没有谁能办`,
                  `"${seat}" holds neither units nor posts: nobody there can act`,
                ),
              ]
        }),
  )

/** A seat of one's own is filled, is of many, and does not change what a shared one is. */
const declaredFaults = (procedure: Procedure): Fault[] =>
  Object.entries(procedure.seats ?? {}).flatMap(([name, seat]) => {
    const shared = own<{ holds: string; many?: true }>(SEATS, name)
    const path = `seats.${name}`
    if (seat.stands && !seat.many)
      return [fault(`${path}.stands`, '只有一个人的席位没有答复不答复', 'a seat of one neither answers nor refuses')]
    if (shared)
      return shared.holds === seat.holds && shared.many === seat.many
        ? []
        : [fault(path, '共用的席位只能换名称', 'a shared seat may have another title, nothing else')]
    return [
      ...(seat.many
        ? []
        : [fault(`${path}.many`, '自设的席位要可以有几个（many）', 'a seat of its own is a seat of many')]),
      ...(canBeFilled(procedure, name) ? [] : [fault(path, '没有哪张表定这个席位', 'no form fills it')]),
    ]
  })

/** Only an import, which tells what an old ledger says, changes it later. */
const mayChangeOrdering = (procedure: Procedure, form: string) =>
  form !== procedure.opening.form && stepsOf(procedure).some(([, step]) => step.form === form && !step.imported)

/** What rows or a choice among holders say of a seat; who ordered a matter is said when it is opened, and never after. */
function fieldSeatFaults(procedure: Procedure, field: Field, path: string, form: string): Fault[] {
  if ('sets' in field && field.sets === 'ordering' && mayChangeOrdering(procedure, form))
    return [
      fault(`${path}.sets`, '交办方在登记时就定下，之后不能改', 'who ordered it is fixed when the matter is opened'),
    ]
  if (field.kind === 'holder') return manyFaults(procedure, field.of, `${path}.of`)
  return field.kind === 'items' && field.fills ? fillFaults(procedure, field, field.fills, path) : []
}

/** Rows name what the seat holds: a unit in a column, or a post; parties and rows are known by their place. */
function fillFaults(procedure: Procedure, field: FieldOf<'items'>, name: SeatName, path: string): Fault[] {
  const seat = seatOf(name, procedure)
  const faults = manyFaults(procedure, name, `${path}.fills`)
  if (faults.length > 0 || !seat) return faults
  const kinds = Object.values(columnsOf(field)).map(({ kind }) => kind)
  const named = kinds.find((kind) => kind === 'unit' || kind === 'post')
  // A row may say whose it is and stay a row: each step of a plan, though one unit does several.
  const fits = seat.holds === 'unit' || seat.holds === 'post' ? named === seat.holds : seat.holds === 'row' || !named
  return fits
    ? []
    : [
        fault(
          `${path}.fills`,
          `“${name}”坐的是${seat.holds}，行里${named ? `写的是${named}` : '没有这一列'}`,
          `"${name}" holds a ${seat.holds}, but the rows name ${named ? `a ${named}` : 'none'}`,
        ),
      ]
}

const holderQuestion = (form: Form | undefined, seat: SeatName) =>
  Object.values(form?.fields ?? {}).find((field) => field.kind === 'holder' && field.of === seat)

/** Who signs, answers or refuses is one of those asked: the actor's own unit or post, or whoever the form names. */
const holderFaults = (procedure: Procedure, step: Step, path: string): Fault[] =>
  (['signs', 'answers', 'refuses'] as const).flatMap((key) => {
    const seat = step[key]
    if (!seat) return []
    const faults = manyFaults(procedure, seat, `${path}.${key}`)
    const holds = seatOf(seat, procedure)?.holds
    if (faults.length > 0 || holds === 'unit' || holds === 'post' || holderQuestion(formOf(procedure, step), seat))
      return faults
    return [
      fault(
        `${path}.${key}`,
        `“${seat}”自己不登录，表里要问是哪一个（holder）`,
        `"${seat}" does not sign in: the form asks which one it is (holder)`,
      ),
    ]
  })
