// npm run evaluate:warning [-- --part weekly] [--quick] [--record]
import { parseArgs } from 'node:util'
import { dailyReport } from './warning/daily.ts'
import { WORLDS } from './warning/daily-world.ts'
import { weeklyReport } from './warning/weekly.ts'

const { values } = parseArgs({
  options: { part: { type: 'string', multiple: true }, quick: { type: 'boolean' } },
})

/** Replicates 1 to 48 were for tuning; what is claimed comes from later ones. */
const PARTS: Readonly<Record<string, (quick: boolean) => string[]>> = {
  weekly: (quick) => weeklyReport({ first: 49, count: quick ? 6 : 48 }),
  daily: (quick) => WORLDS.flatMap((world) => [...dailyReport({ world, series: quick ? 24 : 240, seed: 5002 }), '']),
  'daily-tuning': (quick) => dailyReport({ world: 'own form', series: quick ? 24 : 120, seed: 5001 }),
  tuning: (quick) => weeklyReport({ first: 1, count: quick ? 6 : 48 }),
}

for (const [name, run] of Object.entries(PARTS)) {
  if (values.part ? !values.part.includes(name) : name.endsWith('tuning')) continue
  console.log(run(values.quick ?? false).join('\n'))
  console.log()
}
