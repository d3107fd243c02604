// npm run evaluate:warning [-- --part weekly] [--quick] [--record]
import { parseArgs } from 'node:util'
import { budgetReport } from './warning/budget-kept.ts'
import { dailyReport } from './warning/daily.ts'
import { WORLDS } from './warning/daily-world.ts'
import { delayReport } from './warning/delay.ts'
import { discoveryReport } from './warning/discovery.ts'
import { shortHistoryReport } from './warning/short-history.ts'
import { weeklyReport } from './warning/weekly.ts'

const { values } = parseArgs({
  options: { part: { type: 'string', multiple: true }, quick: { type: 'boolean' } },
})

/** Replicates 1 to 48 were for tuning; what is claimed comes from later ones. */
const PARTS: Readonly<Record<string, (quick: boolean) => string[]>> = {
  weekly: (quick) => weeklyReport({ first: 49, count: quick ? 6 : 48 }),
  daily: (quick) => WORLDS.flatMap((world) => [...dailyReport({ world, series: quick ? 24 : 240, seed: 5002 }), '']),
  short: (quick) =>
    [
      { weeks: 104, apart: 0.1 },
      { weeks: 60, apart: 0.1 },
      { weeks: 104, apart: 0.5 },
    ].flatMap((plan) => [...shortHistoryReport({ ...plan, panels: quick ? 6 : 48, seed: 6002 }), '']),
  delay: (quick) => delayReport({ series: quick ? 12 : 150, seed: 6302 }),
  discovery: (quick) => discoveryReport({ panels: quick ? 2 : 30, seed: 6102 }),
  budget: (quick) => budgetReport({ panels: quick ? 2 : 50, seed: 6202 }),
  'daily-tuning': (quick) => dailyReport({ world: 'own form', series: quick ? 24 : 120, seed: 5001 }),
  tuning: (quick) => weeklyReport({ first: 1, count: quick ? 6 : 48 }),
}

for (const [name, run] of Object.entries(PARTS)) {
  if (values.part ? !values.part.includes(name) : name.endsWith('tuning')) continue
  console.log(run(values.quick ?? false).join('\n'))
  console.log()
}
