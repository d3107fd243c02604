import type { FormValues } from '../../../domain/procedure/form.ts'
import { addDays, addMilliseconds, type Day, daysBetween, type Instant } from '../../../domain/time/time.ts'
import type { Story, StoryStep } from '../../story.ts'
import { type DemoKind, toldOnly } from '../kind.ts'

type Row = { readonly post: string; readonly part: 'main' | 'deputy' }
type Desk = {
  readonly unit: string
  readonly name: string
  readonly place: string
  readonly phone: string
  /** Who plans it. */
  readonly office: string
  readonly leaders: readonly string[]
  readonly pairs: readonly (readonly [main: string, deputy: string])[]
  /** First and last day of the rota, from today. */
  readonly days: readonly [number, number]
  /** Days from today for which nobody is planned. */
  readonly gaps: readonly number[]
}

/** The first pair is on today. No such number is ever given out. */
const DESKS: readonly Desk[] = [
  {
    unit: 'qinglan',
    name: '县总值班',
    place: '县政府一楼总值班室',
    phone: '0000-7654321',
    office: 'triage',
    leaders: ['leader', 'leader-2', 'reviewer'],
    pairs: [
      ['triage', 'clerk'],
      ['mediator', 'handler'],
      ['clerk-2', 'mediator-2'],
    ],
    days: [-16, 14],
    gaps: [],
  },
  {
    unit: 'dongpu',
    name: '东浦镇值班',
    place: '东浦镇政府二楼值班室',
    phone: '0000-7654322',
    office: 'dongpu-clerk',
    leaders: ['dongpu-leader'],
    pairs: [
      ['dongpu-clerk', 'matou-grid'],
      ['dongpu-mediator', 'dongpu-cun-grid'],
    ],
    days: [-6, 9],
    gaps: [3],
  },
  {
    unit: 'liuhe',
    name: '柳河镇值班',
    place: '柳河镇政府一楼值班室',
    phone: '0000-7654323',
    office: 'liuhe-clerk',
    leaders: ['liuhe-leader'],
    pairs: [
      ['liuhe-clerk', 'xiatang-grid'],
      ['liuhe-mediator', 'qingshi-grid'],
    ],
    days: [-3, 9],
    gaps: [],
  },
]

const MINUTE = 60_000
const LOGS: readonly FormValues[] = [
  {
    logSource: '12345转办',
    logWhat: '月湖街道停水，群众问几时来水',
    logAction: '问了水务公司，回复来电人',
    logResult: '凌晨两点恢复',
  },
  {
    logSource: '气象台',
    logWhat: '夜间有八级阵风',
    logAction: '转各乡镇和工地',
    logReportedTo: '带班领导',
    logResult: '都已回复收到',
  },
  { logSource: '上级值班室', logWhat: '抽查在岗情况', logAction: '视频应答', logResult: '在岗' },
]
const SUMMARIES = ['平稳，无要事。', '转办停水求助一件，已恢复。', '转发大风提示，各乡镇已回复。'] as const

const opensAt = (day: Day): Instant => `${day}T00:30:00.000Z`
const after = (instant: Instant, minutes: number) => addMilliseconds(instant, minutes * MINUTE)
const at = <T>(list: readonly T[], index: number): T => list[((index % list.length) + list.length) % list.length] as T
const rowsOf = ([main, deputy]: readonly [string, string]): Row[] => [
  { post: main, part: 'main' },
  { post: deputy, part: 'deputy' },
]

/** Each step so many minutes after the one before, from exact moments. */
function timed(begin: Instant, steps: readonly (readonly [Instant, string, FormValues?])[]): StoryStep[] {
  return steps.map(([moment, step, given], index) => ({
    step,
    days: 0,
    minutes: Math.round((Date.parse(moment) - Date.parse(steps[index - 1]?.[0] ?? begin)) / MINUTE),
    ...(given ? { given } : {}),
  }))
}

function shiftOf(desk: Desk, day: Day, today: Day): Story {
  const turn = daysBetween(today, day)
  const [starts, ends] = [opensAt(day), opensAt(addDays(day, 1))]
  const planned = after(opensAt(addDays(day, -15)), 400)
  const pair = at(desk.pairs, turn)
  const next = at(desk.pairs, turn + 1)
  return {
    procedure: 'duty',
    workingDaysAgo: 0,
    at: planned,
    channel: 'other',
    postId: desk.office,
    villageId: 'yuehu-shequ',
    place: desk.place,
    handlingUnit: desk.unit,
    form: {
      title: `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日${desk.name}`,
      unit: desk.unit,
      category: 'whole',
      dutyPost: `${desk.unit}-desk`,
      startsAt: starts,
      endsAt: ends,
      leader: at(desk.leaders, turn),
      officers: rowsOf(pair),
      dutyPhone: desk.phone,
    },
    steps: timed(planned, [
      // The next fortnight is planned; what lies beyond ten days is still to be published.
      ...(turn > 10 ? [] : [[after(planned, 45), 'publish'] as const]),
      ...(desk.unit === 'dongpu' && turn === 2 ? [swapAsked(planned, pair, next)] : []),
      [after(starts, -6), 'signOn', { onDutyAt: after(starts, -6), phoneTest: 'works' }],
      ...log(starts, turn, day),
      ...(turn % 5 === -1
        ? [
            [
              after(starts, 760),
              'spotCheck',
              { checkedAt: after(starts, 758), checkedHow: 'phone', spotResult: 'good' },
            ] as const,
          ]
        : []),
      [
        after(ends, -8),
        'leave',
        {
          summary: at(SUMMARIES, turn),
          ...(turn === -1 ? OPEN_ITEMS : { anyOpen: 'none' }),
          handedTo: [{ post: next[0] }],
        },
      ],
      [after(ends, 2), 'accept', { handoverAt: after(ends, 2), handoverPhone: 'works' }],
      ...(turn < -5 ? [[after(ends, 480), 'check', { checkNote: '记录完整，已阅。' }] as const] : []),
    ]),
  }
}

const OPEN_ITEMS: FormValues = {
  anyOpen: 'some',
  handed: [
    { kind: 'open', what: '山口村守火场，夜里未复燃', next: '上午十点再问一次，报带班领导' },
    { kind: 'instruction', what: '雨前再查一遍塘坝', next: '催水利局报结果' },
    { kind: 'thing', what: '值班室钥匙、应急车钥匙', next: '当面点清' },
  ],
}

const log = (starts: Instant, turn: number, day: Day) => {
  const moment = after(starts, 290 + (Number(day.slice(8)) % 7) * 40)
  return turn % 2 === 0 ? [[moment, 'log', { logAt: moment, ...at(LOGS, turn) }] as const] : []
}

const swapAsked = (planned: Instant, pair: readonly [string, string], next: readonly [string, string]) =>
  [
    after(planned, 4000),
    'askSwap',
    {
      swapReason: '当天要到市里参加培训。',
      substitute: [{ post: next[0] }],
      officersAfter: rowsOf([next[0], pair[1]]),
      givesBack: '下一班由我来值',
    },
  ] as const

/** The rotas of three desks of the demo county: around today, with a gap, a swap asked and hand-overs signed. */
export const dutyKind: DemoKind = toldOnly({}, (today) =>
  DESKS.flatMap((desk) => {
    const [first, last] = desk.days
    const turns = Array.from({ length: last - first + 1 }, (_, index) => first + index)
    return turns.filter((turn) => !desk.gaps.includes(turn)).map((turn) => shiftOf(desk, addDays(today, turn), today))
  }),
)
