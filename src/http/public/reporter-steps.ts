import type { Context } from 'hono'
import { reporterActor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { getDefinition } from '../../domain/procedure/definition.ts'
import { openSteps } from '../../engine/decide/open-steps.ts'
import type { Env } from '../request/env.ts'
import type { ReporterSteps } from './pages/track-page.ts'

/** Steps of the report definition that a reporter takes here. */
export const STEPS = {
  add: ['addMaterial'],
  withdraw: ['withdraw'],
  satisfied: ['rateSatisfied'],
  dissatisfied: ['rateDissatisfied', 'rateDissatisfiedAgain'],
} as const

/** What the definition lets the reporter do now, from the same engine that decides. */
export async function openStepIds(c: Context<Env>, matter: Matter): Promise<Set<string>> {
  const { deps } = c.var
  const rulebook = await deps.rulebooks.of(deps.publicTenant)
  const offers = openSteps(
    getDefinition(rulebook.procedures, matter),
    matter,
    reporterActor(deps.publicTenant),
    rulebook,
  )
  return new Set(offers.flatMap(({ id, open }) => (open ? [id] : [])))
}

/** The same by what the reporter wants to do. */
export async function stepsOf(c: Context<Env>, matter: Matter): Promise<ReporterSteps> {
  const open = await openStepIds(c, matter)
  const any = (ids: readonly string[]) => ids.some((id) => open.has(id))
  return {
    add: any(STEPS.add),
    withdraw: any(STEPS.withdraw),
    satisfied: any(STEPS.satisfied),
    dissatisfied: any(STEPS.dissatisfied),
  }
}
