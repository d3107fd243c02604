import { measureNamed, saidIn } from '../../domain/indicators/measures.ts'
import type { Field } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { type Text, text } from '../../domain/wording/text.ts'
import { indicatorKinds } from './indicator-kinds.ts'

/** What the questions of the counted kinds give to formulas. */
export type Sayings = {
  /** The counts of answers that there are, with what they are called. */
  readonly titles: ReadonlyMap<string, Text>
  /** Questions by which reporters rate what was done: answers of few of them are not told. */
  readonly ratings: ReadonlySet<string>
}

/** Neither free words nor whom: what can be counted of an answer is a choice, or that a day was given; never what is personal. */
const isCountable = (field: Field) => (field.kind === 'choice' || field.kind === 'date') && !('personal' in field)

/** The questions of each kind whose answers can be counted, in whichever of its versions. */
export function countableQuestions(procedures: readonly Procedure[]): ReadonlyMap<string, ReadonlySet<string>> {
  const asked = new Map<string, Set<string>>()
  for (const { id, forms } of procedures) {
    const names = asked.get(id) ?? new Set()
    const barred = new Set<string>()
    for (const { fields } of Object.values(forms))
      for (const [name, field] of Object.entries(fields)) (isCountable(field) ? names : barred).add(name)
    for (const name of barred) names.delete(name)
    asked.set(id, names)
  }
  return asked
}

/** The answers that may be counted of these kinds; of all that are counted, where no kind is named. */
export function sayingsOf(procedures: readonly Procedure[], kinds: readonly string[] | undefined): Sayings {
  const counted = indicatorKinds(procedures).filter(({ id }) => !kinds || kinds.includes(id))
  const titles = new Map<string, Text>()
  const ratings = new Set<string>()
  for (const { forms, steps, reporting } of counted) {
    const { satisfied = [], dissatisfied = [] } = reporting?.steps ?? {}
    for (const [id, { fields }] of Object.entries(forms)) {
      const isRating = [...satisfied, ...dissatisfied].some((step) => steps[step]?.form === id)
      for (const [name, field] of Object.entries(fields)) {
        if (!isCountable(field)) continue
        if (isRating) ratings.add(name)
        addTitles(titles, name, field)
      }
    }
  }
  return { titles, ratings }
}

function addTitles(titles: Map<string, Text>, name: string, field: Field): void {
  const { zh, en } = field.title
  titles.set(`said_${name}`, text(`办结里有“${zh}”`, `closed with "${en}"`))
  if (field.kind !== 'choice') return
  for (const [option, { zh: optionZh, en: optionEn }] of Object.entries(field.options))
    titles.set(`said_${name}_${option}`, text(`${zh}：${optionZh}`, `${en}: ${optionEn}`))
}

/** Whether some matter here gives this count. */
export const isGiven = (name: string, { titles }: Sayings): boolean =>
  saidIn(name) ? titles.has(name) : measureNamed(name) !== undefined

/** What a count is called here. */
export const titleOf = (name: string, { titles }: Sayings): Text | undefined =>
  titles.get(name) ?? measureNamed(name)?.title

/** The questions by which reporters rate, that a formula reads. */
export const ratingsIn = (names: readonly string[], { ratings }: Sayings): string[] => [
  ...new Set(names.flatMap((name) => saidIn(name)?.field ?? []).filter((field) => ratings.has(field))),
]
