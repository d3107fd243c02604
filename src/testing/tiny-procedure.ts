import { defineProcedure } from '../domain/procedure/procedure.ts'
import { text } from '../domain/wording/text.ts'

const product = { article: text('试验规则', 'Trial rule'), mark: 'product' } as const

/** The smallest procedure with everything storage must carry: a clock, a personal field, a vault field, a child, a verifier. */
export const tinyProcedure = defineProcedure({
  id: 'tiny',
  version: 1,
  effectiveOn: '2020-01-01',
  title: text('试验事项', 'Trial matter'),
  short: text('试验', 'Trial'),
  prefix: 'SY',
  purpose: text('只用于试验', 'For tests only'),
  source: product,
  categories: {},
  outcomes: { closed: text('办结', 'Closed') },
  documents: {},
  ledger: [],
  forms: {
    opening: {
      title: text('登记', 'Register'),
      fields: {
        title: { kind: 'text', title: text('标题', 'Title'), required: true, sets: 'title' },
        place: { kind: 'text', title: text('地点', 'Place'), sets: 'place' },
        aboutUnit: { kind: 'unit', title: text('反映的单位', 'About'), sets: 'aboutUnit' },
        phone: {
          kind: 'text',
          title: text('电话', 'Phone'),
          personal: { purpose: text('联系', 'Contact'), retention: { length: 2, unit: 'year' } },
        },
        reporter: {
          kind: 'text',
          title: text('反映人', 'Reporter'),
          personal: { purpose: text('回访', 'Call back'), retention: { length: 2, unit: 'year' }, vault: true },
        },
      },
    },
    done: {
      title: text('办理', 'Handle'),
      fields: { done: { kind: 'text', title: text('做了什么', 'What was done'), required: true } },
    },
  },
  deadlines: {
    handle: {
      code: 'SY-01',
      title: text('办理期限', 'To handle'),
      length: 5,
      unit: 'workingDay',
      roll: 'none',
      warn: [{ before: { length: 1, unit: 'workingDay' } }],
      escalation: [
        { after: { length: 2, unit: 'workingDay' }, to: 'leader', title: text('报分管领导', 'Tell the leader') },
      ],
      source: product,
    },
  },
  opening: { form: 'opening', by: ['clerk', 'reporter'], state: 'received', starts: ['handle'] },
  states: {
    received: { title: text('已受理', 'Received'), group: 'open' },
    handled: { title: text('待验收', 'To be verified'), group: 'open' },
    closed: { title: text('已办结', 'Closed'), group: 'done', outcome: 'closed' },
  },
  steps: {
    note: { title: text('记录', 'Note'), from: 'open', by: ['handler', 'clerk'], form: 'done', aside: true },
    split: {
      title: text('转出', 'Split'),
      from: ['received'],
      by: ['handler'],
      opens: [{ procedure: 'tiny', link: 'childOf', carry: { title: 'title', place: 'place' } }],
      to: 'handled',
      handles: true,
      meets: ['handle'],
    },
    handle: {
      title: text('办理', 'Handle'),
      from: ['received'],
      by: ['handler'],
      form: 'done',
      to: 'handled',
      handles: true,
      meets: ['handle'],
    },
    close: {
      title: text('验收', 'Verify'),
      from: ['handled'],
      by: ['verifier', 'handler'],
      to: 'closed',
      guards: ['notTheHandler', 'allChildrenDone'],
      verifies: true,
    },
  },
})
