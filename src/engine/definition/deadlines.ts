import type { DeadlineRule, Extension } from '../../domain/procedure/deadline.ts'
import type { Field } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Period, PeriodUnit } from '../../domain/time/time.ts'
import { type Fault, fault, faultsAt, twice } from './fault.ts'
import { answersOf, fieldsNamed, fieldsOf, own } from './reading.ts'

/** Answers that time limits ask about, but that no form gives. */
export const deadlineAnswerFaults = (procedure: Procedure): Fault[] =>
  Object.entries(procedure.deadlines).flatMap(([id, rule]) => [
    ...lengthAnswerFaults(procedure, rule, `deadlines.${id}`),
    ...whenFaults(procedure, rule, `deadlines.${id}`),
  ])

/** Time limits as rules: code, roll, warnings, ladder, extension, pauses. */
export const deadlineFaults = (procedure: Procedure): Fault[] =>
  Object.entries(procedure.deadlines).flatMap(([id, rule]) => {
    const path = `deadlines.${id}`
    return [
      ...codeFaults(procedure, id, rule),
      ...rollFaults(rule, path),
      ...warningFaults(rule, path),
      ...ladderFaults(rule, path),
      ...extensionFaults(rule, `${path}.extension`),
      ...pauseFaults(rule, path),
      ...targetFaults(rule, path),
    ]
  })

const isExact = (unit: PeriodUnit) => unit === 'hour' || unit === 'minute'

function codeFaults({ deadlines }: Procedure, id: string, { code }: DeadlineRule): Fault[] {
  const first = Object.entries(deadlines).find(([, other]) => other.code === code)?.[0]
  return first === id || first === undefined
    ? []
    : [fault(`deadlines.${id}.code`, `${code}已是${first}的编号`, `${code} is the code of ${first} already`)]
}

const rollFaults = ({ unit, roll }: DeadlineRule, path: string): Fault[] =>
  isExact(unit) && roll !== 'none'
    ? [fault(`${path}.roll`, '按小时算的期限不顺延（roll: none）', 'a limit in hours does not roll (roll: none)')]
    : []

const DAYS = ['date', 'dateTime']

const lengthAnswerFaults = (
  procedure: Procedure,
  { length, from, when, extension, per }: DeadlineRule,
  path: string,
): Fault[] => [
  ...(typeof length === 'object' && 'dayIn' in length
    ? kindFaults(procedure, length.dayIn, DAYS, `${path}.length.dayIn`, per)
    : []),
  ...(typeof length === 'object' && 'numberIn' in length
    ? numberFaults(procedure, length.numberIn, `${path}.length.numberIn`, per)
    : []),
  ...(typeof length === 'object' && 'before' in length
    ? kindFaults(procedure, length.before, DAYS, `${path}.length.before`)
    : []),
  ...(from ? kindFaults(procedure, from, DAYS, `${path}.from`, per) : []),
  ...faultsAt(extension, `${path}.extension`, ({ max }, at) => grantAnswerFaults(procedure, max, `${at}.max`)),
  ...(typeof length === 'object' && 'by' in length ? tableFaults(procedure, when, length, path, per) : []),
]

/** The questions that answer this: of a form, or a column of the rows by which holders of the seat sit. */
const answering = (procedure: Procedure, name: string, per: string | undefined): Field[] => [
  ...fieldsNamed(procedure, name),
  ...(per === undefined
    ? []
    : fieldsOf(procedure).flatMap(({ field }) =>
        field.kind === 'items' && field.fills === per ? (own(field.fields, name) ?? []) : [],
      )),
]

/** A number that is a length is above nought. */
function numberFaults(procedure: Procedure, name: string, path: string, per: string | undefined): Fault[] {
  const wrong = kindFaults(procedure, name, ['number'], path, per)
  const least = (field: Field) => (field.kind === 'number' ? (field.min ?? 0) : 1)
  return wrong.length > 0 || answering(procedure, name, per).every((field) => least(field) > 0)
    ? wrong
    : [fault(path, `“${name}”要大于零（min）`, `"${name}" must be above nought (min)`)]
}

/** A form that is used must ask this, as one of these kinds. */
function kindFaults(procedure: Procedure, name: string, kinds: readonly string[], path: string, per?: string): Fault[] {
  const fields = answering(procedure, name, per)
  if (fields.length === 0) return [fault(path, `没有哪张表问“${name}”`, `no form asks for "${name}"`)]
  return fields.every(({ kind }) => kinds.includes(kind))
    ? []
    : [fault(path, `“${name}”不是${kinds.join('、')}`, `"${name}" is no ${kinds.join(' or ')}`)]
}

/** A length by answer has one for every answer, and none for an answer that cannot be given. */
function tableFaults(
  procedure: Procedure,
  when: DeadlineRule['when'],
  { by, lengths }: { by: string; lengths: Readonly<Record<string, number | Period>> },
  path: string,
  per?: string,
): Fault[] {
  const wrong = kindFaults(procedure, by, ['choice', 'level'], `${path}.length.by`, per)
  if (wrong.length > 0) return wrong
  const answers = new Set(answering(procedure, by, per).flatMap((field) => answersOf(field) ?? []))
  // A choice without options is a fault of its own.
  if (answers.size === 0) return []
  return [
    ...Object.keys(lengths)
      .filter((answer) => !answers.has(answer))
      .map((answer) =>
        fault(`${path}.length.lengths.${answer}`, `“${by}”没有“${answer}”这一项`, `"${by}" has no answer "${answer}"`),
      ),
    ...[...answers]
      .filter((answer) => !Object.hasOwn(lengths, answer) && (when?.field !== by || when.is.includes(answer)))
      .map((answer) =>
        fault(`${path}.length.lengths`, `选“${answer}”时没有长度`, `there is no length for the answer "${answer}"`),
      ),
  ]
}

/** More time by answer names answers that can be given; one that is left out has none. A row may say it, of a clock for each holder. */
function grantAnswerFaults(procedure: Procedure, max: Extension['max'], path: string): Fault[] {
  if (!('by' in max)) return []
  const fields = fieldsOf(procedure).flatMap(({ name, field }) => (name === max.by ? [field] : []))
  const answers = fields.flatMap((field) => answersOf(field) ?? [])
  if (answers.length === 0)
    return [fault(`${path}.by`, `没有哪张表选“${max.by}”`, `no form offers a choice "${max.by}"`)]
  return Object.keys(max.lengths)
    .filter((answer) => !answers.includes(answer))
    .map((answer) =>
      fault(`${path}.lengths.${answer}`, `“${max.by}”没有“${answer}”这一项`, `"${max.by}" has no answer "${answer}"`),
    )
}

function whenFaults(procedure: Procedure, { when }: DeadlineRule, path: string): Fault[] {
  if (!when) return []
  const fields = fieldsNamed(procedure, when.field)
  const answers = fields.flatMap((field) => answersOf(field) ?? [])
  if (answers.length === 0)
    return [fault(`${path}.when.field`, `没有哪张表选“${when.field}”`, `no form offers a choice "${when.field}"`)]
  return faultsAt(when.is, `${path}.when.is`, (answer, at) =>
    answers.includes(answer)
      ? undefined
      : fault(at, `“${when.field}”没有“${answer}”这一项`, `"${when.field}" has no answer "${answer}"`),
  )
}

/** A warning as long as the limit itself would never be sent. */
function warningFaults({ warn, length, unit }: DeadlineRule, path: string): Fault[] {
  const ids = warn.map((warning) => JSON.stringify(warning))
  return [
    ...twice(ids, `${path}.warn`).map(({ path: at }) => fault(at, '这个提醒写了两次', 'this warning stands twice')),
    ...faultsAt(warn, `${path}.warn`, (warning, at) =>
      'before' in warning &&
      typeof length === 'number' &&
      warning.before.unit === unit &&
      warning.before.length >= length
        ? fault(`${at}.before.length`, '提醒不会早于开始', 'is not shorter than the limit itself, so it is never sent')
        : undefined,
    ),
  ]
}

const HOURS: Record<PeriodUnit, number> = {
  minute: 1 / 60,
  hour: 1,
  calendarDay: 24,
  // Seven calendar days hold about five working days.
  workingDay: 33.6,
  month: 730,
  year: 8766,
}
const hours = ({ length, unit }: Period) => length * HOURS[unit]

/** Each rung of the ladder comes later than the one before. */
const ladderFaults = ({ escalation }: DeadlineRule, path: string): Fault[] => [
  ...faultsAt(escalation, `${path}.escalation`, ({ after }, at) => {
    const earlier = escalation?.[Number(at.slice(at.lastIndexOf('.') + 1)) - 1]
    return earlier && hours(after) <= hours(earlier.after)
      ? fault(`${at}.after`, '要晚于前一级', 'must come later than the rung before')
      : undefined
  }),
  ...faultsAt(escalation, `${path}.escalation`, ({ to }, at) =>
    to === 'reporter' || to === 'system'
      ? fault(`${at}.to`, '只能报给有岗位的人', 'goes to somebody who holds a post')
      : undefined,
  ),
]

function extensionFaults({ extension, unit }: DeadlineRule, path: string): Fault[] {
  return faultsAt(extension, path, (rung, at) => [
    ...('by' in rung.max
      ? Object.entries(rung.max.lengths).map(([answer, max]) => ({ max, where: `${at}.max.lengths.${answer}` }))
      : [{ max: rung.max, where: `${at}.max` }]
    ).flatMap(({ max, where }) =>
      isExact(max.unit) === isExact(unit)
        ? []
        : [fault(`${where}.unit`, '按天的期限按天延，按小时的按小时延', 'days are extended by days, hours by hours')],
    ),
    ...twice(
      rung.by.map((taker) => JSON.stringify(taker)),
      `${at}.by`,
    ).map(({ path: where }) => fault(where, '写了两次', 'stands twice')),
    ...(rung.applyBefore && rung.decideBefore && hours(rung.decideBefore) > hours(rung.applyBefore)
      ? [fault(`${at}.decideBefore`, '决定不能要求早于申请', 'cannot be decided before it must be asked for')]
      : []),
  ])
}

/** A length to aim at is shorter than the limit. */
const targetFaults = ({ target, length, unit }: DeadlineRule, path: string): Fault[] =>
  target &&
  (isExact(target.unit) || isExact(unit) || (typeof length === 'number' && hours(target) >= hours({ length, unit })))
    ? [fault(`${path}.target`, '要短于期限本身，按天算', 'must be shorter than the limit itself, and in days')]
    : []

const pauseFaults = ({ pausable, extension, length, unit, keepsPauses }: DeadlineRule, path: string): Fault[] =>
  keepsPauses && !pausable
    ? [
        fault(
          `${path}.keepsPauses`,
          '没有停过的日子可接（pausable）',
          'there are no days left out to take over (pausable)',
        ),
      ]
    : typeof length === 'object' && 'before' in length && (pausable || extension)
      ? [
          fault(
            `${path}.length.before`,
            '倒着算的期限不能停、不能延',
            'a limit counted backwards is neither paused nor extended',
          ),
        ]
      : pausable && isExact(unit)
        ? [fault(`${path}.pausable`, '按小时算的期限不能停', 'a limit in hours cannot be paused')]
        : []
