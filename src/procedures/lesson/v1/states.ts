import type { State } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'

export const lessonOutcomes = {
  applied: text('已落实', 'Applied'),
  checkedOnly: text('查了单位，台账没有改', 'Units checked; record left as it was'),
  refused: text('不采纳', 'Not taken'),
  cancelled: text('已撤销', 'Cancelled'),
} as const

export const lessonStates = {
  draft: { title: text('待写建议', 'To be proposed'), group: 'open', public: text('正在总结教训', 'Being drawn') },
  proposed: { title: text('待定', 'To decide'), group: 'open', public: text('正在定', 'Being decided') },
  changing: { title: text('正在改版', 'New version due'), group: 'waiting', public: text('正在修改', 'Being changed') },
  checking: {
    title: text('同类单位自查', 'Units checking'),
    group: 'open',
    public: text('同类单位正在自查', 'Like units are checking'),
  },
  applied: { title: text('已落实', 'Applied'), group: 'done', outcome: 'applied', public: text('已落实', 'Applied') },
  checkedOnly: {
    title: text('已查，台账未改', 'Checked only'),
    group: 'done',
    outcome: 'checkedOnly',
    public: text('已查过', 'Checked'),
  },
  refused: {
    title: text('不采纳', 'Not taken'),
    group: 'done',
    outcome: 'refused',
    public: text('不采纳', 'Not taken'),
  },
  cancelled: {
    title: text('已撤销', 'Cancelled'),
    group: 'done',
    outcome: 'cancelled',
    public: text('已撤销', 'Cancelled'),
  },
} as const satisfies Record<string, State<keyof typeof lessonOutcomes>>
