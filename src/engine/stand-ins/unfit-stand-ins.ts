import { type Actor, ownPosts } from '../../domain/matter/actor.ts'
import type { FormValues } from '../../domain/procedure/form.ts'
import { isForOthers } from '../../domain/procedure/hands/reserved.ts'
import type { Procedure, Step } from '../../domain/procedure/procedure.ts'
import { isPostOf } from '../../domain/unit/staff.ts'
import type { StandIn } from '../../domain/unit/stand-in.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import type { Issue } from '../../domain/wording/errors.ts'
import { standInsOf } from './stand-ins-of.ts'

/**
 * What is wrong with whom a form names to act for a post: nobody else in fact, or somebody who is neither in its unit nor above it.
 * `granted`: by a step for others, where nobody names themselves. Only of answers given now: who was right once stays.
 */
export function unfitStandIns(
  procedure: Procedure,
  form: FormValues,
  recorded: FormValues,
  directory: Directory,
  granted?: { readonly step: Step; readonly actor: Actor },
): Issue[] {
  const { standsIn } = procedure
  const [state] = standsIn?.states ?? []
  if (!standsIn || state === undefined) return []
  const given = [standsIn.rows, standsIn.for, ...standsIn.by].filter(
    (name) => name !== undefined && Object.hasOwn(form, name),
  )
  const [field] = given.filter((name) => name !== standsIn.for).concat(given)
  if (field === undefined) return []
  return standInsOf(procedure, { state, fields: { ...recorded, ...form } }).flatMap((each) => {
    const own = granted && standsIn.away && isForOthers(procedure, granted.step) ? ownPosts(granted.actor) : []
    const rule =
      own.some(({ postId }) => postId === each.byPostId) ||
      (own.length > 0 && each.byPostId && directory.posts[each.byPostId]?.holder?.personId === granted?.actor.personId)
        ? 'same-person'
        : unfit(each, standsIn.inLine === true, directory)
    return rule ? [{ field, rule }] : []
  })
}

function unfit({ postId, byPostId }: StandIn, inLine: boolean, directory: Directory): Issue['rule'] | undefined {
  const post = directory.posts[postId]
  const by = byPostId === undefined ? undefined : directory.posts[byPostId]
  if (!post || !by) return undefined
  if (by.holder && by.holder.personId === post.holder?.personId) return 'same-person'
  return inLine && !isPostOf(postId, by.unitId, directory) ? 'not-in-line' : undefined
}
