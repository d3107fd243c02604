import { LEVELS } from '../matter/level.ts'
import type { Condition, DayTerm, Term } from '../procedure/condition.ts'
import { columnsOf, type Field, optionsOf } from '../procedure/form.ts'
import { NAMED_CONDITIONS } from '../procedure/named-conditions.ts'
import type { Guard, Procedure } from '../procedure/procedure.ts'
import { GUARD_TEXT } from './guard-text.ts'
import { seatSaid } from './seat-text.ts'
import { seatTitle } from './taker-text.ts'
import { type Text, text } from './text.ts'

/** A procedure in which a condition stands, and the others that its children may be of. */
type Book = { readonly procedure: Procedure; readonly all: readonly Procedure[] }

/**
 * What a guard demands: the Rules page and a refusal say the same. One with a name says who can or what comes first; one written
 * out is said in words made from it. `all` names the ends of children.
 */
export function guardText(guard: Guard | Condition, procedure: Procedure, all: readonly Procedure[] = []): Text {
  if (typeof guard === 'string') return GUARD_TEXT[guard]
  const named = nameOf(guard)
  return named ? GUARD_TEXT[named] : conditionText(guard, procedure, all)
}

/** When a condition holds, as the label of a way: plainly, never as a demand. */
export const conditionText = (condition: Condition, procedure: Procedure, all: readonly Procedure[] = []): Text =>
  said(condition, { procedure, all }, false)

const NAMES = new Map(
  (Object.keys(NAMED_CONDITIONS) as Guard[])
    .map((name) => [JSON.stringify(NAMED_CONDITIONS[name]), name] as const)
    .reverse(),
)

const nameOf = (condition: Condition): Guard | undefined => NAMES.get(JSON.stringify(condition))

function said(condition: Condition, book: Book, not: boolean): Text {
  const { procedure } = book
  if ('not' in condition) return said(condition.not, book, !not)
  if ('all' in condition) return joined(condition.all, book, not, not ? 'or' : 'and')
  if ('seat' in condition) return seatSaid(condition, procedure, not)
  if ('any' in condition) return joined(condition.any, book, not, not ? 'and' : 'or')
  if ('children' in condition) return childrenSaid(condition, book.all, not)
  if ('actor' in condition) return actorSaid(condition.actor, procedure, not)
  if ('files' in condition && condition.files === 'new')
    return not
      ? text('交的是以前交过的文件', 'a file was handed in before')
      : text('要交新的照片或文件，不能是以前交过的同一份', 'photos and files are new, not ones handed in before')
  if ('files' in condition)
    return not ? text('没有附材料', 'no file is handed in') : text('附了材料', 'a file is handed in')
  if ('day' in condition) return daySaid(condition, procedure, not)
  if ('limits' in condition) return limitsSaid(condition, procedure, not)
  const the = termText(condition.the, procedure)
  if ('recorded' in condition && condition.is) return said({ the: condition.the, is: condition.is }, book, not)
  if ('given' in condition || 'recorded' in condition)
    return not
      ? text(`“${the.zh}”没有填`, `"${the.en}" is not recorded`)
      : text(`“${the.zh}”已经填了`, `"${the.en}" is recorded`)
  if ('is' in condition) {
    const answers = condition.is.map((answer) => answerText(condition.the, answer, procedure))
    const zh = answers.map((each) => each.zh).join('、')
    const en = answers.map((each) => each.en).join(' or ')
    return not
      ? text(`“${the.zh}”不是${zh}`, `"${the.en}" is not ${en}`)
      : text(`“${the.zh}”是${zh}`, `"${the.en}" is ${en}`)
  }
  const bound = boundText(condition.the, 'atLeast' in condition ? condition.atLeast : condition.atMost, procedure)
  if ('atLeast' in condition)
    return not
      ? text(`${the.zh}少于${bound.zh}`, `${the.en} is below ${bound.en}`)
      : text(`${the.zh}不少于${bound.zh}`, `${the.en} is at least ${bound.en}`)
  return not
    ? text(`${the.zh}多于${bound.zh}`, `${the.en} is above ${bound.en}`)
    : text(`${the.zh}不多于${bound.zh}`, `${the.en} is at most ${bound.en}`)
}

/** Money is kept in fen and said in yuan. */
function boundText(term: Term, bound: number, procedure: Procedure): Text {
  const isMoney = typeof term === 'string' && fieldNamed(procedure, term)?.kind === 'money'
  const number = isMoney ? (bound / 100).toLocaleString('en') : String(bound)
  return isMoney ? text(`${number}元`, `${number} yuan`) : text(number, number)
}

/** Which word joins the parts of a condition once `not` has gone into them; none for one that has no parts. */
function wordOf(condition: Condition, not: boolean): 'and' | 'or' | undefined {
  if ('not' in condition) return wordOf(condition.not, !not)
  if ('all' in condition) return condition.all.length > 1 ? (not ? 'or' : 'and') : undefined
  if ('any' in condition && !('seat' in condition)) return condition.any.length > 1 ? (not ? 'and' : 'or') : undefined
  return undefined
}

/** Parts that are joined by the other word stand in brackets. */
function joined(conditions: readonly Condition[], book: Book, not: boolean, word: 'and' | 'or'): Text {
  const parts = conditions.map((each) => {
    const part = said(each, book, not)
    const inner = wordOf(each, not)
    return inner && inner !== word ? text(`（${part.zh}）`, `(${part.en})`) : part
  })
  return text(
    parts.map(({ zh }) => zh).join(word === 'and' ? '，并且' : '，或者'),
    parts.map(({ en }) => en).join(word === 'and' ? ' and ' : ' or '),
  )
}

const fieldsNamed = ({ forms }: Procedure, name: string): Field[] =>
  Object.values(forms).flatMap(({ fields }) => (Object.hasOwn(fields, name) ? (fields[name] ?? []) : []))

const fieldNamed = (procedure: Procedure, name: string): Field | undefined => fieldsNamed(procedure, name)[0]

const FACT_TITLES: Readonly<Record<string, Text>> = {
  level: text('等级', 'level'),
  category: text('类别', 'category'),
  channel: text('来源', 'channel'),
}

function termText(term: Term, procedure: Procedure): Text {
  if (term === 'returns') return text('退回次数', 'the number of returns')
  if (typeof term === 'string') return fieldNamed(procedure, term)?.title ?? FACT_TITLES[term] ?? text(term, term)
  if ('rounds' in term) {
    const step = procedure.steps[term.rounds]?.title ?? text(term.rounds, term.rounds)
    return text(`“${step.zh}”的次数`, `the number of times "${step.en}" was taken`)
  }
  const name = 'rows' in term ? term.rows : 'spread' in term ? term.spread : term.sum
  const rows = termText(name, procedure)
  if ('rows' in term) return text(`“${rows.zh}”的行数`, `the number of rows of "${rows.en}"`)
  const column = columnsOf(fieldNamed(procedure, name))[term.of]?.title ?? text(term.of, term.of)
  if ('spread' in term)
    return text(`“${rows.zh}”的“${column.zh}”最高与最低相差`, `the spread of "${column.en}" over "${rows.en}"`)
  return text(`“${rows.zh}”的“${column.zh}”合计`, `the sum of "${column.en}" over "${rows.en}"`)
}

function answerText(term: Term, answer: string, procedure: Procedure): Text {
  if (answer === 'yes' || answer === 'no') return answer === 'yes' ? text('“是”', 'yes') : text('“否”', 'no')
  const fields = typeof term === 'string' ? fieldsNamed(procedure, term) : []
  const option = fields.map((field) => optionsOf(field)).find((options) => options && Object.hasOwn(options, answer))?.[
    answer
  ]
  const level = Object.hasOwn(LEVELS, answer) ? LEVELS[answer as keyof typeof LEVELS].title : undefined
  return option ?? level ?? procedure.categories[answer] ?? text(answer, answer)
}

/** Ends have their titles in the kinds that end so. */
function outcomeText(outcome: string, all: readonly Procedure[]): Text {
  const kind = all.find(({ outcomes }) => Object.hasOwn(outcomes, outcome))
  return kind?.outcomes[outcome] ?? text(outcome, outcome)
}

function childrenSaid(
  { children, group, outcome }: Extract<Condition, { children: string }>,
  all: readonly Procedure[],
  not: boolean,
): Text {
  const ends = outcome?.map((each) => outcomeText(each, all))
  const how = ends
    ? text(`结果是“${ends.map(({ zh }) => zh).join('”或“')}”`, `ended as "${ends.map(({ en }) => en).join('" or "')}"`)
    : group
      ? group === 'done'
        ? text('办结', 'is closed')
        : text('没有办结', 'is not closed')
      : undefined
  if (!how) return not ? text('没有转出事项', 'no matter came of it') : text('转出过事项', 'a matter came of it')
  if (children === 'every')
    return not
      ? text(`由它转出的事项没有都${how.zh}`, `not every matter that came of it ${how.en}`)
      : text(`由它转出的事项都${how.zh}`, `every matter that came of it ${how.en}`)
  return not
    ? text(`由它转出的事项没有一件${how.zh}`, `no matter that came of it ${how.en}`)
    : text(`由它转出的事项至少一件${how.zh}`, `at least one matter that came of it ${how.en}`)
}

function actorSaid(actor: Extract<Condition, { actor: unknown }>['actor'], procedure: Procedure, not: boolean): Text {
  if (actor === 'handled')
    return not
      ? text('不由经办过的人办', 'not by anybody who handled it')
      : text('由经办过的人办', 'by somebody who handled it')
  if (actor === 'verified')
    return not
      ? text('不由验收、复查的人办', 'not by whoever checked it')
      : text('由验收、复查的人办', 'by whoever checked it')
  if (actor === 'registered')
    return not ? text('不由登记人办', 'not by whoever registered it') : text('由登记人办', 'by whoever registered it')
  const { zh, en } = seatTitle(actor.holds, procedure)
  return not
    ? text(`不能由${zh}办`, `never by the ${en.toLowerCase()}`)
    : text(`由${zh}办`, `by the ${en.toLowerCase()}`)
}

function dayText(term: DayTerm, procedure: Procedure): Text {
  if (term === 'today') return text('今天', 'today')
  if (term === 'opening') return text('登记那天', 'the day of registering')
  if (term === 'stateSince') return text('进入本环节那天', 'the day this stage began')
  const field = fieldNamed(procedure, term.field)
  return field ? text(`“${field.title.zh}”`, `"${field.title.en}"`) : text(term.field, term.field)
}

function limitsSaid(condition: Extract<Condition, { limits: unknown }>, { deadlines }: Procedure, not: boolean): Text {
  const titles = new Map(
    condition.limits.flatMap((id) => (deadlines[id] ? [[deadlines[id].title.zh, deadlines[id].title]] : [])),
  )
  const zh = [...titles.values()].map((title) => title.zh).join('、')
  const en = [...titles.values()].map((title) => title.en).join(' or ')
  if ('stand' in condition)
    return (condition.stand === 'late') === not
      ? condition.stand === 'late'
        ? text(`“${zh}”没有逾期`, `"${en}" is not late`)
        : text(`“${zh}”还没到期`, `"${en}" is still running in time`)
      : condition.stand === 'late'
        ? text(`“${zh}”已逾期`, `"${en}" is late`)
        : text(`“${zh}”已到期或已办`, `"${en}" is over or done`)
  const { length } = (typeof condition.left === 'string' && deadlines[condition.left]) || {}
  const left =
    typeof condition.left === 'number' ? condition.left : typeof length === 'number' ? length : condition.left
  return not
    ? text(`“${zh}”还剩${left}日以上`, `"${en}" has more than ${left} days left`)
    : text(`“${zh}”只剩${left}日以内或已逾期`, `"${en}" has ${left} days left or is late`)
}

function daySaid(condition: Extract<Condition, { day: DayTerm }>, procedure: Procedure, not: boolean): Text {
  const after = 'notBefore' in condition
  const day = dayText(condition.day, procedure)
  const limit = dayText(after ? condition.notBefore : condition.notAfter, procedure)
  const { days = 0 } = condition
  const zh = `${limit.zh}${days ? `${after ? '后' : '前'}${days}日` : ''}`
  const en = `${days ? `${days} ${days === 1 ? 'day' : 'days'} ${after ? 'after' : 'before'} ` : ''}${limit.en}`
  if (not) return text(`${day.zh}${after ? '早于' : '晚于'}${zh}`, `${day.en} is ${after ? 'before' : 'after'} ${en}`)
  return text(`${day.zh}不${after ? '早于' : '晚于'}${zh}`, `${day.en} is not ${after ? 'before' : 'after'} ${en}`)
}
