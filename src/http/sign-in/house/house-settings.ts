/** A house (OpenID provider) at which the people of one office can sign in: 省、市统一身份认证平台 that speak OIDC. */
export type HouseSettings = {
  /** On the button: 省统一身份认证. */
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly scope: string
  /** The claim that says the sign-in name here; without it only who linked their account is known. */
  readonly match?: string
  /** The `acr` that means that the house asked for a second factor; `amr` with `mfa` always does. */
  readonly acr?: string
  /** Which value of which claim means which post. */
  readonly posts?: { readonly claim: string; readonly of: Readonly<Record<string, string>> }
}

/** The house of each tenant that has one. */
export type Houses = ReadonlyMap<string, HouseSettings>

/** Clocks of two houses may differ by so much, in seconds; more is a token of another time. */
export const CLOCK_TOLERANCE = 60
