import type { AdminPost } from '../../../domain/views/admin-views.ts'
import type { Text } from '../../../domain/wording/text.ts'
import { useOffice } from '../../client/office.tsx'

/** A post as its unit and title. */
export function usePostName(): (post: AdminPost) => Text {
  const { directory } = useOffice()
  return ({ unitId, title }) => {
    const unit = directory.units[unitId]?.name
    return { zh: `${unit?.zh ?? ''} ${title.zh}`.trim(), en: `${unit?.en ?? ''} ${title.en}`.trim() }
  }
}
