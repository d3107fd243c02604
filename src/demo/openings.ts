import { type Actor, reporterActor } from '../domain/matter/actor.ts'
import type { Channel } from '../domain/matter/matter.ts'
import type { FormValues } from '../domain/procedure/form.ts'
import type { Rulebook } from '../domain/procedure/rulebook.ts'
import { addDays, type Day, dayOf, type Instant } from '../domain/time/time.ts'
import { isOff } from '../engine/time/calendar.ts'
import { actorOfPost } from './choose-actor.ts'
import { momentOf, officeMinute } from './county/office-hours.ts'
import { COUNTY_ID } from './county/units.ts'
import type { Dice } from './dice.ts'
import type { Facts } from './facts.ts'
import { openingOf } from './kinds/opening-forms.ts'

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

/** How many of each kind begin on a working day; on days off the public page alone brings reports. */
const A_DAY: readonly { readonly procedure: string; readonly rate: number; readonly offRate: number }[] = [
  { procedure: 'report', rate: 1.95, offRate: 0.55 },
  { procedure: 'hazard', rate: 0.85, offRate: 0.06 },
  { procedure: 'dispute', rate: 0.62, offRate: 0.08 },
  { procedure: 'task', rate: 0.2, offRate: 0 },
  { procedure: 'rectification', rate: 0.22, offRate: 0 },
  { procedure: 'risk', rate: 0.11, offRate: 0 },
  { procedure: 'aar', rate: 0.035, offRate: 0 },
]

const DAYS = 365

/** Monday brings what the weekend saw; Friday is quiet. Sunday first. */
const WEEKDAY = [1, 1.35, 1.1, 1, 0.95, 0.8, 1]

/** A year of beginnings up to now, in order of time. */
export function yearOfOpenings(rulebook: Rulebook, tenant: string, now: Instant, dice: Dice): Opening[] {
  const openings: Opening[] = []
  for (let day = addDays(dayOf(now), -DAYS); day <= dayOf(now); day = addDays(day, 1)) {
    const off = isOff(rulebook.calendar, day)
    const weekday = WEEKDAY[new Date(`${day}T00:00:00.000Z`).getUTCDay()] ?? 1
    for (const { procedure, rate, offRate } of A_DAY) {
      const expected = (off ? offRate : rate) * weekday
      for (let left = arrivals(expected, dice); left > 0; left -= 1)
        openings.push(opening(procedure, day, off, rulebook, tenant, dice))
    }
  }
  return openings
    .filter(({ at, procedure }) => at < now && isInEffect(rulebook, procedure, dayOf(at)))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
}

/** A kind that begins within the year has no matters from before. */
const isInEffect = ({ procedures }: Rulebook, id: string, day: Day) =>
  procedures.some((procedure) => procedure.id === id && procedure.effectiveOn <= day)

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

function opening(procedure: string, day: Day, off: boolean, rulebook: Rulebook, tenant: string, dice: Dice): Opening {
  const story = openingOf(procedure, Number(day.slice(5, 7)), day, dice)
  const door = off && procedure === 'report' ? PUBLIC : doorOf(procedure, story.facts, dice)
  const at = momentOf(day, door.postId ? officeMinute(dice) : dice.between(6 * 60, 22 * 60))
  const actor = door.postId ? actorOfPost(rulebook, tenant, door.postId) : reporterActor(tenant)
  return {
    at,
    procedure,
    channel: door.channel,
    actor,
    unitId: door.unitId ?? (actor.unitId || COUNTY_ID),
    form: story.form,
    facts: story.facts,
    repeats: procedure === 'report' && dice.chance(0.05),
  }
}

type Door = { readonly channel: Channel; readonly postId?: string; readonly unitId?: string }

const PUBLIC: Door = { channel: 'public', unitId: COUNTY_ID }

function doorOf(procedure: string, { townshipId, handlingUnit, tier }: Facts, dice: Dice): Door {
  const local = `${townshipId}-mediator`
  switch (procedure) {
    case 'report':
      return dice.weighted([
        { weight: 35, ...PUBLIC },
        { weight: 25, channel: 'phone' as const, postId: 'clerk' },
        { weight: 25, channel: 'window' as const, postId: `${townshipId}-clerk` },
        { weight: 8, channel: 'letter' as const, postId: 'clerk-2' },
        { weight: 7, channel: 'inspection' as const, postId: local },
      ])
    case 'hazard':
      if (tier !== 'department') return { channel: 'inspection', postId: local }
      return { channel: 'inspection', postId: handlingUnit === 'safety' ? 'inspector' : `${handlingUnit}-handler` }
    case 'dispute':
      return dice.weighted([
        { weight: 70, channel: 'window' as const, postId: local },
        { weight: 20, channel: 'window' as const, postId: 'mediator' },
        { weight: 10, channel: 'window' as const, postId: 'court-mediator' },
      ])
    case 'task':
      return dice.chance(0.5) ? { channel: 'leader', postId: 'leader' } : { channel: 'upper', postId: 'triage' }
    case 'risk':
      return dice.chance(0.5)
        ? { channel: 'inspection', postId: local }
        : { channel: 'other', postId: 'triage', unitId: townshipId }
    case 'rectification':
      return { channel: 'upper', postId: 'triage', unitId: handlingUnit }
    default:
      return { channel: 'other', postId: 'reviewer' }
  }
}
