import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { mediationForms } from '../v1/forms-mediation.ts'
import { disputeV1 } from '../v1/procedure.ts'

const { session } = mediationForms
const { sessionAt, sessionPlace, ...questions } = session.fields

/** 矛盾纠纷, with sessions held at a venue on record. */
export const disputeV2: Procedure = {
  ...disputeV1,
  version: 2,
  effectiveOn: '2024-11-02',
  forms: {
    ...disputeV1.forms,
    session: {
      ...session,
      fields: {
        sessionAt,
        venue: {
          kind: 'record',
          of: 'venue',
          title: text('调解场所', 'Venue'),
          hint: text('在台账里的填编号，可请的力量一并看到', 'By its number; who can be asked to help stands there'),
        },
        sessionPlace,
        ...questions,
      },
    },
  },
}
