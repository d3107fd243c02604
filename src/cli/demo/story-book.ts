import type { Day } from '../../domain/time.ts'
import { hazardStories } from './hazard-stories.ts'
import { disputeStories, otherStories } from './other-stories.ts'
import { reportStories } from './report-stories.ts'
import type { Story } from './stories.ts'

/** Matters that stand at a certain step today. Days of orders are counted from today. */
export const STORIES = (today: Day): readonly Story[] => [
  ...hazardStories(today),
  ...reportStories,
  ...disputeStories(today),
  ...otherStories(today),
]
