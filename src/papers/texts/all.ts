import type { PaperText } from '../text/paper-text.ts'
import { hazardOrder } from './hazard-order.ts'
import { reportAcceptance } from './report-acceptance.ts'

/** Every paper with a text of its own; a document that none serves is printed by `default-text.ts`. */
export const PAPER_TEXTS: readonly PaperText[] = [hazardOrder, reportAcceptance]
