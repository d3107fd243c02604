// node bench/duplicates.ts [FILE]: how well reports of the same thing are found among the city requests of Boston, July to
// October 2011 (PDDL), and the weights that a fresh fit would learn. FILE: requests_2011_07_to_10.csv.gz.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import {
  type Comparable,
  chanceOf,
  type Evidence,
  evidence,
  LEAST_SIMILARITY,
  rankDuplicates,
  rarityIn,
} from '../src/engine/match/duplicates.ts'
import { searchTerms } from '../src/engine/match/search-terms.ts'
import { fitLogistic } from './logistic-fit.ts'

const FILE = process.argv[2] ?? '../shared/data/requests-boston-2011-all/requests_2011_07_to_10.csv.gz'
const DAY = 86_400_000
const [SAMPLE, WARM_UP, EVERY, COMPARED, FREQUENT, LOOK_BACK] = [2_000, 3_000, 4, 60, 0.05, 180 * DAY]

type Request = Comparable & {
  readonly at: number
  readonly closed: number
  readonly site: string
  readonly type: string
}

const requests = (parse(gunzipSync(readFileSync(FILE)), { columns: true }) as Record<string, string>[])
  .map(
    (row): Request => ({
      terms: searchTerms(`${row['type']} ${row['neighborhood']} ${row['site_id']}`),
      category: row['type'] ?? '',
      placePath: `/${row['neighborhood']}/`,
      openedAt: `${row['opened']?.replace(' ', 'T')}.000Z`,
      at: Date.parse(`${row['opened']}Z`),
      closed: row['closed'] ? Date.parse(`${row['closed']}Z`) : Number.POSITIVE_INFINITY,
      site: row['site_id'] ?? '',
      type: row['type'] ?? '',
    }),
  )
  .sort((a, b) => a.at - b.at)

/** The label: one type at one address, the earlier still open or at most 30 days old. */
const isSame = (a: Request, b: Request) =>
  a.site !== '' && a.site === b.site && a.type === b.type && (b.closed > a.at || a.at - b.at < 30 * DAY)

const holders = new Map<string, number[]>()
const counts = new Map<string, number>()
const pairs: { found: Evidence; same: boolean; learn: boolean }[] = []
const score = { withTrue: 0, shown: 0, first: 0, without: 0, suggested: 0 }
requests.forEach((request, index) => {
  const size = Math.min(index, SAMPLE)
  if (index >= WARM_UP && index % EVERY === 0) judge(request, size, (index / EVERY) % 2 === 0)
  for (const term of request.terms) {
    holders.set(term, [...(holders.get(term) ?? []), index])
    counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  for (const term of requests[index - SAMPLE]?.terms ?? []) counts.set(term, (counts.get(term) ?? 1) - 1)
})

function judge(request: Request, size: number, learn: boolean): void {
  const rarity = rarityIn(size, counts)
  const rare = request.terms.filter((term) => (counts.get(term) ?? 0) <= Math.max(2, size * FREQUENT))
  const shared = new Map<number, number>()
  for (const term of rare) for (const at of holders.get(term) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
  const others = [...shared]
    .sort((a, b) => b[1] - a[1] || b[0] - a[0])
    .flatMap(([at]) => requests[at] ?? [])
    .filter((other) => request.at - other.at < LOOK_BACK)
    .slice(0, COMPARED)
    .map((other) => ({ ...other, isOpen: other.closed > request.at }))
  const mine = { ...request, isOpen: true }
  for (const other of others) {
    const found = evidence(mine, other, rarity)
    if (found) pairs.push({ found, same: isSame(request, other), learn })
  }
  if (learn) return
  const ranked = rankDuplicates(mine, others, rarity, 5).map(({ other }) => isSame(request, other))
  if (others.some((other) => isSame(request, other))) {
    score.withTrue += 1
    if (ranked.includes(true)) score.shown += 1
    if (ranked[0]) score.first += 1
  } else {
    score.without += 1
    score.suggested += ranked.length
  }
}

const share = (part: number, whole: number) => Math.round((1000 * part) / whole) / 1000
const weights = fitLogistic(pairs.filter(({ learn }) => learn).map(({ found, same }) => ({ found, same })))
const held = pairs.filter(({ learn }) => !learn)
console.log(
  JSON.stringify({
    bench: 'duplicates',
    figures: {
      recall: share(score.shown, score.withTrue),
      rightFirst: share(score.first, score.withTrue),
      suggestionsForNone: share(score.suggested, score.without),
      reports: score.withTrue + score.without,
      withTrue: score.withTrue,
      leastSimilarity: LEAST_SIMILARITY,
    },
    freshFit: weights,
    freshFitRecall: share(
      held.filter(({ found, same }) => same && chanceOf(found, weights) >= LEAST_SIMILARITY).length,
      held.filter(({ same }) => same).length,
    ),
  }),
)
