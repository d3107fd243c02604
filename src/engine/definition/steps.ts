import { type Procedure, type Step, targetsOf } from '../../domain/procedure/procedure.ts'
import { type Fault, fault, faultsAt, twice } from './fault.ts'
import { fieldsOf, formOf, isDone, own, stepsOf, usedForms } from './reading.ts'

/** Forms that are named, but not there. */
export const formNameFaults = (procedure: Procedure): Fault[] => [
  ...formMissing(procedure, procedure.opening.form, 'opening.form'),
  ...stepsOf(procedure).flatMap(([id, step]) =>
    step.form === undefined ? [] : formMissing(procedure, step.form, `steps.${id}.form`),
  ),
]

const formMissing = ({ forms }: Procedure, form: string, path: string): Fault[] =>
  own(forms, form) ? [] : [fault(path, `没有“${form}”这张表`, `there is no form "${form}"`)]

/** Steps as such: nothing twice, nothing that never runs, and a check that is another's. */
export const stepFaults = (procedure: Procedure): Fault[] => [
  ...twice(procedure.opening.by, 'opening.by'),
  ...twice(procedure.opening.starts, 'opening.starts'),
  ...stepsOf(procedure).flatMap(([id, step]) => [
    ...LISTS.flatMap((key) => (typeof step[key] === 'string' ? [] : twice(wordsIn(step[key]), `steps.${id}.${key}`))),
    ...linkFaults(procedure, step, `steps.${id}`),
    ...(endsAlways(procedure, step) ? endFaults(procedure, step, `steps.${id}`) : []),
  ]),
  ...documentFaults(procedure),
  ...checkerFaults(procedure),
]

const LISTS = [
  'from',
  'by',
  'guards',
  'starts',
  'meets',
  'cancels',
  'holds',
  'runsOn',
  'pauses',
  'resumes',
  'issues',
] as const

/** A condition or a taker written out stands for itself: written twice it is the same text. */
const wordsIn = (list: readonly unknown[] | undefined): string[] =>
  (list ?? []).map((each) => (typeof each === 'string' ? each : JSON.stringify(each)))

const endsAlways = (procedure: Procedure, step: Step) =>
  step.to !== undefined && targetsOf(step).every((state) => isDone(procedure, state))

function linkFaults(procedure: Procedure, step: Step, path: string): Fault[] {
  const { linksTo } = step
  if (!linksTo || own(formOf(procedure, step)?.fields, linksTo.field)?.kind === 'text') return []
  return [
    fault(
      `${path}.linksTo.field`,
      `这一步的表里没有“${linksTo.field}”这个填编号的单行文字`,
      `the form of this step has no text "${linksTo.field}" for a reference`,
    ),
  ]
}

/** A step that ends the matter ends all clocks; what it would start never runs. */
const endFaults = ({ deadlines }: Procedure, step: Step, path: string): Fault[] =>
  (['starts', 'holds', 'runsOn', 'pauses', 'resumes', 'extends', 'asks'] as const).flatMap((key) =>
    step[key]?.length && !(key === 'starts' && step.starts?.every((id) => own(deadlines, id)?.afterClosing))
      ? [
          fault(
            `${path}.${key}`,
            '办结的步骤只能开始办结后的期限（afterClosing）',
            'a step that ends the matter starts only clocks that outlast it (afterClosing)',
          ),
        ]
      : [],
  )

/** Forms that no step asks. */
export function unusedFormFaults(procedure: Procedure): Fault[] {
  const used = usedForms(procedure)
  return Object.keys(procedure.forms)
    .filter((form) => !used.has(form))
    .map((form) => fault(`forms.${form}`, '没有步骤用这张表', 'no step uses this form'))
}

/** A document is issued by a step, and a step issues only documents that there are. */
function documentFaults(procedure: Procedure): Fault[] {
  const unknown = stepsOf(procedure).flatMap(([id, step]) =>
    faultsAt(step.issues, `steps.${id}.issues`, (document, at) =>
      own(procedure.documents, document)
        ? undefined
        : fault(at, `没有“${document}”这种文书`, `there is no document "${document}"`),
    ),
  )
  if (unknown.length > 0) return unknown
  const issued = new Set(Object.values(procedure.steps).flatMap((step) => step.issues ?? []))
  return Object.keys(procedure.documents)
    .filter((document) => !issued.has(document))
    .map((document) => fault(`documents.${document}`, '没有步骤出这种文书', 'no step issues this document'))
}

/** Who verifies is never the one who handled the matter; only the reporter, who handles nothing, needs no guard. */
function checkerFaults(procedure: Procedure): Fault[] {
  const hasHandler =
    stepsOf(procedure).some(([, step]) => step.handles) ||
    fieldsOf(procedure).some(({ field }) => 'sets' in field && field.sets === 'owner')
  return stepsOf(procedure).flatMap(([id, step]) => {
    const guarded = step.guards?.includes('notTheHandler')
    if (step.verifies && !guarded && !step.by.every((taker) => taker === 'reporter'))
      return [
        fault(
          `steps.${id}.guards`,
          '验收、复查的步骤要有“不能是经办人”（notTheHandler）',
          'a step that verifies needs the guard notTheHandler',
        ),
      ]
    if (step.verifies && step.handles)
      return [fault(`steps.${id}.verifies`, '同一步不能又办又验', 'one step cannot both handle and verify')]
    return guarded && !hasHandler
      ? [
          fault(
            `steps.${id}.guards`,
            '没有步骤算经办，“不能是经办人”拦不住谁',
            'no step handles the matter, so notTheHandler keeps nobody out',
          ),
        ]
      : []
  })
}
