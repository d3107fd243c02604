import { type Text, text } from '../../domain/wording/text.ts'
import { scanChance } from '../../statistics/scan/scan-chance.ts'
import { type Cluster, type Scan, spaceTimeScan } from '../../statistics/scan/space-time-scan.ts'
import { mrg32k3a } from '../../statistics/simulator/mrg32k3a.ts'
import type { CliCommand } from '../shell/cli-command.ts'
import { EXIT } from '../shell/exit-code.ts'
import { jsonLine, visible } from '../shell/plain-text.ts'
import { readText } from '../shell/read-text.ts'
import { usageError } from '../shell/usage-error.ts'
import { type PlaceTable, readPlaces } from './read-places.ts'

const USUAL_DAYS = 7
const USUAL_REPLICATES = 999
const MOST_REPLICATES = 99_999
const USUAL_PERCENT = 50
const SHOWN = 3
/** Of further zones only those that chance hardly makes. */
const WORTH_TELLING = 0.05
/** The same file gives the same answer. */
const SEED = [2026, 11, 29, 1, 2, 3] as const

export const scan: CliCommand = {
  name: 'scan',
  title: text('看相邻地点最近是不是扎堆', 'look for neighbouring places that lately have more than their share'),
  args: 'FILE.csv|-',
  leastArgs: 1,
  mostArgs: 1,
  flags: {
    days: {
      title: text(
        `看最近几天以内（默认${USUAL_DAYS}）`,
        `windows of the last 1 to so many days (default ${USUAL_DAYS})`,
      ),
      value: 'COUNT',
      rule: 'whole-number',
    },
    'max-share': {
      title: text(
        `一片最多占全部的百分之几（默认${USUAL_PERCENT}）`,
        `the largest zone, in percent of all (default ${USUAL_PERCENT})`,
      ),
      value: 'PERCENT',
      rule: 'whole-number',
    },
    replicates: {
      title: text(`模拟多少次（默认${USUAL_REPLICATES}）`, `simulations (default ${USUAL_REPLICATES})`),
      value: 'COUNT',
      rule: 'whole-number',
    },
  },
  about: text(
    '一行一个地点一天：place、x、y、date、count（地点、经度、纬度、日期、件数）。预期按各地点、各天自己的总数摊，不用人口。\n只说哪一片最近多于自己平时的份额，碰巧这么多有多大可能；不说为什么，更不说是谁。“-”表示从标准输入读。',
    'One row a place and day: place, x, y, date, count. What is expected follows from the totals of each place and of each day, without a population.\nSays which neighbouring places lately have more than their usual share, and how likely chance makes that; not why, and nothing of anybody. "-" reads stdin.',
  ),
  examples: ['anlan scan places.csv', 'anlan scan places.csv --days 14 --replicates 9999 --json'],
  async run({ locale, args, number, json }) {
    const table = readPlaces(await readText(args[0] ?? '-'))
    const days = Math.min(number('days') ?? USUAL_DAYS, table.days.length - 1)
    const replicates = number('replicates') ?? USUAL_REPLICATES
    const percent = number('max-share') ?? USUAL_PERCENT
    if (days < 1 || replicates < 1 || replicates > MOST_REPLICATES || percent < 1 || percent > 100)
      throw usageError(
        text(
          `--days 至少1且少于文件的天数，--replicates 1到${MOST_REPLICATES}，--max-share 1到100`,
          `--days at least 1 and fewer than the days of the file, --replicates 1 to ${MOST_REPLICATES}, --max-share 1 to 100`,
        ),
      )
    const windows = Array.from({ length: days }, (_, index) => index + 1)
    const made = spaceTimeScan(
      { places: table.places, cases: table.cases, expected: expectedOf(table.cases) },
      { windows, maxShare: percent / 100 },
    )
    if (!made.ok) throw refused(made.about, table, made.at)
    const found = clustersOf(made, table, replicates)
    if (json)
      console.log(jsonLine({ places: table.names.length, days: table.days.length, replicates, clusters: found }))
    else console.log(found.map((each) => visible(sentence(each)[locale])).join('\n'))
    return EXIT.done
  },
}

/** Each place's share of all, on days as busy as they were for all: without a population (Kulldorff and others 2005). */
function expectedOf(cases: PlaceTable['cases']): number[][] {
  const perPlace = cases.map((row) => row.reduce((sum, count) => sum + count, 0))
  const perDay = (cases[0] ?? []).map((_, day) => cases.reduce((sum, row) => sum + (row[day] ?? 0), 0))
  const all = perPlace.reduce((sum, count) => sum + count, 0)
  return perPlace.map((own) => perDay.map((day) => (all === 0 ? 0 : (own * day) / all)))
}

type Found = Pick<Cluster, 'cases' | 'expected' | 'logLikelihoodRatio'> & {
  readonly places: readonly string[]
  readonly from: string
  readonly to: string
  readonly p: number
}

function clustersOf(made: Scan, { names, days }: PlaceTable, replicates: number): Found[] {
  const taken = new Set<number>()
  const apart: Cluster[] = []
  // Zones that share a place with a more unusual one tell of the same thing.
  for (const cluster of made.clusters(500)) {
    if (apart.length >= SHOWN) break
    if (cluster.zone.some((place) => taken.has(place))) continue
    for (const place of cluster.zone) taken.add(place)
    apart.push(cluster)
  }
  const found = apart.map(({ zone, duration, cases, expected, logLikelihoodRatio }) => ({
    places: zone.map((place) => names[place] ?? ''),
    from: days.at(-duration) ?? '',
    to: days.at(-1) ?? '',
    cases,
    expected: Math.round(expected * 10) / 10,
    logLikelihoodRatio,
    p: scanChance(made, logLikelihoodRatio, replicates, mrg32k3a([...SEED])).p,
  }))
  return found.filter(({ p }, at) => at === 0 || p < WORTH_TELLING)
}

const sentence = ({ places, from, to, cases, expected, p }: Found) =>
  text(
    `${places.join('、')}：${from}至${to}有${cases}件，按平时的份额是${expected}件；碰巧有这么多的可能是${p.toFixed(3)}。`,
    `${places.join(', ')}: ${cases} from ${from} to ${to}, where the usual share is ${expected}; chance makes this with ${p.toFixed(3)}.`,
  )

function refused(about: string, { names }: PlaceTable, at: number | undefined) {
  if (about === 'no-counts') return usageError(text('一件也没有', 'Nothing was counted'))
  const name = at === undefined ? '' : (names[at - 1] ?? '')
  const said: Text = text(`扫描不了：${about} ${name}`, `It cannot be scanned: ${about} ${name}`)
  return usageError(said)
}
