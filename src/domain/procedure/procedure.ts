import type { LinkType } from '../matter/link.ts'
import type { DataOrder, DataService } from '../personal/data-orders.ts'
import type { Role } from '../unit/role.ts'
import type { Sight } from '../unit/sight.ts'
import type { Text } from '../wording/text.ts'
import type { Condition } from './condition.ts'
import type { StepCrossing } from './crossing/step-crossing.ts'
import type { DeadlineRule } from './deadline.ts'
import type { Form, When } from './form.ts'
import type { Reporting } from './hands/reporting.ts'
import type { StandsIn } from './hands/stands-in.ts'
import type { Coverage } from './records/coverage.ts'
import type { CameBack, CascadeRows, Revision } from './records/learning.ts'
import type { Schedule } from './schedule.ts'
import type { Seat, SeatName } from './seat.ts'
import type { Source } from './source.ts'
import type { Taker } from './taker.ts'

/**
 * Conditions with a name, because several procedures use them. A definition says the word; `named-conditions.ts` says what it means.
 * - `notTheHandler`: the actor took no step that handles this matter (Work Safety Law art. 65: review by another)
 * - `isOwner`: the actor's post is the matter's owner
 * - `isSupervisor`: the actor's post is the matter's supervisor
 * - `ownerAssigned`: somebody is named as owner
 * - `hasEvidence`: at least one file was handed in since the matter last entered a handling state
 * - `allChildrenDone`: every matter opened from this one is closed
 * - `hasChildren`: at least one matter was opened from this one
 * - `consentGiven`: every party has agreed (field `consent` is `yes`)
 * - `notListed` / `isListed`: the matter is (not) under listed supervision (field `listedOn`)
 * - `isMajor` / `notMajor`: the level is (not) major
 * - `notRegisteredBy`: the actor did not open the matter
 */
export const GUARDS = [
  'notTheHandler',
  'isOwner',
  'isSupervisor',
  'ownerAssigned',
  'hasEvidence',
  'allChildrenDone',
  'hasChildren',
  'consentGiven',
  'notListed',
  'isListed',
  'isMajor',
  'notMajor',
  'notRegisteredBy',
] as const
export type Guard = (typeof GUARDS)[number]

/** Open: work is due here. Waiting: somebody outside acts. Done: over, with an outcome. Ask for groups, never for state names. */
export type StateGroup = 'open' | 'waiting' | 'done'

/** Letters of the references of what is played in an exercise: they take no number from the real ones. */
export const EXERCISE_PREFIX = 'YL'

/** The outcome of a matter that went back to where it came from: not the unit's remit. */
export const RETURNED = 'returned'

type Standing = {
  readonly title: Text
  /** What the reporter reads; no internal word, no official's name. */
  readonly public?: Text
}

/** Where a matter stands. Only while it is not done has it a next step, and only when it is done an outcome. */
export type State<Outcome extends string = string> =
  | (Standing & {
      readonly group: Exclude<StateGroup, 'done'>
      /** Lane of the diagram; by default the first role that can move the matter on. */
      readonly lane?: Role
      /** Why no time limit runs here; without it, one must. */
      readonly clockless?: Text
    })
  | (Standing & { readonly group: 'done'; readonly outcome: Outcome })

/**
 * A matter that a step opens. One, or one per row of an `items` field.
 * `carry` names child form field ← parent form or matter field (`row.x` for a column of the row).
 * Whoever takes the step gave the child: its ordering side is their unit, and a leader in person.
 */
export type Spawn = {
  readonly procedure: string | { readonly by: string; readonly procedures: Readonly<Record<string, string>> }
  readonly link: LinkType
  readonly each?: string
  readonly carry: Readonly<Record<string, string>>
  /** The child goes to the parent unit of this matter's unit (escalation to the next tier). */
  readonly toParentUnit?: true
  /** Opened only when this form field has one of these values. */
  readonly when?: When
  /** Opened only for the rows of `each` that answer so. */
  readonly whenRow?: When
  /** The same matter under another kind or at another tier: its clocks count from the day this one was opened. */
  readonly carriesOn?: true
  /** Whoever handled, verified or decided this matter takes no part in the other. */
  readonly bars?: true
  /** The first step of the other, which this one stands for: it was given to its unit already and begins where that step leads. */
  readonly begins?: string
  /** Opened from an exercise, it is none itself: what the exercise showed is put right in earnest. */
  readonly inEarnest?: true
}

/** One of several ways a step may lead, by what holds after its form is answered. The last has no `if`. */
export type Way<S extends string = string> = { readonly if?: Condition; readonly to: S }

/**
 * A step the system takes on related matters as a consequence, at once and by the outbox: what a reporter adds reaches whoever
 * handles the matter that came of it (`children`), a question goes back up (`parent`), the answer to a joint report answers
 * those merged into it (`merged`). `carry` names their form field ← this step's answer or a fact. Left out where the other
 * matter does not know the step or it does not start from where the other stands.
 */
export type Relay = {
  readonly to: 'parent' | 'children' | 'merged'
  readonly step: string
  readonly carry: Readonly<Record<string, string>>
}

/**
 * Whose worklist a matter enters: who sits there; or the nearest with a role who is there now, in the seat's unit or above it (`above`:
 * above it only); always, or when this holds. A unit that has such a post with nobody in it has its leader told.
 */
export type Raising =
  | SeatName
  | { readonly seat: SeatName; readonly role?: Role; readonly above?: true; readonly if?: Condition }

export type Step = {
  readonly title: Text
  /** States from which it may be taken; `open` = any state that is not done. */
  readonly from: readonly string[] | 'open'
  /** The state it leads to, or the first of several whose condition holds; absent = the matter stays where it is. */
  readonly to?: string | readonly Way[]
  readonly by: readonly Taker[]
  readonly form?: string
  readonly guards?: readonly (Guard | Condition)[]
  /** Who takes it handles the matter, and so may not verify it. */
  readonly handles?: true
  /** Who takes it verifies the matter. */
  readonly verifies?: true
  /** Everyday step beside the path (urge, add material): shown smaller, not drawn. */
  readonly aside?: true
  /** An entry of the situation log: those taken stand together on the page, with a line to write the next, and none is changed. */
  readonly logs?: true
  /** Only an import takes it: it says how the former ledger ended the matter, and is no part of the path people follow. */
  readonly imported?: true
  readonly starts?: readonly string[]
  readonly meets?: readonly string[]
  readonly cancels?: readonly string[]
  /**
   * Says that what these clocks wait for is done and asks for a check. They stand until a step that meets them confirms it: they
   * ended then on the day of asking. Or until a step that they run on by.
   */
  readonly holds?: readonly string[]
  /** The check failed: held clocks run on, as if nothing had been said. */
  readonly runsOn?: readonly string[]
  /**
   * Pauses these clocks; a field of the form means `reason`, others may mean `document` and `pausedFrom`. With `pausedTo` it
   * records a pause that is over.
   */
  readonly pauses?: readonly string[]
  readonly resumes?: readonly string[]
  /** Extends this clock; fields of the form mean `extendBy` (a number, in the unit of the rule's maximum) and `reason`. */
  readonly extends?: string
  /** Asks for more time for this clock: early enough, or it is refused at once. A grant from the state that this leads to counts as asked then. */
  readonly asks?: string
  readonly opens?: readonly Spawn[]
  /**
   * Links this matter to the one whose reference stands in a form field (merge: duplicateOf). With `back` the other way round:
   * a matter opened elsewhere is taken on as a child (childOf), waited for like one opened from here.
   */
  readonly linksTo?: { readonly field: string; readonly type: LinkType; readonly back?: true }
  /** Takes back every link of this type, so that a merge can be undone. */
  readonly unlinks?: LinkType
  /** Documents it issues (ids of `documents`), each with a number and what was known when it was issued. */
  readonly issues?: readonly string[]
  /** Documents it takes back: they stay in the story and are in force no longer. */
  readonly revokes?: readonly string[]
  /**
   * It destroys what is personal in the matter, in the same moment: the key, the vault's entries, what is read with them. Always,
   * or when this holds. It ends the matter, and asks for nothing personal itself.
   */
  readonly shreds?: true | Condition
  /**
   * What it has done in the matters that this one concerns (links of that type): their personal data are kept beyond their time,
   * stored and not used, released again, or destroyed. Its form's `carryReason` says why there.
   */
  readonly orders?: DataOrder
  /**
   * While it stands open to somebody, they may do this with what is personal in the matters that this one concerns: compare an
   * answer without seeing it, make a copy for the person, put an answer right.
   */
  readonly serves?: DataService
  /** Answers on record that it empties: a delisted hazard is no longer listed. */
  readonly clears?: readonly string[]
  /** Whose worklist the matter enters, whatever its state, until one of them has taken a step. */
  readonly raises?: readonly Raising[]
  /** A holder of this seat of many signs for it, answers, or refuses: the actor's own post or unit, or the one its form names. */
  readonly signs?: SeatName
  readonly answers?: SeatName
  readonly refuses?: SeatName
  /** Who takes it declares an interest and takes no part any more; the seats of their post are empty then. */
  readonly recuses?: true
  /** Takes back, as a mistake, that whoever holds the post this question names takes no part. */
  readonly unbars?: string
  readonly relays?: readonly Relay[]
  /** Its part in sending the matter to another office, or in taking one from there. */
  readonly crossing?: StepCrossing
  /** Records that change with it, those that are named. */
  readonly revises?: readonly Revision[]
  /** Why whoever handles the matter may take it alone, although it extends, checks or ends; without it another must. */
  readonly alone?: Text
  /** Who must be told, in words: shown on the step and on the receipt. */
  readonly tells?: Text
  /** The statute or rule behind the step. */
  readonly source?: Source
  /** What the timeline says after the name: `受理，15日内告知`. Default: the title. */
  readonly told?: Text
  /** Shown to the reporter on the public page as well. */
  readonly public?: Text
  /** Shown there instead when an official took a step that reporters take too: nobody is told to have done what others did. */
  readonly publicByOffice?: Text
}

export type ProcedureDocument = { readonly title: Text; readonly source?: Source }

/**
 * What a reader should notice while it holds (near its limit, put off twice), and the steps that answer it. It is worked out from
 * the record and said of the matter, never of who is in it; nothing is ranked by it.
 */
export type Signal = { readonly title: Text; readonly if: Condition; readonly answers: readonly string[] }

/** Colours of a mark, which its words stand beside. */
export const TONES = ['blue', 'yellow', 'red'] as const
export type Tone = (typeof TONES)[number]

/** The answer to a choice that stands beside the title wherever the matter is shown, each option in its colour. */
export type Mark = { readonly field: string; readonly tones: Readonly<Record<string, Tone>> }

/** A rule book for one kind of matter. Published versions are frozen; matters keep the version they were opened under. */
export type Procedure = {
  readonly id: string
  readonly version: number
  /** Day from which new matters follow this version; before that of version 1 only an old ledger has matters of this kind. */
  readonly effectiveOn: string
  readonly title: Text
  /** One word for tabs and lists: 隐患. */
  readonly short: Text
  /** Letters of the reference: YH-2026-0417. */
  readonly prefix: string
  readonly purpose: Text
  readonly source: Source
  readonly categories: Readonly<Record<string, Text>>
  readonly outcomes: Readonly<Record<string, Text>>
  readonly forms: Readonly<Record<string, Form>>
  readonly documents: Readonly<Record<string, ProcedureDocument>>
  readonly deadlines: Readonly<Record<string, DeadlineRule>>
  /** Seats beside the shared ones of `seat.ts`. */
  readonly seats?: Readonly<Record<SeatName, Seat>>
  /** Given from above: only the side that ordered it grants time, accepts, takes back and closes. */
  readonly ordered?: true
  /** Matters of this kind are exercises, and so is what comes of them unless it is opened in earnest: out of every count, and marked. */
  readonly exercise?: true
  /** Who sees matters of this kind, where it is not who has charge of their units. */
  readonly sight?: Sight
  /**
   * What others point to and what outlives them: in these states it is in force, and a question may name it. Never a person.
   * `answersFor`: its rows say which post answers for which kind of matter, and the page shows beside them what really happened.
   */
  readonly record?: {
    readonly inForce: readonly string[]
    readonly answersFor?: { readonly rows: string; readonly kind: string; readonly post: string }
    /** Each says of one version of a kind of matter that what it asks about people was weighed and signed for. */
    readonly assesses?: { readonly kind: string; readonly version: string }
    /** It is worked on as well, and stands among the matters and not among the registers. */
    readonly work?: true
  }
  readonly coverage?: Coverage
  readonly cameBack?: CameBack
  readonly cascade?: CascadeRows
  /** Another post acts for a post while a matter of this kind stands so. */
  readonly standsIn?: StandsIn
  /** How a matter of this kind begins. */
  readonly opening: {
    readonly form: string
    readonly by: readonly Role[]
    readonly state: string
    readonly starts: readonly string[]
    /** Whose worklist it enters at once, beside whoever has the next step. */
    readonly raises?: readonly Raising[]
  }
  /** What opens by itself on a calendar, for offices that switch it on. */
  readonly schedules?: Readonly<Record<string, Schedule>>
  readonly states: Readonly<Record<string, State>>
  readonly steps: Readonly<Record<string, Step>>
  readonly signals?: Readonly<Record<string, Signal>>
  readonly mark?: Mark
  /** Only of kinds that are answered to somebody who has a code for it: residents open them, or the office does for them. */
  readonly reporting?: Reporting
  /** Order and headings of the ledger sheet: form or matter field, a time limit for its due day, `<time limit>.start` for the day it counts from, `<time limit>.met` for how often it was met ← column heading (PROCEDURES section 6). */
  readonly ledger: readonly { readonly field: string; readonly title: Text }[]
}

type Checked<S extends string, F extends string, D extends string, O extends string, Doc extends string> = Omit<
  Procedure,
  'forms' | 'deadlines' | 'states' | 'steps' | 'opening' | 'outcomes' | 'documents'
> & {
  forms: Record<F, Form>
  deadlines: Record<D, DeadlineRule>
  outcomes: Record<O, Text>
  documents: Record<Doc, ProcedureDocument>
  states: Record<S, State<NoInfer<O>>>
  steps: Record<
    string,
    Omit<
      Step,
      | 'from'
      | 'to'
      | 'form'
      | 'starts'
      | 'meets'
      | 'cancels'
      | 'holds'
      | 'runsOn'
      | 'pauses'
      | 'resumes'
      | 'extends'
      | 'asks'
      | 'issues'
      | 'revokes'
    > & {
      from: readonly NoInfer<S>[] | 'open'
      to?: NoInfer<S> | readonly Way<NoInfer<S>>[]
      form?: NoInfer<F>
      starts?: readonly NoInfer<D>[]
      meets?: readonly NoInfer<D>[]
      cancels?: readonly NoInfer<D>[]
      holds?: readonly NoInfer<D>[]
      runsOn?: readonly NoInfer<D>[]
      pauses?: readonly NoInfer<D>[]
      resumes?: readonly NoInfer<D>[]
      extends?: NoInfer<D>
      asks?: NoInfer<D>
      issues?: readonly NoInfer<Doc>[]
      revokes?: readonly NoInfer<Doc>[]
    }
  >
  opening: {
    form: NoInfer<F>
    by: readonly Role[]
    state: NoInfer<S>
    starts: readonly NoInfer<D>[]
    raises?: readonly Raising[]
  }
}

/** The states a step may lead to; none when the matter stays where it is. */
export const targetsOf = ({ to }: Pick<Step, 'to'>): readonly string[] =>
  to === undefined ? [] : typeof to === 'string' ? [to] : to.map((way) => way.to)

/** Checks a definition at compile time: a misspelt state, form, deadline, outcome or document does not compile. */
export const defineProcedure = <
  S extends string,
  F extends string,
  D extends string,
  O extends string,
  Doc extends string,
>(
  procedure: Checked<S, F, D, O, Doc>,
): Procedure => procedure as Procedure
