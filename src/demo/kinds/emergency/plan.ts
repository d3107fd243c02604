import { addDays, type Day } from '../../../domain/time/time.ts'
import type { Story } from '../../story.ts'
import { PLAN_TEXTS, type PlanText, planForm } from '../../wording/plan-texts.ts'
import { type DemoKind, move, type Path } from '../kind.ts'
import { plainStory } from '../story-parts.ts'

const path: Path = {
  moves: { draft: [move('publish', 1, [2, 4])], underReview: [move('assess', 1, [2, 6])] },
  asides: [],
}

/** Plans were registered about a year ago; some were drilled and filed since. The last has just been drafted. */
function storyOf(plan: PlanText, index: number, today: Day): Story {
  const isDraft = index === PLAN_TEXTS.length - 1
  return {
    procedure: 'plan',
    workingDaysAgo: isDraft ? 2 : 225 - index * 9,
    channel: 'window',
    postId: plan.postId,
    villageId: 'yuehu-shequ',
    place: plan.place,
    handlingUnit: plan.unitId,
    form: { ...planForm(plan, (days) => addDays(today, days)), placeUnit: '' },
    steps: isDraft
      ? []
      : [
          { step: 'publish', days: 3 },
          { step: 'file', days: 4, given: { filedWith: '县应急管理局', filingNo: `青应备〔2025〕${index + 11}号` } },
          ...(index % 2 === 0
            ? [{ step: 'recordDrill', days: 60, given: { drillNote: `${plan.name.slice(0, 12)}桌面推演` } }]
            : []),
        ],
  }
}

/** Response plans of the demo county: told one by one, none by chance. */
export const planKind: DemoKind = {
  ...path,
  rate: 0,
  offRate: 0,
  begin: (_, dice) => plainStory([], dice, {}),
  door: ({ townshipId }) => ({ channel: 'window', postId: `${townshipId}-clerk` }),
  stories: (today) => PLAN_TEXTS.map((plan, index) => storyOf(plan, index, today)),
}
