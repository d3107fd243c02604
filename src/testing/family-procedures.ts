import { defineProcedure } from '../domain/procedure/procedure.ts'
import { text } from '../domain/wording/text.ts'

const product = { article: text('试验规则', 'Trial rule'), mark: 'product' } as const
const none = { categories: {}, deadlines: {}, documents: {}, ledger: [] } as const
const shared = { version: 1, effectiveOn: '2020-01-01', source: product, ...none } as const
const words = { kind: 'longText', title: text('说什么', 'Words'), required: true } as const
const title = { kind: 'text', title: text('标题', 'Title'), required: true, sets: 'title' } as const
const opening = { title: text('登记', 'Register'), fields: { title } } as const
const clockless = text('只用于试验', 'For tests only')

/** What residents bring: it waits for the work that comes of it, or for the one that said the same. */
export const askingProcedure = defineProcedure({
  ...shared,
  id: 'asking',
  title: text('试验诉求', 'Trial request'),
  short: text('诉求', 'Request'),
  prefix: 'SA',
  purpose: text('只用于试验', 'For tests only'),
  outcomes: { answered: text('答复', 'Answered') },
  forms: {
    opening,
    words: { title: text('说明', 'Say'), fields: { words } },
    merge: {
      title: text('并入', 'Merge'),
      fields: { into: { kind: 'text', title: text('哪一件', 'Which'), required: true } },
    },
    adopt: {
      title: text('认领', 'Adopt'),
      fields: { other: { kind: 'text', title: text('哪一件', 'Which'), required: true } },
    },
    route: {
      title: text('分流', 'Route'),
      fields: { toUnit: { kind: 'unit', title: text('单位', 'Unit'), required: true } },
    },
  },
  opening: { form: 'opening', by: ['clerk', 'reporter'], state: 'received', starts: [] },
  states: {
    received: { title: text('待分流', 'To route'), group: 'open', clockless },
    waiting: { title: text('已分流', 'Routed'), group: 'waiting', clockless },
    merged: { title: text('并办', 'Merged'), group: 'waiting', clockless },
    answered: { title: text('已答复', 'Answered'), group: 'done', outcome: 'answered' },
  },
  steps: {
    route: {
      title: text('分流', 'Route'),
      from: ['received', 'waiting'],
      to: 'waiting',
      by: ['triageOfficer'],
      form: 'route',
      opens: [{ procedure: 'working', link: 'childOf', carry: { title: 'title', unit: 'toUnit' } }],
    },
    adopt: {
      title: text('认领', 'Adopt'),
      from: ['received', 'waiting'],
      to: 'waiting',
      by: ['triageOfficer'],
      form: 'adopt',
      linksTo: { field: 'other', type: 'childOf', back: true },
    },
    add: {
      title: text('补充', 'Add'),
      from: 'open',
      by: ['clerk'],
      form: 'words',
      aside: true,
      relays: [{ to: 'children', step: 'hear', carry: { words: 'words' } }],
    },
    hear: { title: text('被问到', 'Asked'), from: ['waiting'], by: ['system'], form: 'words', aside: true },
    merge: {
      title: text('并入', 'Merge'),
      from: ['received'],
      to: 'merged',
      by: ['clerk'],
      form: 'merge',
      linksTo: { field: 'into', type: 'duplicateOf' },
    },
    unmerge: {
      title: text('撤销并办', 'Undo'),
      from: ['merged'],
      to: 'received',
      by: ['clerk'],
      unlinks: 'duplicateOf',
    },
    answer: {
      title: text('答复', 'Answer'),
      from: ['received', 'waiting'],
      to: 'answered',
      by: ['clerk'],
      form: 'words',
      guards: ['allChildrenDone'],
      relays: [{ to: 'merged', step: 'answerMerged', carry: { words: 'words' } }],
    },
    answerMerged: {
      title: text('一并答复', 'Answer'),
      from: ['merged'],
      to: 'answered',
      by: ['system'],
      form: 'words',
    },
  },
})

/** The work that comes of it: can be handed back, and passed up a tier. */
export const workingProcedure = defineProcedure({
  ...shared,
  id: 'working',
  title: text('试验事项', 'Trial work'),
  short: text('事项', 'Work'),
  prefix: 'SW',
  purpose: text('只用于试验', 'For tests only'),
  outcomes: {
    done: text('办结', 'Done'),
    returned: text('退回', 'Returned'),
    passedUp: text('上交', 'Passed up'),
  },
  forms: {
    opening: {
      ...opening,
      fields: { ...opening.fields, unit: { kind: 'unit', title: text('单位', 'Unit'), sets: 'unit' } },
    },
    words: { title: text('说明', 'Say'), fields: { words } },
    reason: { title: text('理由', 'Reason'), fields: { why: { ...words, means: 'reason' } } },
  },
  opening: { form: 'opening', by: ['clerk', 'handler'], state: 'handling', starts: [] },
  states: {
    handling: { title: text('在办', 'In hand'), group: 'open', clockless },
    done: { title: text('办结', 'Done'), group: 'done', outcome: 'done' },
    returned: { title: text('退回', 'Returned'), group: 'done', outcome: 'returned' },
    passedUp: { title: text('上交', 'Passed up'), group: 'done', outcome: 'passedUp' },
  },
  steps: {
    hear: {
      title: text('反映人补充', 'Added'),
      from: 'open',
      by: ['system'],
      form: 'words',
      aside: true,
      raises: ['owner'],
    },
    ask: {
      title: text('问反映人', 'Ask'),
      from: 'open',
      by: ['handler'],
      form: 'words',
      aside: true,
      relays: [{ to: 'parent', step: 'hear', carry: { words: 'words' } }],
    },
    finish: { title: text('办结', 'Finish'), from: ['handling'], to: 'done', by: ['handler'], handles: true },
    giveBack: { title: text('退回', 'Return'), from: ['handling'], to: 'returned', by: ['handler'], form: 'reason' },
    passUp: {
      title: text('上交', 'Pass up'),
      from: ['handling'],
      to: 'passedUp',
      by: ['handler'],
      opens: [{ procedure: 'working', link: 'escalatedFrom', toParentUnit: true, carry: { title: 'title' } }],
    },
  },
})
