import type { AnlanError, Issue } from '../../domain/wording/errors.ts'
import type { PublicWords } from './words/words.zh.ts'

/** What each field of the public forms is called there. */
const titles = (words: PublicWords): Readonly<Record<string, string>> => ({
  description: words.what,
  title: words.what,
  category: words.category,
  place: words.where,
  placeUnit: words.area,
  photos: words.photos,
  contactName: words.name,
  contactPhone: words.phone,
  aboutUnit: words.about,
  note: words.addLabel,
  withdrawReason: words.withdrawReason,
  complaint: words.rateWhy,
  text: words.statement.text,
  about: words.statement.about,
})

/** The engine's issues as sentences beside the public form's fields. */
export function fieldErrors({ details }: AnlanError, words: PublicWords): Record<string, string> {
  const issues = (details['issues'] ?? []) as readonly Issue[]
  return Object.fromEntries(issues.map((issue) => [shownField(issue.field), sentence(issue, words)]))
}

/** The title is made from the description, so its issues belong there. */
const shownField = (field: string) => (field === 'title' ? 'description' : (field.split('.')[0] ?? field))

function sentence({ field, rule, limit = '' }: Issue, words: PublicWords): string {
  const title = titles(words)[shownField(field)] ?? field
  const rules: Readonly<Record<string, (title: string, limit: string) => string>> = words.rules
  return (rules[rule] ?? words.rules.other)(title, String(limit))
}
