import { columnsOf, personalOf } from '../../../domain/procedure/form.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { type Fault, fault, faultsAt } from '../fault.ts'
import { fieldsOf, own } from '../reading.ts'

/** A question points to a kind of record that there is, and a record never describes a person. */
export const recordFaults = (procedure: Procedure, all: readonly Procedure[]): Fault[] => [
  ...fieldsOf(procedure).flatMap(({ path, field }) =>
    field.kind === 'record' ? pointingFaults(path, field.of, all) : [],
  ),
  ...ownFaults(procedure),
  ...dutyFaults(procedure, all),
  ...assessingFaults(procedure),
  ...orderingFaults(procedure),
]

function pointingFaults(path: string, of: string, all: readonly Procedure[]): Fault[] {
  if (!all.some(({ id, record }) => id === of && record))
    return [fault(`${path}.of`, `没有“${of}”这种台账记录`, `there is no record "${of}"`)]
  // forms.<form>.fields.<name>, and nothing deeper.
  return path.split('.').length > 4 ? [fault(path, '表格的行里不能引用记录', 'a row cannot point to a record')] : []
}

function ownFaults(procedure: Procedure): Fault[] {
  const { record, states } = procedure
  if (!record) return []
  return [
    ...faultsAt(record.inForce, 'record.inForce', (state, at) =>
      own(states, state) ? undefined : fault(at, `没有“${state}”这个状态`, `there is no state "${state}"`),
    ),
    ...fieldsOf(procedure).flatMap(({ path, field }) =>
      personalOf(field)
        ? [
            fault(
              `${path}.personal`,
              '记录不登记个人信息',
              'a record keeps nothing personal: it never describes a person',
            ),
          ]
        : [],
    ),
  ]
}

/** The rows of a list of duties name posts, and kinds of matter that there are. */
function dutyFaults({ record, forms, opening }: Procedure, all: readonly Procedure[]): Fault[] {
  const duties = record?.answersFor
  if (!duties) return []
  const rows = forms[opening.form]?.fields[duties.rows]
  const columns = columnsOf(rows)
  const kind = columns[duties.kind]
  const at = 'record.answersFor'
  return [
    ...(rows?.kind === 'items' ? [] : [fault(`${at}.rows`, '没有这张表格', 'is no question in rows')]),
    ...(columns[duties.post]?.kind === 'post' ? [] : [fault(`${at}.post`, '这一列不选岗位', 'is no column of posts')]),
    ...(kind?.kind === 'choice'
      ? Object.keys(kind.options)
          .filter((id) => !all.some((other) => other.id === id))
          .map((id) => fault(`${at}.kind`, `没有“${id}”这种事项`, `there is no kind "${id}"`))
      : [fault(`${at}.kind`, '这一列不选事项种类', 'is no column that chooses a kind of matter')]),
  ]
}

/** Which version of which kind was weighed is answered when it is registered. */
function assessingFaults({ record, forms, opening }: Procedure): Fault[] {
  const { assesses } = record ?? {}
  const fields = forms[opening.form]?.fields
  if (!assesses) return []
  const kinds = { kind: 'text', version: 'number' } as const
  return (['kind', 'version'] as const).flatMap((name) =>
    own(fields, assesses[name])?.kind === kinds[name]
      ? []
      : [fault(`record.assesses.${name}`, '登记时没有这一项', 'is no such question of the opening form')],
  )
}

/** What is ordered of the data in another matter: a step names that matter, and the form of the order says why. */
function orderingFaults({ steps, forms }: Procedure): Fault[] {
  const names = Object.values(steps).some(({ linksTo }) => linksTo?.type === 'concerns')
  return Object.entries(steps).flatMap(([id, step]) => {
    if (!step.orders && !step.serves) return []
    const at = `steps.${id}.${step.orders ? 'orders' : 'serves'}`
    return [
      ...(names ? [] : [fault(at, '没有一步关联所涉及的事项', 'no step links the matters it concerns')]),
      ...(!step.orders || own(own(forms, step.form)?.fields, 'carryReason')?.required
        ? []
        : [fault(at, '表里要写依据（carryReason）', 'its form must ask why (carryReason)')]),
    ]
  })
}
