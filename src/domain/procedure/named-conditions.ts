import type { Condition } from './condition.ts'
import type { Guard } from './procedure.ts'

/** What each named condition means. One file, so that a name means the same in every procedure. */
export const NAMED_CONDITIONS: Readonly<Record<Guard, Condition>> = {
  notTheHandler: { not: { any: [{ actor: 'handled' }, { actor: { holds: 'owner' } }] } },
  isOwner: { actor: { holds: 'owner' } },
  isSupervisor: { actor: { holds: 'supervisor' } },
  ownerAssigned: {
    any: [
      { seat: 'owner', filled: true },
      { the: 'owner', given: true },
    ],
  },
  hasEvidence: { files: 'sinceState' },
  allChildrenDone: { children: 'every', group: 'done' },
  hasChildren: { children: 'any' },
  consentGiven: { the: 'consent', is: ['yes'] },
  isListed: { the: 'listedOn', recorded: true },
  notListed: { not: { the: 'listedOn', recorded: true } },
  isMajor: { the: 'level', is: ['major'] },
  notMajor: { not: { the: 'level', is: ['major'] } },
  notRegisteredBy: { not: { actor: 'registered' } },
}

/** A condition behind its name, or itself. */
export const conditionOf = (guard: Guard | Condition): Condition =>
  typeof guard === 'string' ? NAMED_CONDITIONS[guard] : guard
