import type { Command } from '../../domain/matter/command.ts'
import type { Fields, FormValues } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { changesOf } from '../../domain/procedure/records/changed-rows.ts'
import { recordReference } from '../../domain/procedure/records/record-reference.ts'

/** The records a command points to, as typed: by number, perhaps with a version. */
export function namedRecords(command: Command, procedures: readonly Procedure[]): unknown[] {
  if (command.type === 'OpenMatter')
    return procedures
      .filter(({ id }) => id === command.procedure)
      .flatMap(({ forms, opening }) => answersToRecords(forms[opening.form]?.fields ?? {}, command.form))
  if (command.type !== 'TakeStep' || !command.form) return []
  const { form } = command
  return procedures.flatMap(({ forms, steps }) => {
    const asked = Object.hasOwn(steps, command.step) ? steps[command.step]?.form : undefined
    return asked ? answersToRecords(forms[asked]?.fields ?? {}, form) : []
  })
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

const answersToRecords = (fields: Fields, given: FormValues): unknown[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    const value = Object.hasOwn(given, name) ? given[name] : undefined
    return field.kind === 'record' && typeof value === 'string' && value ? [recordReference(value).reference] : []
  })
