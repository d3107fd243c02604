import type { Day } from '../domain/time/time.ts'
import { KNOWN_KINDS } from './kinds/kinds.ts'
import type { Story } from './story.ts'

/** Matters that stand at a certain step today. Days of orders are counted from today. */
export const STORIES = (today: Day): readonly Story[] =>
  Object.values(KNOWN_KINDS).flatMap((kind) => kind.stories(today))
