import type { Outward } from '../domain/outward/outward.ts'
import { text } from '../domain/wording/text.ts'

/** What of each kind of matter goes out by a standard (docs/standards.md). */
export const OUTWARD: Outward = {
  appointments: {
    case: [
      { field: 'hearingAt', title: text('开庭', 'Hearing'), states: ['hearingSet'], venue: 'venue', minutes: 120 },
    ],
  },
}
