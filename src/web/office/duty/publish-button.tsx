import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Procedure, targetsOf } from '../../../domain/procedure/procedure.ts'
import { rolesOf } from '../../../domain/procedure/taker.ts'
import type { DeskView } from '../../../domain/views/duty-view.ts'
import { takeStep } from '../../client/api.ts'
import { newKey } from '../../client/new-key.ts'
import { useOffice } from '../../client/office.tsx'
import { problemText } from '../../client/problem-text.ts'
import { notify } from '../../parts/shell/notices.tsx'
import { useWords } from '../../words/words.tsx'

/** The step that publishes a planned shift: it leads from where shifts begin to where others stand in by them. */
const publishing = ({ steps, opening, standsIn }: Procedure) =>
  Object.entries(steps).find(
    ([, step]) =>
      !step.imported &&
      step.from !== 'open' &&
      step.from.includes(opening.state) &&
      targetsOf(step).some((to) => standsIn?.states.includes(to)),
  )

/** Publishes every planned shift that is shown of this desk, one after another; the first refusal is told and stops it. */
export function PublishButton({ desk, procedure }: { desk: DeskView; procedure: Procedure | undefined }) {
  const { words, locale } = useWords()
  const { actor } = useOffice()
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const found = procedure && publishing(procedure)
  const planned = desk.shifts.filter(({ published }) => !published)
  if (!found || planned.length === 0 || !rolesOf(found[1].by).some((role) => actor.roles.includes(role))) return null
  const publish = async () => {
    setBusy(true)
    let done = 0
    try {
      for (const { id, version } of planned) {
        await takeStep(id, found[0], version, {}, newKey())
        done += 1
      }
    } catch (error) {
      notify(problemText(error, words, locale).text)
    }
    if (done > 0) notify(words.duty.published(done))
    await client.invalidateQueries()
    setBusy(false)
  }
  return (
    <button type="button" className="button is-small is-primary" disabled={busy} onClick={() => void publish()}>
      {words.duty.publish(planned.length)}
    </button>
  )
}
