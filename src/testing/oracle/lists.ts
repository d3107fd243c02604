import type { Dice } from '../../demo/dice.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { dayOf } from '../../domain/time/time.ts'
import type { Post } from '../../domain/unit/unit.ts'
import type { LedgerFilter } from '../../domain/views/ledger-filter.ts'
import { lineOf, type Story } from './story.ts'

type Fits = (story: Story, value: string, post: Post) => boolean

/** What waits for a post: for the post itself, or for a role of it in its unit. */
export const waitsFor = ({ waitsFor: tokens }: Story, { id, unitId, roles }: Post): boolean =>
  [`post:${id}`, ...roles.map((role) => `${role}@${unitId}`)].some((token) => tokens.includes(token))

/** Each filter of the ledger, said plainly. The rest of them are combined with these in other tests. */
const FILTERS: Readonly<Record<string, Fits>> = {
  procedure: ({ matter }, value) => matter.procedure === value,
  kinds: ({ matter }, value) => value.split(',').includes(matter.procedure),
  group: ({ matter }, value) => (value === 'notDone' ? matter.group !== 'done' : matter.group === value),
  state: ({ matter }, value) => matter.state === value,
  unit: ({ matter }, value) => lineOf(matter.unitId).includes(value),
  place: ({ matter }, value) => lineOf(matter.placeUnitId).includes(value),
  category: ({ matter }, value) => matter.category === value,
  level: ({ matter }, value) => matter.level === value,
  channel: ({ matter }, value) => matter.channel === value,
  owner: ({ matter }, value) => matter.ownerPostId === value,
  overdue: ({ matter }) => matter.clocks.some(({ state }) => state === 'overdue'),
  exercise: ({ matter }) => matter.exercise === true,
  work: (story, value, post) => {
    const waits = waitsFor(story, post)
    const sent = story.matter.participants.includes(post.id) && !waits
    return story.matter.group !== 'done' && (value === 'mine' ? waits : sent)
  },
  openedFrom: ({ matter }, value) => dayOf(matter.openedAt) >= value,
  openedTo: ({ matter }, value) => dayOf(matter.openedAt) <= value,
  text: ({ matter }, value) =>
    [matter.reference, matter.sourceNumber, matter.title, matter.place].some((each) => each?.includes(value)),
}

/** Whether a matter stands in the ledger under these filters: exercises only where they are asked for, or in the ledger of their kind. */
export function isListed(story: Story, filter: LedgerFilter, post: Post, procedures: readonly Procedure[]): boolean {
  const ofExercises = procedures.some(({ id, exercise }) => exercise && id === filter.procedure)
  if (story.matter.exercise && !filter.exercise && !ofExercises) return false
  return Object.entries(filter).every(
    ([name, value]) => value === undefined || (FILTERS[name]?.(story, value, post) ?? true),
  )
}

/** A question to the ledger by chance, which some matter answers. */
export function randomFilter(dice: Dice, stories: readonly Story[]): LedgerFilter {
  const { matter } = dice.pick(stories)
  const { procedure, state, unitId, placeUnitId, category, level, channel, ownerPostId, title, openedAt } = matter
  const offered: Record<string, string | undefined> = {
    procedure,
    kinds: `${procedure},${dice.pick(stories).matter.procedure}`,
    group: dice.pick(['open', 'waiting', 'done', 'notDone']),
    state,
    unit: dice.pick(lineOf(unitId)),
    place: lineOf(placeUnitId)[0],
    category,
    level,
    channel,
    owner: ownerPostId,
    overdue: 'true',
    exercise: 'only',
    work: dice.pick(['mine', 'sent']),
    openedFrom: dayOf(openedAt),
    openedTo: dayOf(openedAt),
    text: title.slice(-5),
    sort: 'due',
  }
  const names = Array.from({ length: dice.between(1, 2) }, () => dice.pick(Object.keys(offered)))
  return Object.fromEntries(names.flatMap((name) => (offered[name] ? [[name, offered[name]]] : []))) as LedgerFilter
}
