import type { Day } from '../../../domain/time/time.ts'
import type { Locale } from '../../../domain/wording/text.ts'
import type { ChartColours } from '../../parts/chart/chart-colours.ts'
import type { ChartOption, DrawItem } from '../../parts/chart/chart-option.ts'
import type { OverviewWords } from '../../words/overview/overview.zh.ts'

export type RhythmDay = {
  readonly day: Day
  readonly count: number
  readonly makeUp: boolean
  readonly holiday?: string
}

type Rhythm = {
  readonly days: readonly RhythmDay[]
  readonly words: OverviewWords
  readonly locale: Locale
  readonly dayText: (day: Day) => string
}

/** How dark a day is, of five steps. */
const DARKNESS = [0.16, 0.34, 0.52, 0.74, 1] as const

/** Weeks across, weekdays down, a square a day. */
export const rhythmOption =
  ({ days, words, locale, dayText }: Rhythm) =>
  (colours: ChartColours): ChartOption => {
    const most = Math.max(1, ...days.map(({ count }) => count))
    const mondays = days.filter((_, at) => at % 7 === 0).map(({ day }) => day)
    return {
      grid: { left: 4, right: 4, top: 4, bottom: 4 },
      tooltip: {
        formatter: (shown) => {
          const day = days[Array.isArray(shown) ? 0 : shown.dataIndex]
          return day ? textOf(day, words, dayText) : ''
        },
      },
      xAxis: {
        type: 'category',
        data: mondays.map((monday) => monthOf(monday, locale)),
        axisLine: { show: false },
        // Once a month: where the first of it lies in the week.
        axisLabel: { interval: (at) => isTurn(mondays[at]), align: 'left' },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: words.rhythm.weekdays.map((name, at) => name || ' '.repeat(at + 1)),
        axisLine: { show: false },
        axisLabel: { interval: 0 },
      },
      series: [
        {
          type: 'custom',
          renderItem: squareOf(days, most, colours),
          data: days.map(({ count }, at) => [Math.floor(at / 7), at % 7, count]),
        },
      ],
    }
  }

const squareOf =
  (days: readonly RhythmDay[], most: number, { grid, primary, ink2 }: ChartColours): DrawItem =>
  (params, api) => {
    const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)])
    const size = api.size?.([1, 1])
    const [width = 0, height = 0] = Array.isArray(size) ? size : []
    const day = days[params.dataIndex]
    const count = day?.count ?? 0
    const inset = width > 10 ? 1.5 : 0.5
    return {
      type: 'rect',
      shape: {
        x: x - width / 2 + inset,
        y: y - height / 2 + inset,
        width: Math.max(1, width - 2 * inset),
        height: Math.max(1, height - 2 * inset),
        r: width > 10 ? 2 : 0,
      },
      style: {
        fill: count === 0 ? grid : primary,
        fillOpacity: count === 0 ? 1 : (DARKNESS[Math.min(4, Math.floor((5 * (count - 1)) / most))] ?? 1),
        ...(day?.holiday ? { stroke: ink2, lineWidth: 1 } : {}),
        ...(day?.makeUp ? { stroke: ink2, lineWidth: 2.5 } : {}),
      },
    }
  }

function textOf({ day, count, holiday, makeUp }: RhythmDay, words: OverviewWords, dayText: (day: Day) => string) {
  const { rhythm } = words
  return `${rhythm.day(dayText(day), count)}${holiday ? rhythm.off(holiday) : ''}${makeUp ? rhythm.makeUp : ''}`
}

const isTurn = (monday: Day | undefined) => monday !== undefined && Number(monday.slice(8)) <= 7

const monthOf = (monday: Day, locale: Locale): string =>
  locale === 'zh'
    ? `${Number(monday.slice(5, 7))}月`
    : new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' }).format(new Date(`${monday}T00:00:00Z`))
