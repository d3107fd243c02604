import { type Actor, ownPosts } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { isForOthers } from '../../domain/procedure/hands/reserved.ts'
import type { Procedure, Step } from '../../domain/procedure/procedure.ts'

/**
 * Whether the same person is on both sides of a step that is for others: acts for another post and has a part in the matter by
 * one of their own; or acts in their own, and did in it for another what this step is about. Posts may be many, the person is one.
 */
export function hasOwnPart(procedure: Procedure, step: Step, matter: Matter, actor: Actor): boolean {
  if ((!actor.standsIn && !matter.stoodIn) || !isForOthers(procedure, step)) return false
  return (actor.standsIn !== undefined && takesPart(matter, actor)) || didForAnother(procedure, matter, actor)
}

function takesPart(matter: Matter, actor: Actor): boolean {
  const { handledBy, openedBy, participants } = matter
  if (handledBy.includes(actor.personId)) return true
  const openedForThis = matter.stoodIn?.some(({ step, postId }) => step === 'open' && postId === actor.postId)
  if (openedBy === actor.personId && !openedForThis) return true
  return ownPosts(actor).some(({ postId }) => postId !== actor.postId && participants.includes(postId))
}

const didForAnother = (procedure: Procedure, { stoodIn = [] }: Matter, actor: Actor): boolean =>
  stoodIn.some(({ personId, postId, step }) => {
    if (personId !== actor.personId || postId === actor.postId) return false
    const taken = Object.hasOwn(procedure.steps, step) ? procedure.steps[step] : undefined
    return !taken || !isForOthers(procedure, taken)
  })
