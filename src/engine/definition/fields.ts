import {
  type Field,
  factOf,
  type MatterFact,
  meaningOf,
  optionsOf,
  personalOf,
  settingOf,
} from '../../domain/procedure/form.ts'
import { isFactOf } from '../../domain/procedure/known-answers.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { type Fault, fault, faultsAt, twice } from './fault.ts'
import { answersOf, fieldsNamed, fieldsOf, isCertain, openingForm, own } from './reading.ts'

/** Conditions of questions that ask about nothing. */
export const fieldAnswerFaults = (procedure: Procedure): Fault[] =>
  fieldsOf(procedure).flatMap(({ path, field, form }) => {
    const beside = isInRow(path) ? rowOf(procedure, path) : own(procedure.forms, form)?.fields
    return [...whenFaults(field, path, beside), ...boundFaults(procedure, field, path, beside)]
  })

/** A date keeps to a bound: what has happened is not to come, what is due is not past. */
function boundFaults(
  procedure: Procedure,
  field: Field,
  path: string,
  beside: Readonly<Record<string, Field>> | undefined,
): Fault[] {
  if (field.kind !== 'date' && field.kind !== 'dateTime') return []
  if (!field.notBefore && !field.notAfter)
    return [fault(path, '日期要有界限（notBefore 或 notAfter）', 'a date needs a bound (notBefore or notAfter)')]
  return (['notBefore', 'notAfter'] as const).flatMap((bound) => {
    const ref = field[bound]
    if (typeof ref !== 'object') return []
    const named = own(beside, ref.field) ?? fieldsNamed(procedure, ref.field)[0]
    const isOther = named && named !== field && (named.kind === 'date' || named.kind === 'dateTime')
    return isOther
      ? []
      : [
          fault(
            `${path}.${bound}.field`,
            `没有“${ref.field}”这个日期可比`,
            `there is no date "${ref.field}" to compare with`,
          ),
        ]
  })
}

const isInRow = (path: string) => path.split('.').length > 4

/** What a question asks, sets and protects. */
export function fieldFaults(procedure: Procedure): Fault[] {
  return [
    ...fieldsOf(procedure).flatMap(({ path, name, field, form }) => {
      const inRow = isInRow(path)
      return [
        ...limitFaults(field, path),
        ...meaningFaults(field, path, inRow),
        ...factFaults(procedure, field, path, inRow),
        ...personalFaults(field, path, inRow),
        ...knownFaults(procedure, { path, name, field, form }, inRow),
        ...(field.kind === 'post' ? twice(field.roles, `${path}.roles`) : []),
        ...(inRow && field.kind === 'items'
          ? [fault(`${path}.kind`, '行里不能再有行', 'rows have no rows inside')]
          : []),
      ]
    }),
    ...sameNameFaults(procedure),
    ...twiceSetFaults(procedure),
    ...twiceMeantFaults(procedure),
    ...openingFaults(procedure),
  ]
}

const rowOf = (procedure: Procedure, path: string) => {
  const [, form, , name] = path.split('.')
  const field = own(own(procedure.forms, form)?.fields, name)
  return field?.kind === 'items' ? field.fields : undefined
}

function limitFaults(field: Field, path: string): Fault[] {
  const { min, max } = 'min' in field ? field : {}
  const options = field.kind === 'choices' ? Object.keys(field.options).length : undefined
  return [
    ...(min !== undefined && max !== undefined && min > max
      ? [fault(`${path}.min`, `最少${min}大于最多${max}`, `the least, ${min}, is above the most, ${max}`)]
      : []),
    ...(options !== undefined && (min ?? 0) > options
      ? [fault(`${path}.min`, `最少选${min}项，只有${options}项`, `asks for ${min} of ${options} options`)]
      : []),
  ]
}

/** A condition asks about another question of the same form, and names answers that it offers. */
function whenFaults({ when }: Field, path: string, fields: Readonly<Record<string, Field>> | undefined): Fault[] {
  if (!when) return []
  const asked = own(fields, when.field)
  const answers = asked && answersOf(asked)
  if (!answers || path.endsWith(`.${when.field}`))
    return [
      fault(
        `${path}.when.field`,
        `同一张表里没有“${when.field}”这个选择`,
        `the same form has no choice "${when.field}"`,
      ),
    ]
  return faultsAt(when.is, `${path}.when.is`, (answer, at) =>
    answers.includes(answer)
      ? undefined
      : fault(at, `“${when.field}”没有“${answer}”这一项`, `"${when.field}" has no answer "${answer}"`),
  )
}

function factFaults({ categories }: Procedure, field: Field, path: string, inRow: boolean): Fault[] {
  const fact = factOf(field)
  if (!fact) return []
  if (inRow) return [fault(`${path}.sets`, '行里的内容不能定事项本身', 'a row sets nothing of the matter')]
  if (fact !== 'category') return []
  return (answersOf(field) ?? [])
    .filter((option) => !own(categories, option))
    .map((option) => fault(`${path}.options.${option}`, '不是这种事项的类别', 'is no category of this procedure'))
}

/** What a question opens with was asked elsewhere for the same kind of answer, or is a fact; what is sealed stays so. */
function knownFaults(
  procedure: Procedure,
  { path, name, field, form }: ReturnType<typeof fieldsOf>[number],
  inRow: boolean,
): Fault[] {
  const { known } = field
  if (!known) return []
  const at = `${path}.known`
  if (inRow) return [fault(at, '行里的内容随整行带出', 'what stands in a row is known with its row')]
  if (personalOf(field) || field.kind === 'files')
    return [fault(at, '个人信息和材料不带出', 'neither sealed answers nor files are shown again')]
  const asked = known === true ? name : known
  if (known !== true && isFactOf(field.kind, known)) return []
  const elsewhere = Object.entries(procedure.forms).flatMap(([id, { fields }]) =>
    id === form && asked === name ? [] : (own(fields, asked) ?? []),
  )
  return elsewhere.some((other) => answerKind(other) === answerKind(field))
    ? []
    : [fault(at, `没有别的表问过“${asked}”这种回答`, `no other form asks "${asked}" for this kind of answer`)]
}

const meaningFaults = (field: Field, path: string, inRow: boolean): Fault[] =>
  inRow && meaningOf(field) ? [fault(`${path}.means`, '行里的内容不说明期限', 'a row says nothing to the clocks')] : []

/** The line of a desk is nobody's own; a number of a person is refused in any text. */
const ofNobody = (title: string | undefined) => String(title).replace(/(值班|办公)电话/g, '')

function personalFaults(field: Field, path: string, inRow: boolean): Fault[] {
  const words = field.title.zh + (field.hint?.zh ?? '')
  const personal = personalOf(field)
  return [
    ...(personal && inRow
      ? [fault(`${path}.personal`, '行里不能放个人信息：那里不加密', 'rows hold no personal data: they are not sealed')]
      : []),
    ...(personal && factOf(field)
      ? [fault(`${path}.sets`, '个人信息不能显示在列表里', 'personal data set nothing that lists show')]
      : []),
    ...(personal && field.public
      ? [fault(`${path}.public`, '个人信息不能公开', 'personal data are never public')]
      : []),
    ...(!personal && /电话|手机|姓名|称呼|当事人$|责任人$|联系方式/.test(ofNobody(field.title.zh))
      ? [
          fault(
            path,
            `“${field.title.zh}”是个人信息，要写用途和保存多久（personal）`,
            `"${field.title.en}" is personal: say what for and how long it is kept (personal)`,
          ),
        ]
      : []),
    ...(/身份证|民族|宗教|信仰|政治|户籍|健康|病史|职业|亲属|前科|评分|画像/.test(words)
      ? [fault(path, '不问这个人是什么人，只问怎么联系', 'asks who somebody is, beyond how to reach them')]
      : []),
  ]
}

/** Answers are kept under the name of the question: one name is one kind of answer, and sealed or not. */
function sameNameFaults(procedure: Procedure): Fault[] {
  const first = new Map<string, { path: string; field: Field }>()
  return fieldsOf(procedure).flatMap(({ path, name, field }) => {
    if (isInRow(path)) return []
    const before = first.get(name)
    if (!before) {
      first.set(name, { path, field })
      return []
    }
    return answerKind(before.field) === answerKind(field)
      ? []
      : [
          fault(
            path,
            `与${before.path}同名，却是另一种回答`,
            `has the name of ${before.path} but is another kind of answer`,
          ),
        ]
  })
}

const answerKind = (field: Field) =>
  `${field.kind === 'longText' ? 'text' : field.kind} ${personalOf(field) ? 'sealed' : 'open'}`

/** Two questions of one form that mean the same: only the first would be read. */
const twiceMeantFaults = (procedure: Procedure): Fault[] =>
  Object.entries(procedure.forms).flatMap(([name, form]) => {
    const meant = new Set<string>()
    return Object.entries(form.fields).flatMap(([field, value]) => {
      const means = meaningOf(value)
      if (!means) return []
      if (meant.has(means))
        return [
          fault(
            `forms.${name}.fields.${field}.means`,
            `这张表里已有一项是${means}`,
            `another field of this form means ${means}`,
          ),
        ]
      meant.add(means)
      return []
    })
  })

function twiceSetFaults(procedure: Procedure): Fault[] {
  return Object.entries(procedure.forms).flatMap(([name, form]) => {
    const set = new Set<string>()
    return Object.entries(form.fields).flatMap(([field, value]) => {
      const fact = factOf(value)
      if (!fact) return []
      if (set.has(fact))
        return [
          fault(
            `forms.${name}.fields.${field}.sets`,
            `这张表里已有一项定${fact}`,
            `another field of this form sets ${fact}`,
          ),
        ]
      set.add(fact)
      return []
    })
  })
}

/** A matter has a title from its first day, and a category that its procedure knows. */
function openingFaults(procedure: Procedure): Fault[] {
  const form = openingForm(procedure)
  if (!form) return []
  const path = `forms.${procedure.opening.form}`
  const setting = (fact: MatterFact) => form.fields[settingOf(form.fields, fact) ?? '']
  const options = optionsOf(setting('category'))
  const missing = Object.keys(procedure.categories).filter((each) => !own(options, each))
  return [
    ...(isCertain(setting('title'))
      ? []
      : [fault(path, '登记表要有一项必填的标题', 'the opening form needs a required field that sets the title')]),
    ...missing.map((each) =>
      fault(`categories.${each}`, '登记表里选不到这个类别', 'cannot be chosen in the opening form'),
    ),
  ]
}
