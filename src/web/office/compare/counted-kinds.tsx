import type { Text } from '../../../domain/wording/text.ts'
import { useOffice } from '../../client/office.tsx'
import { useCompareWords } from '../../words/compare/use-compare-words.ts'
import { useWords } from '../../words/words.tsx'

/** So many are said in the line; more open by a press. */
const SAID = 4

/** Which units are held beside each other and why not the others; which kinds of matters are counted. */
export function CountedKinds({ kinds, sight }: { kinds: readonly string[]; sight: Text }) {
  const words = useCompareWords()
  const { say, words: all } = useWords()
  const office = useOffice()
  const titles = kinds.map((id) => {
    const kind = office.kinds.find((each) => each.id === id)
    return kind ? say(kind.title) : id
  })
  const list = titles.join(all.listComma)
  return (
    <div className="compare-counted">
      <p>{say(sight)}</p>
      {titles.length <= SAID ? (
        <p>{words.counted(list)}</p>
      ) : (
        <details>
          <summary>{words.countedAll(titles.length)}</summary>
          <p>{list}</p>
        </details>
      )}
    </div>
  )
}
