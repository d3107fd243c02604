import type { Story } from '../story.ts'
import type { DemoKind } from './kind.ts'
import { common, placeFor } from './story-parts.ts'

type Room = readonly [name: string, category: string, address: string, unit: string, seats: number, stepFree: boolean]

const COURT = '清澜县人民法院（月湖街道法苑路9号）'
const TRIBUNAL = '东浦人民法庭（东浦镇示范路3号）'

const ROOMS: readonly Room[] = [
  ['第一审判庭', 'courtroom', COURT, 'yuehu-shequ', 120, true],
  ['第二审判庭', 'courtroom', COURT, 'yuehu-shequ', 40, true],
  ['第三审判庭', 'courtroom', COURT, 'yuehu-shequ', 24, true],
  ['速裁一庭', 'courtroom', COURT, 'yuehu-shequ', 12, true],
  ['家事调解室', 'mediationRoom', COURT, 'yuehu-shequ', 8, true],
  ['诉前调解一室', 'mediationRoom', COURT, 'yuehu-shequ', 8, true],
  ['审委会会议室', 'meetingRoom', COURT, 'yuehu-shequ', 18, false],
  ['线上庭审一间', 'online', COURT, 'yuehu-shequ', 0, true],
  ['东浦法庭', 'courtroom', TRIBUNAL, 'matou', 30, true],
  ['东浦法庭调解室', 'mediationRoom', TRIBUNAL, 'matou', 8, false],
]

const story = ([name, category, address, placeUnit, seats, stepFree]: Room): Story => ({
  procedure: 'room',
  workingDaysAgo: 180,
  channel: 'window',
  postId: 'court-filing-clerk',
  villageId: placeUnit,
  place: address,
  handlingUnit: 'court-filing',
  form: { title: name, category, seats, stepFree, recording: category === 'courtroom' },
  steps: [{ step: 'publish', days: 1 }],
})

/** The rooms of the demo court, all registered when the system came. */
export const roomKind: DemoKind = {
  moves: {},
  asides: [],
  rate: 0,
  offRate: 0,
  begin: (_, dice) => {
    const place = placeFor('public', dice)
    const facts = { ...common(place, '登记入账', dice), handlingUnit: 'court', tier: 'county' as const }
    return {
      form: { title: place.spot, category: 'meetingRoom', place: place.spot, placeUnit: place.villageId },
      facts,
    }
  },
  door: () => ({ channel: 'window', postId: 'court-filing-clerk' }),
  stories: () => ROOMS.map(story),
}
