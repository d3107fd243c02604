import type { Pool } from 'pg'
import type { MatterEvent } from '../domain/matter/event.ts'
import type { Matter } from '../domain/matter/matter.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Keys } from './keys/keys.ts'
import type { References } from './references/references.ts'
import type { Rulebooks } from './write/rulebooks.ts'

/** What the write path needs; `server/installation.ts` makes it, tests make small ones. */
export type StorageDeps = {
  /** Connections as the application role: row-level security applies. */
  readonly pool: Pool
  /** Connections as the role that alone reads the reporter vault. */
  readonly vault: Pool
  readonly rulebooks: Rulebooks
  readonly references: References
  readonly keys: Keys
  readonly now: () => Instant
  /** Told after a commit, for live lists; must not throw. */
  readonly onCommitted?: (change: {
    readonly tenant: string
    readonly before?: Matter
    readonly matter: Matter
    readonly events: readonly MatterEvent[]
  }) => void
}
