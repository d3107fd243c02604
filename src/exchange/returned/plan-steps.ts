import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { present } from '../../domain/present.ts'
import {
  type FieldValue,
  type Form,
  type FormValues,
  factOf,
  isSealed,
  personalOf,
} from '../../domain/procedure/form.ts'
import { checkForm } from '../../domain/procedure/form-check.ts'
import { knownAnswers } from '../../domain/procedure/known-answers.ts'
import type { Procedure, Step } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { roleOf } from '../../domain/procedure/taker.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Text } from '../../domain/wording/text.ts'
import { startsFrom, stepRefusal } from '../../engine/decide/open-steps.ts'
import { formOf, openingForm } from '../../engine/definition/reading.ts'
import type { LedgerTimes } from '../table/ledger-times.ts'
import { type Question, questionIn } from './column-question.ts'
import { readAnswer } from './read-answer.ts'
import { choose, issueIn, NEVER, notNow, onItsPage, refusalIn, stillNeeds } from './refusal-words.ts'

/** A matter whose row was changed, and who brings the sheet back. */
export type RowCase = {
  readonly procedure: Procedure
  readonly matter: Matter
  readonly actor: Actor
  readonly rulebook: Rulebook
  readonly now: Instant
  readonly readTime: LedgerTimes
}

/** One step that records some cells of a row. `reason` is its question for why, which is asked once for the whole sheet. */
export type PlannedStep = {
  readonly step: string
  readonly title: Text
  /** The matter moves on with it. */
  readonly moves?: true
  readonly columns: readonly string[]
  readonly form: FormValues
  readonly reason?: string
}

export type Plan = {
  readonly steps: readonly PlannedStep[]
  /** By column. */
  readonly refused: Readonly<Record<string, Text>>
}

/** A step that asks some of what changed. */
export type Candidate = {
  readonly id: string
  readonly step: Step
  readonly asked: Readonly<Record<string, Question>>
  /** It asks again what is recorded, and leaves the matter where it is. */
  readonly putsRight: boolean
}

/** What a step makes of the columns it asks: those it can record, and why not the others. */
export type Tried = { readonly planned?: PlannedStep; readonly refused: Readonly<Record<string, Text>> }

/**
 * By which steps a person records what changed in a row: first one that asks again what is recorded already (更正), then at most
 * one that asks the rest and has all it needs. Which of two steps was meant, and what else a step asks, is never guessed.
 * @param cells what the row says now, by column
 */
export function planSteps(given: RowCase, cells: Readonly<Record<string, string>>): Plan {
  const refused: Record<string, Text> = {}
  const steps: PlannedStep[] = []
  let left = Object.keys(cells)
  if (left.length === 0) return { steps, refused }
  const settle = (tried: Tried | undefined) => {
    if (!tried) return
    if (tried.planned) steps.push(tried.planned)
    Object.assign(refused, tried.refused)
    left = left.filter((column) => !tried.planned?.columns.includes(column) && !Object.hasOwn(tried.refused, column))
  }
  settle(
    bestOf(
      given,
      cells,
      candidates(given, left).filter(({ putsRight }) => putsRight),
    ),
  )
  const meant = candidates(given, left).filter((each) => !each.putsRight && left.every((column) => each.asked[column]))
  const rivals = meant.filter(
    (each) => left.some((column) => each.asked[column]?.field.required) && !isShutByGuard(given, each),
  )
  const [only] = rivals
  if (only && rivals.length === 1) settle(tryStep(given, cells, only))
  for (const column of left) refused[column] = whyNoStep(given, column, candidates(given, [column]), cells)
  return { steps, refused }
}

/** A step that a condition shuts as the matter stands is not what anybody meant. */
const isShutByGuard = ({ procedure, matter, actor, rulebook, now }: RowCase, { id }: Candidate): boolean =>
  stepRefusal(procedure, matter, actor, id, rulebook, now)?.code === 'guard-refused'

/** Why no step records what a column says, in words that name the step to take instead. */
function whyNoStep(
  given: RowCase,
  column: string,
  asking: readonly Candidate[],
  cells: Readonly<Record<string, string>>,
): Text {
  const [first] = asking
  const open = asking.filter((each) => !isShutByGuard(given, each))
  if (open.length > 1) return choose(open.map(({ step }) => step.title))
  const nearest = open[0] ?? first
  if (nearest) return tryStep(given, cells, nearest).refused[column] ?? onItsPage(nearest.step.title)
  const { procedure } = given
  const ever = Object.values(procedure.steps).filter(
    (step) => !step.imported && step.by.some(isPerson) && questionIn(formOf(procedure, step), column),
  )
  return ever.length > 0 ? notNow(ever.map(({ title }) => title)) : NEVER
}

/** The steps a person could take where the matter stands that ask at least one of these columns. */
function candidates({ procedure, matter }: RowCase, columns: readonly string[]): Candidate[] {
  return Object.entries(procedure.steps).flatMap(([id, step]) => {
    if (step.imported || !startsFrom(step, matter) || !step.by.some(isPerson)) return []
    const form = formOf(procedure, step)
    const asked = Object.fromEntries(
      columns.flatMap((column) => {
        const question = questionIn(form, column)
        return question ? [[column, question] as const] : []
      }),
    )
    const questions = Object.values(asked)
    const putsRight = !step.to && (questions.every(opensWithItself) || asksAllAgain(procedure, form))
    return questions.length > 0 ? [{ id, step, asked, putsRight }] : []
  })
}

const isPerson = (taker: Step['by'][number]) => roleOf(taker) !== 'system' && roleOf(taker) !== 'reporter'

/** Whether a form asks again all that was asked at the opening: a record is changed so. */
const asksAllAgain = (procedure: Procedure, form: Form | undefined): boolean =>
  Object.keys(openingForm(procedure)?.fields ?? {}).every((name) => form && Object.hasOwn(form.fields, name))

/** What is recorded and would be asked again; sealed answers and files never. */
function recorded({ procedure, matter }: RowCase, form: Form): Record<string, FieldValue> {
  const known = knownAnswers(form, matter)
  if (!asksAllAgain(procedure, form)) return { ...known }
  const all = Object.entries(form.fields).flatMap(([name, field]) => {
    const value = matter.fields[name] ?? null
    return value === null || isSealed(value) || personalOf(field) || field.kind === 'files'
      ? []
      : [[name, value] as const]
  })
  return { ...Object.fromEntries(all), ...known }
}

/** Whether a form opens with the present answer to this question, to be confirmed or changed. */
function opensWithItself({ name, field }: Question): boolean {
  const fact = factOf(field)
  if (field.known === undefined) return fact !== undefined
  return typeof field.known === 'string' ? field.known === (fact ?? name) : field.known
}

/** Of several steps that put right, the one that can be taken, covers most, and asks why where something was there before. */
function bestOf(given: RowCase, cells: Readonly<Record<string, string>>, all: readonly Candidate[]): Tried | undefined {
  const worthOf = (candidate: Candidate, { planned }: Tried) => {
    if (!planned) return -1
    const replaces = planned.columns.some((column) => isAnswered(given, candidate, column))
    return planned.columns.length * 2 + ((planned.reason !== undefined) === replaces ? 1 : 0)
  }
  const tried = all.map((candidate) => {
    const result = tryStep(given, cells, candidate)
    return { result, worth: worthOf(candidate, result) }
  })
  return tried.sort((a, b) => b.worth - a.worth)[0]?.result
}

function isAnswered({ procedure, matter }: RowCase, { step, asked }: Candidate, column: string): boolean {
  const form = formOf(procedure, step)
  const name = asked[column]?.name
  return form !== undefined && name !== undefined && knownAnswers(form, matter)[name] !== undefined
}

/** Fills the form of a step with what is recorded and what the row says, and asks the same that the decision will ask. */
function tryStep(given: RowCase, cells: Readonly<Record<string, string>>, candidate: Candidate): Tried {
  const { procedure, matter, actor, rulebook, now, readTime } = given
  const { id, step, asked } = candidate
  const form = formOf(procedure, step)
  const early = stepRefusal(procedure, matter, actor, id, rulebook, now)
  if (early || !form) return { refused: forAll(asked, early ? refusalIn(step, early) : onItsPage(step.title)) }

  const answers = recorded(given, form)
  const refused: Record<string, Text> = {}
  for (const [column, { name, field }] of Object.entries(asked)) {
    const answer = readAnswer(field, cells[column] ?? '', { directory: rulebook.directory, readTime })
    if ('fault' in answer) refused[column] = answer.fault
    else answers[name] = answer.value
  }
  const { issues, reason, values } = checked(given, candidate, form, answers)
  for (const [column, { name }] of Object.entries(asked)) {
    const issue = issues.find(({ field }) => field === name)
    if (!issue || Object.hasOwn(refused, column)) continue
    refused[column] = issueIn(form, issue)
    delete answers[name]
  }
  const columns = Object.keys(asked).filter((column) => !Object.hasOwn(refused, column))
  const others = issues.filter(({ field }) => !Object.values(asked).some(({ name }) => name === field))
  if (columns.length === 0) return { refused }
  if (others.length > 0) return { refused: { ...forAll(asked, stillNeeds(step, form, others)), ...refused } }
  const late = stepRefusal(procedure, matter, actor, id, rulebook, now, { form: values, files: [] })
  if (late) return { refused: { ...forAll(asked, refusalIn(step, late)), ...refused } }
  return {
    planned: {
      step: id,
      title: step.title,
      ...(step.to ? { moves: true } : {}),
      columns,
      form: answers,
      ...present({ reason }),
    },
    refused,
  }
}

const forAll = (asked: Candidate['asked'], why: Text): Record<string, Text> =>
  Object.fromEntries(Object.keys(asked).map((column) => [column, why]))

/** What the form says of the answers. Of one that puts right, the one text that is still missing is why: that is asked for the whole sheet. */
function checked(
  { procedure, matter, actor, rulebook, now }: RowCase,
  { putsRight }: Candidate,
  form: Form,
  answers: FormValues,
) {
  const { values, issues } = checkForm(form, answers, {
    directory: rulebook.directory,
    now,
    openedAt: matter.openedAt,
    unitId: matter.unitId,
    earlier: matter.fields,
    ...present({ barred: matter.barred, aboutUnitId: matter.aboutUnitId }),
    ...(procedure.ordered ? { orderedPath: actor.unitPath } : {}),
  })
  const missing = issues.flatMap(({ field, rule }) => (rule === 'required' && isWords(form, field) ? [field] : []))
  const reason = putsRight && missing.length === 1 ? missing[0] : undefined
  return { values, issues: issues.filter(({ field }) => field !== reason), reason }
}

const isWords = ({ fields }: Form, name: string): boolean => ['text', 'longText'].includes(fields[name]?.kind ?? '')
