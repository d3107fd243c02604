import type { Source } from '../../../domain/procedure/source.ts'
import { text } from '../../../domain/wording/text.ts'

/** PROCEDURES section 4.12: told from memory, each county has its own words for it. */
export const headsReport: Source = {
  article: text(
    '单位主要负责人外出向上级报备（值班工作惯例）',
    'Heads report their absence to the unit above (custom of duty)',
  ),
  mark: 'recalled',
}
