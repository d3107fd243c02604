import type { State } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'

const inReview = text('正在评查', 'Under review')

export const sheetStates = {
  toAssign: { title: text('待指定评查人', 'To name reviewers'), group: 'open', public: inReview, lane: 'divisionHead' },
  reviewing: { title: text('评查中', 'Under review'), group: 'open', public: inReview, lane: 'judge' },
  toThird: { title: text('待定第三人', 'To name a third'), group: 'open', public: inReview, lane: 'divisionHead' },
  scoringThird: { title: text('第三人评查中', 'Third review'), group: 'open', public: inReview, lane: 'judge' },
  scored: { title: text('待定等次', 'To grade'), group: 'open', public: inReview, lane: 'divisionHead' },
  graded: { title: text('待告知', 'To tell'), group: 'open', public: inReview, lane: 'divisionHead' },
  told: { title: text('待承办人答复', 'Awaiting the handler'), group: 'waiting', public: inReview, lane: 'judge' },
  objected: { title: text('待指定复评人', 'To name others'), group: 'open', public: inReview, lane: 'divisionHead' },
  rereviewing: { title: text('复评中', 'Reviewed again'), group: 'open', public: inReview, lane: 'judge' },
  toCorrect: { title: text('待整改', 'To put right'), group: 'open', public: inReview, lane: 'judge' },
  confirmed: {
    title: text('已评定', 'Confirmed'),
    group: 'done',
    outcome: 'confirmed',
    public: text('评查结束', 'Review ended'),
  },
  cancelled: {
    title: text('不评', 'Not reviewed'),
    group: 'done',
    outcome: 'cancelled',
    public: text('没有评查', 'Not reviewed'),
  },
} as const satisfies Record<string, State<'confirmed' | 'cancelled'>>
