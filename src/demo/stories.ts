import { reporterActor, systemActor } from '../domain/matter/actor.ts'
import type { Rulebook } from '../domain/procedure/rulebook.ts'
import { addMilliseconds, type Day, dayOf, type Instant } from '../domain/time/time.ts'
import { procedureInEffect } from '../engine/decide/decide-opening.ts'
import { addWorkingDays } from '../engine/time/calendar.ts'
import { actorOfPost } from './choose-actor.ts'
import { momentOf, officeMinute } from './county/office-hours.ts'
import { COUNTY_ID, TOWNSHIPS } from './county/units.ts'
import type { Dice } from './dice.ts'
import type { Facts, Move } from './facts.ts'
import { KNOWN_KINDS } from './kinds/kinds.ts'
import type { Opening } from './openings.ts'
import type { Story } from './story.ts'
import { STORIES } from './story-book.ts'

/** The stories of the demo county as they stand on a day. */
export function storyOpenings(rulebook: Rulebook, tenant: string, now: Instant, dice: Dice): Opening[] {
  const today = dayOf(now)
  return STORIES(today)
    .map((story) => openingOfStory(story, rulebook, tenant, now, dice))
    .filter(({ at }) => at < now)
}

function openingOfStory(story: Story, rulebook: Rulebook, tenant: string, now: Instant, dice: Dice): Opening {
  const today = dayOf(now)
  const township = TOWNSHIPS.find(({ villages }) => villages.some(([id]) => id === story.villageId))
  const actor = openerOf(story, rulebook, tenant)
  const day = story.workingDaysAgo > 0 ? addWorkingDays(rulebook.calendar, today, -story.workingDaysAgo) : today
  const facts: Facts = {
    dice,
    townshipId: township?.id ?? COUNTY_ID,
    handlingUnit: story.handlingUnit,
    tier: 'township',
    pace: 1,
    words: { placeName: story.place, measure: '按要求整改。', law: '《安全生产法》第四十一条', ...story.words },
    script: story.steps.map(
      ({ step, days, minutes, given }): Move => ({
        step,
        weight: 1,
        days: [days, days],
        ...(minutes === undefined ? {} : { minutes: [minutes, minutes] }),
        ...(given ? { given: () => given } : {}),
      }),
    ),
  }
  const at = momentOfStory(story, day, now, dice)
  return {
    at,
    procedure: story.procedure,
    channel: story.channel,
    actor,
    unitId: story.unitId ?? (actor.unitId || COUNTY_ID),
    form: { ...placeOf(story, rulebook, day), ...KNOWN_KINDS[story.procedure]?.moments?.(at, dice), ...story.form },
    facts,
    repeats: false,
  }
}

function openerOf({ postId, channel }: Story, rulebook: Rulebook, tenant: string) {
  if (postId) return actorOfPost(rulebook, tenant, postId)
  return channel === 'system' ? systemActor(tenant) : reporterActor(tenant)
}

function momentOfStory({ workingDaysAgo, minutesAgo, at }: Story, day: Day, now: Instant, dice: Dice): Instant {
  if (at !== undefined) return at
  if (minutesAgo !== undefined) return addMilliseconds(now, -minutesAgo * 60_000)
  return workingDaysAgo > 0 ? momentOf(day, officeMinute(dice)) : momentOf(day, dice.between(6 * 60, 8 * 60))
}

/** Where it is, as far as its form asks. */
function placeOf({ procedure, place, villageId }: Story, { procedures }: Rulebook, day: Day) {
  const { forms, opening } = procedureInEffect(procedures, procedure, day)
  const asked = forms[opening.form]?.fields ?? {}
  return { ...('place' in asked ? { place } : {}), ...('placeUnit' in asked ? { placeUnit: villageId } : {}) }
}
