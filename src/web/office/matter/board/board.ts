import type { Matter } from '../../../../domain/matter/matter.ts'
import type { Clock } from '../../../../domain/procedure/deadline.ts'
import type { FieldOf, FormValues } from '../../../../domain/procedure/form.ts'
import type { Procedure } from '../../../../domain/procedure/procedure.ts'
import { recordReference } from '../../../../domain/procedure/records/record-reference.ts'
import type { Holder } from '../../../../domain/procedure/seat.ts'
import type { MatterView, TimelineItem } from '../../../../domain/views/views.ts'
import { seatOf } from '../../../../domain/wording/taker-text.ts'
import { holderRow } from '../../../../engine/decide/decide-holders.ts'

/** One who was asked, or one step of a plan: what it says, by when, and how it stands. */
export type BoardLine = {
  readonly holder: Holder
  readonly row: FormValues
  readonly clock?: Clock | undefined
  /** Minutes after the start, where the row itself says how long it may take. */
  readonly minutes?: number | undefined
}

export type Board = {
  /** The step that writes the log. */
  readonly logStep: string
  /** Clocks to the minute that run for the whole matter, the next first. */
  readonly clocks: readonly Clock[]
  readonly steps: readonly BoardLine[]
  readonly units: readonly BoardLine[]
  /** Newest first. */
  readonly log: readonly TimelineItem[]
  /** The record that is followed, as the matter points to it, with its kind. */
  readonly followed?: { readonly of: string; readonly named: string } | undefined
}

/** What a duty officer looks at, of a kind whose steps write a log; of any other kind there is none. */
export function boardOf({ matter, timeline }: MatterView, procedure: Procedure): Board | undefined {
  const logStep = Object.entries(procedure.steps).find(([, { logs }]) => logs)?.[0]
  if (!logStep) return undefined
  const lines = linesOf(matter, procedure)
  const isRow = ({ holder }: BoardLine) => seatOf(holder.seat, procedure)?.holds === 'row'
  return {
    logStep,
    clocks: matter.clocks
      .filter(({ state, dueOn, holder }) => (state === 'running' || state === 'overdue') && !dueOn && !holder)
      .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1)),
    steps: lines.filter(isRow).sort((a, b) => (a.minutes ?? 0) - (b.minutes ?? 0)),
    units: lines.filter((line) => !isRow(line)),
    log: timeline.filter(({ step }) => step !== undefined && procedure.steps[step]?.logs).reverse(),
    followed: followedBy(matter, procedure),
  }
}

/** Whoever was asked for whom a clock runs apart. */
function linesOf({ holders = [], clocks, fields }: Matter, procedure: Procedure): BoardLine[] {
  const rules = Object.values(procedure.deadlines)
  return holders
    .filter(({ seat }) => rules.some(({ per }) => per === seat))
    .map((holder) => {
      const row = holderRow(procedure, holder.seat, holder.id, {}, fields)
      const length = rules.find(({ per }) => per === holder.seat)?.length
      const minutes = typeof length === 'object' && 'numberIn' in length ? Number(row[length.numberIn]) : undefined
      const clock = clocks.findLast((each) => each.holder === holder.id && ruleOf(procedure, each)?.per === holder.seat)
      return { holder, row, clock, minutes }
    })
}

const ruleOf = ({ deadlines }: Procedure, { deadline }: Clock) => deadlines[deadline]

/** The record from which rows were taken. */
function followedBy({ fields }: Matter, { forms }: Procedure): Board['followed'] {
  const questions = Object.values(forms).flatMap((form) =>
    Object.values(form.fields).flatMap((field) => {
      const name = field.kind === 'items' ? field.rowsFrom?.record : undefined
      const question = name === undefined ? undefined : form.fields[name]
      return name !== undefined && question?.kind === 'record' ? [{ name, of: question.of }] : []
    }),
  )
  const found = questions.find(({ name }) => typeof fields[name] === 'string' && fields[name] !== '')
  return found && { of: found.of, named: String(fields[found.name]) }
}

/** The rows of a record that nothing of this kind takes over: of a plan, what lies where and who commands. */
export function restOf(record: Procedure, following: Procedure, said: FormValues) {
  const taken = Object.values(following.forms).flatMap(({ fields }) =>
    Object.values(fields).flatMap((field) => (field.kind === 'items' && field.rowsFrom ? [field.rowsFrom.rows] : [])),
  )
  const asked = record.forms[record.opening.form]?.fields ?? {}
  return Object.entries(asked).flatMap(([name, field]) => {
    const rows = said[name]
    return field.kind === 'items' && !taken.includes(name) && Array.isArray(rows) && rows.length > 0
      ? [{ name, field: field as FieldOf<'items'>, rows: rows as readonly FormValues[] }]
      : []
  })
}

/** The reference of a record without its version, for a link. */
export const referenceOf = (named: string): string => recordReference(named).reference

/** How a log line is begun without the whole form: its first choice and its first long text, when nothing else is demanded. */
export function quickFields(procedure: Procedure, logStep: string) {
  const fields = procedure.forms[procedure.steps[logStep]?.form ?? '']?.fields ?? {}
  const choice = Object.entries(fields).find(([, field]) => field.kind === 'choice')
  const words = Object.entries(fields).find(([, field]) => field.kind === 'longText')
  const isEnough = Object.entries(fields).every(
    ([name, field]) => !field.required || name === choice?.[0] || name === words?.[0],
  )
  return isEnough && words ? { choice, words } : undefined
}
