import { type Burst, isOneLine, type Tree } from '../choose-bursts.ts'
import type { FoundCluster } from './judge-clusters.ts'

/** The clusters of a night that no series tells already: where a place, a unit or all above crosses in that family, that is the burst. */
export function clusterBursts(clusters: readonly FoundCluster[], series: readonly Burst[], tree: Tree): Burst[] {
  return clusters
    .filter(
      ({ family, places }) =>
        !series.some(({ point, of }) => point.family === family && places.some((place) => isOneLine(tree, place, of))),
    )
    .map(({ family, places, first, last, observed, expected, logP, weeks }) => ({
      point: { node: `place:${places[0]}`, family, step: 'week', first, observed, expected, upper: null, logP },
      subject: 'cluster',
      of: `${places[0]}~${places.length}`,
      unitId: commonUnit(places, tree),
      q: undefined,
      ring: { places, last, weeks },
    }))
}

/** The lowest unit that has all these places. */
export function commonUnit(places: readonly string[], { paths }: Tree): string {
  const [first = [], ...others] = places.map((place) => (paths[place] ?? '').split('/').filter(Boolean))
  const common = first.filter((id, level) => others.every((path) => path[level] === id))
  return common.at(-1) ?? places[0] ?? ''
}
