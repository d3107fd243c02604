import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import type { State } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { ownRule } from '../../shared/v1/sources.ts'
import { building } from '../../shared/v1/sources-building.ts'

const toLeader = [
  { after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('报分管领导', 'To the leader') },
] as const

const work = (code: string, zh: string, en: string, length: number) =>
  ({
    code,
    title: text(zh, en),
    length,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ before: { length: 2, unit: 'workingDay' } }],
    escalation: toLeader,
    source: ownRule,
  }) as const

export const certificationDeadlines = {
  score: {
    code: 'CER-P1',
    title: text('自评', 'Score oneself'),
    length: { dayIn: 'dueOn' },
    unit: 'calendarDay',
    roll: 'previous',
    warn: [{ before: { length: 10, unit: 'workingDay' } }],
    escalation: toLeader,
    source: building.programme,
  },
  check: work('CER-P2', '核查', 'Check', 30),
  decide: work('CER-P3', '评审', 'Decide', 15),
  publicity: {
    code: 'CER-P4',
    title: text('公示', 'Publicity'),
    length: 5,
    unit: 'workingDay',
    roll: 'none',
    warn: [],
    onExpiry: { takes: 'takeEffect' },
    source: building.publicity,
  },
  objection: work('CER-P5', '处理异议', 'Decide the objection', 15),
  validity: {
    code: 'CER-P6',
    title: text('有效期', 'Validity'),
    length: { dayIn: 'validUntil' },
    unit: 'calendarDay',
    roll: 'none',
    warn: [{ before: { length: 60, unit: 'calendarDay' } }],
    onExpiry: { takes: 'expire' },
    source: building.programme,
  },
  suspension: {
    code: 'CER-P7',
    title: text('暂停评先评优', 'No honours'),
    length: {
      by: 'revokedFor',
      lengths: {
        listed: { length: 6, unit: 'month' },
        missed: { length: 1, unit: 'year' },
        grave: { length: 1, unit: 'year' },
        fraud: { length: 1, unit: 'year' },
      },
    },
    unit: 'month',
    from: 'revokedOn',
    roll: 'none',
    warn: [{ before: { length: 10, unit: 'workingDay' } }],
    onExpiry: { takes: 'endSuspension' },
    source: building.suspension,
  },
} as const satisfies Record<string, DeadlineRule>

const going = text('正在创建', 'Under way')

export const certificationStates = {
  listed: { title: text('待自评', 'To score itself'), group: 'open', public: going },
  scored: { title: text('待核查', 'To check'), group: 'open', public: going },
  checked: { title: text('待评审', 'To decide'), group: 'open', public: going },
  publicised: {
    title: text('公示中', 'Publicised'),
    group: 'waiting',
    public: text('正在公示，可以提异议', 'Publicised; anybody may object'),
  },
  objected: { title: text('待处理异议', 'Objection to decide'), group: 'open', public: going },
  certified: {
    title: text('已达标', 'Certified'),
    group: 'waiting',
    public: text('已达标，在有效期内', 'Certified and valid'),
  },
  suspended: {
    title: text('已撤销，暂停评优', 'Revoked, no honours'),
    group: 'waiting',
    public: text('已撤销', 'Revoked'),
  },
  expired: {
    title: text('有效期满', 'Expired'),
    group: 'done',
    outcome: 'expired',
    public: text('有效期满', 'Its time is over'),
  },
  failed: {
    title: text('没有达标', 'Not certified'),
    group: 'done',
    outcome: 'failed',
    public: text('没有达标', 'Not certified'),
  },
  revoked: {
    title: text('已撤销', 'Revoked'),
    group: 'done',
    outcome: 'revoked',
    public: text('已撤销', 'Revoked'),
  },
  withdrawn: {
    title: text('已退出', 'Withdrawn'),
    group: 'done',
    outcome: 'withdrawn',
    public: text('不再创建', 'No longer taking part'),
  },
} as const satisfies Record<string, State<'expired' | 'failed' | 'revoked' | 'withdrawn'>>
