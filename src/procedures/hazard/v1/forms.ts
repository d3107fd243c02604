import type { Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { reason } from '../../shared/v1/common-fields.ts'
import {
  commonForms,
  extensionAskedForm,
  extensionForm,
  refusalForm,
  reviewForm,
  sponsorForm,
  superviseForm,
} from '../../shared/v1/common-steps.ts'
import { checkForms } from './forms-check.ts'
import { listingForms } from './forms-listing.ts'
import { recordForms } from './forms-record.ts'
import { fireOrderFields, majorOrderFields, orderFields, planFields } from './order-fields.ts'

export const hazardForms = {
  ...commonForms,
  ...recordForms,
  ...checkForms,
  ...listingForms,
  sponsor: sponsorForm,
  extensionAsked: extensionAskedForm,
  extension: extensionForm,
  refusal: refusalForm,
  supervise: superviseForm,
  review: reviewForm,
  order: { title: text('责令限期整改', 'Rectification order'), fields: orderFields },
  majorOrder: {
    title: text('责令重大隐患整改', 'Order on a major hazard'),
    fields: { ...orderFields, ...majorOrderFields },
  },
  fireOrder: { title: text('责令限期改正', 'Fire order'), fields: fireOrderFields },
  fireMajorOrder: {
    title: text('责令改正重大火灾隐患', 'Order on a major fire hazard'),
    fields: { ...fireOrderFields, ...majorOrderFields },
  },
  plan: { title: text('报送治理方案', 'File the plan'), fields: planFields },
  approvePlan: {
    title: text('审核方案', 'Review the plan'),
    fields: { planOpinion: { ...reason, title: text('审核意见', 'Opinion') } },
  },
} as const satisfies Record<string, Form>
