import type { PartTask } from '../../src/cli/warn/judge-part.ts'
import { runPanel } from '../../src/cli/warn/run-panel.ts'
import { type AnchorResult, runAnchor } from './anchor-panel.ts'
import { countyPanel } from './county-panel.ts'
import { markdown } from './equal-rate.ts'

const UNITS = 500
const CATEGORIES = 40
const THREADS = 2

export type DetectorsBench = {
  readonly anchor: readonly AnchorResult[]
  readonly county: {
    readonly series: number
    readonly weeks: number
    readonly threads: number
    readonly seconds: number
    readonly cpuSeconds: number
    readonly alarms: number
    /** Highest memory of the whole process so far, the panel's own counts included. */
    readonly peakMegabytes: number
  }
}

/** Times the detectors: R's panel on one core, then a county's panel with the house detector on two. */
export async function benchDetectors(): Promise<DetectorsBench> {
  const anchor = runAnchor(cpuSeconds)
  const members = countyPanel(UNITS, CATEGORIES)
  const weeks = members[0]?.series.observed.length ?? 0
  const task: PartTask = { algorithm: 'house', alpha: undefined, holidays: true, members, points: [weeks] }
  const cpuBefore = cpuSeconds()
  const before = performance.now()
  const answers = await runPanel(task, THREADS)
  const seconds = (performance.now() - before) / 1000
  return {
    anchor,
    county: {
      series: members.length,
      weeks,
      threads: THREADS,
      seconds,
      cpuSeconds: cpuSeconds() - cpuBefore,
      alarms: answers.filter(({ alarm }) => alarm[0]).length,
      peakMegabytes: process.resourceUsage().maxRSS / 1024,
    },
  }
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** The figures as a Markdown table and a sentence, for docs/performance.md and for people. */
export function benchDetectorsLines({ anchor, county }: DetectorsBench): string[] {
  return [
    ...markdown(
      ['task, one core', 'evaluations', 'CPU s', 'a second', "times R's", 'checksums'],
      anchor.map((row) => [
        row.task,
        String(row.evaluations),
        row.cpuSeconds.toFixed(3),
        row.perSecond.toFixed(0),
        row.timesR.toFixed(0),
        row.checksumsEqual ? 'equal' : 'DIFFERENT',
      ]),
    ),
    '',
    `County panel, house detector: ${county.series} series of ${county.weeks} weeks in ${county.seconds.toFixed(1)} s on ${county.threads} threads (${county.cpuSeconds.toFixed(1)} CPU s), ${county.alarms} alarms at 0.5 %, peak memory ${county.peakMegabytes.toFixed(0)} MB.`,
  ]
}
