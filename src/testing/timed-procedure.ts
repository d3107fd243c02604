import type { DeadlineRule } from '../domain/procedure/deadline.ts'
import { defineProcedure } from '../domain/procedure/procedure.ts'
import { text } from '../domain/wording/text.ts'

const trial = { article: text('试验规则', 'Trial rule'), mark: 'product' } as const
const reason = { kind: 'text', title: text('理由', 'Reason'), required: true, means: 'reason' } as const
const cadence = {
  kind: 'choice',
  title: text('多久反馈', 'How often'),
  required: true,
  options: { weekly: text('每周', 'Weekly'), monthly: text('每月', 'Monthly') },
} as const
const by = ['handler'] as const
const NONE = text('只用于试验', 'For tests only')

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
      fields: { title: { kind: 'text', title: text('标题', 'Title'), required: true, sets: 'title' }, cadence },
    },
    pause: {
      title: text('暂停', 'Pause'),
      fields: {
        reason,
        what: {
          kind: 'choice',
          title: text('扣除什么', 'What is left out'),
          required: true,
          options: { testing: text('检测', 'Testing'), hearing: text('听证', 'Hearing') },
          means: 'pauseKind',
        },
        stoodFrom: {
          kind: 'date',
          title: text('哪天停的', 'From'),
          notAfter: 'today',
          boundless: NONE,
          means: 'pausedFrom',
        },
        stoodTo: {
          kind: 'date',
          title: text('停到哪天', 'Until'),
          notAfter: 'today',
          boundless: NONE,
          means: 'pausedTo',
        },
      },
    },
    meeting: {
      title: text('定开会日', 'Fix the meeting'),
      fields: {
        meetingOn: {
          kind: 'date',
          title: text('哪天开会', 'Meeting on'),
          required: true,
          notBefore: 'today',
          boundless: NONE,
        },
        cadence,
      },
    },
    extension: {
      title: text('延期', 'Extend'),
      fields: {
        reason,
        extendBy: { kind: 'number', title: text('延几天', 'Days'), required: true, min: 1, means: 'extendBy' },
      },
    },
    resume: {
      title: text('恢复', 'Resume'),
      fields: {
        stoodTo: {
          kind: 'date',
          title: text('停到哪天', 'Until'),
          notAfter: 'today',
          boundless: NONE,
          means: 'pausedTo',
        },
      },
    },
  },
  deadlines: {
    work: {
      code: 'JS-01',
      title: text('办理', 'Work'),
      length: 10,
      unit: 'calendarDay',
      roll: 'none',
      pausable: {
        testing: { title: text('检测', 'Testing') },
        hearing: { title: text('听证', 'Hearing'), maxDays: 5 },
      },
      extension: [
        {
          max: { length: 10, unit: 'calendarDay' },
          by: ['leader'],
          applyBefore: { length: 3, unit: 'calendarDay' },
          decideBefore: { length: 1, unit: 'calendarDay' },
        },
        { max: { length: 5, unit: 'calendarDay' }, by: ['reviewer'] },
      ],
      escalation: [{ after: { length: 1, unit: 'calendarDay' }, to: 'leader', title: text('督办', 'Supervise') }],
      warn: [],
      source: trial,
    },
    objection: {
      code: 'JS-02',
      title: text('异议期', 'Time to object'),
      length: 5,
      unit: 'calendarDay',
      roll: 'next',
      onExpiry: { takes: 'becomeFinal' },
      warn: [],
      source: trial,
    },
    notice: {
      code: 'JS-03',
      title: text('通知开会', 'Give notice'),
      length: { before: 'meetingOn', clearDays: 3 },
      unit: 'calendarDay',
      roll: 'none',
      warn: [],
      source: trial,
    },
    report: {
      code: 'JS-04',
      title: text('反馈', 'Report'),
      length: { by: 'cadence', lengths: { weekly: 7, monthly: { length: 1, unit: 'month' } } },
      unit: 'calendarDay',
      roll: 'none',
      warn: [],
      source: trial,
    },
    archive: {
      code: 'JS-05',
      title: text('归档', 'File'),
      length: 3,
      unit: 'month',
      roll: 'none',
      afterClosing: true,
      warn: [],
      source: trial,
    },
  } as const satisfies Record<string, DeadlineRule>,
  opening: { form: 'opening', by: ['clerk'], state: 'working', starts: ['work'] },
  states: {
    checking: {
      title: text('待核实', 'To be checked'),
      group: 'open',
      public: text('正在核实', 'Being checked'),
      clockless: NONE,
    },
    asked: {
      title: text('待批延期', 'More time asked for'),
      group: 'open',
      public: text('正在办理', 'Being handled'),
      clockless: NONE,
    },
    published: { title: text('公示中', 'Published'), group: 'waiting', public: text('正在公示', 'Published') },
    working: {
      title: text('在办', 'Working'),
      group: 'open',
      public: text('正在办理', 'Being handled'),
      clockless: NONE,
    },
    closed: { title: text('办结', 'Closed'), group: 'done', outcome: 'closed', public: text('办完了', 'Done') },
  },
  steps: {
    pause: { title: text('暂停', 'Pause'), from: ['working'], by, form: 'pause', pauses: ['work'] },
    resume: { title: text('恢复', 'Resume'), from: ['working'], by, form: 'resume', resumes: ['work'] },
    report: { title: text('报办好', 'Report done'), from: ['working'], to: 'checking', by, holds: ['work'] },
    confirm: { title: text('核实', 'Confirm'), from: ['checking'], to: 'working', by, meets: ['work'] },
    sendBack: { title: text('没办好', 'Send back'), from: ['checking'], to: 'working', by, runsOn: ['work'] },
    ask: { title: text('申请延期', 'Ask for more time'), from: ['working'], to: 'asked', by, asks: 'work' },
    grant: {
      title: text('同意延期', 'Grant'),
      from: ['asked', 'working'],
      to: 'working',
      by: ['leader', 'reviewer'],
      form: 'extension',
      extends: 'work',
    },
    publish: {
      title: text('公示', 'Publish'),
      from: ['working'],
      to: 'published',
      by,
      meets: ['work'],
      starts: ['objection'],
    },
    object: { title: text('有异议', 'Objection'), from: ['published'], to: 'working', by, meets: ['objection'] },
    becomeFinal: {
      title: text('公示期满', 'Publication over'),
      from: ['published'],
      to: 'closed',
      by: ['system'],
    },
    fix: {
      title: text('定开会日', 'Fix the meeting'),
      from: ['working'],
      by,
      form: 'meeting',
      aside: true,
      starts: ['notice', 'report'],
    },
    tell: { title: text('发通知', 'Give notice'), from: ['working'], by, aside: true, meets: ['notice'] },
    feedBack: {
      title: text('反馈', 'Report'),
      from: ['working'],
      by,
      aside: true,
      meets: ['report'],
      starts: ['report'],
    },
    close: {
      title: text('办结', 'Close'),
      from: ['working'],
      to: 'closed',
      by,
      meets: ['work'],
      starts: ['archive'],
    },
    file: { title: text('归档', 'File'), from: ['closed'], by, aside: true, meets: ['archive'] },
  },
})
