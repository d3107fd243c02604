import { z } from 'zod'
import { SERVICE_SCOPE_IDS } from '../../../domain/sign-in/service-scopes.ts'
import type {
  DoorView,
  Entered,
  FactorReset,
  FactorRule,
  HouseState,
  Left,
  NewTotp,
  Onward,
  OwnFactors,
  OwnPasskey,
  RecoveryCodes,
  ServiceAccount,
  ServiceToken,
  SignInState,
} from '../../../domain/sign-in/sign-in-views.ts'
import { instant, role } from './common.ts'
import { described, optional } from './described.ts'

const second = z.strictObject({ totp: z.boolean(), passkey: z.boolean() })
export const entered = described<Entered>()(
  z.strictObject({ ok: z.literal(true), second: optional(second) }).meta({ id: 'Entered' }),
)
const ownPasskey = described<OwnPasskey>()(
  z.strictObject({ id: z.string(), name: z.string(), createdAt: instant, lastUsedAt: optional(instant) }),
)
export const ownFactors = described<OwnFactors>()(
  z
    .strictObject({
      totpSince: optional(instant),
      recoveryLeft: z.int(),
      passkeys: z.array(ownPasskey),
      demanded: z.boolean(),
      fresh: z.boolean(),
      house: optional(z.strictObject({ name: z.string(), linked: z.boolean() })),
    })
    .meta({ id: 'OwnFactors' }),
)
export const newTotp = described<NewTotp>()(
  z.strictObject({ errand: z.string(), secret: z.string(), uri: z.string(), qr: z.string() }).meta({ id: 'NewTotp' }),
)
export const recoveryCodes = described<RecoveryCodes>()(
  z.strictObject({ codes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' }),
)

/** `options` is the JSON of WebAuthn Level 3 that the browser hands to the device. */
export type DeviceQuestion = { readonly errand: string; readonly options: string }
export const deviceQuestion = described<DeviceQuestion>()(
  z
    .strictObject({ errand: z.string(), options: z.string().meta({ contentMediaType: 'application/json' }) })
    .meta({ id: 'DeviceQuestion' }),
)
const factorRule = described<FactorRule>()(
  z.union([
    z.strictObject({ scope: z.literal('office'), subject: z.literal('') }),
    z.strictObject({ scope: z.literal('role'), subject: role }),
    z.strictObject({ scope: z.literal('post'), subject: z.string() }),
  ]),
)
const factorReset = described<FactorReset>()(
  z.strictObject({
    id: z.uuid(),
    personId: z.string(),
    personName: z.string(),
    askedBy: z.string(),
    askedAt: instant,
    reason: z.string(),
  }),
)
const houseState = described<HouseState>()(
  z.strictObject({
    name: z.string(),
    issuer: z.string(),
    clientId: z.string(),
    callback: z.string(),
    logout: z.string(),
    match: optional(z.string()),
    posts: optional(
      z.strictObject({
        claim: z.string(),
        of: z.array(z.strictObject({ value: z.string(), postId: z.string() })),
      }),
    ),
    linked: z.int(),
    reachable: z.boolean(),
  }),
)
export const signInState = described<SignInState>()(
  z
    .strictObject({
      rules: z.array(factorRule),
      resets: z.array(factorReset),
      people: z.strictObject({ all: z.int(), withFactor: z.int() }),
      house: optional(houseState),
    })
    .meta({ id: 'SignInState' }),
)

export const serviceAccount = described<ServiceAccount>()(
  z
    .strictObject({
      id: z.string(),
      name: z.string(),
      postId: z.string(),
      scopes: z.array(z.enum(SERVICE_SCOPE_IDS)),
      madeAt: instant,
      expiresAt: instant,
      lastUsedAt: optional(instant),
      endedAt: optional(instant),
    })
    .meta({ id: 'ServiceAccount' }),
)
export const serviceToken = described<ServiceToken>()(
  z.strictObject({ id: z.string(), token: z.string(), expiresAt: instant }).meta({ id: 'ServiceToken' }),
)

export const left = described<Left>()(
  z.strictObject({ ok: z.literal(true), goTo: optional(z.string()) }).meta({ id: 'Left' }),
)
export const onward = described<Onward>()(z.strictObject({ goTo: z.string() }).meta({ id: 'Onward' }))
export const doorView = described<DoorView>()(
  z
    .strictObject({
      houses: z.array(z.strictObject({ tenant: z.string(), name: z.string() })),
      second: optional(second),
    })
    .meta({ id: 'DoorView' }),
)
