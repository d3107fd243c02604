import type { Day } from '../../../domain/time/time.ts'
import { COUNTY_ID } from '../../county/units.ts'
import type { Story } from '../../story.ts'
import type { DemoKind } from '../kind.ts'
import { move, toldOnly } from '../kind.ts'

/** Kinds that were weighed before they were used; the others are still owed. */
const WEIGHED: readonly (readonly [code: string, title: string])[] = [
  ['report', '诉求反映'],
  ['petition', '信访事项'],
  ['dispute', '矛盾纠纷'],
  ['counselling', '心理疏导转介'],
]

const story = ([kindCode, title]: (typeof WEIGHED)[number], index: number): Story => ({
  procedure: 'impact',
  workingDaysAgo: 230 - index,
  channel: 'other',
  postId: 'administrator',
  villageId: COUNTY_ID,
  place: '县综治中心',
  handlingUnit: COUNTY_ID,
  form: {
    title: `${title}第1版`,
    category: 'newKind',
    kindCode,
    kindVersion: 1,
    lawful: '履行法定职责所必需，只收办理要用的。',
    effect: '联系方式外泄会打扰当事人；举报人身份外泄会招来报复。',
    measures: '加密存放，打开要写理由并记录；举报人信息另存，只有受理岗能打开。',
    riskLevel: 'low',
  },
  steps: [{ step: 'publish', days: 1 }],
})

/** Impact assessments of the demo county. */
export const impactKind: DemoKind = toldOnly({ draft: [move('publish', 1, [1, 4])] }, (_: Day) => WEIGHED.map(story))
