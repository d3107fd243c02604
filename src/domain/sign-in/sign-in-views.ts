import type { Instant } from '../time/time.ts'
import type { Role } from '../unit/role.ts'
import type { ServiceScope } from './service-scopes.ts'

/** For whom a second factor is demanded. `subject` is a role, a post, or empty for the whole office. */
export type FactorRule =
  | { readonly scope: 'office'; readonly subject: '' }
  | { readonly scope: 'role'; readonly subject: Role }
  | { readonly scope: 'post'; readonly subject: string }

/** What a person can show besides the password, as they see it themselves. */
export type OwnFactors = {
  /** Since when an authenticator gives codes. */
  readonly totpSince?: Instant
  readonly recoveryLeft: number
  readonly passkeys: readonly OwnPasskey[]
  /** The office demands one of them. */
  readonly demanded: boolean
  /** The sign-in was a moment ago: changes need no password again. */
  readonly fresh: boolean
  /** The house (OIDC) at which this office's people can sign in, and whether this person is known there. */
  readonly house?: { readonly name: string; readonly linked: boolean }
}
export type OwnPasskey = {
  readonly id: string
  readonly name: string
  readonly createdAt: Instant
  readonly lastUsedAt?: Instant
}

/** What an authenticator needs. It counts once a code of it was given. */
export type NewTotp = { readonly errand: string; readonly secret: string; readonly uri: string; readonly qr: string }

/** Codes for the day when the telephone is lost. They are in this answer only. */
export type RecoveryCodes = { readonly codes: readonly string[] }

/** A browser in which somebody is signed in, as it calls itself. It ends by itself at `endsAt`. */
export type SessionSeen = {
  readonly id: string
  readonly createdAt: Instant
  readonly endsAt: Instant
  /** To within five minutes. */
  readonly lastUsedAt: Instant
  readonly browser: string
}

/** After the password: in, or what else is asked. */
export type Entered = { readonly ok: true; readonly second?: { readonly totp: boolean; readonly passkey: boolean } }

/** What the sign-in page needs: the houses (OIDC) at which one can sign in, and a second step that was begun. */
export type DoorView = {
  readonly houses: readonly House[]
  readonly second?: { readonly totp: boolean; readonly passkey: boolean }
}
/** Out here; `goTo` is where the house (OIDC) is left too. */
export type Left = { readonly ok: true; readonly goTo?: string }
/** Where the browser goes next. */
export type Onward = { readonly goTo: string }
export type House = { readonly tenant: string; readonly name: string }

/** A reset of a second factor that waits for a second person. */
export type FactorReset = {
  readonly id: string
  readonly personId: string
  readonly personName: string
  readonly askedBy: string
  readonly askedAt: Instant
  readonly reason: string
}

/** How people sign in here, as administrators see it. */
export type SignInState = {
  readonly rules: readonly FactorRule[]
  readonly resets: readonly FactorReset[]
  readonly people: { readonly all: number; readonly withFactor: number }
  readonly house?: HouseState
}

/** What is set for the house, without its secret. */
export type HouseState = {
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly callback: string
  readonly logout: string
  readonly match?: string
  readonly posts?: {
    readonly claim: string
    readonly of: readonly { readonly value: string; readonly postId: string }[]
  }
  readonly linked: number
  /** Whether its description could be read when this was asked. */
  readonly reachable: boolean
}

/** An account of a program. */
export type ServiceAccount = {
  readonly id: string
  readonly name: string
  readonly postId: string
  readonly scopes: readonly ServiceScope[]
  readonly madeAt: Instant
  readonly expiresAt: Instant
  readonly lastUsedAt?: Instant
  readonly endedAt?: Instant
}
/** The token is in no other answer. */
export type ServiceToken = { readonly id: string; readonly token: string; readonly expiresAt: Instant }
