import type { FormValues } from '../../domain/procedure/form.ts'
import { addDays, type Day } from '../../domain/time/time.ts'
import { chanceText } from '../../domain/warnings/warning-words.ts'
import { COUNTY_ID, TOWNSHIPS } from '../county/units.ts'
import type { Story } from '../story.ts'
import { toldOnly } from './kind.ts'
import { burstStories } from './stories/burst-stories.ts'

type Raised = {
  readonly ago: number
  readonly villageId: string
  /** The series without its step: whose, and which kind and category. */
  readonly subject: 'place' | 'unit'
  readonly of: string
  readonly what: readonly [series: string, words: string]
  readonly observed: number
  readonly expected: number
  readonly upper: number
  readonly p: number
  readonly steps: Story['steps']
}

const nameOf = (unitId: string): string => {
  const township = TOWNSHIPS.find(({ id }) => id === unitId)
  if (township) return township.zh
  const villages = TOWNSHIPS.flatMap((each) => each.villages)
  return villages.find(([id]) => id === unitId)?.[1] ?? '清澜县'
}

/** Calendar days for working days, roughly: the story gives the moment. */
const dayBefore = (today: Day, ago: number) => addDays(today, -Math.round((ago * 7) / 5) - 1)

/** A warning as the nightly judgement words it, about a week that ended the day before. */
function raised(today: Day, { ago, villageId, subject, of, what, observed, expected, upper, p, steps }: Raised): Story {
  const day = dayBefore(today, ago)
  const name = nameOf(of)
  const [series, words] = what
  const form: FormValues = {
    title: `${name}：${words}一周${observed}件，往常约${expected}件`,
    category: subject,
    series: `${subject}:${of}:${series}:week`,
    step: 'week',
    since: addDays(day, -6),
    asOf: day,
    observed,
    expected,
    upper,
    p,
    q: Number(Math.min(p * 40, 1).toPrecision(2)),
    words: `${name}的${words}，一周有${observed}件，往常约${expected}件，到${upper}件都不算异常。没有变化时，碰巧有这么多${chanceText(p, 'week').zh}。只说明多了，不说明为什么，也不说明谁有错。`,
    place: name,
    placeUnit: of,
    unit: COUNTY_ID,
    about: [{ aboutUnit: of }],
  }
  return toldStory({ ago, villageId, steps }, name, form)
}

/** Of a township the county judges. */
const toldStory = (
  { ago, villageId, steps }: Pick<Raised, 'ago' | 'villageId' | 'steps'>,
  place: string,
  form: FormValues,
): Story => ({
  procedure: 'warning',
  workingDaysAgo: ago,
  channel: 'system',
  unitId: COUNTY_ID,
  villageId,
  place,
  handlingUnit: COUNTY_ID,
  form,
  steps,
})

/** Along one river, on both sides of a border of townships: no village has enough by itself. */
const RIVER = [
  ['hewan', '河湾村'],
  ['zhuxi', '竹溪村'],
  ['shimen', '石门村'],
] as const
const ALONG_RIVER = { ago: 1, observed: 9, expected: 0.8, p: 0.0002 }

function cluster(today: Day): Story {
  const { ago, observed, expected, p } = ALONG_RIVER
  const day = dayBefore(today, ago)
  const names = RIVER.map(([, name]) => name).join('、')
  const title = `${names}相邻一带：诉求（环境卫生）7天${observed}件，往常约${expected}件`
  const form: FormValues = {
    title,
    category: 'cluster',
    series: `cluster:hewan~${RIVER.length}:report/environment:week`,
    step: 'week',
    since: addDays(day, -6),
    asOf: day,
    observed,
    expected,
    p,
    words: `${title}。没有变化时，全图碰巧有一片相邻的地方多成这样，${chanceText(p, 'week').zh}。只说明这一片比别处多了，不说明为什么，也不说明谁有错。`,
    place: names,
    placeUnit: COUNTY_ID,
    unit: COUNTY_ID,
    about: RIVER.map(([aboutUnit]) => ({ aboutUnit })),
  }
  return toldStory({ ago, villageId: 'hewan', steps: [] }, names, form)
}

const FACILITY = ['report/facility', '诉求（公共设施）'] as const
const ENVIRONMENT = ['report/environment', '诉求（环境卫生）'] as const
const WAGES = ['dispute/labour', '矛盾纠纷（劳动报酬）'] as const
const TRAFFIC = ['report/traffic', '诉求（道路交通）'] as const
const HOUSING = ['report/housing', '诉求（房屋和物业）'] as const

const dismissed = (verdict: string, cause: string, dismissReason: string): Story['steps'][number] => ({
  step: 'dismiss',
  days: 0,
  given: { verdict, cause, dismissReason },
})

/** What became of earlier ones, and what waits now. */
const stories = (today: Day): readonly Story[] => [
  raised(today, {
    ago: 108,
    villageId: 'wangjiang',
    subject: 'place',
    of: 'shiqiao',
    what: FACILITY,
    observed: 9,
    expected: 1.4,
    upper: 5,
    p: 0.0001,
    steps: [
      {
        step: 'makeMatter',
        days: 0,
        given: {
          becomes: 'task',
          matterTitle: '查清石桥镇供水一周报修增多的原因',
          matterDescription: '九件都说停水或水压低，查是不是同一段管网，一周内报结果。',
          matterUnit: 'shiqiao',
          matterPlace: '石桥镇',
          taskDueOn: addDays(today, -140),
        },
      },
      {
        step: 'sayOutcome',
        days: 9,
        given: { verdict: 'real', grounds: '望江村段主管漏水，已修好；水厂压力记录可对上。' },
      },
    ],
  }),
  raised(today, {
    ago: 84,
    villageId: 'chengguan',
    subject: 'place',
    of: 'yuehu',
    what: ENVIRONMENT,
    observed: 11,
    expected: 3.2,
    upper: 8,
    p: 0.0006,
    steps: [dismissed('notReal', 'ownWork', '街道那一周集中走访，一次登记了八件，日期是登记日不是发生日。')],
  }),
  raised(today, {
    ago: 66,
    villageId: 'matou',
    subject: 'place',
    of: 'dongpu',
    what: WAGES,
    observed: 6,
    expected: 0.9,
    upper: 4,
    p: 0.0004,
    steps: [
      {
        step: 'makeMatter',
        days: 0,
        given: {
          becomes: 'task',
          matterTitle: '核查东浦镇一周六起欠薪纠纷是否同一工地',
          matterDescription: '六起都在码头片区，核对用工单位和工资发放，两周内报结果。',
          matterUnit: 'labour',
          matterPlace: '东浦镇',
          taskDueOn: addDays(today, -78),
        },
      },
      { step: 'sayOutcome', days: 12, given: { verdict: 'real', grounds: '同一家分包单位停发两个月，已先行垫付。' } },
    ],
  }),
  raised(today, {
    ago: 41,
    villageId: 'beitang',
    subject: 'place',
    of: 'yunxi',
    what: TRAFFIC,
    observed: 7,
    expected: 2.1,
    upper: 6,
    p: 0.002,
    steps: [dismissed('unclear', 'chance', '七件分散在五个村，路段、原因都不同，看不出共同原因。')],
  }),
  raised(today, {
    ago: 6,
    villageId: 'hongfeng',
    subject: 'place',
    of: 'fenglin',
    what: TRAFFIC,
    observed: 8,
    expected: 0.4,
    upper: 1,
    p: 0.000001,
    steps: [
      {
        step: 'watch',
        days: 0,
        given: { watchUntil: addDays(today, 6), watchReason: '省道在改道，看改完以后还多不多。' },
      },
    ],
  }),
  raised(today, {
    ago: 3,
    villageId: 'qingshi',
    subject: 'place',
    of: 'liuhe',
    what: HOUSING,
    observed: 7,
    expected: 0.4,
    upper: 1,
    p: 0.000001,
    steps: [
      {
        step: 'giveStatement',
        days: 0,
        given: { statement: '七户都在老粮站片区，雨后才发现的；镇里已上门看过三户，墙裂的一户先住到亲戚家。' },
      },
      {
        step: 'makeMatter',
        days: 0,
        given: {
          becomes: 'task',
          matterTitle: '查看柳河镇一周七件房屋漏水开裂的反映',
          matterDescription: '雨后集中反映，逐户看是不是要先撤人，三天内报结果。',
          matterUnit: 'liuhe',
          matterPlace: '柳河镇',
          taskDueOn: addDays(today, 5),
        },
      },
    ],
  }),
  raised(today, {
    ago: 0,
    villageId: 'nanping',
    subject: 'place',
    of: 'yuehu',
    what: FACILITY,
    observed: 10,
    expected: 0.3,
    upper: 2,
    p: 0.000001,
    steps: [],
  }),
]

const villagesOf = (unitId: string) => TOWNSHIPS.find(({ id }) => id === unitId)?.villages ?? []
const WAITING = [
  ['traffic', 'fenglin', 6, 8],
  ['housing', 'liuhe', 3, 7],
  ['facility', 'yuehu', 0, 10],
] as const

/** The reports behind the warnings that are not over: their pictures show what the cards say. */
const reportsBehind = (today: Day) =>
  WAITING.flatMap(([theme, unitId, ago, count]) =>
    burstStories(theme, villagesOf(unitId), dayBefore(today, ago), count, ago > 0),
  )

const reportsAlongRiver = (today: Day) =>
  burstStories('environment', RIVER, dayBefore(today, ALONG_RIVER.ago), ALONG_RIVER.observed, false)

/** Only the system raises warnings; none begins by chance. */
export const warningKind = toldOnly({}, (today) => [
  ...stories(today),
  cluster(today),
  ...reportsBehind(today),
  ...reportsAlongRiver(today),
])
