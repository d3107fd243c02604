import type { Procedure } from '../../domain/procedure/procedure.ts'
import { text } from '../../domain/wording/text.ts'
import { withCrossings } from '../../procedures/shared/v2/crossing.ts'
import type { Road } from '../../procedures/shared/v2/crossing-roads.ts'

const source = { article: text('试验规则', 'Trial rule'), mark: 'product' } as const
const personal = { purpose: text('联系', 'Contact'), retention: { length: 2, unit: 'year' } } as const
const clockless = text('只用于试验', 'For tests only')
const carry = { title: 'title', materials: 'materials' }
const opening = { form: 'opening', by: ['clerk'] as const, state: 'received', starts: [] }

/** Up it goes with the reporter's phone and name, over to a neighbour without. */
const up: Road = { from: ['received'], back: 'received', carry, personal: { phone: 'phone', reporter: 'reporter' } }
const over: Road = { from: ['received'], back: 'received', carry }

const home: Procedure = {
  id: 'crossing',
  version: 1,
  effectiveOn: '2020-01-01',
  title: text('试验转件', 'Trial crossing'),
  short: text('转件', 'Crossing'),
  prefix: 'SX',
  purpose: text('只用于试验', 'For tests only'),
  source,
  categories: {},
  outcomes: { closed: text('办结', 'Closed') },
  documents: {},
  ledger: [],
  forms: {
    opening: {
      title: text('登记', 'Register'),
      fields: {
        title: { kind: 'text', title: text('标题', 'Title'), required: true, sets: 'title' },
        aboutUnit: { kind: 'unit', title: text('反映的单位', 'About'), sets: 'aboutUnit' },
        hiddenUnit: { kind: 'unit', title: text('不让谁知道', 'Kept from'), hides: true },
        phone: { kind: 'text', title: text('电话', 'Phone'), personal },
        reporter: { kind: 'text', title: text('反映人', 'Reporter'), personal: { ...personal, vault: true } },
        materials: { kind: 'files', title: text('材料', 'Files') },
      },
    },
    answer: {
      title: text('答复', 'Answer'),
      fields: {
        words: { kind: 'longText', title: text('怎么答', 'Words'), required: true, public: true },
        inner: { kind: 'longText', title: text('内部意见', 'Inner note') },
      },
    },
  },
  deadlines: {},
  opening,
  states: {
    received: { title: text('待答复', 'To answer'), group: 'open', clockless, public: text('在办', 'Handled') },
    closed: { title: text('已办结', 'Closed'), group: 'done', outcome: 'closed', public: text('办结', 'Closed') },
  },
  steps: {
    answer: { title: text('答复', 'Answer'), from: ['received'], to: 'closed', by: ['clerk'], form: 'answer' },
    withdraw: { title: text('撤诉', 'Withdraw'), from: 'open', to: 'closed', by: ['clerk'], aside: true },
  },
}

/** The smallest kind that goes to other offices with everything that can cross: a file, a sealed answer, one of the vault. */
export const crossingProcedure: Procedure = withCrossings(home, { up, over })
