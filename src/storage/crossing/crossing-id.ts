import type { Instant } from '../../domain/time/time.ts'
import { derivedId } from '../write/ids.ts'

/** One sending of a matter: who sent which, with which event. */
export type Crossing = {
  readonly tenant: string
  readonly matterId: string
  readonly version: number
  readonly at: Instant
}

/** The id that the matter has there: it follows from the sending, so that sending it twice is once. */
export const idThere = ({ tenant, matterId, version, at }: Crossing): string =>
  derivedId(Date.parse(at), 'crossing', tenant, matterId, String(version))

/** The key under which it is opened there, once. Whoever holds this key has settled whether it opens at all. */
export const openingKey = ({ tenant, matterId, version }: Crossing): string => `cross:${tenant}:${matterId}:${version}`
