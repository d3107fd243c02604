import type { Condition } from '../../../domain/procedure/condition.ts'
import type { Step } from '../../../domain/procedure/procedure.ts'
import type { Taker } from '../../../domain/procedure/taker.ts'
import type { Role } from '../../../domain/unit/role.ts'
import { text } from '../../../domain/wording/text.ts'
import { governance, ownRule } from '../../shared/v1/sources.ts'
import { building } from '../../shared/v1/sources-building.ts'
import { notByWhoChecked } from '../../shared/v1/takers.ts'

/** The unit itself, and those who are neither it nor below it. */
const itself = (...roles: readonly Role[]): readonly Taker[] => roles.map((role) => ({ role, is: 'responsible' }))
const others = (...roles: readonly Role[]): readonly Taker[] => roles.map((role) => ({ role, outside: 'responsible' }))

/** Half of the villages of a township, before the township (local sample sheets). */
const VILLAGES_FIRST: Condition = {
  any: [{ not: { the: 'category', is: ['township'] } }, { the: 'villageShare', atLeast: 50 }],
}
const PASSED: Condition = {
  all: [{ the: 'above', atLeast: 0 }, { the: 'vetoes', atMost: 0 }, VILLAGES_FIRST],
}

export const certificationSteps = {
  selfScore: {
    title: text('自评', 'Score'),
    from: ['listed'],
    to: 'scored',
    by: itself('handler', 'clerk', 'inspector', 'leader', 'triageOfficer', 'mediator'),
    form: 'selfScore',
    handles: true,
    meets: ['score'],
    starts: ['check'],
    source: building.score,
    told: text('自评了', 'scored itself'),
  },
  check: {
    title: text('核查', 'Check'),
    from: ['scored'],
    to: 'checked',
    by: others('reviewer', 'inspector', 'verifier', 'triageOfficer'),
    form: 'spotCheck',
    guards: ['notTheHandler'],
    verifies: true,
    meets: ['check'],
    starts: ['decide'],
    issues: ['sheet'],
    source: building.score,
    told: text('核查了，逐项扣分', 'checked it item by item'),
  },
  decide: {
    title: text('评审', 'Decide'),
    from: ['checked'],
    to: [{ if: PASSED, to: 'publicised' }, { to: 'failed' }],
    by: others('leader'),
    form: 'decision',
    guards: ['notTheHandler', notByWhoChecked],
    meets: ['decide'],
    starts: ['publicity'],
    source: building.score,
    tells: text('创建单位', 'The unit'),
    told: text('评审了', 'decided on it'),
  },
  object: {
    title: text('登记异议', 'Objection'),
    from: ['publicised'],
    to: 'objected',
    by: others('clerk', 'triageOfficer', 'reviewer'),
    form: 'objection',
    cancels: ['publicity'],
    starts: ['objection'],
    source: building.publicity,
    told: text('公示期间有人提了异议', 'recorded an objection'),
  },
  decideObjection: {
    title: text('处理异议', 'Decide objection'),
    from: ['objected'],
    to: [{ if: { the: 'upheld', is: ['yes'] }, to: 'failed' }, { to: 'publicised' }],
    by: others('leader'),
    form: 'objectionDecided',
    guards: ['notTheHandler', notByWhoChecked],
    meets: ['objection'],
    starts: ['publicity'],
    source: building.publicity,
    tells: text('提异议的人、创建单位', 'Who objected, and the unit'),
    told: text('处理了异议', 'decided the objection'),
  },
  takeEffect: {
    title: text('公示期满，达标', 'Publicity over'),
    from: ['publicised'],
    to: 'certified',
    by: ['system'],
    starts: ['validity'],
    issues: ['certificate'],
    source: building.publicity,
    told: text('公示期满没有异议，达标', 'was certified: nobody objected'),
  },
  expire: {
    title: text('有效期满', 'Expire'),
    from: ['certified'],
    to: 'expired',
    by: ['system'],
    source: building.programme,
    told: text('有效期满，称号自然终止', 'its time was over'),
  },
  revoke: {
    title: text('撤销', 'Revoke'),
    from: ['certified'],
    to: 'suspended',
    by: others('leader'),
    form: 'revocation',
    guards: ['notTheHandler'],
    aside: true,
    cancels: ['validity'],
    starts: ['suspension'],
    revokes: ['certificate'],
    source: building.suspension,
    tells: text('创建单位', 'The unit'),
    told: text('撤销了称号', 'revoked it'),
  },
  endSuspension: {
    title: text('暂停期满', 'Suspension over'),
    from: ['suspended'],
    to: 'revoked',
    by: ['system'],
    source: building.suspension,
    told: text('暂停评先评优期满', 'the time without honours was over'),
  },
  improve: {
    title: text('交办问题', 'Hand over gaps'),
    from: ['checked', 'certified', 'suspended'],
    by: others('reviewer', 'leader', 'triageOfficer'),
    form: 'formerResult',
    aside: true,
    opens: [
      {
        procedure: 'rectification',
        link: 'rectifies',
        each: 'gaps',
        carry: { title: 'row.title', measure: 'row.measure', unit: 'row.unit', dueOn: 'improveBy' },
      },
    ],
    source: governance.writeOff,
    tells: text('每条的整改单位', 'The unit of each'),
    told: text('把核查的问题逐条交办', 'handed the gaps over'),
  },
  withdraw: {
    title: text('退出', 'Withdraw'),
    from: ['listed', 'scored', 'checked'],
    to: 'withdrawn',
    by: others('leader', 'triageOfficer'),
    form: 'refusal',
    guards: ['notTheHandler'],
    aside: true,
    source: ownRule,
    told: text('退出了今年的创建', 'withdrew it from the programme'),
  },
} as const satisfies Record<string, Step>
