import type { Role } from '../../../domain/unit/role.ts'
import type { KindCount, KindName } from '../../../domain/views/views.ts'
import type { Text } from '../../../domain/wording/text.ts'
import { inAreas } from '../../../procedures/areas.ts'
import type { LedgerSearch } from './ledger-search.ts'

/** So many tabs fit in the row beside everything else on a narrow desk; a post that meets more has a row of areas above. */
const MOST_TABS = 7

/** What an office does, with the kinds of it that this post meets. */
export type KindArea = { readonly title: Text; readonly kinds: readonly KindName[]; readonly isCurrent: boolean }

export type ArrangedKinds = {
  /** None, where the kinds fit in one row. */
  readonly areas: readonly KindArea[]
  /** One tab each: all that the post meets, or those of the area that is open. */
  readonly shown: readonly KindName[]
}

/** The kinds a post meets: it has some in sight, registers them, or has opened the list of one. Others are out of its way. */
export function arrangeKinds(
  kinds: readonly KindName[],
  counts: readonly KindCount[],
  roles: readonly Role[],
  current: readonly string[],
): ArrangedKinds {
  const count = new Map(counts.map(({ procedure, all }) => [procedure, all]))
  const isMet = ({ id, by }: KindName) =>
    (count.get(id) ?? 0) > 0 || by.some((role) => roles.includes(role)) || current.includes(id)
  const met = kinds.filter(isMet)
  if (met.length <= MOST_TABS) return { areas: [], shown: met }
  const areas = inAreas(met).map((area) => ({
    ...area,
    isCurrent: area.kinds.some(({ id }) => current.includes(id)),
  }))
  const open = areas.find(({ isCurrent }) => isCurrent)?.kinds ?? []
  return { areas, shown: open.length > 1 ? open : [] }
}

/** The address of an area: its one kind, or all that this post meets of it. */
export const searchOf = ({ kinds }: Pick<KindArea, 'kinds'>): LedgerSearch =>
  kinds.length === 1 ? { procedure: kinds[0]?.id } : { kinds: kinds.map(({ id }) => id).join(',') }
