import { settingOf } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import type { Locale, Text } from '../../domain/wording/text.ts'

type Say = (text: Text) => string

type Numbered = { readonly reference: string; readonly sourceNumber?: string }

/** The number that matters of this kind have of their own: （2026）浙0399民初123号. What an old ledger called it is none. */
export const ownNumber = ({ sourceNumber }: Numbered, procedure: Procedure | undefined): string | undefined =>
  Object.values(procedure?.forms ?? {}).some(({ fields }) => settingOf(fields, 'sourceNumber'))
    ? sourceNumber
    : undefined

/** The reference, and beside it the number that matters of this kind have of their own. */
export const referenceText = (matter: Numbered, procedure: Procedure | undefined): string =>
  [matter.reference, ownNumber(matter, procedure)].filter(Boolean).join(' ')

/** A unit's name, or its id when it is not in the directory (a unit of another tenant). */
export const unitName = (directory: Directory, id: string | undefined, say: Say): string => {
  const unit = id ? directory.units[id] : undefined
  return unit ? say(unit.name) : (id ?? '')
}

/** 柳河镇 青石村: a village after its township; alone when it stands higher. */
export function placeName(directory: Directory, id: string | undefined, say: Say): string {
  const unit = id ? directory.units[id] : undefined
  if (!unit) return ''
  const parent = unit.kind === 'village' && unit.parentId ? directory.units[unit.parentId] : undefined
  return parent ? `${say(parent.name)} ${say(unit.name)}` : say(unit.name)
}

/** Where it happened: the village, then the place in words, unless the words name the village themselves. */
export function whereText(
  directory: Directory,
  placeUnitId: string | undefined,
  place: string | undefined,
  say: Say,
): string {
  const village = placeName(directory, placeUnitId, say)
  if (!place) return village
  return place.includes(village.split(' ').at(-1) ?? village) && village
    ? place
    : [village, place].filter(Boolean).join(' ')
}

/** Who sits in a post: the name, and the post's title when nobody does. */
export function holderName(directory: Directory, postId: string | undefined, say: Say): string {
  const post = postId ? directory.posts[postId] : undefined
  return post ? (post.holder?.name ?? say(post.title)) : ''
}

/** 王样本（县应急管理局 执法岗）. */
export function holderInFull(directory: Directory, postId: string | undefined, say: Say, locale: Locale): string {
  const post = postId ? directory.posts[postId] : undefined
  if (!post) return ''
  const seat = `${unitName(directory, post.unitId, say)} ${say(post.title)}`
  if (!post.holder) return seat
  return locale === 'zh' ? `${post.holder.name}（${seat}）` : `${post.holder.name} (${seat})`
}
