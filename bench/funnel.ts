import { compareUnits } from '../src/statistics/funnel/compare-units.ts'
import { mrg32k3a, type Uniform } from '../src/statistics/simulator/mrg32k3a.ts'
import { drawUnits, FUNNEL_WORLDS, type UnitWorld } from '../src/statistics/simulator/unit-worlds.ts'
import type { Figures } from './run/result.ts'

export type FunnelResult = { readonly figures: Figures; readonly worlds: readonly WorldResult[] }
type WorldResult = UnitWorld & {
  readonly called: number
  readonly judged: number
  readonly none: number
  readonly found: number
  readonly asked: number
}

/** How far the planted unit lies, in standard deviations of chance and scatter together. */
const OFF = 8
/** Units drawn in each world at least: so many end within three minutes; the figures of the documentation are of 4000. */
export const USUAL_UNITS = 40

export type FunnelAsked = { readonly seed: number; readonly units: number }

/** How many units in control the limits call out, world by world, and how many planted ones they find. */
export function benchFunnel({ seed, units }: FunnelAsked, say: (note: string) => void): FunnelResult {
  const tablesOf = (world: UnitWorld) => Math.ceil(units / world.units)
  const worlds = FUNNEL_WORLDS.map((world, at) => {
    say(`${at + 1}/${FUNNEL_WORLDS.length}`)
    return played(world, tablesOf(world), mrg32k3a([seed, at + 1, 12_345, 67_890, 4321, 77]))
  })
  const sum = (list: readonly WorldResult[], part: 'called' | 'judged' | 'none' | 'found' | 'asked') =>
    list.reduce((all, each) => all + each[part], 0)
  const kept = (list: readonly WorldResult[]) => 100 * (1 - sum(list, 'called') / sum(list, 'judged'))
  const among = (test: (world: UnitWorld) => boolean) => worlds.filter(test)
  const percent = (value: number) => Number(value.toFixed(2))
  return {
    worlds,
    figures: {
      worlds: worlds.length,
      unitsPerWorld: units,
      heldPercent: percent(kept(worlds)),
      heldWorstPercent: percent(Math.min(...worlds.map((world) => kept([world])))),
      worldsBelow99: worlds.filter((world) => kept([world]) < 99).length,
      heldFewLargePercent: percent(kept(among(({ sizes }) => sizes === 'few-large'))),
      heldSkewedPercent: percent(kept(among(({ law }) => law === 'skewed'))),
      heldPhi140Percent: percent(kept(among(({ phi }) => phi === 140))),
      foundOf12Percent: percent(foundIn(among(({ units }) => units === 12))),
      foundOf40Percent: percent(foundIn(among(({ units }) => units === 40))),
      foundOf160Percent: percent(foundIn(among(({ units }) => units === 160))),
      withoutVerdictPercent: percent(
        (100 * sum(worlds, 'none')) / worlds.reduce((all, world) => all + tablesOf(world), 0),
      ),
    },
  }
  function foundIn(list: readonly WorldResult[]): number {
    return (100 * sum(list, 'found')) / sum(list, 'asked')
  }
}

function played(world: UnitWorld, tables: number, uniform: Uniform): WorldResult {
  const result = { called: 0, judged: 0, none: 0, found: 0, asked: 0 }
  const at = Math.floor(world.units / 2)
  for (let table = 0; table < tables; table++) {
    const calm = verdicts(world, drawUnits(world, uniform))
    result.judged += world.units
    result.called += calm.called.length
    if (calm.isNone) result.none++
    const planted = verdicts(world, drawUnits(world, uniform, { at, off: OFF }))
    if (planted.isNone) continue
    result.asked++
    if (planted.called.includes(at)) result.found++
  }
  return { ...world, ...result }
}

function verdicts({ kind }: UnitWorld, units: ReturnType<typeof drawUnits>) {
  const answer = compareUnits(
    units.map((unit, at) => ({ ...unit, name: String(at) })),
    { kind, fewest: 0 },
  )
  // Nobody counted anything: nothing to tell apart.
  if (!answer.ok) return { isNone: true, called: [] }
  const called = answer.units.flatMap(({ verdict }, at) => (verdict === 'low' || verdict === 'high' ? [at] : []))
  return { isNone: answer.method === 'none', called }
}

/** The same for people: the worlds that hold least, then the sums. */
export const funnelLines = ({ figures, worlds }: FunnelResult): string[] => [
  ...worlds
    .map((world) => ({ world, held: 1 - world.called / world.judged }))
    .sort((a, b) => a.held - b.held)
    .slice(0, 12)
    .map(
      ({ world: { kind, units, sizes, target, phi, law }, held }) =>
        `${kind} ${units} ${sizes} ${target} phi ${phi} ${law}: ${(100 * held).toFixed(2)} %`,
    ),
  ...Object.entries(figures).map(([name, figure]) => `${name.padEnd(24)}${figure}`),
]
