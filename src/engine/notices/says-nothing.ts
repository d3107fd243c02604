import type { Directory } from '../../domain/unit/unit.ts'

/** Kinds that only some roles see, or whose openings are recorded: a notice says that there is something, and nothing of it. */
export function saysNothing(procedure: string, { sights = {} }: Directory): boolean {
  const sight = Object.hasOwn(sights, procedure) ? sights[procedure] : undefined
  return Boolean(sight?.only || sight?.readings)
}
