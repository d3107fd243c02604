import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { withCrossings } from '../../shared/v2/crossing.ts'
import { recognitionV1 } from '../v1/procedure.ts'

/** The first version, with the recommendation of a unit to the level above. Posts are known here only, and tolerance is decided here. */
export const recognitionV2: Procedure = {
  ...withCrossings(recognitionV1, {
    up: {
      from: ['examined'],
      back: 'examined',
      carry: { title: 'title', category: 'category', honour: 'honour', deeds: 'deeds', materials: 'materials' },
      meets: ['decide'],
      guards: [{ the: 'category', is: ['unit'] }],
      tells: text('申报单位', 'The unit'),
    },
  }),
  version: 2,
  effectiveOn: '2024-11-02',
}
