import type { Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { materials, placeUnit } from '../../shared/v1/common-fields.ts'
import { INCIDENT_KINDS, RESPONSE_LEVELS } from '../../shared/v1/incident-kinds.ts'

const TIERS = {
  overall: text('总体预案', 'Overall'),
  special: text('专项预案', 'Special'),
  department: text('部门预案', 'Department'),
  township: text('乡镇（街道）预案', 'Township'),
  village: text('村（社区）预案', 'Village'),
  onSite: text('单位现场处置方案', 'On site, of one organisation'),
} as const

/** How often it is drilled; the choice names whom the law means. */
const CYCLES = {
  halfYear: text(
    '每半年（危险物品、矿山、建筑施工、人员密集场所）',
    'Half-yearly (dangerous goods, mines, building, crowds)',
  ),
  year: text('每年（企业的综合、专项预案）', 'Yearly (plans of an enterprise)'),
  twoYears: text('每两年（政府、部门、乡镇的生产安全预案）', 'Every two years (work safety plans of governments)'),
  threeYears: text('每三年（政府、部门的其他预案）', 'Every three years (other plans of governments)'),
} as const

/** Who leads, warns, comes, with what, and what is done when (Emergency Response Law art. 28). Posts and units, never names. */
export const planFacts = {
  name: { kind: 'text', title: text('预案名称', 'Name'), required: true, min: 2, max: 80, sets: 'title' },
  category: {
    kind: 'choice',
    title: text('事件种类', 'Kind of event'),
    required: true,
    options: INCIDENT_KINDS,
    sets: 'category',
  },
  tier: { kind: 'choice', title: text('预案层级', 'Level of the plan'), required: true, options: TIERS, known: true },
  place: { kind: 'text', title: text('适用范围', 'Covers'), required: true, min: 2, max: 120, sets: 'place' },
  placeUnit,
  site: {
    kind: 'record',
    of: 'site',
    title: text('针对的场所', 'Site'),
    hint: text('单个场所的预案才填', 'Only for the plan of one site'),
    known: true,
  },
  levels: {
    kind: 'items',
    title: text('响应级别', 'Response levels'),
    required: true,
    min: 1,
    max: 4,
    known: true,
    fields: {
      responseLevel: { kind: 'choice', title: text('级别', 'Level'), required: true, options: RESPONSE_LEVELS },
      condition: { kind: 'text', title: text('什么情况启动', 'Starts when'), required: true, max: 200 },
      startedBy: { kind: 'text', title: text('谁启动', 'Started by'), required: true, max: 80 },
    },
  },
  command: {
    kind: 'items',
    title: text('指挥机构', 'Command'),
    hint: text('写职务和单位，不写姓名、电话', 'Posts and units; no names, no phones'),
    required: true,
    min: 1,
    max: 30,
    known: true,
    fields: {
      role: { kind: 'text', title: text('指挥职务', 'Role'), required: true, max: 40 },
      unit: { kind: 'unit', title: text('单位', 'Unit'), required: true },
      duty: { kind: 'text', title: text('职责', 'Duty'), required: true, max: 200 },
    },
  },
  teams: {
    kind: 'items',
    title: text('队伍', 'Teams'),
    required: true,
    min: 1,
    max: 60,
    known: true,
    fields: {
      team: { kind: 'text', title: text('工作组', 'Team'), required: true, max: 40 },
      unit: { kind: 'unit', title: text('单位', 'Unit'), required: true },
      duty: { kind: 'text', title: text('做什么', 'What it does'), required: true, max: 200 },
    },
  },
  actions: {
    kind: 'items',
    title: text('处置步骤', 'Steps'),
    hint: text('从启动时算起，第几分钟前做完', 'Minutes from activation by which each is done'),
    required: true,
    min: 1,
    max: 120,
    known: true,
    fields: {
      key: { kind: 'text', title: text('序号', 'No.'), required: true, max: 12 },
      what: { kind: 'text', title: text('做什么', 'What is done'), required: true, min: 2, max: 200 },
      unit: { kind: 'unit', title: text('谁做', 'By'), required: true },
      role: { kind: 'text', title: text('工作组或职务', 'Team or role'), max: 40 },
      minutes: { kind: 'number', title: text('启动后几分钟', 'Minutes'), required: true, min: 1, max: 14_400 },
    },
  },
  supplies: {
    kind: 'items',
    title: text('装备和物资', 'Equipment and supplies'),
    max: 200,
    known: true,
    fields: {
      item: { kind: 'text', title: text('名称', 'Item'), required: true, max: 60 },
      amount: { kind: 'number', title: text('数量', 'Amount'), required: true, min: 0, max: 10_000_000 },
      measure: { kind: 'text', title: text('计量单位', 'Measure'), required: true, max: 10 },
      unit: { kind: 'unit', title: text('保管单位', 'Kept by'), required: true },
      spot: { kind: 'text', title: text('存放地点', 'Kept at'), required: true, max: 80 },
      boughtOn: {
        kind: 'date',
        title: text('购置日期', 'Bought on'),
        notAfter: 'today',
        boundless: text('可能早于登记', 'It may have been before it is registered'),
      },
      expiresOn: {
        kind: 'date',
        title: text('有效期至', 'Good until'),
        hint: text('已过期的要写购置日期', 'What has expired says when it was bought'),
        notBefore: { field: 'boughtOn' },
        boundless: text('看物资本身', 'As the item says'),
      },
    },
  },
  warning: { kind: 'longText', title: text('预防和预警', 'Prevention and warning'), max: 3000, known: true },
  support: { kind: 'longText', title: text('保障', 'Support'), max: 3000, known: true },
  recovery: { kind: 'longText', title: text('善后和恢复', 'Recovery'), max: 3000, known: true },
  cycle: {
    kind: 'choice',
    title: text('多久演练一次', 'How often it is drilled'),
    required: true,
    options: CYCLES,
    known: true,
  },
  drilledOn: {
    kind: 'date',
    title: text('上次演练', 'Last drilled'),
    notAfter: 'today',
    boundless: text('可能早于登记', 'It may have been before it is registered'),
    known: true,
  },
  materials: { ...materials, title: text('预案文本', 'Text of the plan') },
} as const satisfies Form['fields']
