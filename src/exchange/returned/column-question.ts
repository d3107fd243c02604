import { FACT_KEYS } from '../../domain/matter/matter.ts'
import { type Field, type Form, factOf, personalOf } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { type Text, text } from '../../domain/wording/text.ts'
import { fieldsNamed, usedForms } from '../../engine/definition/reading.ts'

/** A question of a form, by its name. */
export type Question = { readonly name: string; readonly field: Field }

const FACT_COLUMNS: ReadonlySet<string> = new Set(Object.values(FACT_KEYS))

/** The question of a form that a column of the ledger shows: the one that sets this fact, else the one of this name. */
export function questionIn(form: Form | undefined, column: string): Question | undefined {
  const isFact = FACT_COLUMNS.has(column)
  for (const [name, field] of Object.entries(form?.fields ?? {})) {
    const fact = factOf(field)
    if (isFact ? fact && FACT_KEYS[fact] === column : name === column) return { name, field }
  }
  return undefined
}

/** The first question of a definition that a column shows. */
function anyQuestion(procedure: Procedure, column: string): Field | undefined {
  if (!FACT_COLUMNS.has(column)) return fieldsNamed(procedure, column)[0]
  for (const form of usedForms(procedure)) {
    const found = questionIn(procedure.forms[form], column)
    if (found) return found.field
  }
  return undefined
}

/** Whether a column holds numbers. */
export function holdsNumbers(procedure: Procedure, column: string): boolean {
  const field = anyQuestion(procedure, column)
  return !field || field.kind === 'number' || field.kind === 'money'
}

const GIVEN: Readonly<Record<string, Text>> = {
  reference: text('编号由系统给，不能改', 'The number is given by the system'),
  channel: text('怎么收到的，登记后不改', 'How it came in stays as it was recorded'),
  state: text('状态由办理决定，请在事项页办', 'Where it stands follows from the steps; take them on its page'),
  outcome: text('怎么办结由办理决定，请在事项页办', 'How it ends follows from the steps; take them on its page'),
  openedAt: text('登记的日子由系统记', 'The day it was recorded is the system’s'),
  closedAt: text('办结的日子由系统记', 'The day it ended is the system’s'),
}
const WORKED_OUT = text('这一列是算出来的，不能改', 'This column is worked out')
const MANY = text('一格里有几行，请在事项页改', 'This cell holds several rows; change them on its page')
const FILES = text('附件请在事项页加', 'Add files on its page')
const MOMENT = text('要写到几点几分，请在事项页改', 'It needs the time of day; change it on its page')
const PERSONAL = text('个人信息不从表里收', 'Personal data is not taken from a sheet')
const POINTS = text('它指着别的登记，请在事项页选', 'It points to another record; choose it on its page')

/** Why no sheet changes a column, whatever stands in it; undefined for one that may be changed. */
export function whyFixed(procedure: Procedure, column: string): Text | undefined {
  if (Object.hasOwn(GIVEN, column)) return GIVEN[column]
  const field = anyQuestion(procedure, column)
  if (!field || isWorkedOut(field)) return WORKED_OUT
  if (personalOf(field)) return PERSONAL
  switch (field.kind) {
    case 'items':
      return MANY
    case 'files':
      return FILES
    case 'dateTime':
      return MOMENT
    case 'record':
    case 'holder':
    case 'office':
      return POINTS
    default:
      return undefined
  }
}

const isWorkedOut = (field: Field): boolean =>
  (field.kind === 'number' && field.computed !== undefined) || (field.kind === 'choice' && field.ruled !== undefined)
