// npm run evaluate:warning [-- --part weekly …] [--quick] [--record]: what the early-warning engine can do, measured.
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { budgetReport } from './warning/budget-kept.ts'
import { dailyReport } from './warning/daily.ts'
import { WORLDS } from './warning/daily-world.ts'
import { delayReport } from './warning/delay.ts'
import { detectorsReport } from './warning/detectors.ts'
import { discoveryReport } from './warning/discovery.ts'
import { equalRatesReport } from './warning/equal-rates.ts'
import { movedLevelReport } from './warning/moved-level.ts'
import { realReport } from './warning/real.ts'
import { shortHistoryReport } from './warning/short-history.ts'
import { weeklyReport } from './warning/weekly.ts'
import { foreignDaysReport } from './warning/worlds/days-report.ts'
import { foreignDelayReport } from './warning/worlds/delay-report.ts'
import { foreignDiscoveryReport } from './warning/worlds/discovery-report.ts'
import { largeCountsReport } from './warning/worlds/large-report.ts'
import { foreignWeeksReport } from './warning/worlds/weeks-report.ts'

const FIGURES = 'docs/early-warning-figures.md'

type Part = (quick: boolean) => string[]

/** Replicates 1 to 48 and seeds ending in 1 were for tuning; what is claimed comes from others. */
const PARTS: Readonly<Record<string, Part>> = {
  weekly: (quick) => weeklyReport({ first: 49, count: quick ? 6 : 200 }),
  daily: (quick) => dailyReport({ world: 'own form', series: quick ? 24 : 240, seed: 5003 }),
  foreign: (quick) =>
    WORLDS.slice(1).flatMap((world) => [...dailyReport({ world, series: quick ? 24 : 120, seed: 5004 }), '']),
  short: (quick) =>
    [
      { weeks: 104, apart: 0.1 },
      { weeks: 60, apart: 0.1 },
      { weeks: 104, apart: 0.5 },
    ].flatMap((plan) => [...shortHistoryReport({ ...plan, panels: quick ? 6 : 24, seed: 6003 }), '']),
  delay: (quick) => delayReport({ series: quick ? 12 : 300, seed: 6302 }),
  discovery: (quick) =>
    [320, 104].flatMap((weeks) => [...discoveryReport({ panels: quick ? 2 : 60, seed: 6102, weeks }), '']),
  budget: (quick) => budgetReport({ panels: quick ? 2 : 50, seed: 6202 }),
  moved: (quick) => movedLevelReport({ series: quick ? 10 : 200, seed: 6402 }),
  real: realReport,
  // Seeds below 9000 were for tuning.
  'foreign-days': (quick) => foreignDaysReport({ series: quick ? 12 : 300, seed: 9102 }),
  'foreign-large': (quick) => largeCountsReport({ series: quick ? 12 : 600, seed: 9111 }),
  'foreign-weeks': (quick) =>
    [104, 60].flatMap((weeks) => [...foreignWeeksReport({ weeks, panels: quick ? 2 : 24, seed: 9202 }), '']),
  'foreign-discovery': (quick) =>
    [261, 104].flatMap((weeks) => [...foreignDiscoveryReport({ panels: quick ? 1 : 12, seed: 9402, weeks }), '']),
  'foreign-delay': (quick) => foreignDelayReport({ series: quick ? 4 : 320, seed: 9302 }),
}

/** On the replicates the settings were chosen on, which R's published scores also cover. */
const TUNING: Readonly<Record<string, Part>> = {
  tuning: (quick) => weeklyReport({ first: 1, count: quick ? 6 : 48 }),
  detectors: detectorsReport,
  equal: equalRatesReport,
}

const { values } = parseArgs({
  options: {
    part: { type: 'string', multiple: true },
    quick: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
  },
})

const all: Readonly<Record<string, Part>> = { ...PARTS, ...TUNING }
for (const name of values.part ?? Object.keys(all)) {
  const part = all[name]
  if (!part) throw new Error(`No part "${name}"; there are: ${Object.keys(all).join(', ')}`)
  const lines = part(values.quick).join('\n').trimEnd()
  console.log(`${lines}\n`)
  if (values.record) record(name, lines)
}

/** Replaces what is recorded of a part. */
function record(name: string, lines: string): void {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const text = readFileSync(FIGURES, 'utf8')
  const from = text.indexOf(open)
  const to = text.indexOf(close)
  if (from < 0 || to < 0) throw new Error(`${FIGURES} has no place for "${name}"`)
  writeFileSync(FIGURES, `${text.slice(0, from + open.length)}\n${lines}\n${text.slice(to)}`)
}
