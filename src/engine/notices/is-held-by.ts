import type { Matter } from '../../domain/matter/matter.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { readersOf } from './readers-of.ts'

/** Whether this person holds the post that a notice was for, and sees the matter in it. */
export function isHeldBy(receiver: string, personId: string, matter: Matter, directory: Directory): boolean {
  const post = directory.posts[receiver.slice('post:'.length)]
  return post?.holder?.personId === personId && readersOf(receiver, matter, directory).includes(receiver)
}
