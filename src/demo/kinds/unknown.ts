import { settingOf } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { startOfDay } from '../../domain/time/time.ts'
import { answersFor } from '../answers.ts'
import { TOWNSHIPS } from '../county/units.ts'
import type { Move } from '../facts.ts'
import { type DemoKind, type Door, PUBLIC } from './kind.ts'
import { common } from './story-parts.ts'

/** Posts of a township that may register something, by the role they carry. */
const DOORS: Readonly<Record<string, string>> = {
  clerk: 'clerk',
  mediator: 'mediator',
  handler: 'clerk',
  inspector: 'mediator',
}

/**
 * A kind the demo has no stories of: it begins with the answers its form asks for, comes in through a door that may open it,
 * and goes on by whatever step stands on its path.
 */
export function unknownKind(procedure: Procedure): DemoKind {
  const form = procedure.forms[procedure.opening.form]
  return {
    rate: 0.1,
    offRate: 0,
    moves: movesOf(procedure),
    asides: [],
    stories: () => [],
    begin: (day, dice) => {
      const township = dice.pick(TOWNSHIPS)
      const [villageId, village] = dice.pick(township.villages)
      const facts = {
        ...common({ townshipId: township.id, villageId, spot: village }, procedure.purpose.zh, dice),
        handlingUnit: township.id,
        tier: 'township' as const,
      }
      const words = { ...facts.words, title: `${village}${procedure.short.zh}`, place: village }
      const now = startOfDay(day)
      const context = { dice, directory: { units: {}, posts: {} }, now, unitId: township.id, words, photos: [] }
      const title = settingOf(form?.fields ?? {}, 'title')
      const given = title ? { [title]: words.title } : {}
      return { form: form ? answersFor(form, { ...context, given }) : {}, facts }
    },
    door: ({ townshipId }) => doorOf(procedure, townshipId),
  }
}

function doorOf({ opening }: Procedure, townshipId: string): Door {
  const role = opening.by.find((each) => Object.hasOwn(DOORS, each))
  if (role) return { channel: 'window', postId: `${townshipId}-${DOORS[role]}` }
  if (opening.by.includes('triageOfficer')) return { channel: 'other', postId: 'triage', unitId: townshipId }
  if (opening.by.includes('reviewer')) return { channel: 'other', postId: 'reviewer' }
  return opening.by.includes('leader') ? { channel: 'leader', postId: 'leader' } : PUBLIC
}

/** Every step on the path that people take, each as likely as the next. */
function movesOf(procedure: Procedure): Readonly<Record<string, readonly Move[]>> {
  const steps = Object.entries(procedure.steps).filter(
    ([, step]) => !step.aside && step.by.some((role) => role !== 'system' && role !== 'reporter'),
  )
  return Object.fromEntries(
    Object.keys(procedure.states).map((state) => [
      state,
      steps
        .filter(([, step]) => step.from !== 'open' && step.from.includes(state))
        .map(([step]): Move => ({ step, weight: 1, days: [1, 4] })),
    ]),
  )
}
