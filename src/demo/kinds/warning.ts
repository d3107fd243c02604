import { toldOnly } from './kind.ts'

/** Only the system raises warnings. */
export const warningKind = toldOnly({}, () => [])
