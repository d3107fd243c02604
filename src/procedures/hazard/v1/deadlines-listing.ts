import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import { text } from '../../../domain/wording/text.ts'
import { safety } from '../../shared/v1/sources.ts'
import { orderingLeader } from './who.ts'

const dayBefore = [{ before: { length: 1, unit: 'workingDay' } }] as const satisfies DeadlineRule['warn']

/** Listed supervision, and the notice before power is cut. */
export const listingDeadlines = {
  powerCut: {
    code: 'HAZ-03',
    title: text('停止供电提前通知', 'Notice before a power cut'),
    length: 24,
    unit: 'hour',
    from: 'noticeGivenAt',
    roll: 'none',
    onExpiry: { takes: 'noticeOver' },
    warn: [],
    source: safety.powerCut,
  },
  listingNotice: {
    code: 'HAZ-09a',
    title: text('挂牌公布', 'Publish the listing'),
    length: 5,
    unit: 'workingDay',
    from: 'listedOn',
    roll: 'none',
    warn: dayBefore,
    source: safety.listing,
  },
  listed: {
    code: 'HAZ-10a',
    title: text('挂牌督办总期限', 'Listed supervision in all'),
    length: 1,
    unit: 'year',
    from: 'listedOn',
    roll: 'previous',
    warn: [{ share: 0.5 }, { share: 0.8 }, { before: { length: 21, unit: 'workingDay' } }],
    extension: [
      {
        max: { length: 180, unit: 'calendarDay' },
        by: [orderingLeader],
        applyBefore: { length: 20, unit: 'workingDay' },
      },
    ],
    escalation: [{ after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('通报', 'Circular') }],
    source: safety.listing,
  },
  decideListed: {
    code: 'HAZ-10b',
    title: text('决定是否延长挂牌', 'Decide on a longer listing'),
    length: 10,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ share: 0.5 }, { before: { length: 1, unit: 'workingDay' } }],
    source: safety.listing,
  },
  monthly: {
    code: 'HAZ-P3',
    title: text('月度进展报告', 'Monthly progress'),
    length: 1,
    unit: 'month',
    roll: 'previous',
    warn: [{ before: { length: 3, unit: 'workingDay' } }],
    source: safety.monthly,
  },
  delistingNotice: {
    code: 'HAZ-09b',
    title: text('摘牌公布', 'Publish the delisting'),
    length: 5,
    unit: 'workingDay',
    from: 'delistedOn',
    roll: 'none',
    warn: dayBefore,
    source: safety.listing,
  },
} as const satisfies Record<string, DeadlineRule>
