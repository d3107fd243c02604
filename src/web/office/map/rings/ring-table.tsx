import { useQuery } from '@tanstack/react-query'
import { type CountRequest, requestOfCell } from '../../../../domain/counts/count-request.ts'
import { familyParts, parseSeriesName } from '../../../../domain/warnings/series-key.ts'
import type { WarningCard } from '../../../../domain/warnings/warning-view.ts'
import { countsQuery } from '../../../client/counts/counts-query.ts'
import { unitName } from '../../../client/names.ts'
import { useOffice } from '../../../client/office.tsx'
import { CountedLink } from '../../../parts/counted/counted-link.tsx'
import { addUp } from '../../../parts/map/layer.ts'
import { dayAndMonth } from '../../../words/dates.ts'
import { useMapWords } from '../../../words/map/use-map-words.ts'
import { useWords } from '../../../words/words.tsx'

/** The places of a ring with what came in there, in the reader's sight; in the order of the administration. */
export function RingTable({ card: { ring = [], key, since, asOf, matterId } }: { card: WarningCard }) {
  const { rings: words } = useMapWords()
  const { say, locale } = useWords()
  const { directory } = useOffice()
  const request = requestOf({ key, since, asOf })
  const { data } = useQuery({ ...countsQuery(request), enabled: request.category !== undefined })
  const cells = (data?.cells ?? []).map(
    ({ key: { place }, counts: { opened } }) => [place ?? '', typeof opened === 'number' ? opened : 0] as const,
  )
  const { inAreas } = addUp(
    cells,
    ring.map((unitId) => ({ unitId, polygons: [] })),
    directory,
  )
  const order = new Map(Object.keys(directory.units).map((id, at) => [id, at]))
  const places = [...ring].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
  return (
    <table className="ring-table" aria-label={words.table}>
      <thead>
        <tr>
          <th scope="col">{words.place}</th>
          <th scope="col">{words.count(dayAndMonth(since, locale), dayAndMonth(asOf, locale))}</th>
        </tr>
      </thead>
      <tbody>
        {places.map((place) => (
          <tr key={place}>
            <th scope="row">{unitName(directory, place, say)}</th>
            <td>
              {inAreas.has(place) ? (
                <CountedLink
                  request={requestOfCell(request, { place }, 'opened')}
                  label={`${unitName(directory, place, say)} ${inAreas.get(place)}`}
                >
                  {inAreas.get(place)}
                </CountedLink>
              ) : (
                <span id={`${matterId}-${place}`}>{data ? 0 : '…'}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function requestOf({ key, since, asOf }: Pick<WarningCard, 'key' | 'since' | 'asOf'>): CountRequest {
  const series = parseSeriesName(key)
  const { kind, category } = familyParts(series?.family ?? '')
  return {
    counted: ['opened'],
    by: ['place'],
    from: since,
    to: asOf,
    ...(kind ? { kinds: [kind] } : {}),
    ...(kind && category ? { category: `${kind}/${category}` } : {}),
  }
}
