import type { Condition } from '../../../domain/procedure/condition.ts'
import type { Step } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { ownRule } from '../../shared/v1/sources.ts'
import { dutyLaw } from '../../shared/v1/sources-duty.ts'
import { AT_THE_DESK } from '../../shared/v2/duty-takers.ts'
import { INCOMING, LEADERS, OFFICE, OFFICERS } from './who.ts'

const ITS_DAY: Condition = { day: 'today', notBefore: { field: 'startsAt' } }
const OVER: Condition = { day: 'today', notBefore: { field: 'endsAt' } }

const arriving = {
  by: OFFICERS,
  form: 'signOn',
  guards: [ITS_DAY],
  handles: true,
  signs: 'officers',
  source: dutyLaw.phoneTest,
} as const

/** The shift: on duty, what happened, the hand-over that both sides sign, the spot check and the file. */
export const dutySteps = {
  signOn: {
    ...arriving,
    title: text('到岗接班', 'Go on duty'),
    from: ['published', 'swapAsked'],
    to: 'onDuty',
    meets: ['signOn'],
    starts: ['handOver'],
    clears: ['substitute', 'officersAfter'],
    told: text('到岗接班，试了电话', 'went on duty and tested the phone'),
  },
  join: {
    ...arriving,
    title: text('到岗', 'Join'),
    from: ['onDuty'],
    aside: true,
    told: text('到岗', 'joined the shift'),
  },
  log: {
    title: text('记要事', 'Log'),
    from: ['onDuty', 'handingOver'],
    by: [...AT_THE_DESK, ...OFFICERS, ...LEADERS],
    form: 'logEntry',
    aside: true,
    logs: true,
    source: dutyLaw.log,
    told: text('记了一条值班要事', 'logged an event'),
  },
  leave: {
    title: text('交班', 'Hand over'),
    from: ['onDuty'],
    to: 'handingOver',
    by: OFFICERS,
    form: 'handoverList',
    handles: true,
    source: dutyLaw.handover,
    told: text('写好清单，交给接班的人', 'wrote the list for whoever comes next'),
  },
  accept: {
    title: text('签收接班', 'Sign for it'),
    from: ['handingOver'],
    to: 'handedOver',
    by: INCOMING,
    form: 'handoverSigned',
    guards: ['notTheHandler'],
    signs: 'incoming',
    meets: ['handOver'],
    starts: ['check'],
    issues: ['handover'],
    source: dutyLaw.handover,
    told: text('签收，接班', 'signed for it and took over'),
  },
  sendBack: {
    title: text('退回清单', 'Send back'),
    from: ['handingOver'],
    to: 'onDuty',
    by: INCOMING,
    form: 'handoverBack',
    guards: ['notTheHandler'],
    aside: true,
    clears: ['handedTo'],
    source: dutyLaw.handover,
    told: text('没交清，退回重写', 'sent the list back: it is not clear'),
  },
  spotCheck: {
    title: text('抽查', 'Spot check'),
    from: ['published', 'onDuty', 'handingOver', 'handedOver'],
    by: [...OFFICE, ...LEADERS],
    form: 'spotCheck',
    guards: [ITS_DAY, { not: { actor: { holds: 'officers' } } }],
    aside: true,
    source: dutyLaw.spotCheck,
    told: text('抽查了值班', 'checked the desk'),
  },
  check: {
    title: text('审阅归档', 'Check and file'),
    from: ['handedOver'],
    to: 'checked',
    by: LEADERS,
    form: 'check',
    guards: ['notTheHandler'],
    verifies: true,
    meets: ['check'],
    source: ownRule,
    told: text('审阅归档', 'checked and filed it'),
  },
  file: {
    title: text('期满归档', 'File'),
    from: ['handedOver'],
    to: 'filed',
    by: ['system'],
    aside: true,
    source: ownRule,
    told: text('没有另外的意见，期满归档', 'filed it: nothing was remarked'),
  },
  endUnhanded: {
    title: text('没有交接，结束', 'End without hand-over'),
    from: ['published', 'onDuty', 'handingOver'],
    to: 'unhanded',
    by: LEADERS,
    form: 'unhanded',
    guards: [OVER, 'notTheHandler'],
    aside: true,
    source: dutyLaw.handover,
    told: text('这一班没有交接，查明后结束', 'ended it: it was not handed over'),
  },
} as const satisfies Record<string, Step>
