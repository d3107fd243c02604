import { type Actor, reporterActor } from '../domain/matter/actor.ts'
import type { Channel } from '../domain/matter/matter.ts'
import type { FormValues } from '../domain/procedure/form.ts'
import type { Procedure } from '../domain/procedure/procedure.ts'
import type { Rulebook } from '../domain/procedure/rulebook.ts'
import { addDays, type Day, dayOf, type Instant } from '../domain/time/time.ts'
import { isOff } from '../engine/time/calendar.ts'
import { actorOfPost } from './choose-actor.ts'
import { momentOf, officeMinute } from './county/office-hours.ts'
import { COUNTY_ID } from './county/units.ts'
import type { Dice } from './dice.ts'
import type { Facts } from './facts.ts'
import { type DemoKind, PUBLIC } from './kinds/kind.ts'
import { kindOf } from './kinds/kinds.ts'

/** How a matter of the demo county begins. */
export type Opening = {
  readonly at: Instant
  readonly procedure: string
  readonly channel: Channel
  readonly actor: Actor
  readonly unitId: string
  readonly form: FormValues
  readonly facts: Facts
  /** Says the same as an earlier report of the same place, when there is one. */
  readonly repeats: boolean
}

const DAYS = 365

/** Monday brings what the weekend saw; Friday is quiet. Sunday first. */
const WEEKDAY = [1, 1.35, 1.1, 1, 0.95, 0.8, 1]

/** A year of beginnings up to now, in order of time. */
export function yearOfOpenings(rulebook: Rulebook, tenant: string, now: Instant, dice: Dice): Opening[] {
  const openings: Opening[] = []
  const kinds = firstVersions(rulebook.procedures).map((procedure) => ({ procedure, kind: kindOf(procedure) }))
  for (let day = addDays(dayOf(now), -DAYS); day <= dayOf(now); day = addDays(day, 1)) {
    const off = isOff(rulebook.calendar, day)
    const weekday = WEEKDAY[new Date(`${day}T00:00:00.000Z`).getUTCDay()] ?? 1
    for (const { procedure, kind } of kinds) {
      if (procedure.effectiveOn > day) continue
      const expected = (off ? kind.offRate : kind.rate) * weekday
      for (let left = arrivals(expected, dice); left > 0; left -= 1)
        openings.push(opening(procedure.id, kind, day, off, rulebook, tenant, dice))
    }
  }
  return openings.filter(({ at }) => at < now).sort((a, b) => (a.at < b.at ? -1 : 1))
}

/** One definition for each kind: the first, from which the kind exists. */
const firstVersions = (procedures: readonly Procedure[]) => procedures.filter((procedure) => procedure.version === 1)

/** How many arrive when so many are expected (Poisson, by Knuth's product of dice). */
function arrivals(expected: number, dice: Dice): number {
  const limit = Math.exp(-expected)
  let product = dice.roll()
  let count = 0
  while (product > limit) {
    product *= dice.roll()
    count += 1
  }
  return count
}

function opening(
  procedure: string,
  kind: DemoKind,
  day: Day,
  off: boolean,
  rulebook: Rulebook,
  tenant: string,
  dice: Dice,
): Opening {
  const story = kind.begin(day, dice)
  const door = off && procedure === 'report' ? PUBLIC : kind.door(story.facts, dice)
  const at = momentOf(day, door.postId ? officeMinute(dice) : dice.between(6 * 60, 22 * 60))
  const actor = door.postId ? actorOfPost(rulebook, tenant, door.postId) : reporterActor(tenant)
  return {
    at,
    procedure,
    channel: door.channel,
    actor,
    unitId: door.unitId ?? (actor.unitId || COUNTY_ID),
    form: { ...story.form, ...kind.moments?.(at, dice) },
    facts: story.facts,
    repeats: procedure === 'report' && dice.chance(0.05),
  }
}
