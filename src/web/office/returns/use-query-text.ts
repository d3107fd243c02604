import { LEVELS } from '../../../domain/matter/level.ts'
import { type CellUse, MEASURES, type ReturnQuery } from '../../../domain/returns/return-query.ts'
import { unitName } from '../../client/names.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { useReturnsWords } from '../../words/returns/use-returns-words.ts'
import { useWords } from '../../words/words.tsx'

/** Says in words what a cell asks: 东浦镇 · 隐患 · 消防 · 新增. */
export function useQueryText() {
  const { say } = useWords()
  const { query, map, textCells } = useReturnsWords()
  const { kinds, rulebook, directory } = useOffice()
  const queryText = ({ measure, kinds: of, category, level, unit }: ReturnQuery): string => {
    const named = of?.map((id) => {
      const kind = kinds.find((one) => one.id === id)
      return kind ? say(kind.short) : id
    })
    const title =
      of && category ? of.flatMap((id) => procedureOf(rulebook, id)?.categories[category] ?? [])[0] : undefined
    return [
      unit ? unitName(directory, unit, say) : '',
      named ? named.join(query.join) : query.all,
      title ? say(title) : (category ?? ''),
      level ? say(LEVELS[level].title) : '',
      say(MEASURES[measure]),
    ]
      .filter(Boolean)
      .join(' · ')
  }
  const textOf = (use: CellUse): string =>
    'count' in use ? queryText(use.count) : 'text' in use ? textCells[use.text] : map.uses.hand
  return { queryText, textOf }
}
