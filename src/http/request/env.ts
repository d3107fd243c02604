import type { HttpBindings } from '@hono/node-server'
import type { Kysely } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { ErrorCode } from '../../domain/wording/errors.ts'
import type { Locale } from '../../domain/wording/text.ts'
import type { AccountPerson, HeldPost } from '../../storage/admin/person-of-account.ts'
import type { Tables } from '../../storage/schema/tables.ts'
import type { Service } from '../../storage/sign-in/service-accounts.ts'
import type { Found } from '../../storage/write/find-standing.ts'
import type { AskedAbout } from '../../storage/write/session-standing.ts'
import type { HttpDeps } from './deps.ts'

/** What one request holds of the memory that all share. */
export type BodyShare = {
  /** Asks for more; false when there is none left now. */
  readonly take: (bytes: number) => boolean
  readonly giveBack: (bytes: number) => void
}

/** What every request knows. */
type Every = {
  readonly deps: HttpDeps
  readonly requestId: string
  readonly locale: Locale
  /** The instant at which the request came in; one request has one. */
  readonly now: Instant
  /** The memory that its body may take. */
  readonly bodyShare: BodyShare
  readonly secureHeadersNonce?: string
  /** A content security policy of the route's own, instead of the one for pages. */
  readonly policy?: string
  /** The matter of the address, to be read with the session (`withMatter`). */
  readonly asked?: AskedAbout
  /** What stood of it then. */
  readonly found?: Found
  /** Id of the account that asks, for the log. */
  readonly account?: string
  /** The program that asks with a token, where one is taken. */
  readonly service?: Service
  /** Why it was refused, for the log. */
  readonly refused?: ErrorCode
}

export type Env = { Bindings: Partial<HttpBindings>; Variables: Every }

/** Who is at the screen: account, person, and the post they act in now. */
export type SignedIn = {
  readonly userId: string
  readonly username: string
  readonly tenant: string
  readonly mustChangePassword: boolean
  /** How long this session has lasted, in ms. */
  readonly sessionAge: number
  /** The office demands a second factor, and this session began without one. */
  readonly mustSetFactor: boolean
  readonly sessionId: string
  readonly person: AccountPerson
  readonly post: HeldPost
}

/** What a request knows behind `signIn`. */
export type OfficeEnv = {
  Bindings: Partial<HttpBindings>
  Variables: Every & { readonly signedIn: SignedIn; readonly actor: Actor; readonly db: Kysely<Tables> }
}
