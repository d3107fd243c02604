import { DEMO_DESKS, DEMO_POSTS } from '../demo/county/posts.ts'
import { DEMO_UNITS } from '../demo/county/units.ts'
import { createDice } from '../demo/dice.ts'
import type { World } from '../demo/walk.ts'
import type { Procedure } from '../domain/procedure/procedure.ts'
import type { Rulebook } from '../domain/procedure/rulebook.ts'
import { PROCEDURES } from '../procedures/all.ts'
import { chinaCalendar } from '../procedures/calendar/china-holidays.ts'
import { createKeys } from '../storage/keys/keys.ts'
import { sightsOf } from '../storage/write/rulebooks.ts'

/** The demo county of a seed before anything happens in it, in memory, as on the morning of 2026-09-28. */
export function demoWorld(seed: number, procedures: readonly Procedure[] = PROCEDURES): World {
  let number = 0
  const rulebook: Rulebook = {
    procedures,
    calendar: chinaCalendar,
    overrides: {},
    directory: {
      units: Object.fromEntries(DEMO_UNITS.map((unit) => [unit.id, unit])),
      posts: Object.fromEntries([...DEMO_POSTS, ...DEMO_DESKS].map((post) => [post.id, post])),
      ...sightsOf(procedures),
    },
  }
  return {
    context: { tenant: 'qinglan', rulebook, keys: createKeys(Buffer.alloc(32, 1)) },
    dice: createDice(seed),
    now: '2026-09-28T01:12:00.000Z',
    photos: [...'abcdef'].map((digit) => ({
      sha256: digit.repeat(64),
      name: '现场.png',
      type: 'image/png',
      size: 1000,
    })),
    reference: (prefix, year) => {
      number += 1
      return `${prefix}-${year}-${String(number).padStart(4, '0')}`
    },
    drafts: [],
    records: new Map(),
    refusals: [],
  }
}
