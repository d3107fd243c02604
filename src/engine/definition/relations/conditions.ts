import type { Condition, DayTerm, Term } from '../../../domain/procedure/condition.ts'
import { columnsOf, type Field } from '../../../domain/procedure/form.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { type Fault, fault, faultsAt } from '../fault.ts'
import { answersOf, fieldsNamed, fieldsOf, own, stepsOf } from '../reading.ts'
import { manyFaults, seatFaults } from './seats.ts'

/** Facts that a condition may ask about by name, beside answers. */
const FACTS = ['title', 'place', 'category', 'level', 'channel', 'state', 'unitId']

/** A condition among all definitions: what it names is there, and can be answered as it says. */
type Asking = { readonly procedure: Procedure; readonly all: readonly Procedure[] }

/** Conditions of guards and of ways, each with what it names that is not there. */
export const conditionFaults = (procedure: Procedure, all: readonly Procedure[]): Fault[] => [
  ...signalFaults(procedure, all),
  ...ruledFaults({ procedure, all }),
  ...markFaults(procedure),
  ...stepsOf(procedure).flatMap(([id, step]) => [
    ...faultsAt(step.guards, `steps.${id}.guards`, (guard, at) =>
      typeof guard === 'string' ? [] : faultsIn(guard, at, { procedure, all }),
    ),
    ...faultsAt(step.raises, `steps.${id}.raises`, (raising, at) =>
      typeof raising === 'object' && raising.if ? faultsIn(raising.if, `${at}.if`, { procedure, all }) : [],
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

/** An answer by rule is one of the options, and only the last is given without a condition. */
const ruledFaults = (asking: Asking): Fault[] =>
  fieldsOf(asking.procedure).flatMap(({ path, field, form }) =>
    field.kind !== 'choice' || !field.ruled
      ? []
      : [
          ...(form === asking.procedure.opening.form || path.split('.').length > 4
            ? [fault(`${path}.ruled`, '登记时、行里不按规则定', 'neither an opening nor a row is answered by rule')]
            : []),
          ...faultsAt(field.ruled, `${path}.ruled`, (each, at) => [
            ...(own(field.options, each.is)
              ? []
              : [fault(`${at}.is`, `没有“${each.is}”这一项`, `there is no answer "${each.is}"`)]),
            ...(each.if
              ? faultsIn(each.if, `${at}.if`, asking)
              : each === field.ruled?.at(-1)
                ? []
                : [fault(at, '没有条件的要放在最后', 'the one without a condition comes last')]),
          ]),
        ],
  )

/** A mark is the answer to a choice, and every colour stands for one of its options. */
function markFaults(procedure: Procedure): Fault[] {
  const { mark } = procedure
  if (!mark) return []
  const options = fieldsNamed(procedure, mark.field).flatMap((field) =>
    field.kind === 'choice' ? Object.keys(field.options) : [],
  )
  if (options.length === 0)
    return [fault('mark.field', `没有“${mark.field}”这个选择`, `no choice is called "${mark.field}"`)]
  return [
    ...Object.keys(mark.tones).flatMap((tone) =>
      options.includes(tone) ? [] : [fault(`mark.tones.${tone}`, '没有这一项', 'there is no such answer')],
    ),
    ...[...new Set(options)].flatMap((option) =>
      own(mark.tones, option) ? [] : [fault(`mark.tones.${option}`, '没有颜色', 'it has no colour')],
    ),
  ]
}

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
  if ('limits' in condition) return limitFaults(condition, path, procedure)
  if ('day' in condition) {
    const bound = 'notBefore' in condition ? 'notBefore' : 'notAfter'
    const limit = 'notBefore' in condition ? condition.notBefore : condition.notAfter
    return [...dayFaults(condition.day, `${path}.day`, procedure), ...dayFaults(limit, `${path}.${bound}`, procedure)]
  }
  return [...termFaults(condition.the, `${path}.the`, asking), ...answerFaults(condition, path, procedure)]
}

function limitFaults(
  condition: Extract<Condition, { limits: unknown }>,
  path: string,
  { deadlines }: Procedure,
): Fault[] {
  const missing = (id: string, at: string) =>
    own(deadlines, id) ? undefined : fault(at, `没有“${id}”这个期限`, `there is no deadline "${id}"`)
  const named = 'left' in condition && typeof condition.left === 'string' ? condition.left : undefined
  const rule = named === undefined ? undefined : own(deadlines, named)
  return [
    ...faultsAt(condition.limits, `${path}.limits`, missing),
    ...(named === undefined
      ? []
      : rule
        ? rule.unit === 'calendarDay' && typeof rule.length === 'number'
          ? []
          : [fault(`${path}.left`, `“${named}”不是几个自然日`, `"${named}" is no number of calendar days`)]
        : [missing(named, `${path}.left`) ?? []].flat()),
  ]
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
