import type { Step } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { limits } from '../../shared/v1/court-sources.ts'
import { isFamily } from './conditions.ts'
import { ALL_LIMITS } from './deadlines-trial.ts'
import { IN_TRIAL } from './states.ts'

/** Days are left out by somebody other than who has the case, on paper, and the sides read it (2019 rules art. 7). */
const exclusion = {
  title: text('扣除审限', 'Leave days out'),
  by: ['divisionHead', 'president'],
  guards: ['notTheHandler'],
  aside: true,
  issues: ['exclusionApproval'],
  source: limits.excluded,
  tells: text('各方：扣除的事由和起止日期', 'The sides: the ground and the days'),
  told: text('扣除审限', 'left days out of the limit'),
} as const satisfies Omit<Step, 'from'>

const ask = {
  title: text('申请延长审限', 'Ask for more time'),
  from: IN_TRIAL,
  by: ['judge'],
  form: 'askExtension',
  aside: true,
  raises: ['supervisor'],
  told: text('申请延长审限，报院长审批', 'asked the president for more time'),
} as const satisfies Step

const granted = {
  from: IN_TRIAL,
  by: ['president'],
  guards: ['notTheHandler'],
  aside: true,
  issues: ['extensionApproval'],
  tells: text('各方：延长的理由和新的届满日', 'The sides: why, and the new last day'),
} as const satisfies Omit<Step, 'title'>

/** What the trial limit does beside running: exclusions, more time, another procedure. */
export const limitSteps = {
  excludeCivil: {
    ...exclusion,
    from: [...IN_TRIAL, 'filed'],
    form: 'excludeCivil',
    guards: ['notTheHandler', isFamily('civil')],
    pauses: ['trialCivil'],
  },
  excludeCriminal: {
    ...exclusion,
    from: [...IN_TRIAL, 'filed'],
    form: 'excludeCriminal',
    guards: ['notTheHandler', isFamily('criminal')],
    pauses: ['trialCriminal'],
  },
  excludeAdministrative: {
    ...exclusion,
    from: [...IN_TRIAL, 'filed'],
    form: 'excludeAdministrative',
    guards: ['notTheHandler', isFamily('administrative')],
    pauses: ['trialAdministrative'],
  },
  excludeEnforcement: {
    ...exclusion,
    title: text('扣除执行期限', 'Leave days out'),
    from: ['enforcing'],
    form: 'excludeEnforcement',
    guards: ['notTheHandler', isFamily('enforcement')],
    pauses: ['enforce'],
    told: text('扣除执行期限', 'left days out of the limit'),
  },
  resumeLimit: {
    title: text('恢复计算期限', 'Count again'),
    from: [...IN_TRIAL, 'filed', 'enforcing'],
    by: ['judge', 'divisionHead', 'courtClerk'],
    form: 'resumeLimit',
    aside: true,
    resumes: ALL_LIMITS,
    source: limits.excluded,
    tells: text('各方：从哪天起接着计算', 'The sides: from when it counts again'),
    told: text('事由消失，期限接着计算', 'the ground is gone; the limit counts again'),
  },
  askExtension: { ...ask, guards: [isFamily('civil')], asks: 'trialCivil', source: limits.civilExtension },
  grantExtension: {
    ...granted,
    title: text('院长批准延长', 'Grant more time'),
    form: 'grantExtension',
    guards: ['notTheHandler', isFamily('civil'), { the: { rounds: 'grantExtension' }, atMost: 0 }],
    extends: 'trialCivil',
    source: limits.civilExtension,
    told: text('批准延长审限', 'granted more time'),
  },
  recordGrantAbove: {
    ...granted,
    title: text('上级法院批准再延长', 'More time from above'),
    form: 'grantedAbove',
    guards: ['notTheHandler', isFamily('civil'), { the: { rounds: 'grantExtension' }, atLeast: 1 }],
    extends: 'trialCivil',
    source: limits.civilExtension,
    told: text('上级法院批准再延长', 'the court above granted more time'),
  },
  recordCriminalGrant: {
    ...granted,
    title: text('上级法院批准延长', 'More time from above'),
    form: 'grantedAbove',
    guards: ['notTheHandler', isFamily('criminal')],
    extends: 'trialCriminal',
    source: limits.criminal,
    told: text('上级法院批准延长', 'the court above granted more time'),
  },
  recordAdministrativeGrant: {
    ...granted,
    title: text('高级法院批准延长', 'More time from the high court'),
    form: 'grantedAbove',
    guards: ['notTheHandler', isFamily('administrative')],
    extends: 'trialAdministrative',
    source: limits.admin,
    told: text('高级法院批准延长', 'the high court granted more time'),
  },
  askEnforcementExtension: {
    ...ask,
    title: text('申请延长执行期限', 'Ask for more time'),
    from: ['enforcing'],
    asks: 'enforce',
    source: limits.enforcement,
    told: text('申请延长执行期限，报院长审批', 'asked the president for more time'),
  },
  grantEnforcementExtension: {
    ...granted,
    title: text('批准延长执行期限', 'Grant more time'),
    from: ['enforcing'],
    form: 'grantExtension',
    extends: 'enforce',
    source: limits.enforcement,
    told: text('批准延长执行期限', 'granted more time'),
  },
  refuseExtension: {
    title: text('不同意延长', 'Refuse more time'),
    from: [...IN_TRIAL, 'enforcing'],
    by: ['president'],
    form: 'refuseExtension',
    guards: ['notTheHandler', { the: 'askedLength', recorded: true }],
    aside: true,
    clears: ['askedLength'],
    raises: ['owner'],
    source: limits.civilExtension,
    told: text('不同意延长', 'refused more time'),
  },
  convertCivil: {
    title: text('转换审理程序', 'Another procedure'),
    from: IN_TRIAL,
    by: ['divisionHead', 'president'],
    form: 'convertCivil',
    guards: ['notTheHandler', isFamily('civil')],
    aside: true,
    starts: ['trialCivil'],
    issues: ['conversionRuling'],
    source: limits.toOrdinary,
    tells: text(
      '各方：转为什么程序，审限从首次立案接着算',
      'The sides: which procedure; the limit runs on from the first filing',
    ),
    told: text(
      '转换了审理程序，审限从首次立案接着算',
      'changed the procedure; the limit runs on from the first filing',
    ),
  },
  convertCriminal: {
    title: text('转换审理程序', 'Another procedure'),
    from: IN_TRIAL,
    by: ['divisionHead', 'president'],
    form: 'convertCriminal',
    guards: ['notTheHandler', isFamily('criminal')],
    aside: true,
    starts: ['trialCriminal'],
    issues: ['conversionRuling'],
    source: limits.criminalToOrdinary,
    tells: text('公诉机关、被告人、辩护人', 'Prosecution, accused and counsel'),
    told: text('转换了审理程序，审限自次日重新起算', 'changed the procedure; the limit begins anew the next day'),
  },
} as const satisfies Record<string, Step>
