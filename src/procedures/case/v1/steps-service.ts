import type { Step } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { service } from '../../shared/v1/court-sources.ts'
import { ACTION_DISMISSED, ALL_SERVED, isFamily, NOTICE_IS_LAWFUL } from './conditions.ts'

const DELIVERY = ['deliver', 'deliverCriminal'] as const
const APPEALS = ['appeal', 'appealCriminal'] as const

/** On each side apart: the day it takes effect is the day from which that side may appeal. */
const served = {
  title: text('登记一方送达', 'Service on a side'),
  // Who was not served yet is served although another side has appealed.
  from: ['decided', 'appealed'],
  by: ['courtClerk', 'judge'],
  form: 'service',
  answers: 'party',
  issues: ['serviceRecord'],
  told: text('送达了一方', 'served a side'),
} as const satisfies Step

/** By any side; more than one may. */
const appealed = {
  from: ['decided', 'appealPeriod', 'appealed'],
  to: 'appealed',
  by: ['courtClerk', 'judge'],
  meets: APPEALS,
  cancels: ['lastAppeal', 'lastAppealCriminal'],
  told: text('一方上诉', 'a side appealed'),
  public: text('有一方上诉', 'One side appealed'),
} as const satisfies Omit<Step, 'title'>

const withdrawn = {
  alone: text(
    '上诉一方决定，期满后由上级法院裁定准许',
    'Who appealed decides; after the time the court above permits it',
  ),
  title: text('撤回上诉', 'Appeal withdrawn'),
  from: ['appealed'],
  by: ['courtClerk', 'judge'],
  form: 'appealWithdrawn',
  aside: true,
  cancels: ['copyAppeal', 'sendUp', 'sendUpCriminal'],
  source: service.withdrawn,
} as const satisfies Step

/** Service, appeal, the court above, and the day on which it is effective. */
export const serviceSteps = {
  recordService: {
    ...served,
    guards: [{ not: isFamily('criminal') }, NOTICE_IS_LAWFUL],
    starts: ['appeal'],
    source: service.methods,
  },
  recordCriminalService: {
    ...served,
    title: text('登记一方送达（刑事）', 'Service on a side (criminal)'),
    guards: [isFamily('criminal'), NOTICE_IS_LAWFUL],
    starts: ['appealCriminal'],
    source: service.appealCriminal,
  },
  recordFailedService: {
    title: text('登记送达不成', 'A failed service'),
    from: ['preparing', 'hearingSet', 'heard', 'decided', 'appealed'],
    by: ['courtClerk', 'judge'],
    form: 'failedService',
    aside: true,
    source: service.methods,
    told: text('一次送达没有成功，改用别的方式', 'a service failed; another way is taken'),
    tells: text('没有送到的一方，用补救的方式', 'The side not reached, in the other way'),
  },
  confirmServed: {
    title: text('全部送达', 'All served'),
    from: ['decided'],
    to: 'appealPeriod',
    by: ['courtClerk', 'judge'],
    form: 'allServed',
    guards: [ALL_SERVED, { the: 'appealable', is: ['yes'] }],
    meets: DELIVERY,
    starts: ['lastAppeal', 'lastAppealCriminal'],
    source: service.appeal,
    told: text('各方都送达了，等上诉期满', 'every side is served; the time to appeal runs'),
    tells: text('各方：上诉期到哪天', 'The sides: until when they may appeal'),
  },
  confirmFinal: {
    alone: text('依法不能上诉，送达就生效', 'Not open to appeal by law: effective once served'),
    title: text('送达完毕，裁判生效', 'Served and final'),
    from: ['decided'],
    to: [{ if: ACTION_DISMISSED, to: 'dismissed' }, { to: 'effective' }],
    by: ['courtClerk', 'judge'],
    form: 'final',
    guards: [ALL_SERVED, { the: 'appealable', is: ['no'] }],
    meets: DELIVERY,
    starts: ['archive'],
    source: service.methods,
    told: text('各方都送达了，裁判生效', 'every side is served; it is effective'),
    tells: text('各方', 'The sides'),
  },
  lapseAppeal: {
    title: text('一方上诉期满', 'A side did not appeal'),
    from: 'open',
    by: ['system'],
    aside: true,
    source: service.appeal,
    told: text('一方没有在期内上诉', 'a side did not appeal in time'),
  },
  becomeEffective: {
    title: text('上诉期满，裁判生效', 'Becomes effective'),
    from: ['appealPeriod'],
    to: [{ if: ACTION_DISMISSED, to: 'dismissed' }, { to: 'effective' }],
    by: ['system'],
    starts: ['archive'],
    source: service.appeal,
    told: text('各方都没有上诉，裁判生效', 'nobody appealed; it is effective'),
    public: text('裁判已经生效', 'The judgment is effective'),
  },
  recordAppeal: {
    ...appealed,
    title: text('登记上诉', 'Record an appeal'),
    form: 'appeal',
    guards: [{ not: isFamily('criminal') }, { the: 'appealable', is: ['yes'] }],
    starts: ['copyAppeal', 'sendUp', 'sendUpCriminal'],
    source: service.appeal,
  },
  recordCriminalAppeal: {
    ...appealed,
    title: text('登记上诉、抗诉', 'Record an appeal'),
    form: 'criminalAppeal',
    guards: [isFamily('criminal'), { the: 'appealable', is: ['yes'] }],
    starts: ['copyAppeal', 'sendUp', 'sendUpCriminal'],
    source: service.appealCriminal,
  },
  recordPostedAppeal: {
    alone: text(
      '期满前交邮的不算过期，顺延由法院准许',
      'What was posted in time is in time; more is for the court to grant',
    ),
    title: text('登记期满前交邮的上诉', 'Appeal posted in time'),
    from: ['effective', 'dismissed'],
    to: 'appealed',
    by: ['courtClerk', 'judge'],
    form: 'postedAppeal',
    guards: [{ the: 'appealable', is: ['yes'] }, { not: { the: 'aboveResult', recorded: true } }],
    aside: true,
    // A file that was in the archive already goes back to work, and is handed over anew.
    clears: ['handedOn', 'archivedOn', 'archiveNo'],
    cancels: ['archive'],
    starts: ['copyAppeal', 'sendUp', 'sendUpCriminal'],
    source: service.posted,
    told: text(
      '上诉状在期满前交邮，或者准许顺延，按期内上诉办',
      'the appeal was posted in time, or time was given; it counts',
    ),
    public: text('有一方在期内上诉', 'One side appealed in time'),
  },
  sendCopies: {
    title: text('发送上诉状副本', 'Send the appeal'),
    from: ['appealed'],
    by: ['courtClerk', 'judge'],
    form: 'copies',
    aside: true,
    meets: ['copyAppeal'],
    source: service.copies,
    told: text('把上诉状副本发给了对方', 'sent the appeal to the other side'),
    tells: text('对方：十五日内可以答辩', 'The other side: fifteen days to answer'),
  },
  sendUp: {
    title: text('移送案卷', 'Send the file up'),
    from: ['appealed'],
    to: 'above',
    by: ['courtClerk', 'judge'],
    form: 'sendUp',
    guards: [ALL_SERVED],
    cancels: [...APPEALS, 'copyAppeal'],
    meets: [...DELIVERY, 'sendUp', 'sendUpCriminal'],
    issues: ['transferLetter'],
    source: service.files,
    told: text('把案卷移送上级法院', 'sent the file to the court above'),
    public: text('案卷移送了上级法院', 'The file went to the court above'),
  },
  withdrawAppeal: {
    ...withdrawn,
    to: 'appealPeriod',
    guards: [{ the: 'lastServedOn', recorded: true }],
    // Nothing is effective before the last time to appeal is over; when it is, the system says so at once.
    starts: ['lastAppeal', 'lastAppealCriminal'],
    told: text('上诉撤回了，上诉期满裁判生效', 'the appeal was withdrawn; effective when the time to appeal is over'),
  },
  withdrawEarlyAppeal: {
    ...withdrawn,
    title: text('撤回上诉（还没有全部送达）', 'Appeal withdrawn, not all served'),
    to: 'decided',
    guards: [{ not: { the: 'lastServedOn', recorded: true } }],
    form: 'earlyWithdrawn',
    starts: ['deliver', 'deliverCriminal'],
    tells: text('还没有送达的各方', 'The sides not served yet'),
    told: text('上诉撤回了，接着送达', 'the appeal was withdrawn; service goes on'),
  },
  recordAbove: {
    alone: text('照上级法院的裁判登记', 'It records what the court above decided'),
    title: text('登记二审结果', 'Result above'),
    from: ['above'],
    to: [
      { if: { the: 'aboveResult', is: ['remanded', 'orderedToTry'] }, to: 'remanded' },
      {
        if: { all: [ACTION_DISMISSED, { the: 'aboveResult', is: ['upheld', 'withdrawnAbove'] }] },
        to: 'dismissed',
      },
      { to: 'effective' },
    ],
    by: ['courtClerk', 'judge'],
    form: 'above',
    starts: ['archiveAfterAppeal'],
    source: service.files,
    told: text('登记了二审结果', 'recorded the result above'),
    public: text('上级法院作出了裁判', 'The court above has decided'),
  },
} as const satisfies Record<string, Step>
