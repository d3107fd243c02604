import type { Matter } from '../../domain/matter/matter.ts'
import type { Directory, Post } from '../../domain/unit/unit.ts'
import { accessFacts, maySee } from '../access/access.ts'

/**
 * The posts behind a worklist token that are held and see the matter, as tokens of their own: a post with two roles is told once.
 * Where nobody holds such a post the token stays, for whoever comes next.
 */
export function readersOf(token: string, matter: Matter, directory: Directory): readonly string[] {
  const held = postsBehind(token, directory).filter(({ holder }) => holder)
  if (held.length === 0) return [token]
  const facts = accessFacts(matter, directory)
  return held
    .filter(({ id, unitId, roles, holder }) => {
      const unitPath = directory.units[unitId]?.path ?? '?'
      return maySee(
        { tenant: matter.tenant, personId: holder?.personId ?? '', postId: id, unitId, unitPath, roles },
        facts,
      )
    })
    .map(({ id }) => `post:${id}`)
}

function postsBehind(token: string, { posts }: Directory): readonly Post[] {
  if (token.startsWith('post:')) return [posts[token.slice('post:'.length)]].filter((post) => post !== undefined)
  const at = token.indexOf('@')
  const [role, unitId] = [token.slice(0, at), token.slice(at + 1)]
  return Object.values(posts).filter((post) => post.unitId === unitId && post.roles.some((one) => one === role))
}
