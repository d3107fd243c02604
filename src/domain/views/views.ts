import type { CrossingNews } from '../matter/crossing.ts'
import type { DrawRecord } from '../matter/event.ts'
import type { Level } from '../matter/level.ts'
import type { LinkType } from '../matter/link.ts'
import type { Channel, Matter, Raise } from '../matter/matter.ts'
import type { RowSource } from '../matter/row-source.ts'
import type { OpeningPurpose } from '../personal/opening-purpose.ts'
import type { ClockState, DeadlineOverride, GrantedExtension, Pause, Recount, Roll } from '../procedure/deadline.ts'
import type { FileRef, FormValues } from '../procedure/form.ts'
import type { StateGroup } from '../procedure/procedure.ts'
import type { CalendarDay } from '../time/calendar.ts'
import type { Day, Instant, Period } from '../time/time.ts'
import type { OfficeSettings } from '../unit/office-settings.ts'
import type { Role } from '../unit/role.ts'
import type { Office, Post, Unit } from '../unit/unit.ts'
import type { LevelNames } from '../wording/level-names.ts'
import type { Text } from '../wording/text.ts'
import type { MatterFormView } from './paper-views.ts'

/** The clock a list shows: the one that ends first. */
export type RowClock = {
  readonly clockId: string
  readonly state: ClockState
  readonly startedAt: Instant
  readonly dueOn?: Day
  readonly dueAt: Instant
  readonly provisional: boolean
  readonly endedAt?: Instant
  /** What the days left are counted by: a list and the matter's page must show one number. */
  readonly period?: Period
  readonly setDay?: Day
  readonly setAt?: Instant
  readonly pauses?: readonly Pause[]
  readonly heldAt?: Instant
  /** While it is paused: what the days left follow from. */
  readonly roll?: Roll
  readonly extensions?: readonly GrantedExtension[]
}

/** One line of a list. Names of units, posts and states are looked up by the screen. */
export type MatterRow = {
  readonly id: string
  readonly reference: string
  readonly procedure: string
  readonly procedureVersion: number
  readonly title: string
  readonly category?: string
  readonly level?: Level
  readonly state: string
  readonly group: StateGroup
  readonly unitId: string
  readonly place?: string
  readonly placeUnitId?: string
  readonly sourceNumber?: string
  readonly channel: Channel
  readonly ownerPostId?: string
  readonly openedAt: Instant
  readonly closedAt?: Instant
  readonly clock?: RowClock
  readonly exercise?: true
  /** The answer that marks it, where its kind has marks. */
  readonly mark?: string
  readonly version: number
}

/** A page of the ledger; `next` is absent on the last page. `count` stops at `countLimit` and says so; pages after the first leave it out. */
export type MatterPage = {
  readonly rows: readonly MatterRow[]
  readonly next?: string
  readonly count?: number
  readonly countIsLimit?: boolean
}

/** A post of the session. `standsIn`: another's, until then, from this own post, and without the roles withheld. */
export type SessionPost = {
  readonly id: string
  readonly title: Text
  readonly unitId: string
  readonly standsIn?: { readonly until: Instant; readonly ownPostId: string; readonly withheld: readonly Role[] }
}

export type SessionView = {
  readonly tenant: { readonly id: string; readonly name: Text }
  readonly office: Omit<OfficeSettings, 'overrides' | 'calendarDays' | 'gapFree' | 'schedules' | 'warnings'>
  readonly person: { readonly id: string; readonly name: string; readonly username: string }
  readonly post: SessionPost & { readonly unitPath: string; readonly roles: readonly Role[] }
  /** All posts this person holds or stands in for; the screen lets them switch. */
  readonly posts: readonly SessionPost[]
  readonly mustChangePassword: boolean
  /** The office demands a second factor and there is none yet. */
  readonly mustSetFactor: boolean
  readonly now: Instant
  readonly calendarDays: readonly CalendarDay[]
  readonly overrides: Readonly<Record<string, DeadlineOverride>>
}

/** Why a matter stands on a worklist out of turn. */
export type RaisedView = Omit<Raise, 'to'>

/**
 * `nextSteps` are mine to choose from; `only` is the one of them when nothing else leads on from here, for nobody. What was
 * raised to me says why, and `mayTake` everything that I can do about it.
 */
export type WorkRow = MatterRow & {
  readonly nextSteps: readonly string[]
  readonly only?: string
  readonly raised?: readonly RaisedView[]
  readonly mayTake?: readonly string[]
}

export type TodayView = {
  readonly now: Instant
  /** What waits for me, by due instant; whole matters, so that the screen asks the engine for the step. */
  readonly work: readonly WorkRow[]
  readonly workCount: number
  /** Became overdue since the start of yesterday, in my units. */
  readonly turnedOverdue: readonly MatterRow[]
  readonly turnedCount: number
  /** What I registered or triaged and is open elsewhere. */
  readonly sent: readonly MatterRow[]
  readonly sentCount: number
  /** What waits for me in exercises; in none of the numbers. */
  readonly exercises: readonly WorkRow[]
}

/** One line of the story, with the facts the screen puts into words by the definition. */
export type TimelineItem = {
  readonly version: number
  readonly at: Instant
  readonly type: string
  readonly personName?: string
  /** It is the name of a program, which acted in the post by an account of its own. */
  readonly isProgram?: true
  readonly postId: string
  /** The post of their own from which they acted for that one. */
  readonly ownPostId?: string
  readonly step?: string
  readonly from?: string
  readonly to?: string
  readonly form: FormValues
  readonly files: readonly FileRef[]
  /** Where an old ledger told it. */
  readonly source?: RowSource
  readonly note?: string
  readonly clockId?: string
  readonly warning?: string
  readonly recounts?: readonly Recount[]
  readonly child?: {
    readonly id: string
    readonly reference: string
    readonly procedure: string
    readonly outcome: string
    readonly reason?: string
    /** Where it goes on, when it was passed up or registered anew. */
    readonly successor?: string
  }
  /** From which post to which its seats went. */
  readonly handedOver?: { readonly from: string; readonly to: string }
  /** Whether what is told entered anybody's worklist. */
  readonly isRaised?: true
  readonly fields?: readonly string[]
  /** What another matter ordered of its personal data. */
  readonly order?: 'keep' | 'restrict' | 'release'
  /** What they were opened for. */
  readonly purpose?: OpeningPurpose
  /** The question whose answer a statement disputes, and whether an official wrote it down. */
  readonly about?: string
  readonly onBehalf?: true
  /** What is personal was destroyed with it. */
  readonly shreds?: true
  /** What it sent to another office: the questions of the form that opens it there. */
  readonly passes?: readonly string[]
  /** What another office answered. */
  readonly heard?: CrossingNews
  readonly office?: Text
  /** What it drew from and by. */
  readonly draw?: DrawRecord
  /** The step until which its answers are shown to nobody but who gave them; absent once it was taken. */
  readonly hiddenUntil?: string
  readonly hash: string
}

export type LinkView = {
  readonly type: LinkType
  readonly direction: 'to' | 'from'
  readonly matterId: string
  readonly reference: string
  readonly procedure: string
  readonly title: string
  readonly state: string
  readonly group: StateGroup
  readonly visible: boolean
  readonly exercise?: true
}

/** A matter that was opened from this one or taken on by it, as it stands now. `asked`: a step asked for it and it is not open yet. */
export type ChildView = {
  readonly id: string
  readonly procedure: string
  readonly group: StateGroup | 'asked'
  /** What follows is left out where the reader may not see the matter. */
  readonly reference?: string
  readonly title?: string
  readonly state?: string
  readonly unitId?: string
  readonly exercise?: true
  readonly outcome?: string
  readonly dueAt?: Instant
  readonly dueOn?: Day
  /** Why it came back, or ended without a result. */
  readonly reason?: string
  /** The id of the one it goes on in. */
  readonly to?: string
}

/** One reading of a matter of a kind that records them: who, in which post, how, in which minute. */
export type ReadingView = {
  readonly at: Instant
  readonly postId: string
  readonly personName?: string
  readonly what: 'page' | 'records' | 'sheet' | 'file' | 'fields'
}

export type MatterView = {
  readonly now: Instant
  readonly matter: Matter
  readonly timeline: readonly TimelineItem[]
  readonly links: readonly LinkView[]
  /** Names of people who acted, by person id; officials only, never parties. */
  readonly names: Readonly<Record<string, string>>
  readonly head: string
  /** Personal fields that this post may open. */
  readonly mayOpen: readonly string[]
  /** Those fields as they show before they are opened: 张某, 138****5678. */
  readonly masks?: Readonly<Record<string, string>>
  /** Whether a reporter's contact lies in the vault (never what it is). */
  readonly hasReporter: boolean
  /** Whether this post may give the reporter a new code. */
  readonly mayIssueCode: boolean
  /** Whether this post may write down a statement for whoever reported. */
  readonly mayState: boolean
  readonly children: readonly ChildView[]
  /** Matters that a step asked for and that are not open yet; they count as open children. */
  readonly unopened: number
  /** How often this kind was met at the record that a question names, by the number that asks for it. */
  readonly times?: Readonly<Record<string, number>>
  /** Forms that nobody issues and that can be made from the record as it stands. */
  readonly forms?: readonly MatterFormView[]
  /** Who read it, where the kind records that and this reader may know. */
  readonly readings?: readonly ReadingView[]
}

export type DuplicateView = {
  readonly id: string
  readonly reference: string
  readonly procedure: string
  readonly title: string
  readonly place?: string
  readonly openedAt: Instant
  readonly state: string
  readonly group: StateGroup
  readonly similarity: number
}

export type ChainCheck = {
  readonly ok: boolean
  readonly length: number
  readonly head: string
  readonly brokenAt?: number
  readonly reason?: string
  readonly checkedAt: Instant
}

/** Matters of a kind under the ledger's filters; `isLimit`: there are more than counted. */
export type KindCount = {
  readonly procedure: string
  readonly open: number
  readonly all: number
  readonly isLimit: boolean
}

/** What lists and menus say of a kind of matter; its definition comes with the first matter of it. */
export type KindName = {
  readonly id: string
  readonly version: number
  readonly title: Text
  readonly short: Text
  readonly prefix: string
  /** Roles that may register one. */
  readonly by: readonly Role[]
  /** A ledger of what matters point to, such as organisations; not something to be handled. */
  readonly isRecord?: true
  /** What it calls its levels, where it has words of its own. */
  readonly levels?: LevelNames
  /** Everything of this kind is an exercise. */
  readonly isExercise?: true
}

/** Names for what is on screen: units, posts with their holders, kinds of matter in the order of the tabs. */
export type DirectoryView = {
  readonly units: readonly Unit[]
  readonly posts: readonly Post[]
  readonly offices: readonly Office[]
  readonly kinds: readonly KindName[]
}

/** The ledger of one kind as its definition lays it out, in the reader's language. */
export type SheetView = {
  readonly headings: readonly string[]
  readonly rows: readonly { readonly id: string; readonly cells: readonly string[] }[]
  /** There are more matters under the filter than these. */
  readonly more: boolean
}
