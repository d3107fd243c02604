import type { FormValues } from '../../domain/procedure/form.ts'
import { addDays, type Day } from '../../domain/time/time.ts'
import { COUNTY_ID } from '../county/units.ts'
import type { Story } from '../story.ts'
import { type DemoKind, toldOnly } from './kind.ts'

const story = (postId: string, unitId: string, form: FormValues, steps: Story['steps']): Story => ({
  procedure: 'leave',
  workingDaysAgo: 3,
  channel: 'window',
  postId,
  unitId,
  villageId: 'yuehu-shequ',
  place: '',
  handlingUnit: unitId,
  form: { absent: postId, head: 'no', ...form },
  steps,
})

const approved: Story['steps'] = [{ step: 'approve', days: 1 }]

/** One who is away with a deputy, one who will be, one whose leave waits to be granted. */
const stories = (today: Day): readonly Story[] => [
  story(
    'leader-2',
    COUNTY_ID,
    {
      title: '综治中心主任公出一周',
      category: 'business',
      from: addDays(today, -1),
      until: addDays(today, 5),
      deputy: 'triage',
    },
    approved,
  ),
  story(
    'safety-handler',
    'safety',
    {
      title: '应急局执法二岗休假四天',
      category: 'holiday',
      from: addDays(today, 6),
      until: addDays(today, 9),
      deputy: 'safety-verifier',
    },
    approved,
  ),
  story(
    'dongpu-mediator',
    'dongpu',
    {
      title: '东浦镇调解员公出两天',
      category: 'business',
      from: addDays(today, 3),
      until: addDays(today, 4),
      deputy: 'dongpu-clerk',
    },
    [],
  ),
]

/** Leaves of the demo county. */
export const leaveKind: DemoKind = toldOnly({}, stories)
