import { wilsonInterval } from './wilson-interval.ts'

/** One past point of a panel as the report groups it. */
export type JudgedPoint = {
  readonly logP: number
  readonly expected: number
  /** 0 Sunday to 6 Saturday; absent for weeks. */
  readonly weekday?: number
  /** Days since the last day off of a holiday, 1 being the first day of work; absent when long ago or unknown. */
  readonly daysAfterHoliday?: number
}

export type RealisedLevel = {
  readonly group: string
  readonly nominal: number
  readonly points: number
  readonly alarms: number
  readonly realised: number
  /** 95 % interval after Wilson. */
  readonly interval: readonly [number, number]
}

const LEVELS = [0.05, 0.01, 0.005, 0.001] as const
const AFTER_HOLIDAY_DAYS = 14
/** Expected counts from one of these up to the next. */
const SIZES = [0, 0.5, 2, 10] as const
const sizeGroup = (at: number) =>
  at + 1 < SIZES.length ? `size-${SIZES[at]}-to-${SIZES[at + 1]}` : `size-from-${SIZES[at]}`

/** The order a reader looks for them in. */
const GROUPS: readonly string[] = [
  'all',
  ...SIZES.map((_, at) => sizeGroup(at)),
  ...[1, 2, 3, 4, 5, 6, 0].map((weekday) => `weekday-${weekday}`),
  'after-holiday',
]

/**
 * What became of nominal levels on the panel's own past: over all points, by weekday, in the two weeks after holidays
 * and by the size of count. Where the realised share lies outside its interval, the panel is not what the model takes it for.
 */
export function calibrationReport(points: readonly JudgedPoint[]): readonly RealisedLevel[] {
  const groups = new Map<string, JudgedPoint[]>()
  for (const point of points)
    for (const group of groupsOf(point)) {
      const open = groups.get(group)
      if (open) open.push(point)
      else groups.set(group, [point])
    }
  return GROUPS.flatMap((group) => {
    const own = groups.get(group)
    return own ? LEVELS.map((nominal) => realised(group, nominal, own)) : []
  })
}

function groupsOf({ weekday, daysAfterHoliday, expected }: JudgedPoint): string[] {
  const groups = ['all', sizeGroup(SIZES.findLastIndex((least) => expected >= least))]
  if (weekday !== undefined) groups.push(`weekday-${weekday}`)
  if (daysAfterHoliday !== undefined && daysAfterHoliday <= AFTER_HOLIDAY_DAYS) groups.push('after-holiday')
  return groups
}

function realised(group: string, nominal: number, points: readonly JudgedPoint[]): RealisedLevel {
  const limit = Math.log(nominal)
  const alarms = points.filter(({ logP }) => logP <= limit).length
  return {
    group,
    nominal,
    points: points.length,
    alarms,
    realised: alarms / points.length,
    interval: wilsonInterval(alarms, points.length),
  }
}
