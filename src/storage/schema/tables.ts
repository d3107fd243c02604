// Generated from the catalogue, do not edit. Refresh: npm run unit -- src/storage/schema/schema.test.ts -u
import type { ColumnType } from 'kysely'

/** Read as parsed JSON; written as text, because the driver would take an array for one of PostgreSQL's. */
export type Json = ColumnType<unknown, string, string>

/** May be left out when a row is added. */
export type Generated<T> =
  T extends ColumnType<infer Read, infer Added, infer Changed>
    ? ColumnType<Read, Added | undefined, Changed>
    : ColumnType<T, T | undefined, T>

export type AdminChangesTable = {
  tenant: string
  id: string
  at: string
  person_id: string
  post_id: string
  subject: string
  subject_id: string
  what: string
  reason: string | null
  before: Json | null
  after: Json | null
  person_name: string | null
}

export type AlertsTable = {
  tenant: string
  id: string
  matter_id: string
  version: number
  msg_type: string
  status: string
  scope: string
  sent_at: string
  replaces: string | null
  said: Json
  post_id: string
  person_name: string
}

export type AnswerTextsTable = {
  tenant: string
  id: string
  version: number
  unit_id: string
  title: string
  body: string
  procedure: string | null
  category: string | null
  removed: boolean
  at: string
  post_id: string
  person_name: string
}

export type BulletinsTable = {
  tenant: string
  id: string
  version: number
  unit_id: string
  kind: string
  state: string
  content: Json
  figures: Json
  year: number | null
  number: number | null
  corrects: string | null
  writers: string[]
  changed: Json
  signed: Json | null
  issued: Json | null
  created_at: string
}

export type CalendarAddressesTable = {
  tenant: string
  person_id: string
  id: string
  secret_hash: string
  made_at: string
  read_at: string | null
}

export type ChangedRowsTable = {
  tenant: string
  batch_id: string
  row_number: number
  matter_id: string
  changes: Json
  applied_at: string | null
}

export type ClientKeysTable = {
  tenant: string
  id: string
  name: string
  secret_hash: string
  made_at: string
  revoked_at: string | null
}

export type CommandsTable = {
  tenant: string
  key: string
  digest: string
  matter_id: string
  version: number
  at: string
}

export type CountBlocksTable = {
  tenant: string
  procedure: string
  month: string
  cells: Buffer
  changed: number
}

export type CountStateTable = {
  tenant: string
  epoch: number
  position: number
  changed: number
  seen_at: string
}

export type CountersTable = {
  tenant: string
  unit_id: string
  procedure: string
  state_group: string
  slot: number
  value: number
}

export type DeadlinesTable = {
  tenant: string
  matter_id: string
  clock_id: string
  deadline: string
  state: string
  started_at: string
  due_at: string
  due_on: string | null
  provisional: boolean
  next_at: string | null
  ended_at: string | null
}

export type DeliveriesTable = {
  tenant: string
  id: string
  notice_id: string
  target: string
  batch: string | null
  state: string
  attempts: Generated<number>
  next_at: string
  created_at: string
  waited: Generated<number>
}

export type DeliveryAttemptsTable = {
  tenant: string
  batch: string
  attempt: number
  at: string
  succeeded: boolean
  said: string
}

export type EmblemsTable = {
  tenant: string
  sha256: string
  type: string
  bytes: Buffer
}

export type EmergenciesTable = {
  tenant: string
  id: string
  matter_id: string
  fields: string[]
  reason: string
  asked_by: string
  asked_post: string
  asked_at: string
  confirmed_by: string | null
  confirmed_post: string | null
  confirmed_at: string | null
  opened_at: string | null
  review_on: string
  reviewed_by: string | null
  reviewed_post: string | null
  reviewed_at: string | null
  finding: string | null
  finding_note: string | null
}

export type ExportsTable = {
  tenant: string
  id: string
  what: string
  procedure: string
  filter: Json
  purpose: string
  row_count: number
  fields: string[]
  sealed: boolean
  asked_by: string
  asked_post: string
  asked_unit: string
  asked_at: string
  approved: boolean | null
  decided_by: string | null
  decided_post: string | null
  decided_at: string | null
  decided_why: string | null
  expires_at: string
  downloads: Generated<number>
}

export type FactorResetsTable = {
  tenant: string
  id: string
  person_id: string
  asked_by: string
  asked_at: string
  reason: string
  decided_by: string | null
  decided_at: string | null
  agreed: boolean | null
}

export type FactorRulesTable = {
  tenant: string
  scope: string
  subject: string
  at: string
}

export type FilesTable = {
  tenant: string
  sha256: string
  type: string
  size: number
  stored_at: string
}

export type HandOverMattersTable = {
  tenant: string
  hand_over_id: string
  matter_id: string
  state: string
  why: string | null
}

export type HandOversTable = {
  tenant: string
  id: string
  from_post_id: string
  to_post_id: string
  actor: Json
  reason: string
  undoes: string | null
  at: string
  finished_at: string | null
}

export type ImportBatchesTable = {
  tenant: string
  id: string
  mapping: string
  source: string
  started_at: string
  finished_at: string | null
  read_rows: Generated<number>
  added_rows: Generated<number>
  known_rows: Generated<number>
  rejected_rows: Generated<number>
  skipped_rows: Generated<number>
  changed_rows: Generated<number>
  person_id: string | null
  post_id: string | null
  upload_id: string | null
  mapping_text: string | null
  within: string | null
  claimed_until: string | null
  refusal: Json | null
  total_rows: number | null
  cancelled_at: string | null
}

export type IndicatorCausesTable = {
  tenant: string
  id: string
  indicator: string
  period: string
  unit_id: string
  cause: string
  said_by: string
  said_at: string
}

export type IndicatorsTable = {
  tenant: string
  id: string
  version: number
  definition: Json
  made_by: string
  made_at: string
}

export type JobsTable = {
  tenant: string
  id: string
  kind: string
  payload: Json
  run_at: string
  attempts: Generated<number>
  last_error: string | null
  done_at: string | null
}

export type LedgerTable = {
  tenant: string | null
  id: string | null
  version: number | null
  head: Buffer | null
  matter: Json | null
  reference: string | null
  procedure: string | null
  state: string | null
  state_group: string | null
  title: string | null
  category: string | null
  level: number | null
  channel: string | null
  unit_id: string | null
  unit_path: string | null
  origin_path: string | null
  about_path: string | null
  place: string | null
  place_unit_id: string | null
  place_path: string | null
  owner_post_id: string | null
  participants: string[] | null
  waits_for: string[] | null
  terms: string[] | null
  opened_at: string | null
  closed_at: string | null
  due_at: string | null
  updated_at: string | null
  source_number: string | null
  exercise: boolean | null
  hidden_from: string[] | null
  points_to: string[] | null
}

export type LedgerFormsTable = {
  tenant: string
  unit_id: string
  procedure: string
  name: string
  bytes: Buffer
  post_id: string
  at: string
}

export type LedgerReadingsTable = {
  tenant: string
  unit_id: string
  headings: string
  reading: Json
  post_id: string
  at: string
}

export type LedgerUploadsTable = {
  tenant: string
  id: string
  person_id: string
  name: string
  bytes: Buffer
  at: string
}

export type LetterheadsTable = {
  tenant: string
  unit_id: string
  at: string
  name: string | null
  letters: string | null
  red: boolean
}

export type LogCheckpointsTable = {
  tenant: string
  size: number
  at: string
  note: string
}

export type LogCosignaturesTable = {
  tenant: string
  size: number
  key: string
  line: string
  at: string
}

export type LogEntriesTable = {
  tenant: string
  index: number
  kind: string
  matter_id: string | null
  subject: string | null
  first: number
  last: number
  logged_at: string
  commitment: Buffer
}

export type LogPendingTable = {
  tenant: string
  kind: string
  subject: string
  first: number
  last: number
}

export type LogStateTable = {
  tenant: string
  origin: string
  public_key: Buffer
  wrapped_key: string
  key_id: string
  size: number
  peaks: Buffer
  begun_at: string
  begun_after: string | null
}

export type LogTilesTable = {
  tenant: string
  level: number
  n: number
  hashes: Buffer
}

export type LogWitnessesTable = {
  tenant: string
  key: string
  added_at: string
  ended_at: string | null
}

export type MapAreasTable = {
  tenant: string
  version: number
  file_name: string
  areas: Json
  at: string
}

export type MatterEventsTable = {
  tenant: string
  matter_id: string
  version: number
  type: string
  at: string
  event: Json
  hash: Buffer
}

export type MatterKeysTable = {
  tenant: string
  matter_id: string
  wrapped_key: string | null
  key_id: string
  shredded_at: string | null
}

export type MatterLinksTable = {
  tenant: string
  from_id: string
  type: string
  to_id: string
  at: string
}

export type MattersTable = {
  tenant: string
  id: string
  version: number
  head: Buffer
  matter: Json
  reference: string
  procedure: string
  state: string
  state_group: string
  title: string
  category: string | null
  level: number | null
  channel: string
  unit_id: string
  unit_path: string
  origin_path: string
  about_path: string | null
  place: string | null
  place_unit_id: string | null
  place_path: string | null
  owner_post_id: string | null
  participants: string[]
  waits_for: string[]
  terms: string[]
  opened_at: string
  closed_at: string | null
  due_at: string | null
  updated_at: string
  source_number: string | null
  exercise: Generated<boolean>
  hidden_from: string[] | null
  points_to: Generated<string[]>
}

export type MigrationsTable = {
  number: number
  name: string
  digest: string
  applied_at: Generated<string>
  works_with_previous: Generated<boolean>
}

export type NoticePreferencesTable = {
  tenant: string
  person_id: string
  address: string
  mode: string
  digest_at: number
  quiet_from: number | null
  quiet_until: number | null
  reasons: string[] | null
  confirmed_at: string | null
  code_hash: string | null
  code_until: string | null
  code_tries: Generated<number>
  codes_sent: Generated<number>
  codes_since: string | null
  failed_at: string | null
  failed_said: string | null
}

export type NoticesTable = {
  tenant: string
  id: string
  receiver: string
  matter_id: string
  version: number
  kind: string
  at: string
  step: string | null
  deadline: string | null
  due_at: string | null
  exercise: boolean
  read_at: string | null
  planned_at: string | null
}

export type OfficeNoticesTable = {
  tenant: string
  id: string
  receiver: string
  kind: string
  subject_id: string
  at: string
  read_at: string | null
}

export type OfficeTiesTable = {
  tenant: string
  other: string
  stands: string
  name: Json
  intake: Json
  call: string | null
  takes_in: string | null
  set_at: string
  set_because: string
  agreed_at: string | null
  agreed_by: string | null
  other_agreed_at: string | null
}

export type OutletsTable = {
  tenant: string
  id: string
  unit_id: string
  kind: string
  name: string
  host: string
  sealed: Json | null
  reasons: string[]
  mode: string
  digest_at: number
  quiet_from: number | null
  quiet_until: number | null
  state: string
  free_at: string
  created_at: string
}

export type PaperChoicesTable = {
  tenant: string
  paper: string
  at: string
  version: number | null
}

export type PaperCodesTable = {
  tenant: string
  code: string
  matter_id: string
  number: number
  at: string
}

export type PaperTemplatesTable = {
  tenant: string
  paper: string
  version: number
  name: string
  sha256: string
  bytes: Buffer
  at: string
}

export type PeopleTable = {
  tenant: string
  id: string
  name: string
  user_id: string | null
  left_at: string | null
}

export type PostsTable = {
  tenant: string
  id: string
  unit_id: string
  title: Json
  roles: string[]
  person_id: string | null
  sort: Generated<number>
  closed_at: string | null
  confirmed_person_id: string | null
  confirmed_roles: Generated<string[]>
}

export type ReadingsTable = {
  tenant: string
  matter_id: string
  at: string
  person_id: string
  post_id: string
  what: string
}

export type ReferenceNumbersTable = {
  tenant: string
  prefix: string
  year: number
  next: number
}

export type RejectedRowsTable = {
  tenant: string
  batch_id: string
  row_number: number
  reason: Json
  original: Json
}

export type ReportCodesTable = {
  tenant: string
  code_hash: string
  matter_id: string
  created_at: string
  version: Generated<number>
}

export type ReporterVaultTable = {
  tenant: string
  matter_id: string
  sealed: Json | null
  wrapped_key: string | null
  key_id: string
  shredded_at: string | null
  version: number
}

export type ReturnFillsTable = {
  tenant: string
  id: string
  form_id: string
  period: string
  version: number
  first_day: string
  last_day: string
  mapping_version: number
  as_of: string
  figures: Json
  by_hand: Json
  post_id: string
  checked_at: string | null
  checked_post_id: string | null
  signed_at: string | null
  signed_post_id: string | null
}

export type ReturnFormsTable = {
  tenant: string
  id: string
  unit_id: string
  post_id: string
  name: string
  superior: string
  cycle: string
  due_day: number | null
  file_name: string
  sha256: string
  added_at: string
  ended_at: string | null
}

export type ReturnMappingsTable = {
  tenant: string
  form_id: string
  version: number
  sheet: string
  cells: Json
  post_id: string
  at: string
}

export type SavedViewsTable = {
  tenant: string
  id: string
  person_id: string
  name: string
  query: string
  created_at: string
}

export type ScheduleMarksTable = {
  tenant: string
  schedule: string
  opened_until: string
  leased_until: string | null
}

export type SecurityEventsTable = {
  tenant: string
  id: string
  at: string
  what: string
  person_id: string
  matter_id: string | null
}

export type ServiceAccountsTable = {
  tenant: string
  id: string
  name: string
  post_id: string
  scopes: string[]
  token_hash: string
  made_by: string
  made_at: string
  expires_at: string
  last_used_at: string | null
  ended_at: string | null
}

export type StandInsTable = {
  tenant: string
  matter_id: string
  no: number
  post_id: string
  by_post_id: string | null
  from_at: string
  until_at: string
  away: boolean
}

export type SurveyAnswersTable = {
  tenant: string
  survey_id: string
  id: string
  unit_id: string
  answers: Json
}

export type SurveyCodesTable = {
  tenant: string
  survey_id: string
  hash: Buffer
  unit_id: string
}

export type SurveysTable = {
  tenant: string
  id: string
  version: number
  unit_id: string
  code: string
  kind: string
  state: string
  content: Json
  changed: Json
  opened: Json | null
  closed: Json | null
  created_at: string
  prints: Generated<Json>
}

export type TenantMarksTable = {
  tenant: string
  key_id: string
  key_check: string
  seen_at: string
  key_kept_at: string | null
}

export type TenantsTable = {
  tenant: string
  name: Json
  created_at: string
  settings: Generated<Json>
}

export type ToldTable = {
  tenant: string | null
  matter_id: string | null
  version: number | null
  form: string | null
  pairs: string[] | null
}

export type UnitsTable = {
  tenant: string
  id: string
  parent_id: string | null
  path: string
  kind: string
  name: Json
  sort: Generated<number>
  closed_at: string | null
}

export type UploadsTable = {
  tenant: string
  sha256: string
  uploader: string
  size: number
  at: string
}

export type WarningFamiliesTable = {
  tenant: string
  family: string
  judged_on: string
  series: Json
}

export type WarningMarksTable = {
  tenant: string
  judged_until: string
  leased_until: string | null
  past_from: string | null
  log_threshold: number | null
  basis: string | null
  judged: Generated<number>
  too_little: Generated<number>
}

export type WarningNightsTable = {
  tenant: string
  night: string
  judged_at: string
}

export type WarningSeriesTable = {
  tenant: string
  name: string
  judged_on: string
  points: Json
}

export type WarningWeeksTable = {
  tenant: string
  family: string
  week: string
  least_log_p: number
}

export type WrappingKeysTable = {
  id: string
  wrapper: string
  wrapped_key: string
  wraps_from: string
}

export type AuthAccountsTable = {
  id: string
  account_id: string
  provider_id: string
  user_id: string
  access_token: string | null
  refresh_token: string | null
  id_token: string | null
  access_token_expires_at: string | null
  refresh_token_expires_at: string | null
  scope: string | null
  password: string | null
  created_at: string
  updated_at: string
}

export type AuthOidcSessionsTable = {
  session_id: string
  tenant: string
  subject: string
  sid: string | null
  id_token: string
}

export type AuthPasskeysTable = {
  id: string
  user_id: string
  public_key: string
  counter: number
  transports: string[]
  name: string
  created_at: string
  last_used_at: string | null
}

export type AuthRecoveryCodesTable = {
  user_id: string
  hash: string
}

export type AuthSessionsTable = {
  id: string
  token: string
  user_id: string
  expires_at: string
  ip_address: string | null
  user_agent: string | null
  impersonated_by: string | null
  created_at: string
  updated_at: string
  factor: string | null
  last_used_at: string | null
}

export type AuthTotpSecretsTable = {
  user_id: string
  secret: string
  last_step: Generated<number>
  confirmed_at: string | null
  created_at: string
}

export type AuthUsersTable = {
  id: string
  name: string
  email: string
  email_verified: Generated<boolean>
  image: string | null
  username: string
  display_username: string | null
  role: string | null
  banned: Generated<boolean>
  ban_reason: string | null
  ban_expires: string | null
  tenant: string
  must_change_password: Generated<boolean>
  created_at: string
  updated_at: string
  one_time_until: string | null
}

export type AuthVerificationsTable = {
  id: string
  identifier: string
  value: string
  expires_at: string
  created_at: string
  updated_at: string
}

/** Every table by its name; the query builder's map of the database. */
export type Tables = {
  admin_changes: AdminChangesTable
  alerts: AlertsTable
  answer_texts: AnswerTextsTable
  bulletins: BulletinsTable
  calendar_addresses: CalendarAddressesTable
  changed_rows: ChangedRowsTable
  client_keys: ClientKeysTable
  commands: CommandsTable
  count_blocks: CountBlocksTable
  count_state: CountStateTable
  counters: CountersTable
  deadlines: DeadlinesTable
  deliveries: DeliveriesTable
  delivery_attempts: DeliveryAttemptsTable
  emblems: EmblemsTable
  emergencies: EmergenciesTable
  exports: ExportsTable
  factor_resets: FactorResetsTable
  factor_rules: FactorRulesTable
  files: FilesTable
  hand_over_matters: HandOverMattersTable
  hand_overs: HandOversTable
  import_batches: ImportBatchesTable
  indicator_causes: IndicatorCausesTable
  indicators: IndicatorsTable
  jobs: JobsTable
  ledger: LedgerTable
  ledger_forms: LedgerFormsTable
  ledger_readings: LedgerReadingsTable
  ledger_uploads: LedgerUploadsTable
  letterheads: LetterheadsTable
  log_checkpoints: LogCheckpointsTable
  log_cosignatures: LogCosignaturesTable
  log_entries: LogEntriesTable
  log_pending: LogPendingTable
  log_state: LogStateTable
  log_tiles: LogTilesTable
  log_witnesses: LogWitnessesTable
  map_areas: MapAreasTable
  matter_events: MatterEventsTable
  matter_keys: MatterKeysTable
  matter_links: MatterLinksTable
  matters: MattersTable
  migrations: MigrationsTable
  notice_preferences: NoticePreferencesTable
  notices: NoticesTable
  office_notices: OfficeNoticesTable
  office_ties: OfficeTiesTable
  outlets: OutletsTable
  paper_choices: PaperChoicesTable
  paper_codes: PaperCodesTable
  paper_templates: PaperTemplatesTable
  people: PeopleTable
  posts: PostsTable
  readings: ReadingsTable
  reference_numbers: ReferenceNumbersTable
  rejected_rows: RejectedRowsTable
  report_codes: ReportCodesTable
  reporter_vault: ReporterVaultTable
  return_fills: ReturnFillsTable
  return_forms: ReturnFormsTable
  return_mappings: ReturnMappingsTable
  saved_views: SavedViewsTable
  schedule_marks: ScheduleMarksTable
  security_events: SecurityEventsTable
  service_accounts: ServiceAccountsTable
  stand_ins: StandInsTable
  survey_answers: SurveyAnswersTable
  survey_codes: SurveyCodesTable
  surveys: SurveysTable
  tenant_marks: TenantMarksTable
  tenants: TenantsTable
  told: ToldTable
  units: UnitsTable
  uploads: UploadsTable
  warning_families: WarningFamiliesTable
  warning_marks: WarningMarksTable
  warning_nights: WarningNightsTable
  warning_series: WarningSeriesTable
  warning_weeks: WarningWeeksTable
  wrapping_keys: WrappingKeysTable
  'auth.accounts': AuthAccountsTable
  'auth.oidc_sessions': AuthOidcSessionsTable
  'auth.passkeys': AuthPasskeysTable
  'auth.recovery_codes': AuthRecoveryCodesTable
  'auth.sessions': AuthSessionsTable
  'auth.totp_secrets': AuthTotpSecretsTable
  'auth.users': AuthUsersTable
  'auth.verifications': AuthVerificationsTable
}
