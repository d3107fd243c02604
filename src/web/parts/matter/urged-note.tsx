import type { Urged } from '../../../domain/views/views.ts'
import { useOffice } from '../../client/office.tsx'
import { momentText } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'

/** 催办：周示例 3月2日 09:00, for whoever has to act. */
export function UrgedNote({ at, personName }: Urged) {
  const { words, locale } = useWords()
  const { today } = useOffice()
  return <small className="alarm">{words.matter.urged(personName ?? '', momentText(at, today(), locale))}</small>
}
