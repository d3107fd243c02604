import { type Actor, ownPosts, persons } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { isForOthers } from '../../domain/procedure/hands/reserved.ts'
import type { StandsIn } from '../../domain/procedure/hands/stands-in.ts'
import type { Procedure, Step } from '../../domain/procedure/procedure.ts'
import type { Directory } from '../../domain/unit/unit.ts'

/**
 * Whether the same person is on both sides of a step that is for others: acts for another post and has a part in the matter by
 * one of their own; or acts in their own, and did in it for another what this step is about. Posts may be many, the person is one.
 */
export function hasOwnPart(
  procedure: Procedure,
  step: Step,
  matter: Matter,
  actor: Actor,
  { posts }: Directory,
): boolean {
  if (!isForOthers(procedure, step)) return false
  const { standsIn } = procedure
  if (standsIn?.away && !step.alone && namedIn(standsIn, matter).some((id) => isTheirs(id, actor, posts))) return true
  return (actor.standsIn !== undefined && takesPart(matter, actor)) || didForAnother(procedure, matter, actor)
}

/** Nobody grants a leave of their own, nor that they act for somebody else. */
const namedIn = (standsIn: StandsIn, { fields }: Matter): readonly string[] =>
  [standsIn.for, ...standsIn.by].flatMap((name) => {
    const id = fields[name]
    return typeof id === 'string' ? [id] : []
  })

const isTheirs = (id: string, actor: Actor, posts: Directory['posts']): boolean =>
  ownPosts(actor).some(({ postId }) => postId === id) || posts[id]?.holder?.personId === actor.personId

function takesPart(matter: Matter, actor: Actor): boolean {
  const { handledBy, openedBy, participants } = matter
  if (persons(actor).some((person) => handledBy.includes(person))) return true
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
