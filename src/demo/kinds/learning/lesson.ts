import { type DemoKind, move, type Path } from '../kind.ts'
import { plainStory } from '../story-parts.ts'

const path: Path = {
  moves: {
    draft: [
      move('propose', 1, [2, 6], { given: () => ({ category: 'none', placeTypes: ['smallRestaurant', 'smallInn'] }) }),
    ],
    proposed: [move('adopt', 1, [2, 5])],
    checking: [move('apply', 1, [1, 3])],
  },
  asides: [],
}

/** Lessons of the demo county: those that reviews draw, and some that are told. */
export const lessonKind: DemoKind = {
  ...path,
  rate: 0,
  offRate: 0,
  begin: (_, dice) => plainStory([], dice, {}),
  door: () => ({ channel: 'other', postId: 'reviewer' }),
  stories: () => [],
}

/** What units answer to a lesson. */
export const selfcheckKind: DemoKind = {
  moves: {
    asked: [move('answer', 6, [4, 12]), move('foundToo', 1, [4, 10])],
    correcting: [move('reportCorrected', 1, [3, 8])],
    answered: [move('confirm', 1, [1, 3])],
  },
  asides: [],
  rate: 0,
  offRate: 0,
  begin: (_, dice) => plainStory([], dice, {}),
  door: () => ({ channel: 'other', postId: 'reviewer' }),
  stories: () => [],
}
