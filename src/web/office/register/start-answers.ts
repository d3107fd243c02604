import { type Form, settingOf } from '../../../domain/procedure/form.ts'
import type { Answers } from '../../parts/form/draft.ts'
import type { RegisterSearch } from './register-search.ts'

/** The answers that another page handed over, in the questions of this form that they answer. */
export function startAnswers(form: Form | undefined, { title, unit, text, due }: RegisterSearch): Answers {
  if (!form) return {}
  const named = (name: string, kind: string) => (form.fields[name]?.kind === kind ? name : undefined)
  const answers = [
    ['title', title],
    [settingOf(form.fields, 'unit'), unit],
    [named('description', 'longText'), text],
    [named('dueOn', 'date'), due],
  ] as const
  return Object.fromEntries(answers.flatMap(([name, value]) => (name && value ? [[name, value]] : [])))
}
