import type { Procedure } from '../../../domain/procedure/procedure.ts'
import type { MatterView } from '../../../domain/views/views.ts'
import { errorText } from '../../../domain/wording/error-text.ts'
import type { Refusal } from '../../../engine/decide/open-steps.ts'
import { Timeline } from '../../parts/matter/timeline.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import './step.css'

type Props = {
  readonly view: MatterView
  readonly procedure: Procedure
  readonly seenVersion: number
  readonly refusal: Refusal | undefined
  readonly seen: () => void
}

/** Somebody wrote while the form was open: what they did, and that the draft is still here. */
export function ConflictNote({ view, procedure, seenVersion, refusal, seen }: Props) {
  const { words, locale } = useWords()
  const since = view.timeline.filter(({ version }) => version > seenVersion)
  const who = since.at(-1)?.personName ?? words.events.system
  return (
    <section className="conflict" role="alert">
      <h3>
        <Icon name="person" />
        {since.length > 0 ? words.matter.conflictTitle(who) : words.matter.conflictGone}
      </h3>
      {since.length > 0 && (
        <>
          <p className="hint">{words.matter.conflictChanged}</p>
          <Timeline items={[...since].reverse()} view={view} procedure={procedure} />
        </>
      )}
      {refusal ? (
        <p>
          {since.length > 0 && words.matter.conflictGone} {errorText(refusal.code, refusal.details, locale)}
        </p>
      ) : (
        <>
          <p>{words.matter.conflictText}</p>
          <button type="button" className="button is-small is-outline" onClick={seen}>
            {words.matter.conflictContinue}
          </button>
        </>
      )}
    </section>
  )
}
