import { maskPersonal } from '../../../domain/free-text/personal-data.ts'
import type { Actor } from '../../../domain/matter/actor.ts'
import type { Command } from '../../../domain/matter/command.ts'
import { type CrossingNews, isOldNews } from '../../../domain/matter/crossing.ts'
import type { MatterEvent } from '../../../domain/matter/event.ts'
import type { Matter } from '../../../domain/matter/matter.ts'
import { present } from '../../../domain/present.ts'
import { hearsOf } from '../../../domain/procedure/crossing/step-crossing.ts'
import type { FormValues } from '../../../domain/procedure/form.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import type { DecideContext } from '../decide-context.ts'
import { decideStep } from '../decide-step.ts'
import { startsFrom } from '../open-steps.ts'

/**
 * What another office answered, once: the news, and the step that the definition takes when it hears them. Where that one does
 * not start from where the matter stands (it ended meanwhile), only the news are recorded.
 */
export function decideCrossing(
  procedure: Procedure,
  matter: Matter,
  { type: _, version, ...news }: Extract<Command, { type: 'RecordCrossing' }>,
  actor: Actor,
  context: DecideContext,
): MatterEvent[] {
  const sent = matter.sent?.find((each) => each.version === version)
  if (!sent || isOldNews(sent.standing, news.standing)) return []
  const by = { personId: actor.personId, postId: actor.postId, unitId: actor.unitId }
  const heard: MatterEvent = { type: 'CrossingHeard', at: context.now, by, version, ...news }
  const step = stepFor(procedure, matter, news)
  if (!step) return [heard]
  const form = answersTo(procedure, step, sent.reference, news)
  return [heard, ...decideStep(procedure, matter, { type: 'TakeStep', step, form }, actor, context)]
}

/** Whoever ended it had taken it: where only the taking is waited for, that is what is heard. */
function stepFor(procedure: Procedure, matter: Matter, { standing }: CrossingNews): string | undefined {
  const wanted = standing === 'ended' ? ['ended', 'taken'] : [standing]
  const steps = Object.entries(procedure.steps)
  return wanted
    .map((heard) => steps.find(([, step]) => hearsOf(step) === heard && startsFrom(step, matter))?.[0])
    .find((id) => id !== undefined)
}

function answersTo(procedure: Procedure, step: string, known: string | undefined, news: CrossingNews): FormValues {
  const fields = procedure.forms[procedure.steps[step]?.form ?? '']?.fields ?? {}
  const answers = present({
    crossingReference: news.reference ?? known,
    crossingReason: news.reason,
    crossingOutcome: news.outcome?.zh,
    crossingTold: news.told,
  })
  return Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]) => {
      const field = fields[name]
      // Longer than this office asks, or with a number in it that only that office's rule let through: no reason to hear nothing.
      return field && 'max' in field ? [[name, Array.from(maskPersonal(value).text).slice(0, field.max).join('')]] : []
    }),
  )
}
