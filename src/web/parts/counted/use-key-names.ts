import type { CountKey } from '../../../domain/counts/count-query.ts'
import type { Level } from '../../../domain/matter/level.ts'
import type { Channel } from '../../../domain/matter/matter.ts'
import { CHANNEL_TITLES } from '../../../domain/wording/channel-text.ts'
import { levelName, levelNames } from '../../../domain/wording/level-names.ts'
import { placeName, unitName } from '../../client/names.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { useCountedWords } from '../../words/counted/use-counted-words.ts'
import { useWords } from '../../words/words.tsx'

/** What a value of a key is called; states and levels in the words of a kind, where one is known. */
export function useKeyNames(): (key: CountKey, value: string, kind?: string) => string {
  const { say } = useWords()
  const words = useCountedWords()
  const { directory, kinds, rulebook } = useOffice()
  const kindName = (id: string) => {
    const kind = kinds.find((each) => each.id === id)
    return kind ? say(kind.short) : id
  }
  return (key, value, kind) => {
    const procedure = kind === undefined ? undefined : procedureOf(rulebook, kind)
    switch (key) {
      case 'unit':
        return unitName(directory, value, say)
      case 'kind':
        return kindName(value)
      case 'category': {
        const [of = '', category = ''] = value.split('/')
        const name = procedureOf(rulebook, of)?.categories[category]
        return `${kindName(of)} ${category ? (name ? say(name) : category) : words.noCategory}`
      }
      case 'state':
        return procedure?.states[value] ? say(procedure.states[value].title) : value
      case 'level':
        return value ? say(levelName(value as Level, procedure && levelNames(procedure))) : words.noLevel
      case 'place':
        return value ? placeName(directory, value, say) : words.noPlace
      case 'source':
        return say(CHANNEL_TITLES[value as Channel] ?? { zh: value, en: value })
      case 'week':
        return words.weekOf(value)
      default:
        return value
    }
  }
}
