import type { Form } from '../../../domain/procedure/form.ts'
import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { placeUnit, reason } from '../../shared/v1/common-fields.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { approval, recordEnding, recordStates, recordSteps } from '../../shared/v1/record-steps.ts'
import { ownRule } from '../../shared/v1/sources.ts'

const VENUE_TYPES = {
  centre: text('综治中心调解室', 'Mediation room of the centre'),
  committee: text('人民调解委员会', "People's mediation committee"),
  court: text('法院诉前调解室', 'Pre-filing mediation room of the court'),
  station: text('派出所联调室', 'Joint room at the police station'),
  industry: text('行业专业调解组织', 'Mediation body of a trade'),
  village: text('村（社区）议事场所', 'Village meeting place'),
  other: text('其他', 'Other'),
} as const

const HELPERS = {
  villagePolice: text('村警', 'Village police'),
  lawyer: text('律师', 'Lawyer'),
  elders: text('五老人员', 'Respected elders'),
  legalAid: text('法律援助', 'Legal aid'),
  trade: text('行业专家', 'Expert of the trade'),
  counsellor: text('心理咨询', 'Counsellor'),
  interpreter: text('翻译、手语', 'Interpreter, sign language'),
} as const

const facts = {
  name: { kind: 'text', title: text('场所名称', 'Name'), required: true, min: 2, max: 80, sets: 'title' },
  category: {
    kind: 'choice',
    title: text('场所类型', 'Kind of venue'),
    required: true,
    options: VENUE_TYPES,
    sets: 'category',
  },
  address: { kind: 'text', title: text('地址', 'Address'), required: true, min: 2, max: 120, sets: 'place' },
  placeUnit: { ...placeUnit, required: true },
  openingHours: { kind: 'text', title: text('开放时间', 'Open'), max: 80 },
  roomCount: { kind: 'number', title: text('调解室数', 'Rooms'), min: 1, max: 99 },
  helpers: {
    kind: 'items',
    title: text('可请的力量', 'Who can be asked to help'),
    hint: text('写职能和派出单位，不写个人', 'By function and the body that sends them, never a person'),
    max: 30,
    fields: {
      function: { kind: 'choice', title: text('职能', 'Function'), required: true, options: HELPERS },
      sentBy: { kind: 'text', title: text('派出单位', 'Sent by'), required: true, min: 2, max: 80 },
      peopleCount: { kind: 'number', title: text('人数', 'How many'), min: 1, max: 99 },
      availableAt: { kind: 'text', title: text('什么时候在', 'When'), max: 80 },
    },
  },
} as const satisfies Form['fields']

/** 调解场所: where mediation is held and which functions can be called in. Functions and bodies, no file on people. */
export const venueV1 = defineProcedure({
  id: 'venue',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('调解场所台账', 'Mediation venues'),
  short: text('调解场所', 'Venue'),
  prefix: 'TC',
  purpose: text(
    '在哪里调解、能请哪些力量，登记一次，调解时引用',
    'Where to mediate and who can be called in, registered once and pointed to',
  ),
  source: ownRule,
  categories: VENUE_TYPES,
  outcomes: { ended: text('已停用', 'Ended') },
  record: { inForce: ['inForce'] },
  sight: { line: 'everyone' },
  forms: {
    venue: { title: text('登记调解场所', 'Register a venue'), fields: facts },
    revision: { title: text('变更登记', 'Change the record'), fields: { ...facts, reason } },
    ending: recordEnding,
    ...importedForms({ title: text('登记', 'Register'), fields: facts }),
  },
  documents: {},
  deadlines: approval('REC-P3'),
  opening: { form: 'venue', by: ['clerk', 'mediator', 'triageOfficer'], state: 'draft', starts: ['approve'] },
  states: recordStates,
  steps: {
    ...recordSteps,
    ...importedSteps('draft', ['approve'], [{ step: 'endedAsImported', to: 'ended', title: text('已停用', 'Ended') }]),
  },
  ledger: [
    { field: 'reference', title: text('编号', 'Reference') },
    { field: 'title', title: text('场所名称', 'Name') },
    { field: 'category', title: text('场所类型', 'Kind of venue') },
    { field: 'address', title: text('地址', 'Address') },
    { field: 'placeUnitId', title: text('属地', 'Village or township') },
    { field: 'openingHours', title: text('开放时间', 'Open') },
    { field: 'roomCount', title: text('调解室数', 'Rooms') },
    { field: 'helpers', title: text('可请的力量', 'Who can help') },
    { field: 'state', title: text('状态', 'State') },
  ],
})
