import type { FormValues } from '../../domain/procedure/form.ts'
import { TOWNSHIPS } from '../county/units.ts'
import type { Story } from '../story.ts'
import { move, toldOnly } from './kind.ts'

const APPROVED = [{ step: 'publish', days: 2 }]

type Venue = {
  readonly postId: string
  readonly villageId: string
  readonly place: string
  readonly form: FormValues
}

const townshipVenues = TOWNSHIPS.map(
  ({ id, zh, villages }): Venue => ({
    postId: `${id}-mediator`,
    villageId: villages[0]?.[0] ?? id,
    place: `${zh}综治中心一楼`,
    form: {
      name: `${zh}综治中心调解室`,
      category: 'centre',
      openingHours: '工作日8:30到17:30',
      roomCount: 2,
      helpers: [
        { function: 'villagePolice', sentBy: `${zh}派出所`, peopleCount: 2, availableAt: '每周二、周四上午' },
        { function: 'lawyer', sentBy: '县司法局法律顾问团', peopleCount: 1, availableAt: '每周三' },
        { function: 'elders', sentBy: `${zh}老年协会`, peopleCount: 4, availableAt: '随请随到' },
      ],
    },
  }),
)

const courtVenue: Venue = {
  postId: 'court-mediator',
  villageId: 'chengguan',
  place: '县人民法院诉讼服务中心',
  form: {
    name: '县人民法院诉前调解室',
    category: 'court',
    openingHours: '工作日9:00到17:00',
    roomCount: 3,
    helpers: [
      { function: 'trade', sentBy: '县物业行业协会', peopleCount: 2, availableAt: '按预约' },
      { function: 'interpreter', sentBy: '县残疾人联合会', peopleCount: 1, availableAt: '按预约' },
    ],
  },
}

const storyOf = ({ postId, villageId, place, form }: Venue): Story => ({
  procedure: 'venue',
  workingDaysAgo: 180,
  channel: 'window',
  postId,
  villageId,
  place,
  handlingUnit: villageId,
  form: { ...form, address: place },
  steps: APPROVED,
})

/** One venue in each township and one at the court; none comes and goes. */
export const venueKind = toldOnly({ draft: [move('publish', 1, [1, 4])] }, () =>
  [...townshipVenues, courtVenue].map(storyOf),
)
