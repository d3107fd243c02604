import type { Matter } from '../../../domain/matter/matter.ts'
import type { DuplicateQuestion } from '../../client/api.ts'

/** What to compare a registered matter by. */
export const questionAbout = ({ id, procedure, title, category, placeUnitId, place }: Matter): DuplicateQuestion => ({
  matterId: id,
  procedure,
  title,
  ...(category ? { category } : {}),
  ...(placeUnitId ? { placeUnitId } : {}),
  ...(place ? { place } : {}),
})
