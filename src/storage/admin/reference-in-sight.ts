import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { accessFacts, maySee } from '../../engine/access/access.ts'

/** The number of a matter for somebody who sees it: who administers the program need not know which matters there are. */
export function referenceInSight(actor: Actor, directory: Directory, matter: unknown): { readonly reference?: string } {
  const named = matter as Matter | null
  return named && maySee(actor, accessFacts(named, directory)) ? { reference: named.reference } : {}
}
