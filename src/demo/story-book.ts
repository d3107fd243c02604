import type { Day } from '../domain/time/time.ts'
import { hazardStories } from './kinds/hazard-stories.ts'
import { disputeStories, otherStories } from './kinds/other-stories.ts'
import { reportStories } from './kinds/report-stories.ts'
import type { Story } from './story.ts'

/** Matters that stand at a certain step today. Days of orders are counted from today. */
export const STORIES = (today: Day): readonly Story[] => [
  ...hazardStories(today),
  ...reportStories,
  ...disputeStories(today),
  ...otherStories(today),
]
