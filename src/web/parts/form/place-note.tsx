import { proposePlaceUnit } from '../../../engine/match/place-unit.ts'
import { placeName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { useWords } from '../../words/words.tsx'
import type { ControlProps } from './control.ts'

/** Under an unanswered question for the village or township: the one that the words of the place name, to take over. */
export function PlaceNote({ value, change, around }: Pick<ControlProps, 'value' | 'change' | 'around'>) {
  const { words, say } = useWords()
  const { directory } = useOffice()
  const proposed = value ? undefined : proposePlaceUnit(around.placeTexts, directory)
  return (
    <p className="form-proposal" aria-live="polite">
      {proposed && (
        <>
          <span className="hint">{words.form.placeLike(placeName(directory, proposed.id, say))}</span>
          <button type="button" className="link-button" onClick={() => change(proposed.id)}>
            {words.form.usePlace}
          </button>
        </>
      )}
    </p>
  )
}
