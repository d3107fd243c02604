import type { Condition } from '../procedure/condition.ts'
import type { Procedure } from '../procedure/procedure.ts'
import { seatTitle, standsText } from './taker-text.ts'
import { type Text, text } from './text.ts'

const STATES = {
  asked: text('已请', 'asked'),
  signed: text('签收', 'signed for'),
  answered: text('反馈', 'answered'),
  refused: text('回绝', 'refused'),
} as const

/** A condition about who holds a seat and how they stand, in words. */
export function seatSaid(condition: Extract<Condition, { seat: string }>, procedure: Procedure, not: boolean): Text {
  const { zh, en } = seatTitle(condition.seat, procedure)
  if ('filled' in condition)
    return not
      ? text(`没有定${zh}`, `no ${en.toLowerCase()} is named`)
      : text(`定了${zh}`, `a ${en.toLowerCase()} is named`)
  const states = 'every' in condition ? condition.every : condition.any
  if (states.some((state) => standsText(condition.seat, state, procedure)))
    return standsSaid(
      'every' in condition,
      not,
      { zh, en },
      states.map((state) => standsText(condition.seat, state, procedure) ?? STATES[state]),
    )
  const zhStates = states.map((state) => STATES[state].zh).join('或')
  const enStates = states.map((state) => STATES[state].en).join(' or ')
  if ('every' in condition)
    return not
      ? text(`${zh}没有都${zhStates}`, `not every holder of ${en.toLowerCase()} has ${enStates}`)
      : text(`${zh}都${zhStates}`, `every holder of ${en.toLowerCase()} has ${enStates}`)
  return not
    ? text(`没有${zh}${zhStates}`, `no holder of ${en.toLowerCase()} has ${enStates}`)
    : text(`至少一个${zh}${zhStates}`, `at least one holder of ${en.toLowerCase()} has ${enStates}`)
}

/** The same of a seat that has words of its own for it. */
function standsSaid(every: boolean, not: boolean, seat: Text, states: readonly Text[]): Text {
  const are = text(
    `是“${states.map(({ zh }) => zh).join('”或“')}”`,
    `are "${states.map(({ en }) => en).join('" or "')}"`,
  )
  const whose = seat.en.toLowerCase()
  if (every)
    return not
      ? text(`${seat.zh}不都${are.zh}`, `not all ${whose} ${are.en}`)
      : text(`${seat.zh}都${are.zh}`, `all ${whose} ${are.en}`)
  return not
    ? text(`没有${seat.zh}${are.zh}`, `no ${whose} ${are.en}`)
    : text(`至少一个${seat.zh}${are.zh}`, `some ${whose} ${are.en}`)
}
