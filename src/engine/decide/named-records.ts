import type { Command } from '../../domain/matter/command.ts'
import type { Fields, FormValues } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { changesOf } from '../../domain/procedure/records/changed-rows.ts'
import { recordReference } from '../../domain/procedure/records/record-reference.ts'

/** The records a command points to, as typed: by number, perhaps with a version. */
export function namedRecords(command: Command, procedures: readonly Procedure[]): unknown[] {
  const { openings, steps } = questionsOf(procedures)
  if (command.type === 'OpenMatter') return answersToRecords(openings.get(command.procedure), command.form)
  return command.type === 'TakeStep' && command.form ? answersToRecords(steps.get(command.step), command.form) : []
}

type Questions = {
  readonly openings: ReadonlyMap<string, readonly string[]>
  readonly steps: ReadonlyMap<string, readonly string[]>
}
const known = new WeakMap<readonly Procedure[], Questions>()

/** The questions that ask for records, by kind for openings and by step. Looked up once: an import names twenty thousand commands a second. */
function questionsOf(procedures: readonly Procedure[]): Questions {
  const there = known.get(procedures)
  if (there) return there
  const openings = new Map<string, string[]>()
  const steps = new Map<string, string[]>()
  const add = (to: Map<string, string[]>, id: string, fields: Fields = {}) => {
    const names = Object.keys(fields).filter((name) => fields[name]?.kind === 'record')
    to.set(id, [...new Set([...(to.get(id) ?? []), ...names])])
  }
  for (const { id, forms, opening, steps: own } of procedures) {
    add(openings, id, forms[opening.form]?.fields)
    for (const [step, { form }] of Object.entries(own)) add(steps, step, form ? forms[form]?.fields : undefined)
  }
  const questions = { openings, steps }
  known.set(procedures, questions)
  return questions
}

/** Questions whose earlier answers name records that bring rows to the step of a command, or that change with it: they are read with it. */
export function rowSources(command: Command, procedures: readonly Procedure[]): string[] {
  if (command.type !== 'TakeStep') return []
  const names = procedures.flatMap(({ forms, steps }) => {
    const step = Object.hasOwn(steps, command.step) ? steps[command.step] : undefined
    const here = Object.values((step?.form && forms[step.form]?.fields) || {})
    return [
      ...here.flatMap((field) =>
        field.kind === 'items' ? [field.rowsFrom?.record ?? [], field.changes?.record ?? []].flat() : [],
      ),
      ...(step?.revises ?? []).flatMap(({ by }) => changesOf({ forms }, by)?.changes?.record ?? []),
    ]
  })
  return [...new Set(names)]
}

/** Questions that name the records at which earlier matters of the same kind are counted for this command. */
export function timesSources(command: Command, procedures: readonly Procedure[]): string[] {
  if (command.type !== 'TakeStep') return []
  const names = procedures.flatMap(({ forms, steps }) => {
    const asked = Object.hasOwn(steps, command.step) ? steps[command.step]?.form : undefined
    return Object.values((asked && forms[asked]?.fields) || {}).flatMap((field) =>
      field.kind === 'number' && field.computed && 'times' in field.computed ? [field.computed.times] : [],
    )
  })
  return [...new Set(names)]
}

const answersToRecords = (names: readonly string[] = [], given: FormValues): unknown[] =>
  names.flatMap((name) => {
    const value = Object.hasOwn(given, name) ? given[name] : undefined
    return typeof value === 'string' && value ? [recordReference(value).reference] : []
  })
