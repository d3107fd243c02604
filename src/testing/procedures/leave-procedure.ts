import { defineProcedure } from '../../domain/procedure/procedure.ts'
import { text } from '../../domain/wording/text.ts'

const product = { article: text('试验规则', 'Trial rule'), mark: 'product' } as const

/** The smallest kind by which another post acts for a post: by days for whoever is away, by rows and moments for a duty. */
export const leaveProcedure = defineProcedure({
  id: 'away',
  version: 1,
  effectiveOn: '2020-01-01',
  title: text('试验请假', 'Trial leave'),
  short: text('请假', 'Leave'),
  prefix: 'SQ',
  purpose: text('只用于试验', 'For tests only'),
  source: product,
  categories: {},
  outcomes: { ended: text('结束', 'Ended') },
  documents: {},
  ledger: [],
  forms: {
    opening: {
      title: text('请假', 'Leave'),
      fields: {
        title: { kind: 'text', title: text('标题', 'Title'), required: true, sets: 'title' },
        post: { kind: 'post', title: text('谁不在', 'Who is away'), required: true },
        deputy: { kind: 'post', title: text('由谁代', 'Who stands in') },
        from: {
          kind: 'date',
          title: text('从', 'From'),
          required: true,
          notAfter: { field: 'until' },
          boundless: text('可以补记', 'May be recorded later'),
        },
        until: {
          kind: 'date',
          title: text('到', 'Until'),
          required: true,
          notBefore: { field: 'from' },
          boundless: text('由批准的人定', 'Whoever approves decides'),
        },
      },
    },
    change: {
      title: text('改', 'Change'),
      fields: {
        deputy: { kind: 'post', title: text('由谁代', 'Who stands in'), known: true },
        until: {
          kind: 'date',
          title: text('到', 'Until'),
          required: true,
          notBefore: 'opening',
          boundless: text('由批准的人定', 'Whoever approves decides'),
        },
      },
    },
  },
  deadlines: {
    decide: {
      code: 'SQ-01',
      title: text('批', 'Decide'),
      length: 5,
      unit: 'workingDay',
      roll: 'none',
      warn: [],
      source: product,
    },
  },
  standsIn: {
    title: text('代岗', 'Stands in'),
    states: ['granted'],
    for: 'post',
    by: ['deputy'],
    from: 'from',
    until: 'until',
    away: true,
    inLine: true,
  },
  opening: { form: 'opening', by: ['clerk', 'handler', 'leader'], state: 'asked', starts: ['decide'] },
  states: {
    asked: { title: text('待批', 'Asked'), group: 'open', public: text('在批', 'Being decided') },
    granted: {
      title: text('已批', 'Granted'),
      group: 'waiting',
      public: text('已批', 'Granted'),
      clockless: text('到时间就结束', 'Ends by its day'),
    },
    ended: { title: text('已结束', 'Ended'), group: 'done', outcome: 'ended', public: text('已结束', 'Over') },
  },
  steps: {
    grant: {
      title: text('批准', 'Grant'),
      from: ['asked'],
      to: 'granted',
      by: ['leader', 'system'],
      guards: ['notRegisteredBy'],
      meets: ['decide'],
    },
    change: { title: text('改', 'Change'), from: ['granted'], by: ['leader', 'clerk'], form: 'change', aside: true },
    end: {
      title: text('结束', 'End'),
      from: ['granted'],
      to: 'ended',
      by: ['leader'],
      alone: text('回来了不用别人批', 'Nobody need grant coming back'),
    },
  },
})
