import type { SeatName } from '../seat.ts'

/**
 * What a sweep has to reach, and how far it has come: records of a kind, `among` the categories that a question names, in the
 * units of a seat; reached by visits that point to the sweep and to the place and have answered `made`; `findings` came of these.
 */
export type Coverage = {
  readonly units: SeatName
  readonly places: string
  readonly among: string
  readonly visits: string
  readonly made: string
  readonly findings: string
}
