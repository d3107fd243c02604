import type { CountKey } from '../../../domain/counts/count-query.ts'
import type { CountRequest } from '../../../domain/counts/count-request.ts'
import type { CountedView } from '../../../domain/counts/counted-matters.ts'
import { addMilliseconds, dayOf } from '../../../domain/time/time.ts'
import { useKeyNames } from '../../parts/counted/use-key-names.ts'
import { useCountedWords } from '../../words/counted/use-counted-words.ts'

const ABOUT: readonly CountKey[] = ['unit', 'place', 'kind', 'category', 'state', 'level', 'source']
const TIMES: readonly CountKey[] = ['month', 'week', 'day']

/** A figure in words: what is counted, of whom, and of when. */
export function useHeading(request: CountRequest, { span, counted }: CountedView) {
  const words = useCountedWords()
  const nameOf = useKeyNames()
  const { key = {}, kinds = [], category, unit, place, state, level, to } = request
  const kind = key.kind ?? (key.category ?? category)?.split('/')[0] ?? (kinds.length === 1 ? kinds[0] : undefined)
  const whole: Partial<Record<CountKey, string>> = {
    ...(unit && key.unit === undefined ? { unit: words.withBelow(nameOf('unit', unit)) } : {}),
    ...(place && key.place === undefined ? { place: words.withBelow(nameOf('place', place)) } : {}),
    ...(kinds.length > 0 && !(key.category ?? category)
      ? { kind: kinds.map((each) => nameOf('kind', each)).join('、') }
      : {}),
    ...(category ? { category: nameOf('category', category) } : {}),
    ...(state ? { state: nameOf('state', state, kind) } : {}),
    ...(level ? { level: nameOf('level', level, kind) } : {}),
  }
  const names = ABOUT.flatMap((each) => {
    const value = key[each]
    return value === undefined ? (whole[each] ?? []) : nameOf(each, value, kind)
  })
  const about = names.length > 0 ? names : [words.allUnits]
  const times = TIMES.flatMap((each) => (key[each] === undefined ? [] : nameOf(each, key[each])))
  const last = dayOf(addMilliseconds(span.at, -1))
  const isStanding = counted === 'open' || counted === 'overdue'
  const between = words.between(dayOf(span.from), to && to < last ? to : last)
  return {
    heading: words.heading(about, words.counted[counted]),
    when: [isStanding ? words.standing(last) : between, ...times].join(' · '),
  }
}
