import type { Day } from '../../../domain/time/time.ts'
import type { ChartColours } from '../../parts/chart/chart-colours.ts'
import type { ChartOption } from '../../parts/chart/chart-option.ts'
import type { OverviewWords } from '../../words/overview/overview.zh.ts'
import type { Week } from './weeks-of-days.ts'

type Flow = {
  readonly weeks: readonly Week[]
  readonly what: 'opened' | 'closed'
  readonly most: number
  readonly words: OverviewWords
  readonly day: (day: Day) => string
}

/** The weeks of a year as a line, those of the year before dashed behind it; both pictures of a pair have one scale. */
export const flowOption =
  ({ weeks, what, most, words, day }: Flow) =>
  ({ series, ink3 }: ChartColours): ChartOption => {
    const before = weeks.map((week) => week.before?.[what] ?? null)
    const legend = { top: 0, left: 0, itemWidth: 24, selectedMode: false } as const
    return {
      grid: { left: 0, right: 22, top: 28, bottom: 0 },
      legend,
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'category', boundaryGap: false, data: weeks.map(({ monday }) => day(monday)) },
      yAxis: { type: 'value', min: 0, ...scaleOf(most) },
      series: [
        {
          type: 'line',
          name: words.flow.now,
          data: weeks.map((week) => week[what]),
          itemStyle: { color: series },
          triggerLineEvent: true,
          z: 3,
        },
        ...(before.some((count) => count !== null)
          ? [
              {
                type: 'line' as const,
                name: words.flow.before,
                data: before,
                itemStyle: { color: ink3 },
                lineStyle: { width: 1.5, type: 'dashed' as const },
                z: 2,
              },
            ]
          : []),
      ],
    }
  }

/** A scale that ends at the next step of 1, 2 or 5 in its size, in four or five parts. */
function scaleOf(most: number): { readonly max: number; readonly interval: number } {
  const size = 10 ** Math.floor(Math.log10(most))
  const step = [1, 2, 5, 10].find((end) => end * size >= most) ?? 10
  return { max: step * size, interval: (step * size) / (step === 2 ? 4 : 5) }
}
