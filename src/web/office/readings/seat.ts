import type { Directory } from '../../../domain/unit/unit.ts'
import type { Text } from '../../../domain/wording/text.ts'
import { unitName } from '../../client/names.ts'

/** 清澜县 受理岗: the unit and the post. */
export function seatOf(directory: Directory, postId: string, say: (text: Text) => string): string {
  const post = directory.posts[postId]
  return post ? `${unitName(directory, post.unitId, say)} ${say(post.title)}` : postId
}
