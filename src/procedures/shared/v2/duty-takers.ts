import { responsibleSide } from '../v1/takers.ts'

/** Whoever stands at the duty desk now, in its own post. */
export const AT_THE_DESK = responsibleSide('dutyOfficer')
