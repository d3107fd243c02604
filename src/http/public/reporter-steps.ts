import type { Context } from 'hono'
import { reporterActor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { getDefinition } from '../../domain/procedure/definition.ts'
import type { ReporterWish } from '../../domain/procedure/hands/reporting.ts'
import { openSteps } from '../../engine/decide/open-steps.ts'
import type { Env } from '../request/env.ts'
import type { ReporterSteps } from './pages/track-page.ts'

/** What the definition lets the reporter do now, from the same engine that decides. */
export async function openStepIds(c: Context<Env>, matter: Matter): Promise<Set<string>> {
  const { deps } = c.var
  const rulebook = await deps.rulebooks.of(deps.publicTenant)
  const offers = openSteps(
    getDefinition(rulebook.procedures, matter),
    matter,
    reporterActor(deps.publicTenant),
    rulebook,
    deps.now(),
  )
  return new Set(offers.flatMap(({ id, open }) => (open ? [id] : [])))
}

/** The same by what the reporter wants to do. */
export async function stepsOf(c: Context<Env>, matter: Matter): Promise<ReporterSteps> {
  const open = await openStepIds(c, matter)
  const { procedures } = await c.var.deps.rulebooks.of(c.var.deps.publicTenant)
  const steps = getDefinition(procedures, matter).reporting?.steps
  const any = (wish: ReporterWish) => steps?.[wish].some((id) => open.has(id)) ?? false
  return { add: any('add'), withdraw: any('withdraw'), satisfied: any('satisfied'), dissatisfied: any('dissatisfied') }
}
