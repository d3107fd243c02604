import { findPersonal } from '../../domain/free-text/personal-data.ts'
import { type Actor, systemActor } from '../../domain/matter/actor.ts'
import type { History, PastCommand } from '../../domain/matter/history.ts'
import type { Channel } from '../../domain/matter/matter.ts'
import type { RowSource } from '../../domain/matter/row-source.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { rolesOf } from '../../domain/procedure/taker.ts'
import { addDays, type Instant } from '../../domain/time/time.ts'
import type { Role } from '../../domain/unit/role.ts'
import type { RowIssue } from '../../domain/views/admin-views.ts'
import { procedureInEffect } from '../../engine/decide/decide-opening.ts'
import type { LedgerTime } from '../table/ledger-times.ts'
import { listOf, type MappedStep, type UnitSource, type ValueSource } from './import-mapping.ts'
import { unitColumns } from './mapping-columns.ts'
import { answersIn } from './row-answers.ts'
import { keyOf } from './row-key.ts'
import { addIssue, type Letters, type Reading, type RowContext, timeIn, unitIn } from './row-reading.ts'
import { type Cells, firstFilled, holds, lookUp, optionOf } from './source-value.ts'

export type RowResult = { readonly history: History } | { readonly issues: readonly RowIssue[] }

/**
 * What the rows of one case say happened to it, or everything that is wrong with them. Mostly a case is one row; of an
 * event log the first row opens the matter, and each may hold steps.
 * @param rows the rows of the case, in the order of time
 * @param numbers where those rows stand in the file
 */
export function caseHistory(context: RowContext, rows: readonly Cells[], numbers: readonly number[] = []): RowResult {
  const { mapping } = context
  const cells = rows[0] ?? {}
  const reading: Reading = { context, cells, issues: [] }
  const { key, missing } = keyOf(mapping, cells)
  if (missing !== undefined) addIssue(reading, { field: 'key', rule: 'required', column: missing })
  const opened = timeIn(reading, mapping.opened, 'opened')
  if (!opened && (cells[firstFilled(mapping.opened, cells)] ?? '') === '')
    addIssue(reading, { field: 'opened', rule: 'required', column: listOf(mapping.opened)[0] ?? '' })
  const kind = kindIn(reading)
  if (!opened || kind === '' || reading.issues.length > 0) return { issues: reading.issues }
  const procedure = procedureInEffect(context.rulebook.procedures, kind, opened.day)
  const mapped = rows.flatMap((row, index) => takenSteps(reading, row, procedure, numbers[index]))
  // Limits of our own say nothing of a case that was over in the ledger: it would stand as late for ever.
  const isOver = mapped.some(({ step }) => procedure.steps[step.step]?.imported)
  const setDue = dueIn(reading, opened.at) ?? (isOver ? {} : undefined)
  const opening: History['opening'] = {
    command: {
      type: 'OpenMatter',
      procedure: procedure.id,
      channel: channelIn(reading),
      unitId: unitIn(reading, mapping.unit, 'unit') ?? '',
      form: answersIn(reading, procedure, procedure.opening.form, mapping.form),
      ...sourceNumberIn(mapping, cells, key),
      ...sourceIn(context, numbers[0], mapping.form, 'openedAt', firstFilled(mapping.opened, cells)),
      ...(setDue ? { setDue } : {}),
    },
    actor: importActor(context.tenant, 'import', []),
    at: opened.at,
  }
  const steps = stepsOf(reading, procedure, mapped, opened, setDue)
  return reading.issues.length > 0 ? { issues: reading.issues } : { history: { id: context.idOf(key), opening, steps } }
}

/** The ledger's own number, by which the matter is found. One that tells who somebody is finds nobody: it is not kept. */
function sourceNumberIn({ number = '' }: RowContext['mapping'], cells: Cells, key: string) {
  const sourceNumber = cells[number] || key.replaceAll('\u001F', ' ')
  return findPersonal(sourceNumber).length > 0 ? {} : { sourceNumber }
}

type Sources = Readonly<Record<string, ValueSource | UnitSource>>
const NO_ANSWERS: Sources = {}
const lettersOf = new WeakMap<Letters, Map<Sources, Letters>>()

/** Where it is told: sheet, row, the first column of each answer, and under `name` the column of its moment. */
function sourceIn(
  { place }: RowContext,
  row: number | undefined,
  sources: Sources,
  name: string,
  column: string,
): { readonly source?: RowSource } {
  if (!place || row === undefined) return {}
  const { sheet, letters } = place
  const at = letters[column]
  const columns = at ? { ...columnsIn(letters, sources), [name]: at } : columnsIn(letters, sources)
  return { source: { ...(sheet ? { sheet } : {}), row, columns } }
}

/** The same for every row of a file, and so worked out once. */
function columnsIn(letters: Letters, sources: Sources): Letters {
  const known = lettersOf.get(letters) ?? new Map<Sources, Letters>()
  lettersOf.set(letters, known)
  const there = known.get(sources)
  if (there) return there
  const columns = Object.entries(sources).flatMap(([name, source]) => {
    const letter = letters[unitColumns(source)[0] ?? '']
    return letter ? [[name, letter] as const] : []
  })
  const made = Object.fromEntries(columns)
  known.set(sources, made)
  return made
}

function kindIn(reading: Reading): string {
  const { kind } = reading.context.mapping
  if (typeof kind === 'string') return kind
  const { procedures } = reading.context.rulebook
  const found = lookUp(kind, reading.cells).value
  const named = optionOf(Object.fromEntries(procedures.map(({ id, short }) => [id, short])), found)
  const id = named ?? optionOf(Object.fromEntries(procedures.map(({ id, title }) => [id, title])), found) ?? ''
  if (id === '') addIssue(reading, { field: 'kind', rule: 'not-an-option', column: kind.column })
  return id
}

/** A day without a time is over at its end. */
function dueIn(reading: Reading, openedAt: Instant): Record<string, Instant> | undefined {
  const { due } = reading.context.mapping
  if (!due) return undefined
  const read = timeIn(reading, due.column, 'due')
  if (!read) return {}
  const dueAt = read.isDay ? (reading.context.readTime(addDays(read.day, 1))?.at ?? read.at) : read.at
  if (dueAt <= openedAt) addIssue(reading, { field: 'due', rule: 'before-opening', column: due.column })
  return Object.fromEntries(due.deadlines.map((deadline) => [deadline, dueAt]))
}

function channelIn(reading: Reading): Channel {
  const { channel } = reading.context.mapping
  if (typeof channel === 'string') return channel
  const { value } = lookUp(channel, reading.cells)
  if (value === '') addIssue(reading, { field: 'channel', rule: 'not-in-table', column: channel.column })
  return value as Channel
}

type Taken = {
  readonly step: MappedStep
  readonly at: LedgerTime
  readonly cells: Cells
  readonly row?: number | undefined
}

/** The steps whose conditions hold in a row, and whose moment it tells. */
function takenSteps(reading: Reading, cells: Cells, procedure: Procedure, row: number | undefined): Taken[] {
  return (reading.context.mapping.steps ?? []).flatMap((step) => {
    if (!Object.hasOwn(procedure.steps, step.step) || !holds(step.when, cells)) return []
    const at = timeIn({ ...reading, cells }, step.at, step.step)
    return at ? [{ step, at, cells, row }] : []
  })
}

/** A step that is told by its day alone, on the day of what came before, came after it. */
function stepsOf(
  reading: Reading,
  procedure: Procedure,
  taken: readonly Taken[],
  opened: LedgerTime,
  setDue: Record<string, Instant> | undefined,
): PastCommand[] {
  let last = opened
  return taken.map(({ step, at: read, cells, row }) => {
    const at = read.isDay && read.day === last.day && read.at < last.at ? last.at : read.at
    const column = firstFilled(step.at, cells)
    if (at < opened.at) addIssue({ ...reading, cells }, { field: step.step, rule: 'before-opening', column })
    last = { ...read, at }
    const definition = procedure.steps[step.step]
    const form = answersIn({ ...reading, cells }, procedure, definition?.form, step.form ?? {})
    const label = `import${step.by ? `:${step.by}` : ''}`
    const actor = importActor(reading.context.tenant, label, rolesOf(definition?.by ?? []))
    const source = sourceIn(reading.context, row, step.form ?? NO_ANSWERS, 'at', column)
    return { command: { type: 'TakeStep', step: step.step, form, ...source, ...(setDue ? { setDue } : {}) }, actor, at }
  })
}

/** Who signs what came from a file: no person of the tenant, and in no post. The label says who did it as far as the source tells. */
export const importActor = (tenant: string, label: string, roles: readonly Role[]): Actor => ({
  ...systemActor(tenant),
  personId: label,
  roles: ['system', ...roles],
})
