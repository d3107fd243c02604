import type { Procedure, Step } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { labourMediation, mediationCustom, onlineRules } from '../../shared/v2/sources-mediation.ts'
import { disputeDeadlines } from '../v1/deadlines.ts'
import { consentForms } from '../v1/forms-consent.ts'
import { disputeV3 } from '../v3/procedure.ts'
import { CHOSEN, onlineDeadlines, onlineFields, onlineForms, onlineSteps, TAKEN } from './online.ts'

const { askConsent } = consentForms
const { body, ...asked } = askConsent.fields
const { mediate, mediateForCourt } = disputeDeadlines

type Use = 'guards' | 'starts' | 'meets' | 'cancels'
/** What steps of the earlier versions do besides. */
const MORE: Readonly<Record<string, Partial<Pick<Step, Use>>>> = {
  askConsent: { starts: ['appointOnline'] },
  accept: { guards: [{ not: CHOSEN }], starts: ['chooseOnline'] },
  chooseMediator: { guards: [TAKEN] },
  findNotCompetent: { cancels: ['appointOnline', 'chooseOnline', 'takeOnline', 'arbitration'] },
  recordAgreement: { meets: ['arbitration'] },
  recordOralAgreement: { meets: ['arbitration'] },
  fail: { cancels: ['arbitration'] },
  stop: { cancels: ['arbitration', 'appointOnline', 'chooseOnline', 'takeOnline'] },
}
const withMore = (id: string, step: Step): Step => {
  const more = Object.entries(MORE[id] ?? {}) as [Use, readonly never[]][]
  return { ...step, ...Object.fromEntries(more.map(([use, ids]) => [use, [...(step[use] ?? []), ...ids]])) }
}

const { accept } = disputeV3.steps
if (!accept) throw new Error('dispute has no step to accept by')

/** 矛盾纠纷, version 4: online mediation for a court, and what the parties of a labour dispute are told after fifteen days. */
export const disputeV4: Procedure = {
  ...disputeV3,
  version: 4,
  effectiveOn: '2024-11-04',
  seats: {
    ...disputeV3.seats,
    verifier: { title: text('被选定、指定的调解员', 'Mediator who is asked'), holds: 'post' },
  },
  forms: {
    ...disputeV3.forms,
    askConsent: { ...askConsent, fields: { body, ...onlineFields, ...asked } },
    ...onlineForms,
  },
  deadlines: {
    ...disputeV3.deadlines,
    mediate: { ...mediate, source: mediationCustom },
    // Online it counts from the day on which the mediator took it on the platform.
    mediateForCourt: { ...mediateForCourt, from: 'onlineTakenOn', source: onlineRules.limits },
    ...onlineDeadlines,
    arbitration: {
      code: 'LAB-01',
      title: text('满十五日未达成协议，可以申请劳动仲裁', 'After fifteen days arbitration may be applied for'),
      length: 15,
      unit: 'calendarDay',
      from: 'foundOn',
      roll: 'none',
      when: { field: 'category', is: ['labour'] },
      warn: [],
      onExpiry: { takes: 'tellArbitration' },
      source: labourMediation,
    },
  },
  opening: { ...disputeV3.opening, starts: [...disputeV3.opening.starts, 'arbitration'] },
  steps: {
    ...Object.fromEntries(Object.entries(disputeV3.steps).map(([id, step]) => [id, withMore(id, step)])),
    ...onlineSteps,
    // Nobody is given two days to choose whom they have chosen already.
    acceptChosen: {
      ...accept,
      title: text('受理（调解员已选定）', 'Accept, mediator chosen'),
      guards: [...(accept.guards ?? []), CHOSEN],
    },
    tellArbitration: {
      title: text('满十五日未达成协议', 'Fifteen days without agreement'),
      from: 'open',
      by: ['system'],
      aside: true,
      raises: ['owner'],
      source: labourMediation,
      told: text(
        '收到申请满十五日未达成协议，各方可以申请劳动仲裁，调解可以继续',
        'no agreement in fifteen days: the parties may go to arbitration, and mediation may go on',
      ),
      tells: text(
        '各方当事人：可以申请劳动仲裁，不必等调解结束',
        'All parties: they may go to arbitration without waiting',
      ),
      public: text('满十五日没有调成，可以申请劳动仲裁', 'No agreement in fifteen days: you may go to arbitration'),
    },
  },
}
