import type { DeadlineRule } from '../domain/procedure/deadline.ts'
import { defineProcedure } from '../domain/procedure/procedure.ts'
import { text } from '../domain/wording/text.ts'

const trial = { article: text('试验规则', 'Trial rule'), mark: 'product' } as const
const reason = { kind: 'text', title: text('理由', 'Reason'), required: true, means: 'reason' } as const
const by = ['handler'] as const

/** A work of ten days with every word that a definition has for time. */
export const timedProcedure = defineProcedure({
  id: 'timed',
  version: 1,
  effectiveOn: '2020-01-01',
  title: text('计时事项', 'Timed matter'),
  short: text('计时', 'Timed'),
  prefix: 'JS',
  purpose: text('只用于试验', 'For tests only'),
  source: trial,
  categories: {},
  outcomes: { closed: text('办结', 'Closed') },
  documents: {},
  ledger: [],
  forms: {
    opening: {
      title: text('登记', 'Register'),
      fields: { title: { kind: 'text', title: text('标题', 'Title'), required: true, sets: 'title' } },
    },
    pause: {
      title: text('暂停', 'Pause'),
      fields: {
        reason,
        stoodFrom: { kind: 'date', title: text('哪天停的', 'From'), notAfter: 'today', means: 'pausedFrom' },
        stoodTo: { kind: 'date', title: text('停到哪天', 'Until'), notAfter: 'today', means: 'pausedTo' },
      },
    },
    resume: {
      title: text('恢复', 'Resume'),
      fields: { stoodTo: { kind: 'date', title: text('停到哪天', 'Until'), notAfter: 'today', means: 'pausedTo' } },
    },
  },
  deadlines: {
    work: {
      code: 'JS-01',
      title: text('办理', 'Work'),
      length: 10,
      unit: 'calendarDay',
      roll: 'none',
      pausable: true,
      warn: [],
      source: trial,
    },
  } as const satisfies Record<string, DeadlineRule>,
  opening: { form: 'opening', by: ['clerk'], state: 'working', starts: ['work'] },
  states: {
    working: { title: text('在办', 'Working'), group: 'open', public: text('正在办理', 'Being handled') },
    closed: { title: text('办结', 'Closed'), group: 'done', outcome: 'closed', public: text('办完了', 'Done') },
  },
  steps: {
    pause: { title: text('暂停', 'Pause'), from: ['working'], by, form: 'pause', pauses: ['work'] },
    resume: { title: text('恢复', 'Resume'), from: ['working'], by, form: 'resume', resumes: ['work'] },
    close: { title: text('办结', 'Close'), from: ['working'], to: 'closed', by, meets: ['work'] },
  },
})
