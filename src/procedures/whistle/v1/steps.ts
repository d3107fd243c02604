import type { Step } from '../../../domain/procedure/procedure.ts'
import type { Taker } from '../../../domain/procedure/taker.ts'
import type { Role } from '../../../domain/unit/role.ts'
import { text } from '../../../domain/wording/text.ts'
import { intake } from '../../shared/v1/sources.ts'
import { ladderSources } from '../../shared/v2/sources-ladder.ts'

const of = (seat: string, ...roles: readonly Role[]): readonly Taker[] => roles.map((role) => ({ role, is: seat }))

/** Whoever was called. */
const CALLED = of('called', 'clerk', 'handler', 'inspector', 'mediator', 'triageOfficer', 'leader')
/** Whoever blew the whistle, and judges: its word on who came counts, not theirs. */
const BLOWERS = of('responsible', 'triageOfficer', 'clerk', 'handler', 'inspector', 'mediator', 'leader')
/** The tier above, which is over those who were called as well. */
const ARBITERS: readonly Taker[] = [
  { role: 'triageOfficer', at: 'responsible', outside: 'responsible' },
  { role: 'leader', at: 'responsible', outside: 'responsible' },
]

/** 吹哨、报到、评判: a unit that says it came has only asked for a check; whoever called it says whether it did. */
export const whistleSteps = {
  reportIn: {
    title: text('报到', 'Report in'),
    from: ['called'],
    by: CALLED,
    form: 'reportIn',
    aside: true,
    signs: 'called',
    holds: ['reportIn'],
    raises: ['responsible'],
    source: ladderSources.whistle,
    tells: text('吹哨的单位，由它核实', 'Whoever called, who checks it'),
    told: text('说到了，等核实', 'says it is there; to be checked'),
  },
  came: {
    title: text('核实到了', 'It came'),
    from: ['called'],
    by: BLOWERS,
    form: 'came',
    guards: ['notTheHandler'],
    aside: true,
    meets: ['reportIn'],
    starts: ['answer'],
    source: ladderSources.whistle,
    told: text('核实到了', 'confirmed that it came'),
  },
  didNotCome: {
    title: text('没有到', 'It did not come'),
    from: ['called'],
    by: BLOWERS,
    form: 'didNotCome',
    guards: ['notTheHandler'],
    aside: true,
    runsOn: ['reportIn'],
    raises: [{ seat: 'responsible', role: 'leader' }],
    source: ladderSources.whistle,
    tells: text('本单位领导；没到的单位期限接着算', 'The own leader; the time of the absent unit runs on'),
    told: text('核实没有到，期限接着算', 'found that it did not come; its time runs on'),
  },
  answerCall: {
    title: text('反馈办理情况', 'Answer'),
    from: ['called'],
    by: CALLED,
    form: 'answer',
    handles: true,
    aside: true,
    answers: 'called',
    meets: ['answer'],
    raises: ['responsible'],
    told: text('反馈了办理情况', 'answered'),
  },
  refuseCall: {
    title: text('不来，写明理由', 'Refuse'),
    from: ['called'],
    by: CALLED,
    form: 'refuse',
    guards: [{ not: { the: 'rulingBasis', recorded: true } }],
    aside: true,
    refuses: 'called',
    meets: ['reportIn', 'answer'],
    starts: ['arbitrate'],
    raises: ['responsible', { seat: 'responsible', role: 'triageOfficer', above: true }],
    source: intake.noSecondReturn,
    tells: text('吹哨的单位和能裁定的上一级', 'Whoever called, and the tier above, which rules'),
    told: text('说不该由本单位来', 'says that it is not for this unit'),
  },
  arbitrate: {
    title: text('裁定谁来', 'Rule who comes'),
    from: ['called'],
    by: ARBITERS,
    form: 'arbitrate',
    guards: [{ the: { rounds: 'refuseCall' }, atLeast: 1 }],
    aside: true,
    meets: ['arbitrate'],
    starts: ['reportIn'],
    raises: ['called'],
    source: intake.noSecondReturn,
    tells: text('吹哨的单位和被叫的单位', 'Whoever called and those called'),
    told: text('裁定了谁来', 'ruled who comes'),
  },
  callAgain: {
    title: text('再叫单位', 'Call more'),
    from: ['called'],
    by: BLOWERS,
    form: 'callAgain',
    guards: ['notTheHandler', { the: { rounds: 'refuseCall' }, atMost: 0 }],
    aside: true,
    starts: ['reportIn'],
    raises: ['called'],
    told: text('又叫了单位', 'called more units'),
  },
  judge: {
    title: text('评判并办结', 'Judge and close'),
    from: ['called'],
    to: [
      { if: { the: 'solved', is: ['yes'] }, to: 'solved' },
      { if: { the: 'solved', is: ['partly'] }, to: 'partly' },
      { to: 'unsolved' },
    ],
    by: BLOWERS,
    form: 'judge',
    guards: [
      'notTheHandler',
      {
        any: [
          { seat: 'called', every: ['answered', 'refused'] },
          { the: 'openWhy', given: true },
        ],
      },
    ],
    meets: ['judge'],
    issues: ['record'],
    source: ladderSources.whistle,
    tells: text('被叫的单位', 'Those who were called'),
    told: text('评判并办结', 'judged and closed it'),
    public: text('几个单位一起办了', 'Several units dealt with it together'),
  },
  withdraw: {
    title: text('收哨', 'Take it back'),
    from: ['called'],
    to: 'withdrawn',
    by: of('responsible', 'leader', 'triageOfficer', 'clerk'),
    form: 'withdraw',
    guards: ['notTheHandler'],
    aside: true,
    raises: ['called'],
    told: text('收了哨', 'took the whistle back'),
  },
} as const satisfies Record<string, Step>
