import type { Step } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { ownRule } from '../v1/sources.ts'
import { responsibleSide } from '../v1/takers.ts'
import { type Road, SENDERS } from './crossing-roads.ts'

/** What another office sent is taken in here or goes back; what came of ours there is closed. `starts`: as the kind begins. */
export const takingIn = (opening: { readonly state: string; readonly starts: readonly string[] }) =>
  ({
    arrive: {
      title: text('转到这里', 'Arrived'),
      from: [opening.state],
      to: 'arrived',
      by: ['system'],
      aside: true,
      crossing: { receives: 'arrival' },
      meets: opening.starts,
      starts: ['takeIn'],
    },
    takeIn: {
      title: text('接收', 'Take in'),
      from: ['arrived'],
      to: opening.state,
      by: ['clerk', 'triageOfficer', 'leader'],
      form: 'takeIn',
      crossing: { receives: 'acceptance' },
      meets: ['takeIn'],
      starts: opening.starts,
      source: ownRule,
      tells: text('来件的地方，由系统告知', 'Who sent it; told by the system'),
      told: text('接收了', 'took it in'),
      public: text('接收了，开始办理', 'Taken in; work begins'),
    },
    sendBack: {
      title: text('退回来件', 'Send back'),
      from: ['arrived'],
      to: 'notTakenIn',
      by: ['clerk', 'triageOfficer', 'leader'],
      form: 'notTakenIn',
      aside: true,
      alone: text('还没有接收，写明理由退回去', 'Not taken in yet; it goes back with the reason'),
      crossing: { receives: 'return' },
      meets: ['takeIn'],
      source: ownRule,
      tells: text('来件的地方，由系统告知', 'Who sent it; told by the system'),
      told: text('没有接收，退回去了', 'did not take it in'),
    },
    recalledBySender: {
      title: text('来件的地方撤回了', 'Asked back'),
      from: ['arrived'],
      to: 'recalledThere',
      by: ['system'],
      aside: true,
      crossing: { receives: 'recall' },
      cancels: ['takeIn'],
      told: text('来件的地方撤回了', 'was asked back by who sent it'),
    },
    hearOfRecall: {
      title: text('来件的地方要求撤回', 'Sender asks for it back'),
      from: 'open',
      by: ['system'],
      aside: true,
      crossing: { receives: 'recall' },
      raises: ['responsible', 'owner'],
      told: text(
        '来件的地方要求撤回或者已经了结；已接收的由这里定怎么办',
        'was asked back or is over at who sent it; what is taken is decided here',
      ),
    },
  }) satisfies Record<string, Step>

/** After a tier that took it has ended it: closed here, or taken up again. */
export const closingAnswered = (road: Road) =>
  ({
    closeAnswered: {
      title: text('了结', 'Close'),
      from: ['endedThere'],
      to: 'answeredElsewhere',
      by: responsibleSide(...SENDERS),
      form: 'closeAnswered',
      guards: ['notTheHandler'],
      meets: ['closeAnswered'],
      source: ownRule,
      told: text('按对方的结果了结', 'closed it with the outcome there'),
    },
    takeUpAgain: {
      title: text('本地接着办', 'Take up again'),
      from: ['endedThere'],
      to: road.back,
      by: responsibleSide(...SENDERS),
      form: 'closeAnswered',
      aside: true,
      meets: ['closeAnswered'],
      starts: road.meets ?? [],
      source: ownRule,
      told: text('本地接着办', 'took it up again here'),
    },
  }) satisfies Record<string, Step>
