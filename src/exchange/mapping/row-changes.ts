import type { EventOf, MatterEvent } from '../../domain/matter/event.ts'
import type { History } from '../../domain/matter/history.ts'
import {
  type Field,
  type FieldValue,
  type FormValues,
  optionsOf,
  personalOf,
  settingOf,
} from '../../domain/procedure/form.ts'
import { checkForm } from '../../domain/procedure/form-check.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import type { RowChange } from '../../domain/views/admin-views.ts'
import { type Text, text } from '../../domain/wording/text.ts'
import { quoted } from './kept-cells.ts'

/** Steps by which a correction of the ledger is recorded. */
export const CORRECTIONS: readonly string[] = ['correctAsImported', 'correctEndedAsImported']

/** What differs, with what a program can record of it: new answers and further steps. */
export type CaseChanges = {
  readonly changes: readonly RowChange[]
  /** Answers of the opening form as the ledger gives them now. */
  readonly answers: FormValues
  /** Steps that the ledger tells beyond those that were recorded. */
  readonly steps: History['steps']
  /** Something differs that only a person can settle: when it began, its kind, a step told otherwise. */
  readonly needsPerson: boolean
}

/** Compares what a ledger says of a case now with what was recorded when it came in. */
export function caseChanges(history: History, events: readonly MatterEvent[], rulebook: Rulebook): CaseChanges {
  const [opened] = events
  const nothing = { changes: [], answers: {}, steps: [], needsPerson: false }
  if (opened?.type !== 'MatterOpened') return nothing
  const procedure = rulebook.procedures.find(
    ({ id, version }) => id === opened.procedure && version === opened.procedureVersion,
  )
  if (!procedure) return nothing
  const taken = events.filter((event): event is EventOf<'StepTaken'> => event.type === 'StepTaken')
  const facts = factChanges(history, opened)
  const answers = answerChanges(history, opened, taken, procedure, rulebook)
  const steps = stepChanges(history, taken, procedure, rulebook)
  return {
    changes: [...facts, ...answers.changes, ...steps.changes],
    answers: answers.given,
    steps: steps.further,
    needsPerson: facts.length > 0 || steps.differ,
  }
}

const change = (field: string, title: Text, before: unknown, after: unknown): RowChange => ({
  field,
  title,
  before: shown(before),
  after: shown(after),
})

const shown = (value: unknown): string =>
  quoted(value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value), 500)

function factChanges({ opening }: History, opened: EventOf<'MatterOpened'>): RowChange[] {
  const { command, at } = opening
  const pairs: [string, Text, unknown, unknown][] = [
    ['kind', text('事项类别', 'Kind of matter'), opened.procedure, command.procedure],
    ['opened', text('开始的时间', 'Beginning'), opened.at, at],
    ['channel', text('渠道', 'Channel'), opened.facts.channel, command.channel],
    ['due', text('期限', 'Due'), duesOf(opened), Object.values(command.setDue ?? {})[0]],
  ]
  return pairs.flatMap(([field, title, before, after]) =>
    before === after ? [] : [change(field, title, before, after)],
  )
}

/** The moment a ledger set for the clocks of a matter. */
function duesOf({ clocks }: EventOf<'MatterOpened'>): string | undefined {
  for (const one of clocks) if (one.type === 'started' && one.clock.setAt) return one.clock.setAt
  return undefined
}

function answerChanges(
  { opening }: History,
  opened: EventOf<'MatterOpened'>,
  taken: readonly EventOf<'StepTaken'>[],
  procedure: Procedure,
  { directory }: Rulebook,
): { changes: RowChange[]; given: FormValues } {
  const form = procedure.forms[procedure.opening.form]
  if (!form) return { changes: [], given: {} }
  const now = { ...checkForm(form, opening.command.form, { directory, now: opening.at }).values }
  const unitField = settingOf(form.fields, 'unit')
  const corrected = taken.filter(({ step }) => CORRECTIONS.includes(step)).map((event) => event.form)
  const recorded: FormValues = Object.assign({}, opened.form, ...corrected)
  // The unit in charge may come from the row or from the form's own field.
  const unit = { now: (unitField && now[unitField]) || opening.command.unitId, was: opened.facts.unitId }
  const unitNow = unitField && typeof recorded[unitField] === 'string' ? recorded[unitField] : unit.was
  const given: Record<string, FieldValue> = {}
  const changes: RowChange[] = []
  const note = (name: string, field: Field, before: unknown, after: FieldValue | undefined) => {
    given[name] = after ?? null
    changes.push(change(name, field.title, wordOf(field, before, directory), wordOf(field, after, directory)))
  }
  for (const [name, field] of Object.entries(form.fields)) {
    if (personalOf(field) || field.kind === 'files' || name === unitField) continue
    const [before, after] = [recorded[name] ?? undefined, now[name] ?? undefined]
    if (JSON.stringify(before) !== JSON.stringify(after)) note(name, field, before, after)
  }
  if (unitNow !== unit.now && unitField) {
    const field = form.fields[unitField]
    if (field) note(unitField, field, unitNow, unit.now)
  }
  return { changes, given }
}

/** An answer as people read it. */
function wordOf(field: Field, value: unknown, { units }: Rulebook['directory']): unknown {
  if (typeof value !== 'string') return value
  return optionsOf(field)?.[value]?.zh ?? (field.kind === 'unit' ? units[value]?.name.zh : undefined) ?? value
}

function stepChanges(
  history: History,
  taken: readonly EventOf<'StepTaken'>[],
  procedure: Procedure,
  { directory }: Rulebook,
): { changes: RowChange[]; further: History['steps']; differ: boolean } {
  const recorded = taken.filter(({ step, by }) => by.personId.startsWith('import') && !CORRECTIONS.includes(step))
  const changes: RowChange[] = []
  let differ = false
  for (const [index, { command, at }] of history.steps.entries()) {
    if (command.type !== 'TakeStep') continue
    const before = recorded[index]
    const form = procedure.forms[procedure.steps[command.step]?.form ?? '']
    const values = form ? checkForm(form, command.form ?? {}, { directory, now: at }).values : {}
    const title = procedure.steps[command.step]?.title ?? text(command.step, command.step)
    const isSame =
      before?.step === command.step && before.at === at && sameOpen(form?.fields ?? {}, before.form, values)
    if (isSame) continue
    if (before) differ = true
    changes.push(change(command.step, title, before && told(before.at, before.form), told(at, values)))
  }
  for (const { step, at, form } of recorded.slice(history.steps.length)) {
    differ = true
    changes.push(change(step, procedure.steps[step]?.title ?? text(step, step), told(at, form), undefined))
  }
  return { changes, further: differ ? [] : history.steps.slice(recorded.length), differ }
}

const told = (at: string, form: FormValues): string =>
  [at, ...Object.values(form).filter((value) => typeof value === 'string' || typeof value === 'number')].join(' ')

/** Answers that are not personal; sealed ones cannot be compared. */
function sameOpen(fields: Readonly<Record<string, Field>>, before: FormValues, after: FormValues): boolean {
  const names = Object.keys(fields).filter((name) => !personalOf(fields[name]))
  return names.every((name) => JSON.stringify(before[name]) === JSON.stringify(after[name]))
}
