import type { Form } from '../../../domain/procedure/form.ts'
import {
  commonForms,
  extensionForm,
  refusalForm,
  reviewForm,
  sponsorForm,
  superviseForm,
} from '../../shared/v1/common-steps.ts'
import { consentForms } from './forms-consent.ts'
import { mediationForms } from './forms-mediation.ts'
import { performanceForms } from './forms-performance.ts'

export const disputeForms = {
  ...commonForms,
  ...consentForms,
  ...mediationForms,
  ...performanceForms,
  sponsor: sponsorForm,
  extension: extensionForm,
  refusal: refusalForm,
  supervise: superviseForm,
  review: reviewForm,
} as const satisfies Record<string, Form>
