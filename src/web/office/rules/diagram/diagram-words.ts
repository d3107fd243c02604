import type { DeadlineOverride } from '../../../../domain/procedure/deadline.ts'
import type { Guard, Procedure, Step } from '../../../../domain/procedure/procedure.ts'
import { conditionText } from '../../../../domain/wording/condition-text.ts'
import { type Speech, shortLength } from '../rule-words.ts'
import type { GraphEdge, GraphNode } from './diagram-graph.ts'

/** What stands on an arrow: the name of a return, the deadline that starts. */
export type EdgeLabel = { readonly text: string; readonly clock: boolean }

/** Said of a state in this order: who may not act comes before what must be there. */
const TELLING: readonly Guard[] = [
  'notTheHandler',
  'notRegisteredBy',
  'consentGiven',
  'hasEvidence',
  'allChildrenDone',
  'isSupervisor',
  'isOwner',
  'ownerAssigned',
  'hasChildren',
]

/** The second line of a node: the condition of the steps that lead on, or what is done there. */
export function conditionOf(procedure: Procedure, { id, anytime, done }: GraphNode, { rules, say }: Speech): string {
  if (anytime) return rules.anytime
  const state = procedure.states[id]
  if (done) {
    const outcome = state?.group === 'done' ? procedure.outcomes[state.outcome] : undefined
    // 已办结 says as much as 办结.
    return outcome && state && !say(state.title).includes(say(outcome)) ? say(outcome) : ''
  }
  const leaving = Object.values(procedure.steps).filter(
    ({ from, aside }) => !aside && from !== 'open' && from.includes(id),
  )
  const guards = new Set(leaving.flatMap((step) => step.guards ?? []))
  const telling = TELLING.find((guard) => guards.has(guard))
  if (telling) return rules.conditions[telling]
  if (state?.group === 'waiting') return rules.waiting
  const [first] = leaving
  return first ? say(first.title) : ''
}

/** What stands on an arrow; undefined for a plain step, whose name is that of the state it leads to. */
export function labelOf(
  procedure: Procedure,
  { steps, kind, to }: GraphEdge,
  overrides: Readonly<Record<string, DeadlineOverride>>,
  speech: Speech,
): EdgeLabel | undefined {
  const taken = steps.flatMap((id) => procedure.steps[id] ?? [])
  const started = [...new Set(taken.flatMap(({ starts }) => starts ?? []))]
  const clocks = started.length > 0
  const [first] = taken
  if (kind === 'expiry') return { text: speech.rules.expires, clock: true }
  const way = taken.flatMap((step) => wayText(procedure, step, to, speech) ?? [])[0]
  if (way) return { text: way, clock: clocks }
  if (kind === 'back' && first) return { text: speech.say(first.title), clock: clocks }
  return clocks ? { text: startedText(procedure, started, overrides, speech), clock: true } : undefined
}

/** So much of a condition stands on an arrow; the panel of the state has all of it. In widths of a Chinese character. */
const LONGEST_WAY = 12

/** When a step goes this way, where it has several. */
function wayText(procedure: Procedure, { to: ways }: Step, target: string, { rules, say }: Speech): string | undefined {
  if (ways === undefined || typeof ways === 'string') return undefined
  const way = ways.find(({ to }) => to === target)
  if (!way) return undefined
  if (!way.if) return rules.panel.otherwise
  const text = say(conditionText(way.if, procedure))
  return textWidth(text, 1) <= LONGEST_WAY ? text : `${shortened(text)}…`
}

function shortened(text: string): string {
  let kept = ''
  for (const character of text) {
    if (textWidth(kept + character, 1) > LONGEST_WAY - 1) break
    kept += character
  }
  return kept.trimEnd()
}

/** The deadlines that start with the registration of a matter. */
export const startLabel = (
  procedure: Procedure,
  overrides: Readonly<Record<string, DeadlineOverride>>,
  speech: Speech,
): EdgeLabel | undefined =>
  procedure.opening.starts.length > 0
    ? { text: startedText(procedure, procedure.opening.starts, overrides, speech), clock: true }
    : undefined

/** The first deadline, and how many others start with it. */
function startedText(
  procedure: Procedure,
  ids: readonly string[],
  overrides: Readonly<Record<string, DeadlineOverride>>,
  speech: Speech,
): string {
  const texts = ids.flatMap((id) => {
    const rule = procedure.deadlines[id]
    return rule ? [shortLength(rule, overrides[`${procedure.id}.${id}`], speech)] : []
  })
  const different = [...new Set(texts)]
  return different.length > 1 ? `${different[0]} +${different.length - 1}` : (different[0] ?? '')
}

/** Width of a text in a sans font: Chinese characters are square, Latin ones a little over half. */
export const textWidth = (text: string, fontSize: number): number =>
  Array.from(text).reduce((sum, character) => sum + (character.charCodeAt(0) > 0x2e80 ? 1 : 0.56), 0) * fontSize
