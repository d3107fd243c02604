import type { MatterView, Urged } from '../../../domain/views/views.ts'

/** Who urged the matter last since it last moved on; undefined when nobody did. */
export function urgedIn({
  matter,
  timeline,
}: Pick<MatterView, 'timeline'> & { matter: Pick<MatterView['matter'], 'stateVersion'> }): Urged | undefined {
  const last = timeline.findLast(({ step, version }) => step === 'urge' && version > matter.stateVersion)
  return last && { at: last.at, ...(last.personName ? { personName: last.personName } : {}) }
}
