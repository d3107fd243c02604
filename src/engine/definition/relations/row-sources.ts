import type { Field, FieldOf, Fields, RowsFrom } from '../../../domain/procedure/form.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { takenColumns } from '../../../domain/procedure/records/rows-from.ts'
import { type Fault, fault, faultsAt } from '../fault.ts'
import { answersOf, fieldsNamed, fieldsOf, own } from '../reading.ts'

/** What is taken from a record is there: the question that names it, its rows and their columns, and answers of the same kind. */
export const rowSourceFaults = (procedure: Procedure, all: readonly Procedure[]): Fault[] =>
  fieldsOf(procedure).flatMap(({ path, field, form }) => [
    ...(field.takenFrom ? takenFaults(procedure, field, form, path, all) : []),
    ...(field.kind === 'items' && field.rowsFrom ? rowFaults(procedure, field, field.rowsFrom, path, all) : []),
  ])

/** The latest version of the kind of record that a question names, and whether there is such a question. */
function recordNamed(
  name: string,
  asked: readonly (Field | undefined)[],
  path: string,
  all: readonly Procedure[],
): { readonly record?: Procedure; readonly faults: Fault[] } {
  const question = asked.find((each) => each?.kind === 'record')
  if (question?.kind !== 'record')
    return { faults: [fault(path, `没有“${name}”这个引用记录的问题`, `no question "${name}" names a record`)] }
  const record = all.filter(({ id }) => id === question.of).sort((a, b) => b.version - a.version)[0]
  return record ? { record, faults: [] } : { faults: [] }
}

const sortOf = (field: Field) => (field.kind === 'longText' ? 'text' : field.kind)

function takenFaults(
  procedure: Procedure,
  { takenFrom, ...field }: Field,
  form: string,
  path: string,
  all: readonly Procedure[],
): Fault[] {
  if (!takenFrom) return []
  const beside = own(procedure.forms, form)?.fields ?? {}
  const at = `${path}.takenFrom`
  const { record, faults } = recordNamed(takenFrom.record, [own(beside, takenFrom.record)], `${at}.record`, all)
  if (!record) return faults
  const source = fieldsNamed(record, takenFrom.field)[0]
  return source && sortOf(source) === sortOf(field as Field)
    ? []
    : [
        fault(
          `${at}.field`,
          `“${record.id}”没有“${takenFrom.field}”这种回答`,
          `"${record.id}" has no such answer "${takenFrom.field}"`,
        ),
      ]
}

function rowFaults(
  procedure: Procedure,
  field: FieldOf<'items'>,
  from: RowsFrom,
  path: string,
  all: readonly Procedure[],
): Fault[] {
  const at = `${path}.rowsFrom`
  const { record, faults } = recordNamed(from.record, fieldsNamed(procedure, from.record), `${at}.record`, all)
  if (!record) return faults
  const rows = fieldsNamed(record, from.rows)[0]
  if (rows?.kind !== 'items')
    return [fault(`${at}.rows`, `“${record.id}”没有“${from.rows}”这组行`, `"${record.id}" has no rows "${from.rows}"`)]
  const key = own(rows.fields, from.key)
  return [
    ...(key?.kind === 'text' && key.required
      ? []
      : [
          fault(
            `${at}.key`,
            '记录的行里要有一列必填的编号',
            'the rows of the record need a required text that names each',
          ),
        ]),
    ...faultsAt(takenColumns(from), `${at}.takes`, (name, place) =>
      columnFault(name, rows.fields, field.fields, place),
    ),
    ...afterFaults(from, rows.fields, field.fields, at),
    ...onlyFaults(procedure, from, rows.fields, at),
  ]
}

function columnFault(name: string, there: Fields, here: Fields, path: string): Fault | undefined {
  const [theirs, ours] = [own(there, name), own(here, name)]
  return theirs && ours && sortOf(theirs) === sortOf(ours)
    ? undefined
    : fault(
        path,
        `记录和这里都要有“${name}”这一列，回答同类`,
        `record and question both need a column "${name}" of one kind`,
      )
}

function afterFaults({ after }: RowsFrom, there: Fields, here: Fields, path: string): Fault[] {
  if (!after) return []
  const answers = answersIn(own(here, after.answer))
  const named = answersIn(own(there, after.is))
  return [
    ...(own(there, after.row)?.kind === 'text'
      ? []
      : [fault(`${path}.after.row`, `记录的行里没有“${after.row}”这一列`, `the record has no column "${after.row}"`)]),
    ...(answers && named?.every((one) => answers.includes(one))
      ? []
      : [
          fault(
            `${path}.after.is`,
            `“${after.is}”和“${after.answer}”的选项对不上`,
            `"${after.is}" names answers that "${after.answer}" does not offer`,
          ),
        ]),
  ]
}

function onlyFaults(procedure: Procedure, { only }: RowsFrom, there: Fields, path: string): Fault[] {
  if (!only) return []
  const asked = fieldsNamed(procedure, only.of)[0]
  const answers = answersIn(asked)
  const named = answersIn(own(there, only.column))
  return answers && named?.every((one) => answers.includes(one))
    ? []
    : [
        fault(
          `${path}.only.of`,
          `“${only.column}”和“${only.of}”的选项对不上`,
          `"${only.column}" names answers that "${only.of}" does not offer`,
        ),
      ]
}

const answersIn = (field: Field | undefined) => field && answersOf(field)
