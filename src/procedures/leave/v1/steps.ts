import type { Condition } from '../../../domain/procedure/condition.ts'
import type { Guard, Step } from '../../../domain/procedure/procedure.ts'
import type { Taker } from '../../../domain/procedure/taker.ts'
import { ROLES, type Role } from '../../../domain/unit/role.ts'
import { text } from '../../../domain/wording/text.ts'
import { correctionSteps } from '../../shared/v1/putting-right.ts'
import { recusalSteps } from '../../shared/v1/recusal.ts'
import { ownRule } from '../../shared/v1/sources.ts'
import { headsReport } from './sources.ts'

/** Whoever works in a post. */
export const OFFICIALS = (Object.keys(ROLES) as Role[]).filter((role) => role !== 'reporter' && role !== 'system')

const OVERSEERS = ['leader', 'president', 'divisionHead'] as const satisfies readonly Role[]

const absentThemselves: readonly Taker[] = OFFICIALS.map((role) => ({ role, is: 'owner' }))
/** Who oversees the post, in its unit or above it. */
const overseers: readonly Taker[] = OVERSEERS.map((role) => ({ role, at: 'owner' }))
const overseersAbove: readonly Taker[] = OVERSEERS.map((role) => ({ role, at: 'owner', outside: 'owner' }))

const isHead: Condition = { the: 'head', is: ['yes'] }
const notForOneself: readonly (Guard | Condition)[] = ['notRegisteredBy', { not: { actor: { holds: 'owner' } } }]

const approval = {
  from: ['asked'],
  to: 'granted',
  meets: ['decide'],
  starts: ['back'],
  issues: ['slip'],
  told: text('批了', 'granted it'),
} as const

export const leaveSteps = {
  approve: {
    ...approval,
    title: text('同意', 'Grant'),
    by: overseers,
    guards: [...notForOneself, { not: isHead }],
    source: ownRule,
  },
  approveAbove: {
    ...approval,
    title: text('同意（上级）', 'Grant (above)'),
    by: overseersAbove,
    guards: [...notForOneself, isHead],
    source: headsReport,
  },
  refuse: {
    title: text('不同意', 'Refuse'),
    from: ['asked'],
    to: 'refused',
    by: overseers,
    form: 'refusal',
    guards: [...notForOneself],
    meets: ['decide'],
    raises: ['owner'],
    source: ownRule,
  },
  withdraw: {
    title: text('不请了', 'Withdraw'),
    from: ['asked'],
    to: 'withdrawn',
    by: absentThemselves,
    aside: true,
    alone: text('还没有批，本人可以不请', 'Not granted yet: whoever asked may take it back'),
    cancels: ['decide'],
    source: ownRule,
  },
  askChange: {
    title: text('申请改天数、换人代', 'Ask for a change'),
    from: ['granted'],
    to: 'changing',
    by: [...absentThemselves, ...overseers],
    form: 'askedChange',
    aside: true,
    starts: ['decideChange'],
    source: ownRule,
    told: text('想改天数或者换人代，还没有批', 'asked for other days or another deputy, not granted yet'),
  },
  grantChange: {
    title: text('同意改', 'Grant the change'),
    from: ['changing'],
    to: 'granted',
    by: overseers,
    form: 'change',
    guards: [{ not: { actor: { holds: 'owner' } } }],
    meets: ['decideChange'],
    starts: ['back'],
    issues: ['slip'],
    source: ownRule,
  },
  refuseChange: {
    title: text('不同意改', 'Refuse the change'),
    from: ['changing'],
    to: 'granted',
    by: overseers,
    form: 'refusal',
    guards: [{ not: { actor: { holds: 'owner' } } }],
    meets: ['decideChange'],
    raises: ['owner'],
    source: ownRule,
  },
  end: {
    title: text('回来了', 'Back'),
    from: ['granted', 'changing'],
    to: 'taken',
    by: ['system', ...absentThemselves, ...overseers],
    alone: text('回来了就接着办自己的事，不用别人批', 'Whoever is back goes on with the work; nobody need grant that'),
    meets: ['back'],
    cancels: ['decideChange'],
    source: ownRule,
    told: text('回来了，不再由别人代', 'is back: nobody stands in any more'),
  },
  correct: { ...correctionSteps.correct, by: overseers, source: ownRule },
  recuse: { ...recusalSteps.recuse, by: OVERSEERS, raises: ['responsible'], source: ownRule },
  liftRecusal: { ...recusalSteps.liftRecusal, by: overseers, source: ownRule },
} as const satisfies Record<string, Step>
