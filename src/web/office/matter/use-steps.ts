import type { Condition } from '../../../domain/procedure/condition.ts'
import { conditionOf } from '../../../domain/procedure/named-conditions.ts'
import { type Procedure, targetsOf } from '../../../domain/procedure/procedure.ts'
import type { MatterView } from '../../../domain/views/views.ts'
import { errorText } from '../../../domain/wording/error-text.ts'
import { openSteps, type StepOffer } from '../../../engine/decide/open-steps.ts'
import { useOffice } from '../../client/office.tsx'
import { whoTakes } from '../../client/who-takes.ts'
import { useWords } from '../../words/words.tsx'

export type LockedOffer = { readonly id: string; readonly title: string; readonly reason: string }
export type Steps = {
  readonly mine: readonly StepOffer[]
  readonly aside: readonly StepOffer[]
  readonly locked: readonly LockedOffer[]
}

/** The steps of a matter for the reader: what I can do, what beside it, and what waits for whom. */
export function useSteps({ matter, now }: MatterView, procedure: Procedure): Steps {
  const { words, say, locale } = useWords()
  const { actor, rulebook, directory } = useOffice()
  const offers = openSteps(procedure, matter, actor, rulebook, now)
  const isBeside = ({ step }: StepOffer) => step.aside === true || step.from === 'open'
  const reasonOf = ({ step, later, refusal }: StepOffer): string => {
    const who = whoTakes(step, matter, directory, say, words.matter.andOthers).join(words.listComma)
    const by = who && words.matter.lockedBy(who)
    if (later || !refusal)
      return [words.matter.lockedLater(firstState(procedure, step.from, say)), by].filter(Boolean).join(words.semicolon)
    if (refusal.code === 'role-required') return by || errorText(refusal.code, refusal.details, locale)
    return [errorText(refusal.code, refusal.details, locale), by].filter(Boolean).join(words.semicolon)
  }
  const mine = offers.filter((offer) => offer.open && !isBeside(offer))
  const reached = new Set(mine.flatMap(({ step }) => targetsOf(step)))
  // Another way to where a step of mine leads, of a kind that this matter is not: nobody would miss it.
  const isOtherWay = ({ step, later, refusal }: StepOffer) =>
    !later &&
    refusal?.code === 'guard-refused' &&
    !(step.guards ?? []).some((guard) => asksWhoActs(conditionOf(guard))) &&
    targetsOf(step).some((state) => reached.has(state))
  return {
    mine,
    aside: offers.filter((offer) => offer.open && isBeside(offer)),
    locked: offers
      .filter((offer) => !offer.open && !isBeside(offer) && !isOtherWay(offer))
      .map((offer) => ({ id: offer.id, title: say(offer.step.title), reason: reasonOf(offer) })),
  }
}

/** Whether a condition is about who would take the step: that is worth a word to whoever may not. */
function asksWhoActs(condition: Condition): boolean {
  if ('not' in condition) return asksWhoActs(condition.not)
  const parts =
    'all' in condition ? condition.all : 'any' in condition && Array.isArray(condition.any) ? condition.any : []
  return 'actor' in condition || parts.some((part) => typeof part === 'object' && asksWhoActs(part))
}

const firstState = (
  procedure: Procedure,
  from: StepOffer['step']['from'],
  say: ReturnType<typeof useWords>['say'],
): string => {
  const state = from === 'open' ? undefined : procedure.states[from[0] ?? '']
  return state ? say(state.title) : ''
}
