import type { Pool } from 'pg'
import type { Registry } from 'prom-client'
import type { SendMail } from '../../domain/notice/mail.ts'
import type { PostToOutlet } from '../../domain/notice/outlet.ts'
import type { Outward } from '../../domain/outward/outward.ts'
import type { LegalBases } from '../../domain/personal/legal-basis.ts'
import type { BackupView } from '../../domain/views/backup-view.ts'
import type { SeriesPoint } from '../../domain/warnings/warning-view.ts'
import type { LedgerDesk } from '../../imports/ledger-desk.ts'
import type { StorageDeps } from '../../storage/deps.ts'
import type { FileStore } from '../../storage/files/files.ts'
import type { Replica } from '../../storage/replica/replica.ts'
import type { Auth } from '../sign-in/auth.ts'
import type { Houses } from '../sign-in/house/house-settings.ts'
import type { Notices } from './notices.ts'

/** What the routes need besides the write path; `server/compose-server.ts` makes it, tests make small ones. */
export type HttpDeps = StorageDeps & {
  /** One connection that only asks whether the database answers: the others may all be waiting. */
  readonly probe: Pool
  /** A copy of the database for lists and statistics; absent without one. */
  readonly replica?: Replica
  readonly auth: Auth
  readonly files: FileStore
  readonly notices: Notices
  /** Reads ledgers in threads of their own; absent where they are read here. */
  readonly ledgers?: LedgerDesk
  /** Draws the year of a series that no night has drawn; absent where nothing is judged. */
  readonly drawYear?: (tenant: string, name: string) => Promise<readonly SeriesPoint[] | undefined>
  readonly metrics: Registry
  /** Who shows it may read `/metrics`; without one nobody may. */
  readonly metricsToken?: string
  /** The address as readers type it, without a slash at the end: for QR codes, and cookies are `Secure` when it is https. */
  readonly baseUrl: string
  /** The tenant whose public pages this server shows. */
  readonly publicTenant: string
  /** On what ground each kind of matter asks what is personal. */
  readonly legalBases?: LegalBases
  /** What of each kind of matter goes out by a standard. */
  readonly outward?: Outward
  /** Where the people of an office can sign in besides here; absent where nobody set one. */
  readonly houses?: Houses
  /** One line of the log; never with personal data. */
  readonly log: (line: Readonly<Record<string, unknown>>) => void
  /** The built pages of the office; absent when only the API is served. */
  readonly webFolder?: string
  /** How the backups of the server stand; absent where it makes none by itself. */
  readonly backups?: () => Promise<BackupView>
  /** The installation's mail server, for codes; absent without one. */
  readonly sendMail?: SendMail
  /** Speaks to the outlets of units, for tests by their administrator. */
  readonly postOutlet: PostToOutlet
  /** Outlets in the house may be spoken to without TLS. */
  readonly httpOutlets: boolean
  /** True behind a reverse proxy that sets X-Forwarded-For; the last entry is then the reader's address. */
  readonly behindProxy: boolean
}
