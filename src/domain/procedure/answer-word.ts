import type { When } from './form.ts'

/** An answer as the conditions of a definition write it: yes and no where a form sends booleans. */
export const asWord = (answer: unknown) =>
  answer === true ? 'yes' : answer === false ? 'no' : String(answer ?? '').trim()

/** Whether one of these answers is what the condition names; of several options one is enough. */
export function answersSo({ field, is }: When, given: Readonly<Record<string, unknown>>): boolean {
  const answer = given[field]
  return (Array.isArray(answer) ? answer : [answer]).some((one) => is.includes(asWord(one)))
}
