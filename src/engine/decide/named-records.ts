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

/** What is asked of the records that a step of any kind names, by step. */
type Sources = { readonly rows: readonly string[]; readonly times: readonly string[] }
const NONE: Sources = { rows: [], times: [] }
const sources = new WeakMap<readonly Procedure[], Map<string, Sources>>()

function sourcesOf(command: Command, procedures: readonly Procedure[]): Sources {
  if (command.type !== 'TakeStep') return NONE
  const known = sources.get(procedures) ?? new Map<string, Sources>()
  sources.set(procedures, known)
  const found = known.get(command.step)
  if (found) return found
  const having = procedures.filter(({ steps }) => Object.hasOwn(steps, command.step))
  // What strangers call a step is not kept: it would fill the memory.
  if (having.length === 0) return NONE
  const made = { rows: rowsFor(command.step, having), times: timesFor(command.step, having) }
  known.set(command.step, made)
  return made
}

/** Questions whose earlier answers name records that bring rows to the step of a command, or that change with it: they are read with it. */
export const rowSources = (command: Command, procedures: readonly Procedure[]): readonly string[] =>
  sourcesOf(command, procedures).rows

/** Questions that name the records at which earlier matters of the same kind are counted for this command. */
export const timesSources = (command: Command, procedures: readonly Procedure[]): readonly string[] =>
  sourcesOf(command, procedures).times

function rowsFor(id: string, procedures: readonly Procedure[]): string[] {
  const names = procedures.flatMap(({ forms, steps }) => {
    const step = steps[id]
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

function timesFor(id: string, procedures: readonly Procedure[]): string[] {
  const names = procedures.flatMap(({ forms, steps }) => {
    const asked = steps[id]?.form
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
