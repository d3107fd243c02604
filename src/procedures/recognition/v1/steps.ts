import type { Condition } from '../../../domain/procedure/condition.ts'
import type { Step } from '../../../domain/procedure/procedure.ts'
import type { Taker } from '../../../domain/procedure/taker.ts'
import type { Role } from '../../../domain/unit/role.ts'
import { text } from '../../../domain/wording/text.ts'
import { ownRule } from '../../shared/v1/sources.ts'
import { honours } from '../../shared/v1/sources-recognition.ts'
import { notByWhoChecked } from '../../shared/v1/takers.ts'

/** Neither the unit nor anybody below it: nobody honours or excuses themselves. */
const others = (...roles: readonly Role[]): readonly Taker[] => roles.map((role) => ({ role, outside: 'responsible' }))
const itself = (...roles: readonly Role[]): readonly Taker[] => roles.map((role) => ({ role, is: 'responsible' }))

const IS_HONOUR: Condition = { the: 'category', is: ['unit', 'post'] }
const IS_TOLERANCE: Condition = { the: 'category', is: ['tolerance'] }
const AGREED: Condition = { the: 'decision', is: ['yes'] }
const GROUNDS = ['noGain', 'notForbidden', 'procedureKept', 'unintended', 'remedied'] as const
const ALL_GROUNDS: Condition = { all: GROUNDS.map((name) => ({ the: name, is: ['yes'] })) }

export const recognitionSteps = {
  examineHonour: {
    title: text('审查', 'Examine'),
    from: ['nominated'],
    to: [{ if: { the: 'vetoed', is: ['found'] }, to: 'refused' }, { to: 'examined' }],
    by: others('reviewer', 'triageOfficer', 'verifier'),
    form: 'honourCheck',
    guards: [IS_HONOUR, 'notRegisteredBy', 'notTheHandler'],
    verifies: true,
    meets: ['examine'],
    starts: ['decide'],
    source: honours.rules,
    tells: text('申报单位', 'The unit'),
    told: text('审查了', 'examined it'),
  },
  examineTolerance: {
    title: text('审查容错情形', 'Examine grounds'),
    from: ['nominated'],
    to: [{ if: ALL_GROUNDS, to: 'examined' }, { to: 'refused' }],
    by: others('reviewer', 'triageOfficer', 'verifier', 'auditor'),
    form: 'toleranceCheck',
    guards: [IS_TOLERANCE, 'notRegisteredBy', 'notTheHandler'],
    verifies: true,
    meets: ['examine'],
    starts: ['decide'],
    source: honours.tolerance,
    tells: text('申报单位', 'The unit'),
    told: text('逐项审查了容错情形', 'examined the grounds one by one'),
  },
  decideHonour: {
    title: text('决定表彰', 'Decide'),
    from: ['examined'],
    to: [{ if: AGREED, to: 'publicised' }, { to: 'refused' }],
    by: others('leader'),
    form: 'decision',
    guards: [IS_HONOUR, 'notRegisteredBy', notByWhoChecked],
    meets: ['decide'],
    starts: ['publicity'],
    source: honours.rules,
    tells: text('申报单位', 'The unit'),
    told: text('作了决定', 'decided on it'),
  },
  decideTolerance: {
    title: text('决定容错', 'Decide tolerance'),
    from: ['examined'],
    to: [{ if: AGREED, to: 'toCorrect' }, { to: 'refused' }],
    by: others('leader'),
    form: 'annotation',
    guards: [IS_TOLERANCE, 'notRegisteredBy', notByWhoChecked],
    meets: ['decide'],
    starts: ['correct'],
    issues: ['tolerance'],
    source: honours.tolerance,
    tells: text('申报单位', 'The unit'),
    told: text('作了容错决定', 'decided on tolerance'),
  },
  object: {
    title: text('登记异议', 'Objection'),
    from: ['publicised'],
    to: 'objected',
    by: others('clerk', 'triageOfficer', 'reviewer'),
    form: 'objection',
    cancels: ['publicity'],
    starts: ['objection'],
    source: honours.publicity,
    told: text('公示期间有人提了异议', 'recorded an objection'),
  },
  decideObjection: {
    title: text('处理异议', 'Decide objection'),
    from: ['objected'],
    to: [{ if: { the: 'upheld', is: ['yes'] }, to: 'refused' }, { to: 'publicised' }],
    by: others('leader'),
    form: 'objectionDecided',
    guards: ['notRegisteredBy', notByWhoChecked],
    meets: ['objection'],
    starts: ['publicity'],
    source: honours.publicity,
    tells: text('提异议的人、申报单位', 'Who objected, and the unit'),
    told: text('处理了异议', 'decided the objection'),
  },
  takeEffect: {
    title: text('公示期满，表彰', 'Publicity over'),
    from: ['publicised'],
    to: 'honoured',
    by: ['system'],
    issues: ['honour'],
    source: honours.publicity,
    told: text('公示期满没有异议，表彰生效', 'took effect: nobody objected'),
  },
  reportCorrection: {
    title: text('报告纠错情况', 'Report correction'),
    from: ['toCorrect'],
    by: itself('handler', 'clerk', 'leader'),
    form: 'material',
    aside: true,
    handles: true,
    source: honours.tolerance,
    told: text('报告了纠错情况', 'reported how it was put right'),
  },
  confirmCorrection: {
    title: text('确认已纠错', 'Confirm'),
    from: ['toCorrect'],
    to: 'tolerated',
    by: others('reviewer', 'triageOfficer', 'verifier', 'leader'),
    guards: ['notTheHandler'],
    verifies: true,
    meets: ['correct'],
    source: honours.tolerance,
    told: text('确认已经纠正', 'confirmed that it was put right'),
  },
  revoke: {
    title: text('撤销', 'Revoke'),
    from: ['honoured', 'toCorrect', 'tolerated'],
    to: 'revoked',
    by: others('leader'),
    form: 'revocation',
    guards: ['notTheHandler'],
    aside: true,
    cancels: ['correct'],
    revokes: ['honour', 'tolerance'],
    source: honours.rules,
    tells: text('申报单位', 'The unit'),
    told: text('撤销了', 'revoked it'),
  },
  withdraw: {
    title: text('撤回申报', 'Withdraw'),
    from: ['nominated', 'examined'],
    to: 'withdrawn',
    by: [...itself('clerk', 'leader', 'triageOfficer'), { role: 'clerk', is: 'registrar' }],
    form: 'refusal',
    aside: true,
    alone: text('申报是单位自己的，撤回不影响别人', 'It is their own nomination; nobody else is affected'),
    source: ownRule,
    told: text('撤回了申报', 'withdrew the nomination'),
  },
} as const satisfies Record<string, Step>
