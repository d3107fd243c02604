import { stepRefusal } from '../../../engine/decide/open-steps.ts'
import { useOffice } from '../../client/office.tsx'
import { useWords } from '../../words/words.tsx'
import { mergingStep, SameMatters } from '../step/same-matters.tsx'
import type { LayoutProps } from './sections.ts'

/** For who may merge the matter now: what it may be the same as. */
export function SameCard({ view: { matter, now }, procedure, take }: LayoutProps) {
  const { say } = useWords()
  const { actor, rulebook } = useOffice()
  const merging = mergingStep(procedure)
  const step = merging && procedure.steps[merging.id]
  if (!step || stepRefusal(procedure, matter, actor, merging.id, rulebook, now)) return null
  return <SameMatters matter={matter} verb={`${say(step.title)} …`} pick={(reference) => take(merging.id, reference)} />
}
