import type { Field, Personal } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { owner, unit } from '../../shared/v1/common-fields.ts'

/** Hazard ledgers are kept three years in one province and two in another: the longer one. */
const kept: Personal = {
  purpose: text('送达文书、联系整改和复查', 'To serve the order and arrange rectification and reinspection'),
  retention: { length: 3, unit: 'year' },
}

/** What a rectification order says. */
export const orderFields = {
  documentNo: { kind: 'text', means: 'document', title: text('指令书编号', 'Order number'), required: true, max: 60 },
  servedOn: {
    kind: 'date',
    title: text('送达日期', 'Served on'),
    required: true,
    notBefore: { field: 'foundOn' },
    notAfter: 'today',
  },
  legalBasis: {
    kind: 'text',
    title: text('依据条款', 'Article'),
    hint: text('写到条', 'Law and article'),
    required: true,
    max: 200,
    known: true,
  },
  responsibleUnit: {
    kind: 'text',
    title: text('整改单位', 'Who is ordered'),
    required: true,
    max: 80,
    known: true,
  },
  responsiblePerson: {
    kind: 'text',
    title: text('整改责任人', 'Person responsible for the fix'),
    max: 40,
    personal: kept,
  },
  responsiblePhone: { kind: 'text', title: text('联系电话', 'Phone'), max: 20, personal: kept },
  measures: { kind: 'longText', title: text('整改措施', 'Measures'), required: true, max: 2000, known: true },
  fund: { kind: 'money', title: text('整改资金', 'Funds'), min: 0, known: true },
  rectifyBy: {
    kind: 'date',
    notBefore: 'today',
    boundless: text('法律没有统一的最长期限', 'The law sets no longest time'),
    title: text('整改时限', 'Rectify by'),
    hint: text('能立即整改的，填当天', 'Today when it can be fixed at once'),
    required: true,
  },
  unit: { ...unit, title: text('承办单位', 'Unit that follows it up') },
  owner: { ...owner, title: text('承办人', 'Handler'), required: true },
} as const satisfies Record<string, Field>

/** The fire law's own paper asks the same under its own name (Fire Law art. 54). */
export const fireOrderFields = {
  ...orderFields,
  documentNo: { ...orderFields.documentNo, title: text('通知书编号', 'Notice number') },
  legalBasis: {
    ...orderFields.legalBasis,
    hint: text('《消防法》第五十四条等，写到条', 'Fire Law art. 54 and others'),
  },
  rectifyBy: { ...orderFields.rectifyBy, title: text('改正期限', 'Put right by') },
} as const satisfies Record<string, Field>

/** What an order on a major hazard adds: safety until it is gone. */
export const majorOrderFields = {
  interimMeasures: {
    kind: 'longText',
    title: text('整改期间的防范措施', 'Interim safety measures'),
    required: true,
    max: 2000,
    known: true,
  },
  stopWork: {
    kind: 'choice',
    title: text('撤人和停产停业', 'Evacuate or stop work'),
    required: true,
    known: true,
    options: {
      none: text('能保证安全，不停', 'Safe without stopping'),
      evacuate: text('撤出人员', 'Evacuate'),
      partial: text('局部停产停业或停止使用', 'Partial stop'),
      whole: text('全部停产停业', 'Full stop'),
    },
  },
} as const satisfies Record<string, Field>

/** The six parts of a plan for a major hazard. */
export const planFields = {
  goals: { kind: 'longText', title: text('一、目标和任务', '1. Goals and tasks'), required: true, max: 2000 },
  methods: { kind: 'longText', title: text('二、方法和措施', '2. Methods'), required: true, max: 2000 },
  resources: { kind: 'longText', title: text('三、经费和物资', '3. Money and materials'), required: true, max: 2000 },
  responsible: {
    kind: 'longText',
    title: text('四、负责的机构和人员', '4. Responsible body and people'),
    hint: text('写机构和岗位，不写个人信息', 'Bodies and posts, no personal data'),
    required: true,
    max: 1000,
  },
  schedule: { kind: 'longText', title: text('五、时限和要求', '5. Time limit and demands'), required: true, max: 1000 },
  contingency: {
    kind: 'longText',
    title: text('六、安全措施和应急预案', '6. Safety measures and emergency plan'),
    required: true,
    max: 2000,
  },
  planFiles: { kind: 'files', title: text('方案原件', 'The plan'), max: 9 },
} as const satisfies Record<string, Field>
