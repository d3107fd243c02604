import type { Text } from '../wording/text.ts'

/** How sure we are of a rule. `found` was read in the text, `local` is one place's rule, `recalled` awaits confirmation, `product` is ours. */
export type SourceMark = 'found' | 'local' | 'recalled' | 'product'

/** Where a rule comes from, shown beside it. */
export type Source = {
  /** Law and article: `《信访工作条例》第二十三条`. */
  readonly article: Text
  readonly mark: SourceMark
  /** The statute's own words, only where they were checked. */
  readonly quote?: string
}
