import { addDays, type Day } from '../../../domain/time/time.ts'
import { momentOf } from '../../county/office-hours.ts'
import type { Story } from '../../story.ts'

type Theme = {
  readonly category: string
  readonly what: readonly string[]
  readonly about: string
  readonly unit: string
}

/** What residents say when something is wrong in a whole township, or along a river. */
const THEMES = {
  facility: {
    category: 'facility',
    what: ['自来水时有时无', '水压低上不了楼', '停水半天没通知'],
    about: '这一周反复几次，打供水电话说在查。',
    unit: 'housing',
  },
  traffic: {
    category: 'traffic',
    what: ['改道口没有标志', '绕行路口堵得厉害'],
    about: '省道改道以后车都从村里走。',
    unit: 'transport',
  },
  housing: {
    category: 'housing',
    what: ['屋顶漏水', '外墙开裂', '阳台渗水'],
    about: '上次大雨以后开始的，盆接不过来。',
    unit: 'housing',
  },
  environment: {
    category: 'environment',
    what: ['河水发黑', '河边有臭味', '死鱼漂上来'],
    about: '从上游到下游几个村都看得到。',
    unit: 'environment',
  },
} as const satisfies Readonly<Record<string, Theme>>

const stepsTo = (unit: string): Story['steps'] => [
  { step: 'accept', days: 0, given: { difficulty: 'ordinary' } },
  { step: 'assign', days: 0, given: { unit } },
  { step: 'takeOver', days: 1 },
]

/** As many reports in the seven days up to `asOf` as the warning about them says, in turn in the villages of one township; old ones are being handled. */
export function burstStories(
  theme: keyof typeof THEMES,
  villages: readonly (readonly [id: string, name: string, ...unknown[]])[],
  asOf: Day,
  count: number,
  isOld: boolean,
): Story[] {
  const { category, what, about, unit } = THEMES[theme]
  return Array.from({ length: count }, (_, index): Story => {
    const [villageId, name] = villages[index % villages.length] ?? ['', '']
    const place = `${name}${index + 1}组`
    return {
      procedure: 'report',
      workingDaysAgo: 0,
      at: momentOf(addDays(asOf, -(index % 6)), 8 * 60 + 31 * index),
      channel: 'public',
      villageId,
      place,
      handlingUnit: unit,
      form: { title: `${place}${what[index % what.length]}`, category, description: about, wantsReply: 'code' },
      steps: isOld ? stepsTo(unit) : [],
    }
  })
}
