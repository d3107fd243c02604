import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import type { State } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { ownRule } from '../../shared/v1/sources.ts'
import { honours } from '../../shared/v1/sources-recognition.ts'

const work = (code: string, zh: string, en: string, length: number) =>
  ({
    code,
    title: text(zh, en),
    length,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ before: { length: 2, unit: 'workingDay' } }],
    escalation: [
      { after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('报分管领导', 'To the leader') },
    ],
    source: ownRule,
  }) as const

export const recognitionDeadlines = {
  examine: work('HON-P1', '审查', 'Examine', 15),
  decide: work('HON-P2', '决定', 'Decide', 10),
  publicity: {
    code: 'HON-P3',
    title: text('公示', 'Publicity'),
    length: 5,
    unit: 'workingDay',
    roll: 'none',
    warn: [],
    onExpiry: { takes: 'takeEffect' },
    source: honours.publicity,
  },
  objection: work('HON-P4', '处理异议', 'Decide the objection', 15),
  correct: {
    code: 'HON-P5',
    title: text('纠错', 'Put right'),
    length: { dayIn: 'correctBy' },
    unit: 'calendarDay',
    roll: 'none',
    when: { field: 'decision', is: ['yes'] },
    warn: [{ before: { length: 5, unit: 'workingDay' } }],
    source: honours.tolerance,
  },
} as const satisfies Record<string, DeadlineRule>

const examined = text('正在审查', 'Being examined')

export const recognitionStates = {
  nominated: { title: text('待审查', 'To examine'), group: 'open', public: examined },
  examined: { title: text('待决定', 'To decide'), group: 'open', public: examined },
  publicised: {
    title: text('公示中', 'Publicised'),
    group: 'waiting',
    public: text('正在公示，可以提异议', 'Publicised; anybody may object'),
  },
  objected: { title: text('待处理异议', 'Objection to decide'), group: 'open', public: examined },
  honoured: {
    title: text('已表彰', 'Honoured'),
    group: 'done',
    outcome: 'honoured',
    public: text('已表彰', 'Honoured'),
  },
  toCorrect: {
    title: text('已容错，待纠错', 'Tolerated, to be put right'),
    group: 'open',
    public: text('予以容错，正在纠正', 'Tolerated; being put right'),
  },
  tolerated: {
    title: text('已容错', 'Tolerated'),
    group: 'done',
    outcome: 'tolerated',
    public: text('予以容错，已经纠正', 'Tolerated and put right'),
  },
  refused: { title: text('不同意', 'Refused'), group: 'done', outcome: 'refused', public: text('没有同意', 'Refused') },
  revoked: { title: text('已撤销', 'Revoked'), group: 'done', outcome: 'revoked', public: text('已撤销', 'Revoked') },
  withdrawn: {
    title: text('已撤回', 'Withdrawn'),
    group: 'done',
    outcome: 'withdrawn',
    public: text('已撤回', 'Withdrawn'),
  },
} as const satisfies Record<string, State<'honoured' | 'tolerated' | 'refused' | 'revoked' | 'withdrawn'>>
