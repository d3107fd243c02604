import type { Matter } from '../../domain/matter/matter.ts'
import type { Step } from '../../domain/procedure/procedure.ts'
import { isRole, ROLES } from '../../domain/unit/role.ts'
import type { Directory, Post } from '../../domain/unit/unit.ts'
import type { Text } from '../../domain/wording/text.ts'
import { stepWaitsFor } from '../../engine/worklist/waits-for.ts'
import { unitName } from './names.ts'

/** More names than this say less than the role. */
const MOST_NAMES = 2
const MOST_SEATS = 2

/** Who can take a step, in names where they are few: 陈样例, or 县应急管理局复查岗. At most `MOST_SEATS`, and `etc` for the rest. */
export function whoTakes(
  step: Step,
  matter: Matter,
  directory: Directory,
  say: (text: Text) => string,
  etc: string,
): string[] {
  const all = stepWaitsFor(step, matter, directory).flatMap((token) => {
    const { posts: seats, title } = seatsOf(token, directory, say)
    const posts = seats.filter((post) => !mustNot(step, post, matter))
    if (seats.length > 0 && posts.length === 0) return []
    const names = posts.flatMap(({ holder }) => (holder ? [holder.name] : []))
    return names.length > 0 && names.length <= MOST_NAMES ? names : [title]
  })
  const each = [...new Set(all)]
  return each.length > MOST_SEATS ? [...each.slice(0, MOST_SEATS - 1), `${each[MOST_SEATS - 1]}${etc}`] : each
}

/** Whoever handled a matter is not named for a step that somebody else must take. */
const mustNot = ({ guards }: Step, { id, holder }: Post, { ownerPostId, handledBy }: Matter): boolean =>
  guards?.includes('notTheHandler') === true &&
  (id === ownerPostId || (holder !== undefined && handledBy.includes(holder.personId)))

/** The posts behind `post:<id>` or `<role>@<unit>`. */
function seatsOf(
  token: string,
  directory: Directory,
  say: (text: Text) => string,
): { posts: readonly Post[]; title: string } {
  if (token.startsWith('post:')) {
    const post = directory.posts[token.slice(5)]
    return { posts: post ? [post] : [], title: post ? say(post.title) : '' }
  }
  const [role = '', unitId = ''] = token.split('@')
  const posts = Object.values(directory.posts).filter(
    (post) => post.unitId === unitId && post.roles.some((one) => one === role),
  )
  return { posts, title: `${unitName(directory, unitId, say)} ${isRole(role) ? say(ROLES[role].title) : role}` }
}
