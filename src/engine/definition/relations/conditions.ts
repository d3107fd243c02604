import type { Condition, DayTerm, Term } from '../../../domain/procedure/condition.ts'
import { columnsOf, type Field } from '../../../domain/procedure/form.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { type Fault, fault, faultsAt } from '../fault.ts'
import { answersOf, fieldsNamed, own, stepsOf } from '../reading.ts'
import { manyFaults, seatFaults } from './seats.ts'

/** Facts that a condition may ask about by name, beside answers. */
const FACTS = ['title', 'place', 'category', 'level', 'channel', 'state', 'unitId']

/** A condition among all definitions: what it names is there, and can be answered as it says. */
type Asking = { readonly procedure: Procedure; readonly all: readonly Procedure[] }

/** Conditions of guards and of ways, each with what it names that is not there. */
export const conditionFaults = (procedure: Procedure, all: readonly Procedure[]): Fault[] => [
  ...signalFaults(procedure, all),
  ...stepsOf(procedure).flatMap(([id, step]) => [
    ...faultsAt(step.guards, `steps.${id}.guards`, (guard, at) =>
      typeof guard === 'string' ? [] : faultsIn(guard, at, { procedure, all }),
    ),
    ...(Array.isArray(step.to) ? wayFaults(step.to, `steps.${id}.to`, { procedure, all }) : []),
    ...(typeof step.shreds === 'object' ? faultsIn(step.shreds, `steps.${id}.shreds`, { procedure, all }) : []),
  ]),
]

/** What a reader should notice, and the steps that answer it. */
const signalFaults = (procedure: Procedure, all: readonly Procedure[]): Fault[] =>
  Object.entries(procedure.signals ?? {}).flatMap(([id, signal]) => [
    ...faultsIn(signal.if, `signals.${id}.if`, { procedure, all }),
    ...faultsAt(signal.answers, `signals.${id}.answers`, (step, at) =>
      own(procedure.steps, step) ? undefined : fault(at, `没有“${step}”这一步`, `there is no step "${step}"`),
    ),
  ])

/** The last way is for what is left over, and none before it is. */
const wayFaults = (ways: readonly { if?: Condition }[], path: string, asking: Asking): Fault[] =>
  ways.flatMap((way, index) => {
    const isLast = index === ways.length - 1
    if (way.if)
      return isLast
        ? [fault(`${path}.${index}.if`, '最后一条去向不写条件', 'the last way has no condition')]
        : faultsIn(way.if, `${path}.${index}.if`, asking)
    return isLast ? [] : [fault(`${path}.${index}`, '没有条件的去向要放在最后', 'a way without a condition comes last')]
  })

export function faultsIn(condition: Condition, path: string, asking: Asking): Fault[] {
  const { procedure } = asking
  if ('all' in condition) return faultsAt(condition.all, `${path}.all`, (each, at) => faultsIn(each, at, asking))
  if ('not' in condition) return faultsIn(condition.not, `${path}.not`, asking)
  if ('seat' in condition)
    return 'filled' in condition
      ? seatFaults(procedure, condition.seat, `${path}.seat`)
      : [...manyFaults(procedure, condition.seat, `${path}.seat`), ...stateFaults(condition, path, asking)]
  if ('any' in condition) return faultsAt(condition.any, `${path}.any`, (each, at) => faultsIn(each, at, asking))
  if ('children' in condition) return childrenFaults(condition, path, asking)
  if ('actor' in condition)
    return typeof condition.actor === 'object'
      ? seatFaults(procedure, condition.actor.holds, `${path}.actor.holds`)
      : []
  if ('files' in condition) return []
  if ('limits' in condition)
    return faultsAt(condition.limits, `${path}.limits`, (id, at) =>
      own(procedure.deadlines, id) ? undefined : fault(at, `没有“${id}”这个期限`, `there is no deadline "${id}"`),
    )
  if ('day' in condition) {
    const bound = 'notBefore' in condition ? 'notBefore' : 'notAfter'
    const limit = 'notBefore' in condition ? condition.notBefore : condition.notAfter
    return [...dayFaults(condition.day, `${path}.day`, procedure), ...dayFaults(limit, `${path}.${bound}`, procedure)]
  }
  return [...termFaults(condition.the, `${path}.the`, asking), ...answerFaults(condition, path, procedure)]
}

const noField = (name: string, path: string) => fault(path, `没有哪张表问“${name}”`, `no form asks for "${name}"`)

function termFaults(term: Term, path: string, { procedure }: Asking): Fault[] {
  if (term === 'returns') return opens(procedure) ? [] : [opensNothing(path)]
  if (typeof term === 'string')
    return FACTS.includes(term) || fieldsNamed(procedure, term).length > 0 ? [] : [noField(term, path)]
  if ('rounds' in term)
    return own(procedure.steps, term.rounds)
      ? []
      : [fault(`${path}.rounds`, `没有“${term.rounds}”这一步`, `there is no step "${term.rounds}"`)]
  const key = 'rows' in term ? 'rows' : 'spread' in term ? 'spread' : 'sum'
  const name = 'rows' in term ? term.rows : 'spread' in term ? term.spread : term.sum
  const rows = fieldsNamed(procedure, name).find(({ kind }) => kind === 'items')
  if (!rows) return [fault(`${path}.${key}`, `没有哪张表有“${name}”这些行`, `no form has rows "${name}"`)]
  if ('rows' in term) return []
  const column = own(columnsOf(rows), term.of)
  return column?.kind === 'number' || column?.kind === 'money'
    ? []
    : [fault(`${path}.of`, `“${name}”里没有“${term.of}”这一列数字`, `"${name}" has no column of numbers "${term.of}"`)]
}

/** Answers that a condition waits for can be given; numbers are compared with numbers. */
function answerFaults(condition: Extract<Condition, { the: Term }>, path: string, procedure: Procedure): Fault[] {
  const { the } = condition
  if (typeof the !== 'string' || the === 'returns') return []
  const fields = fieldsNamed(procedure, the)
  if ('is' in condition) {
    const answers = possibleAnswers(the, fields, procedure)
    return answers
      ? faultsAt(condition.is, `${path}.is`, (answer, at) =>
          answers.includes(answer)
            ? undefined
            : fault(at, `“${the}”没有“${answer}”这一项`, `"${the}" has no answer "${answer}"`),
        )
      : []
  }
  if (!('atLeast' in condition) && !('atMost' in condition)) return []
  return fields.some(({ kind }) => kind === 'number' || kind === 'money')
    ? []
    : [fault(`${path}.the`, `“${the}”不是数字`, `"${the}" is no number`)]
}

/** Undefined where anything may be answered. */
function possibleAnswers(name: string, fields: readonly Field[], procedure: Procedure): readonly string[] | undefined {
  if (name === 'category') return Object.keys(procedure.categories)
  const asked = name === 'level' && fields.length === 0 ? settingLevel(procedure) : fields
  const answers = asked.map(answersOf)
  return answers.length === 0 || answers.some((each) => each === undefined)
    ? undefined
    : answers.flatMap((each) => each ?? [])
}

const settingLevel = ({ forms }: Procedure): Field[] =>
  Object.values(forms).flatMap(({ fields }) => Object.values(fields).filter(({ kind }) => kind === 'level'))

/** A holder comes to a state by a step that brings it there; asked it is from the first. */
function stateFaults(condition: Extract<Condition, { seat: string }>, path: string, { procedure }: Asking): Fault[] {
  const [key, states] =
    'every' in condition ? ['every', condition.every] : 'any' in condition ? ['any', condition.any] : ['', []]
  const steps = Object.values(procedure.steps)
  const has = { signed: 'signs', answered: 'answers', refused: 'refuses' } as const
  return faultsAt(states, `${path}.${key}`, (state, at) =>
    state === 'asked' || steps.some((step) => step[has[state]] === condition.seat)
      ? undefined
      : fault(at, `没有步骤让“${condition.seat}”${state}`, `no step brings "${condition.seat}" to ${state}`),
  )
}

const opens = (procedure: Procedure) => stepsOf(procedure).some(([, step]) => step.opens?.length)
const opensNothing = (path: string) => fault(path, '没有步骤转出别的事项', 'no step opens another matter')

function childrenFaults(
  { outcome }: Extract<Condition, { children: string }>,
  path: string,
  { procedure, all }: Asking,
): Fault[] {
  if (!opens(procedure)) return [opensNothing(`${path}.children`)]
  const kinds = childKinds(procedure)
  const ends = all.filter(({ id }) => kinds.includes(id)).flatMap(({ outcomes }) => Object.keys(outcomes))
  return faultsAt(outcome, `${path}.outcome`, (each, at) =>
    ends.includes(each)
      ? undefined
      : fault(at, `转出的事项没有“${each}”这个结果`, `no matter that comes of it ends with "${each}"`),
  )
}

/** Kinds of matter that its steps open. */
export const childKinds = (procedure: Procedure): readonly string[] =>
  stepsOf(procedure).flatMap(([, step]) =>
    (step.opens ?? []).flatMap((spawn) =>
      typeof spawn.procedure === 'string' ? [spawn.procedure] : Object.values(spawn.procedure.procedures),
    ),
  )

const dayFaults = (term: DayTerm, path: string, procedure: Procedure): Fault[] =>
  typeof term !== 'object' ||
  fieldsNamed(procedure, term.field).some(({ kind }) => kind === 'date' || kind === 'dateTime')
    ? []
    : [fault(`${path}.field`, `没有哪张表问“${term.field}”这个日期`, `no form asks for a date "${term.field}"`)]
