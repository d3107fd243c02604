import type { Due } from '../procedure/deadline.ts'
import type { Instant } from '../time/time.ts'
import type { Role } from '../unit/role.ts'
import type { UnitKind } from '../unit/unit.ts'
import type { ErrorCode, Issue } from '../wording/errors.ts'
import type { Text } from '../wording/text.ts'

/** What still hangs on a unit, post or person: while something does, it cannot be closed. */
export type InUse = {
  readonly units?: number
  readonly posts?: number
  readonly matters?: number
  /** Nobody else could make people and posts any more. */
  readonly lastAdministrator?: true
}

/** A unit as its administrator sees it, closed ones too. */
export type AdminUnit = {
  readonly id: string
  readonly parentId?: string
  readonly path: string
  readonly kind: UnitKind
  readonly name: Text
  readonly closedAt?: Instant
  /** Units, posts and matters that are open in it, without those of units below. */
  readonly openUnits: number
  readonly openPosts: number
  readonly openMatters: number
}

/** A post as its administrator sees it, closed ones too. `openMatters` are those it owns. */
export type AdminPost = {
  readonly id: string
  readonly unitId: string
  readonly title: Text
  readonly roles: readonly Role[]
  readonly personId?: string
  readonly closedAt?: Instant
  readonly openMatters: number
  /** Roles that begin only when a second person has confirmed the holder. */
  readonly waitingRoles: readonly Role[]
}

/** A post whose holder waits for a second person. `ready` once the holder has chosen a password. */
export type WaitingPost = {
  readonly postId: string
  readonly unitId: string
  readonly title: Text
  readonly personId: string
  readonly personName: string
  readonly roles: readonly Role[]
  readonly ready: boolean
  readonly askedBy?: string
  readonly askedAt?: Instant
  readonly reason?: string
}

/** An official with a sign-in name. Absent `username`: the person has no account. */
export type AdminPerson = {
  readonly id: string
  readonly name: string
  readonly username?: string
  readonly leftAt?: Instant
  /** The one-time password has not been changed yet. */
  readonly mustChangePassword: boolean
  /** When the one-time password ends or ended. */
  readonly oneTimeUntil?: Instant
  /** Asked for more than a password. */
  readonly hasFactor: boolean
  /** Known at the house (OIDC) of the office. */
  readonly isLinked: boolean
  readonly postIds: readonly string[]
}

/** A new account or password, good `until` then. The password is in no other answer and stored nowhere in the clear. */
export type OneTimePassword = {
  readonly personId: string
  readonly username: string
  readonly password: string
  readonly until: Instant
}

/** One run of an import. */
export type ImportBatch = {
  readonly id: string
  readonly mapping: string
  readonly source: string
  readonly startedAt: Instant
  readonly finishedAt?: Instant
  readonly readRows: number
  /** Rows below the headings; absent until they were counted. */
  readonly totalRows?: number
  readonly addedRows: number
  readonly knownRows: number
  /** Rows whose case is known and whose cells say something else now. */
  readonly changedRows: number
  readonly rejectedRows: number
  /** Rows that hold no case: sums, footnotes, empty ones. */
  readonly skippedRows: number
  /** Why nothing of it could be taken in. */
  readonly refusal?: Text
}

/** What is wrong with a row: `column` is the heading in the file, `cell` what stands there, unless that is personal. */
export type RowIssue = Issue & {
  readonly column?: string
  readonly cell?: string
  /** The reason in words, where a rule refused the case and no single field is wrong. */
  readonly said?: Text
}

/** What a row says now and said when it was taken in. Personal answers are neither compared nor shown. */
export type RowChange = {
  /** Field of the opening form, id of a step, or `opened`, `kind`, `channel`, `unit`, `due`. */
  readonly field: string
  readonly title: Text
  readonly before: string
  readonly after: string
}

/** A row that was not taken in, as it came, with the reasons. `next` of the page is the row number to go on after. */
export type RejectedRow = {
  readonly row: number
  readonly issues: readonly RowIssue[]
  readonly original: Readonly<Record<string, string>>
}
export type RejectedPage = { readonly rows: readonly RejectedRow[]; readonly next?: number }

/** Why a row of a list was not taken in. The good rows beside it are. */
export type RefusedRow = { readonly row: number; readonly issues: readonly RowIssue[] }

type TakenList = { readonly refused: readonly RefusedRow[] }
export type TakenDays = TakenList & { readonly added: number }
/** `elsewhere` are rows of other counties in a list of the whole country. */
export type TakenUnits = TakenList & { readonly added: number; readonly known: number; readonly elsewhere: number }
/** `passwords` are in this answer only. */
export type TakenPeople = TakenList & {
  readonly addedPeople: number
  readonly addedPosts: number
  readonly known: number
  readonly passwords: readonly OneTimePassword[]
}

/** Work that follows from a step and does not succeed. It is tried again by itself, at `nextAt`. */
export type FailingJob = {
  readonly id: string
  /** What it does: `open-children`, `tell-parent`, `shred-fields`. */
  readonly kind: string
  /** The matter it belongs to. */
  readonly reference?: string
  readonly attempts: number
  readonly nextAt: Instant
  /** The refusal behind it; absent when it is a fault of the program, which the log tells. */
  readonly code?: ErrorCode
}

/** What an administrator did to units, posts and people, and to work that failed. */
export type AdminChange = {
  readonly id: string
  readonly at: Instant
  readonly personName?: string
  readonly subject: 'unit' | 'post' | 'person' | 'job' | 'office' | 'outlet' | 'clientKey' | 'serviceAccount'
  readonly subjectId: string
  readonly what: AdminChangeKind
  readonly reason?: string
}

/** A matter whose days another calendar moves. Who administers sees its number and kind, not what it is about. */
export type RecountRow = {
  readonly reference: string
  readonly procedure: string
  readonly procedureVersion: number
  readonly unitId: string
  readonly clocks: readonly { readonly deadline: string; readonly from: Due; readonly to: Due }[]
}

/** What a calendar would change: how many matters, and the first of them. */
export type RecountPreview = { readonly matters: number; readonly first: readonly RecountRow[] }

/** What waits to be recounted by the calendar as it is, and whether it is being done. */
export type RecountState = RecountPreview & { readonly running: boolean }

export const ADMIN_CHANGES = [
  'added',
  'changed',
  'closed',
  'holderChanged',
  'left',
  'passwordReset',
  'confirmed',
  'sessionsEnded',
  'retried',
  'paused',
  'resumed',
  'secretRenewed',
  'factorResetAsked',
  'factorReset',
  'factorResetRefused',
  'houseUnlinked',
] as const
export type AdminChangeKind = (typeof ADMIN_CHANGES)[number]

/** What an official did at the door or with sealed fields; `reference` names the matter whose fields were opened. */
export type SecurityEvent = {
  readonly id: string
  readonly at: Instant
  readonly what: SecurityEventKind
  readonly personId: string
  readonly personName?: string
  readonly reference?: string
}

export const SECURITY_EVENTS = [
  'signedIn',
  'signInRefused', // the account is there, the password was wrong or is over
  'signedOut',
  'passwordChanged',
  'sessionEnded',
  'fieldsOpened',
  'openingRefused', // a post that may not, or whose holder was not confirmed
  'openingsLimited', // somebody opened more than a person's work explains
  'calendarMade',
  'calendarRevoked',
  'factorRefused', // the password was right, the code or the passkey was not
  'factorAdded',
  'factorRemoved',
  'recoveryUsed',
  'houseLinked', // known at the house (OIDC) from now on
] as const
export type SecurityEventKind = (typeof SECURITY_EVENTS)[number]
