import type { Matter } from '../../../domain/matter/matter.ts'
import type { Step } from '../../../domain/procedure/procedure.ts'
import type { Instead } from '../../parts/form/control.ts'
import { PickedMatter } from '../../parts/form/picked-matter.tsx'

/** Where a step links to another matter, that is picked and not typed. What it is the same as is of its own kind and worked on. */
export function pickedLink({ linksTo }: Step, matter: Matter): Instead {
  if (!linksTo) return {}
  const among = linksTo.type === 'duplicateOf' ? ({ procedure: matter.procedure, group: 'notDone' } as const) : {}
  return {
    [linksTo.field]: (control) => <PickedMatter {...control} among={among} except={matter.id} />,
  }
}
