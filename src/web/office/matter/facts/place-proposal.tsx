import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { settingOf } from '../../../../domain/procedure/form.ts'
import type { Procedure } from '../../../../domain/procedure/procedure.ts'
import { stepRefusal } from '../../../../engine/decide/open-steps.ts'
import { proposePlaceUnit } from '../../../../engine/match/place-unit.ts'
import { takeStep } from '../../../client/api.ts'
import { placeName } from '../../../client/names.ts'
import { newKey } from '../../../client/new-key.ts'
import { useOffice } from '../../../client/office.tsx'
import { problemText } from '../../../client/problem-text.ts'
import { notify } from '../../../parts/shell/notices.tsx'
import { useWords } from '../../../words/words.tsx'
import type { SectionProps } from '../sections.ts'

/** For who may say so: which village or township the words of the place name, to be set with one press. */
export function PlaceProposal({ view: { matter, now }, procedure }: SectionProps) {
  const { words, say, locale } = useWords()
  const { actor, directory, rulebook } = useOffice()
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const proposed = matter.placeUnitId ? undefined : proposePlaceUnit([matter.place ?? '', matter.title], directory)
  const step = placingStep(procedure)
  if (!proposed || !step || stepRefusal(procedure, matter, actor, step.id, rulebook, now)) return null
  const name = placeName(directory, proposed.id, say)
  const set = async () => {
    setBusy(true)
    try {
      await takeStep(matter.id, step.id, matter.version, { [step.field]: proposed.id }, newKey())
      notify(words.matter.placeSet(name))
    } catch (error) {
      notify(problemText(error, words, locale).text)
    }
    await client.invalidateQueries()
    setBusy(false)
  }
  return (
    <p className="place-proposal no-print">
      <span>{words.matter.placeLike(name)}</span>
      <button
        type="button"
        className="button is-small is-outline"
        aria-disabled={busy}
        onClick={() => !busy && void set()}
      >
        {words.matter.setPlace}
      </button>
    </p>
  )
}

/** The step whose form asks nothing but the village or township. */
function placingStep({ steps, forms }: Procedure): { readonly id: string; readonly field: string } | undefined {
  for (const [id, { form }] of Object.entries(steps)) {
    const fields = forms[form ?? '']?.fields ?? {}
    const field = settingOf(fields, 'placeUnit')
    if (field && Object.keys(fields).length === 1) return { id, field }
  }
  return undefined
}
