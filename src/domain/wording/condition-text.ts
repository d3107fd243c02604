import { LEVELS } from '../matter/level.ts'
import type { Condition, DayTerm, Term } from '../procedure/condition.ts'
import { type Field, optionsOf } from '../procedure/form.ts'
import { NAMED_CONDITIONS } from '../procedure/named-conditions.ts'
import type { Guard, Procedure } from '../procedure/procedure.ts'
import { GUARD_TEXT } from './guard-text.ts'
import { seatTitle } from './taker-text.ts'
import { type Text, text } from './text.ts'

/** What a condition demands, in words made from it: the Rules page and a refusal say the same. */
export function conditionText(condition: Guard | Condition, procedure: Procedure): Text {
  if (typeof condition === 'string') return GUARD_TEXT[condition]
  const named = nameOf(condition)
  return named ? GUARD_TEXT[named] : said(condition, procedure, false)
}

/** A condition that has a name is said as its name is, wherever it stands. */
const nameOf = (condition: Condition): Guard | undefined =>
  (Object.keys(NAMED_CONDITIONS) as Guard[]).find(
    (name) => JSON.stringify(NAMED_CONDITIONS[name]) === JSON.stringify(condition),
  )

function said(condition: Condition, procedure: Procedure, not: boolean): Text {
  const inner = (each: Condition) => said(each, procedure, not)
  if ('not' in condition) return said(condition.not, procedure, !not)
  if ('all' in condition) return joined(condition.all.map(inner), not ? 'or' : 'and')
  if ('seat' in condition) return seatSaid(condition, procedure, not)
  if ('any' in condition) return joined(condition.any.map(inner), not ? 'and' : 'or')
  if ('children' in condition) return childrenSaid(condition, not)
  if ('actor' in condition) return actorSaid(condition.actor, procedure, not)
  if ('files' in condition && condition.files === 'new')
    return not
      ? text('交的是以前交过的文件', 'a file was handed in before')
      : text('要交新的照片或文件，不能是以前交过的同一份', 'photos and files are new, not ones handed in before')
  if ('files' in condition) return not ? text('还没附材料', 'no file is handed in') : GUARD_TEXT.hasEvidence
  if ('day' in condition) return daySaid(condition, procedure, not)
  const the = termText(condition.the, procedure)
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
  const isLeast = 'atLeast' in condition
  const limit = isLeast ? condition.atLeast : condition.atMost
  return isLeast !== not
    ? text(`${the.zh}不少于${limit + (isLeast ? 0 : 1)}`, `${the.en} is at least ${limit + (isLeast ? 0 : 1)}`)
    : text(`${the.zh}不多于${limit - (isLeast ? 1 : 0)}`, `${the.en} is at most ${limit - (isLeast ? 1 : 0)}`)
}

const joined = (parts: readonly Text[], word: 'and' | 'or'): Text =>
  text(
    parts.map(({ zh }) => zh).join(word === 'and' ? '，并且' : '，或者'),
    parts.map(({ en }) => en).join(word === 'and' ? ' and ' : ' or '),
  )

function fieldNamed({ forms }: Procedure, name: string): Field | undefined {
  for (const { fields } of Object.values(forms)) if (Object.hasOwn(fields, name)) return fields[name]
  return undefined
}

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
  const rows = termText('rows' in term ? term.rows : term.sum, procedure)
  if ('rows' in term) return text(`“${rows.zh}”的行数`, `the number of rows of "${rows.en}"`)
  return text(`“${rows.zh}”的合计`, `the sum over "${rows.en}"`)
}

function answerText(term: Term, answer: string, procedure: Procedure): Text {
  if (answer === 'yes' || answer === 'no') return answer === 'yes' ? text('是', 'yes') : text('否', 'no')
  const field = typeof term === 'string' ? fieldNamed(procedure, term) : undefined
  const option = optionsOf(field)?.[answer as keyof ReturnType<typeof optionsOf>]
  const level = Object.hasOwn(LEVELS, answer) ? LEVELS[answer as keyof typeof LEVELS].title : undefined
  return option ?? level ?? procedure.categories[answer] ?? text(answer, answer)
}

const STATES = {
  asked: text('已请', 'asked'),
  signed: text('签收', 'signed for'),
  answered: text('反馈', 'answered'),
  refused: text('回绝', 'refused'),
} as const

function seatSaid(condition: Extract<Condition, { seat: string }>, procedure: Procedure, not: boolean): Text {
  const { zh, en } = seatTitle(condition.seat, procedure)
  if ('filled' in condition)
    return not
      ? text(`还没有定${zh}`, `no ${en.toLowerCase()} is named`)
      : text(`要先定${zh}`, `a ${en.toLowerCase()} is named first`)
  const states = 'every' in condition ? condition.every : condition.any
  const zhStates = states.map((state) => STATES[state].zh).join('或')
  const enStates = states.map((state) => STATES[state].en).join(' or ')
  const every = 'every' in condition
  if (not)
    return text(
      `${every ? '不是' : '没有'}${zh}都${zhStates}`,
      `${every ? 'not every' : 'no'} holder of ${en.toLowerCase()} has ${enStates}`,
    )
  return text(
    `${zh}${every ? '都要' : '至少一个要'}${zhStates}`,
    `${every ? 'every' : 'at least one'} holder of ${en.toLowerCase()} has ${enStates}`,
  )
}

function childrenSaid({ children, group }: Extract<Condition, { children: string }>, not: boolean): Text {
  if (children === 'every' && group === 'done' && !not) return GUARD_TEXT.allChildrenDone
  if (children === 'any' && !not) return GUARD_TEXT.hasChildren
  return not
    ? text('没有这样的转出事项', 'no such matter came of it')
    : text('转出的事项都要这样', 'every matter that came of it is so')
}

function actorSaid(actor: Extract<Condition, { actor: unknown }>['actor'], procedure: Procedure, not: boolean): Text {
  if (actor === 'handled') return not ? GUARD_TEXT.notTheHandler : text('由经办过的人办', 'by somebody who handled it')
  if (actor === 'verified')
    return not
      ? text('不能由验收、复查的人办', 'never by whoever checked it')
      : text('由验收、复查的人办', 'by whoever checked it')
  if (actor === 'registered') return not ? GUARD_TEXT.notRegisteredBy : text('由登记人办', 'by whoever registered it')
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

function daySaid(condition: Extract<Condition, { day: DayTerm }>, procedure: Procedure, not: boolean): Text {
  const after = 'notBefore' in condition
  const day = dayText(condition.day, procedure)
  const limit = dayText(after ? condition.notBefore : condition.notAfter, procedure)
  const { days = 0 } = condition
  const zh = `${limit.zh}${days ? `${after ? '后' : '前'}${days}日` : ''}`
  const en = `${days ? `${days} days ${after ? 'after' : 'before'} ` : ''}${limit.en}`
  if (not) return text(`${day.zh}${after ? '早于' : '晚于'}${zh}`, `${day.en} is ${after ? 'before' : 'after'} ${en}`)
  return text(`${day.zh}不${after ? '早于' : '晚于'}${zh}`, `${day.en} is not ${after ? 'before' : 'after'} ${en}`)
}
