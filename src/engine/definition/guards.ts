import type { MatterFact } from '../../domain/procedure/form.ts'
import { type Guard, type Procedure, type Step, targetsOf } from '../../domain/procedure/procedure.ts'
import { type Fault, fault } from './fault.ts'
import { answersOf, fieldsNamed, fieldsOf, formOf, own, reachable, startStates, stepsOf, usedForms } from './reading.ts'

/** Conditions that can never hold, or hold always: the step is dead, or the word says nothing. */
export const guardFaults = (procedure: Procedure): Fault[] =>
  stepsOf(procedure).flatMap(([id, step]) =>
    (step.guards ?? []).flatMap((guard, index) => {
      if (typeof guard !== 'string') return []
      const missing = own(NEEDS, guard)?.(procedure, step)
      const contrary = own(CONTRARY, guard)
      const path = `steps.${id}.guards.${index}`
      return [
        ...(missing ? [fault(path, `${guard}：${missing.zh}`, `${guard}: ${missing.en}`)] : []),
        ...(contrary && step.guards?.includes(contrary)
          ? [fault(path, `${guard}和${contrary}不会同时成立`, `${guard} and ${contrary} never hold together`)]
          : []),
      ]
    }),
  )

const CONTRARY: Readonly<Record<string, Guard>> = { isMajor: 'notMajor', isListed: 'notListed' }

type Missing = { readonly zh: string; readonly en: string }
type Need = (procedure: Procedure, step: Step) => Missing | undefined

const needsFact =
  (fact: MatterFact): Need =>
  (procedure) =>
    setsFact(procedure, fact) ? undefined : { zh: `没有哪张表定${fact}`, en: `no form sets ${fact}` }

const setsFact = (procedure: Procedure, fact: MatterFact) => {
  const used = usedForms(procedure)
  return fieldsOf(procedure).some(({ form, field }) => used.has(form) && 'sets' in field && field.sets === fact)
}

const needsField =
  (name: string, fits: (procedure: Procedure) => boolean): Need =>
  (procedure) =>
    fits(procedure) ? undefined : { zh: `没有哪张表问“${name}”`, en: `no form asks for "${name}"` }

const needsListing = needsField('listedOn', (procedure) =>
  fieldsNamed(procedure, 'listedOn').some(({ kind }) => kind === 'date'),
)

const needsMajor: Need = (procedure) =>
  fieldsOf(procedure).some(
    ({ field }) => field.kind === 'level' && field.sets === 'level' && answersOf(field)?.includes('major'),
  )
    ? undefined
    : { zh: '没有哪张表能定为重大', en: 'no form can set the level major' }

/** A matter opened from this one: by a step that can come before, or at the same time as others. */
const needsChildren: Need = (procedure) =>
  stepsOf(procedure).some(([, step]) => step.opens?.length)
    ? undefined
    : { zh: '没有步骤转出别的事项', en: 'no step opens another matter' }

/** Files handed in with the step itself, or with one that leads to where it starts. */
const needsFiles: Need = (procedure, step) => {
  const asksFiles = (each: Step) =>
    Object.values(formOf(procedure, each)?.fields ?? {}).some(({ kind }) => kind === 'files')
  const states = startStates(procedure, step)
  const before = stepsOf(procedure).some(
    ([, other]) => asksFiles(other) && leadsOrStays(procedure, other).some((state) => states.includes(state)),
  )
  return asksFiles(step) || before ? undefined : { zh: '没有哪张表能附文件', en: 'no form before it takes files' }
}

/** The states a step leads to, or those where it may be taken and the matter stays. */
const leadsOrStays = (procedure: Procedure, step: Step) =>
  step.to === undefined ? startStates(procedure, step) : targetsOf(step)

const nothing: Need = () => undefined

/** Consent has to be possible where the step starts: asked by its own form, or by one on the way. */
const needsConsent: Need = (procedure, step) => {
  const asks = (each: Step) => {
    const field = own(formOf(procedure, each)?.fields, 'consent')
    return field !== undefined && answersOf(field)?.includes('yes')
  }
  const opening = own(own(procedure.forms, procedure.opening.form)?.fields, 'consent')
  if (asks(step) || (opening && answersOf(opening)?.includes('yes'))) return undefined
  const states = startStates(procedure, step)
  const isAskedBefore = stepsOf(procedure).some(([, other]) => {
    const from = leadsOrStays(procedure, other)
    return asks(other) && from.some((state) => states.some((goal) => reachable(procedure, state).has(goal)))
  })
  return isAskedBefore
    ? undefined
    : {
        zh: '这一步之前没有哪张表问“consent”，且可答“yes”',
        en: 'no form before this step asks for "consent" with the answer "yes"',
      }
}

const NEEDS: Record<Guard, Need> = {
  notTheHandler: nothing,
  isOwner: needsFact('owner'),
  isSupervisor: needsFact('supervisor'),
  ownerAssigned: needsFact('owner'),
  hasEvidence: needsFiles,
  allChildrenDone: needsChildren,
  hasChildren: needsChildren,
  consentGiven: needsConsent,
  isListed: needsListing,
  notListed: needsListing,
  isMajor: needsMajor,
  notMajor: needsMajor,
  notRegisteredBy: nothing,
}
