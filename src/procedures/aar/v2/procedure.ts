import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { aarV1 } from '../v1/procedure.ts'
import { aarSteps } from '../v1/steps.ts'
import { ALL_CHANGED, recordForms, recordSteps } from './record-lessons.ts'

const { close, closeWithoutProblems } = aarSteps

/** 复盘, whose lesson may change a checklist or a response plan: ordered, done, and recorded with the version that came of it. */
export const aarV2: Procedure = {
  ...aarV1,
  version: 2,
  effectiveOn: '2024-11-02',
  forms: { ...aarV1.forms, ...recordForms },
  steps: {
    ...aarV1.steps,
    close: { ...close, guards: [...close.guards, ...ALL_CHANGED] },
    closeWithoutProblems: { ...closeWithoutProblems, guards: [...closeWithoutProblems.guards, ...ALL_CHANGED] },
    ...recordSteps,
  },
  ledger: [
    ...aarV1.ledger,
    { field: 'checklist', title: text('要改的检查表', 'Checklist to change') },
    { field: 'checklistChanged', title: text('检查表新版', 'New version') },
    { field: 'plan', title: text('要改的预案', 'Plan to change') },
    { field: 'planChanged', title: text('预案新版', 'New version of the plan') },
  ],
}
