import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { importedForms } from '../../shared/v1/imported.ts'
import { warningV1 } from '../v1/procedure.ts'
import { warningStates } from '../v1/states.ts'
import { judgingForms, warningForm } from './forms.ts'
import { judgingSteps } from './steps.ts'

/** 预警, judged by the unit above those it is about, which give a statement; watching has an end. */
export const warningV2: Procedure = {
  ...warningV1,
  version: 2,
  effectiveOn: '2024-11-02',
  seats: { about: { title: text('所涉单位', 'Unit it is about'), holds: 'unit', many: true } },
  forms: { ...warningV1.forms, ...judgingForms, warning: warningForm, ...importedForms(warningForm) },
  opening: { ...warningV1.opening, raises: ['about'] },
  states: {
    ...warningStates,
    proposed: { ...warningStates.raised, title: text('拟不立，待另一人确认', 'To be dismissed, if another confirms') },
  },
  steps: { ...warningV1.steps, ...judgingSteps },
  ledger: warningV1.ledger.flatMap((column) =>
    column.field === 'unitId'
      ? [column, { field: 'about', title: text('说的是哪些单位、属地', 'Which units and places') }]
      : [column],
  ),
}
