import type { Sealed } from '../../domain/procedure/form.ts'
import type { Instant } from '../../domain/time/time.ts'
import { derivedKey, type Keys, type SealPlace, seal, unseal } from '../keys/keys.ts'

/** A secret, and until when it holds; the newest for good. */
type Secret = { readonly secret: string; readonly until?: Instant }

/** What of an outlet is sealed: a robot's address is itself the key to its group. */
export type Kept = { readonly url: string; readonly secrets: readonly Secret[] }

type Place = { readonly tenant: string; readonly id: string }

const placeOf = ({ tenant, id }: Place): SealPlace => ({ tenant, matterId: id, field: '(outlet)' })
const keyOf = (keys: Keys) => derivedKey(keys, 'outlets')

export const sealAddress = (keys: Keys, place: Place, kept: Kept): string =>
  JSON.stringify(seal(kept, keyOf(keys), placeOf(place)))

export const openAddress = (keys: Keys, place: Place, sealed: unknown): Kept =>
  unseal(sealed as Sealed, keyOf(keys), placeOf(place)) as Kept

/** The secrets that hold now, the newest first. */
export const holding = ({ secrets }: Kept, now: Instant): string[] =>
  secrets.filter(({ until }) => !until || until > now).map(({ secret }) => secret)
