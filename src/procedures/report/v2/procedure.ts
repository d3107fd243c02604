import type { Fields, Form } from '../../../domain/procedure/form.ts'
import type { Procedure, Step } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { REPORT_CATEGORIES } from '../../shared/v1/categories.ts'
import { importedForms } from '../../shared/v1/imported.ts'
import { reportForms } from '../v1/forms.ts'
import { reportV1 } from '../v1/procedure.ts'
import { contactForm, contactStep, ownWays, requestDeadlines, toActivity } from './requests.ts'

const { other, ...known } = REPORT_CATEGORIES
const categories = {
  ...known,
  service: text('办事咨询和求助', 'Help with an errand'),
  publicity: text('宣传和普法需求', 'Asking for publicity or legal education'),
  enterprise: text('企业诉求', 'Demand of an enterprise'),
  other,
} as const

/** The form with the kinds of this version. */
const withCategories = <F extends Form>(form: F): Form => ({
  ...form,
  fields: Object.fromEntries(
    Object.entries(form.fields as Fields).map(([name, field]) => [
      name,
      field.kind === 'choice' && field.sets === 'category' ? { ...field, options: categories } : field,
    ]),
  ),
})

const { triage } = reportForms
const { route, note, ...asked } = triage.fields
const report = withCategories(reportForms.report)

/** What stops, ends or cancels the ordinary limit does so with those of requests. */
const along = (clocks: readonly string[] | undefined): readonly string[] | undefined =>
  clocks?.includes('handle') ? [...clocks, ...Object.keys(requestDeadlines)] : clocks

function withRequests(step: Step): Step {
  const lists = { starts: along(step.starts), meets: along(step.meets), cancels: along(step.cancels) }
  const given = Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined))
  const opens = step.form === 'triage' && step.opens ? { opens: [...step.opens, toActivity] } : {}
  return { ...step, ...given, ...opens }
}

/** 诉求与线索, with requests for help, for publicity and of enterprises, each on a way of its own. */
export const reportV2: Procedure = {
  ...reportV1,
  version: 2,
  effectiveOn: '2024-11-02',
  categories,
  forms: {
    ...Object.fromEntries(Object.entries(reportV1.forms).map(([id, form]) => [id, withCategories(form)])),
    ...importedForms(report),
    report,
    contactEnterprise: contactForm,
    triage: {
      ...triage,
      fields: {
        route: { ...route, options: { ...route.options, activity: text('宣传、培训活动', 'Activity') } },
        ...asked,
        ...ownWays,
        note,
      },
    },
  },
  deadlines: { ...reportV1.deadlines, ...requestDeadlines },
  steps: {
    ...Object.fromEntries(Object.entries(reportV1.steps).map(([id, step]) => [id, withRequests(step)])),
    contactEnterprise: contactStep,
  },
}
