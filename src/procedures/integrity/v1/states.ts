import type { State } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'

export const integrityStates = {
  registered: {
    title: text('待受理、定级', 'To take up'),
    group: 'open',
    public: text('已登记', 'Recorded'),
    lane: 'auditor',
  },
  checking: {
    title: text('待核查', 'To look into'),
    group: 'open',
    public: text('正在核查', 'Being looked into'),
    lane: 'auditor',
  },
  graded: {
    title: text('待审定', 'To approve'),
    group: 'open',
    public: text('正在审定', 'Being approved'),
    lane: 'president',
  },
  toRegrade: {
    title: text('待重新定级', 'To grade again'),
    group: 'open',
    public: text('正在定级', 'Being graded'),
    lane: 'auditor',
  },
  controlled: {
    title: text('防控中', 'Under control'),
    group: 'waiting',
    public: text('按措施防控', 'Under control'),
    lane: 'auditor',
  },
  concluded: {
    title: text('已办结', 'Concluded'),
    group: 'done',
    outcome: 'concluded',
    public: text('已办结', 'Concluded'),
  },
  retired: {
    title: text('已撤销', 'Retired'),
    group: 'done',
    outcome: 'retired',
    public: text('已撤销', 'Retired'),
  },
  quarterFiled: {
    title: text('已报', 'Reported'),
    group: 'done',
    outcome: 'reported',
    public: text('已报', 'Reported'),
  },
} as const satisfies Record<string, State<'concluded' | 'retired' | 'reported'>>
