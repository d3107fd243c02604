import type { IndicatorsView } from '../../../domain/compare/compare-view.ts'
import { useCompareWords } from '../../words/compare/use-compare-words.ts'
import { useWords } from '../../words/words.tsx'
import { type Draft, kindsIn, withKind } from './indicator-draft.ts'

type Props = {
  readonly kinds: IndicatorsView['kinds']
  readonly draft: Draft
  readonly put: (part: Pick<Draft, 'kinds'>) => void
}

/** Which kinds an indicator counts: shut it says which, open each can be ticked; none ticked is all. */
export function KindsField({ kinds, draft, put }: Props) {
  const words = useCompareWords()
  const { say } = useWords()
  const ticked = kindsIn(draft)
  const titles = ticked.map((id) => {
    const kind = kinds.find((each) => each.id === id)
    return kind ? say(kind.title) : id
  })
  return (
    <details className="field compare-kinds">
      <summary>{titles.length > 0 ? words.onlyKinds(titles) : words.allKinds}</summary>
      <fieldset aria-label={words.kinds}>
        {kinds.map(({ id, title }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={ticked.includes(id)}
              onChange={({ target }) => put({ kinds: withKind(draft, id, target.checked).kinds })}
            />
            {say(title)}
          </label>
        ))}
      </fieldset>
    </details>
  )
}
