import { defineProcedure } from '../../domain/procedure/procedure.ts'
import { text } from '../../domain/wording/text.ts'
import { tinyProcedure } from '../tiny-procedure.ts'

const clockless = text('只用于试验', 'For tests only')

/** A report of each township for each quarter, and a plan of the county for each year, opened by the calendar. */
export const scheduledProcedure = defineProcedure({
  id: 'reporting',
  version: 1,
  effectiveOn: '2020-01-01',
  title: text('试验报表', 'Trial report'),
  short: text('报表', 'Report'),
  prefix: 'BB',
  purpose: text('只用于试验', 'For tests only'),
  source: tinyProcedure.source,
  categories: {},
  outcomes: { filed: text('已报', 'Filed') },
  documents: {},
  deadlines: {},
  ledger: [{ field: 'reference', title: text('编号', 'Reference') }],
  forms: {
    opening: {
      title: text('登记', 'Register'),
      fields: {
        title: { kind: 'text', title: text('标题', 'Title'), required: true, sets: 'title' },
        dueOn: {
          kind: 'date',
          title: text('哪天前报', 'Due on'),
          required: true,
          notBefore: 'today',
          boundless: clockless,
        },
        form: {
          kind: 'choice',
          title: text('哪种', 'Which'),
          required: true,
          options: { report: text('报表', 'Report'), plan: text('计划', 'Plan') },
        },
      },
    },
  },
  schedules: {
    quarterly: {
      named: text('零报告', 'Nil report'),
      every: 'quarter',
      opens: { at: 'end', before: 5 },
      due: { field: 'dueOn', at: 'end', after: 5 },
      units: ['township'],
      answers: { form: 'report' },
      source: { article: text('某法第1条', 'Some Act art. 1'), mark: 'found' },
    },
    yearly: {
      named: text('计划', 'Plan'),
      every: 'year',
      opens: { at: 'start' },
      due: { field: 'dueOn', at: 'start', after: 30 },
      units: ['county'],
      answers: { form: 'plan' },
      source: tinyProcedure.source,
    },
  },
  opening: { form: 'opening', by: ['clerk'], state: 'due', starts: [] },
  states: {
    due: { title: text('待报', 'To file'), public: text('待报', 'To file'), group: 'open', clockless },
    filed: { title: text('已报', 'Filed'), public: text('已报', 'Filed'), group: 'done', outcome: 'filed' },
  },
  steps: { file: { title: text('报送', 'File'), from: ['due'], to: 'filed', by: ['handler'] } },
})
