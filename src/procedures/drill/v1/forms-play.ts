import type { FieldOf, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { harm } from '../../incident/v1/fields.ts'
import { reportForms as incidentForms } from '../../incident/v1/forms-report.ts'
import { longBefore, setByWhoOrders } from '../../shared/v1/boundless.ts'
import { photos, reason } from '../../shared/v1/common-fields.ts'
import { INCIDENT_KINDS } from '../../shared/v1/incident-kinds.ts'

/** What is told to the players at which minute of the drill, and what they are expected to do. */
const injects = {
  kind: 'items',
  title: text('情景事件', 'Injects'),
  hint: text('从演练开始算，第几分钟给出', 'At which minute after the start each is given'),
  required: true,
  min: 1,
  max: 60,
  fields: {
    no: { kind: 'text', title: text('序号', 'No.'), required: true, max: 12 },
    minute: { kind: 'number', title: text('第几分钟', 'Minute'), required: true, min: 1, max: 2880 },
    inject: { kind: 'text', title: text('给出什么情况', 'What is told'), required: true, min: 2, max: 300 },
    to: { kind: 'text', title: text('告诉谁', 'Told to'), required: true, max: 80 },
    expected: { kind: 'text', title: text('预期怎么做', 'What is expected'), required: true, max: 300 },
  },
} as const satisfies FieldOf<'items'>

/** A moment of the drill as it really was; what the scene calls it is said once, in the script. */
const during = (zh: string, en: string) =>
  ({
    kind: 'dateTime',
    title: text(zh, en),
    required: true,
    notBefore: { field: 'startedAt' },
    notAfter: 'today',
    means: 'doneAt',
    known: false,
  }) as const satisfies FieldOf<'dateTime'>

const which = {
  kind: 'holder',
  of: 'injects',
  title: text('哪个情景事件', 'Which inject'),
  required: true,
} as const satisfies FieldOf<'holder'>

const told = {
  inject: which,
  givenAt: during('给出时间', 'Given at'),
} as const satisfies Form['fields']

export const drillPlayForms = {
  script: {
    title: text('写情景和脚本', 'Write the script'),
    fields: {
      scenario: { kind: 'longText', title: text('情景', 'Scenario'), required: true, min: 2, max: 5000 },
      sceneAt: {
        kind: 'text',
        title: text('情景里的开始时间', 'When the scene begins'),
        hint: text('如7月15日凌晨2点；记录一律用真实时间', 'As the scene has it; the record keeps real time'),
        required: true,
        max: 40,
      },
      injects,
      plannedPeople: { kind: 'number', title: text('计划参演人数', 'People planned'), min: 1, max: 100_000 },
    },
  },
  start: {
    title: text('开始演练', 'Start the drill'),
    fields: {
      startedAt: {
        kind: 'dateTime',
        title: text('开始时间', 'Started at'),
        hint: text('每个情景事件从这一刻算', 'Each inject counts from here'),
        required: true,
        notBefore: 'opening',
        notAfter: 'today',
      },
      players: {
        kind: 'items',
        title: text('参演单位', 'Players'),
        required: true,
        min: 1,
        max: 60,
        fills: 'players',
        fields: {
          unit: { kind: 'unit', title: text('单位', 'Unit'), required: true },
          part: { kind: 'text', title: text('担任什么', 'Part'), required: true, max: 80 },
          people: { kind: 'number', title: text('人数', 'People'), required: true, min: 1, max: 10_000 },
        },
      },
      injects: { ...injects, known: true, fills: 'injects' },
    },
  },
  given: { title: text('给出情景事件', 'Give an inject'), fields: told },
  givenTask: {
    title: text('给出情况并交办', 'Give an inject as a task'),
    fields: {
      ...told,
      taskTitle: { kind: 'text', title: text('交办什么', 'Task'), required: true, min: 2, max: 80 },
      taskDemand: { kind: 'longText', title: text('要求', 'Demand'), required: true, min: 2, max: 2000 },
      taskUnit: { kind: 'unit', title: text('交给哪个单位', 'Given to'), required: true },
      taskDueOn: {
        kind: 'date',
        title: text('最迟哪天', 'By which day'),
        required: true,
        notBefore: 'today',
        boundless: setByWhoOrders,
      },
    },
  },
  givenIncident: {
    title: text('给出情况并报突发', 'Give an inject as an incident'),
    fields: {
      ...told,
      incidentTitle: { kind: 'text', title: text('突发事件', 'Incident'), required: true, min: 2, max: 80 },
      incidentKind: {
        kind: 'choice',
        title: text('事件种类', 'Kind of event'),
        required: true,
        options: INCIDENT_KINDS,
      },
      incidentPlace: { kind: 'text', title: text('发生地点', 'Where'), required: true, min: 2, max: 120 },
      incidentUnit: { kind: 'unit', title: text('由哪个单位处置', 'Handled by'), required: true },
      reportingAs: incidentForms.report.fields.reportingAs,
      scene: incidentForms.report.fields.scene,
      course: incidentForms.report.fields.course,
      deaths: { ...harm.deaths, known: false },
      missing: { ...harm.missing, known: false },
      injured: { ...harm.injured, known: false },
      loss: { ...harm.loss, known: false },
      measures: incidentForms.report.fields.measures,
    },
  },
  dropped: {
    title: text('这个情景不演', 'Leave an inject out'),
    fields: { inject: which, dropReason: { ...reason, title: text('为什么', 'Why') } },
  },
  reaction: {
    title: text('记录应对', 'Record the reaction'),
    fields: {
      seenAt: during('时间', 'When'),
      reaction: {
        kind: 'longText',
        title: text('怎么应对的', 'What was done'),
        hint: text('写单位和岗位怎么做，不评价个人', 'What units and posts did; no verdict on a person'),
        required: true,
        min: 2,
        max: 1000,
      },
      photos,
    },
  },
  end: {
    title: text('演练结束', 'End the drill'),
    fields: {
      endedAt: during('结束时间', 'Ended at'),
      heldOn: {
        kind: 'date',
        title: text('演练日期', 'Held on'),
        required: true,
        notAfter: 'today',
        boundless: longBefore,
      },
      people: { kind: 'number', title: text('参演人数', 'People'), required: true, min: 1, max: 100_000 },
      stopped: {
        kind: 'choice',
        title: text('是否演完', 'Played to the end'),
        required: true,
        options: { whole: text('演完', 'Yes'), stopped: text('中途停止', 'Stopped on the way') },
      },
      stopReason: { ...reason, title: text('为什么停止', 'Why stopped'), when: { field: 'stopped', is: ['stopped'] } },
    },
  },
} as const satisfies Record<string, Form>
