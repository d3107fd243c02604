import type { Channel, Matter } from '../../domain/matter/matter.ts'
import type { FormValues } from '../../domain/procedure/form.ts'
import type { Day, Instant } from '../../domain/time/time.ts'
import { COUNTY_ID } from '../county/units.ts'
import type { Dice } from '../dice.ts'
import type { Facts, Move } from '../facts.ts'
import type { Story } from '../story.ts'

/** What a matter of a kind is about when it begins. */
export type Beginning = { readonly form: FormValues; readonly facts: Facts }

/** Through which door it comes in, and who registers it; nobody on the public page. */
export type Door = { readonly channel: Channel; readonly postId?: string; readonly unitId?: string }

/** A step beside the path, taken in these states with this chance and at most once a visit of the state. */
export type Aside = Move & { readonly in: readonly string[] }

/** How matters of a kind usually go on, by state. */
export type Path = { readonly moves: Readonly<Record<string, readonly Move[]>>; readonly asides: readonly Aside[] }

/** Records in force, by kind. */
export type Records = Readonly<Record<string, readonly Matter[]>>

/** Everything that the demo county knows of one kind of matter. */
export type DemoKind = Path & {
  /** How many begin on a working day; on days off the public page alone brings reports. */
  readonly rate: number
  readonly offRate: number
  readonly begin: (day: Day, dice: Dice) => Beginning
  readonly door: (facts: Facts, dice: Dice) => Door
  /** Answers to the minute, from the moment at which it is registered. */
  readonly moments?: (at: Instant, dice: Dice) => FormValues
  /** What it points to of the records there are on the day it begins, as answers; nothing, and it does not begin. */
  readonly points?: (records: Records, facts: Facts, dice: Dice) => FormValues | undefined
  /** Matters that stand at a certain step today. */
  readonly stories: (today: Day) => readonly Story[]
}

export const move = (
  step: string,
  weight: number,
  days: readonly [number, number],
  more: Pick<Move, 'when' | 'given' | 'minutes'> = {},
): Move => ({ step, weight, days, ...more })
export const aside = (
  step: string,
  states: readonly string[],
  weight: number,
  days: readonly [number, number],
  more: Pick<Move, 'when' | 'given' | 'minutes'> = {},
): Aside => ({ step, in: states, weight, days, ...more })

export const isMajor = (matter: Matter) => matter.level === 'major'
export const notMajor = (matter: Matter) => matter.level !== 'major'
export const isListed = (matter: Matter) => typeof matter.fields['listedOn'] === 'string'
export const notListed = (matter: Matter) => !isListed(matter)
export const runs = (matter: Matter, deadline: string) =>
  matter.clocks.some((clock) => clock.deadline === deadline && (clock.state === 'running' || clock.state === 'overdue'))
export const isPaused = (matter: Matter) => matter.clocks.some((clock) => clock.state === 'paused')

export const PUBLIC: Door = { channel: 'public', unitId: COUNTY_ID }

export const monthOf = (day: Day) => Number(day.slice(5, 7))

/** A kind of which only told matters are there; none begins by chance. */
export const toldOnly = (moves: Path['moves'], stories: DemoKind['stories']): DemoKind => ({
  moves,
  asides: [],
  rate: 0,
  offRate: 0,
  begin: () => {
    throw new Error('matters of this kind begin by their stories only')
  },
  door: () => PUBLIC,
  stories,
})

const anyHolder = (matter: Matter, state: string) =>
  (matter.holders ?? []).some((holder) => holder.seat === 'assist' && holder.state === state)

/** Why a lead ends without what an assisting unit owes, where one does. */
export const withoutAssist = (matter: Matter): FormValues =>
  anyHolder(matter, 'asked') || anyHolder(matter, 'signed') ? { assistOpenWhy: '协办部分不影响结果，后补材料' } : {}

/** A unit that was asked to assist signs for its part within a day or two, and mostly answers in time. */
export const assistAsides = (states: readonly string[]): readonly Aside[] => [
  aside('signAssist', states, 0.97, [0, 1], { when: (matter) => anyHolder(matter, 'asked') }),
  aside('answerAssist', states, 0.95, [1, 3], { when: (matter) => anyHolder(matter, 'signed') }),
]
