import { type Form, type MatterFact, settingOf } from '../../../domain/procedure/form.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import type { DuplicateQuestion } from '../../client/api.ts'
import type { Answers } from '../../parts/form/draft.ts'

/** Shorter titles are alike to everything. */
const SHORTEST_TITLE = 4

/** What to compare with other matters, from the answers so far; undefined while there is too little. */
export function questionOf({ id }: Procedure, form: Form, answers: Answers): DuplicateQuestion | undefined {
  const answerTo = (fact: MatterFact): string | undefined => {
    const name = settingOf(form.fields, fact)
    const value = name ? answers[name] : undefined
    return typeof value === 'string' && value ? value : undefined
  }
  const title = answerTo('title')
  if (!title || title.length < SHORTEST_TITLE) return undefined
  const given = {
    category: answerTo('category'),
    placeUnitId: answerTo('placeUnit'),
    place: answerTo('place'),
    description: textOf(answers['description']),
  }
  return {
    procedure: id,
    title,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  }
}

const textOf = (value: unknown) => (typeof value === 'string' && value ? value : undefined)
