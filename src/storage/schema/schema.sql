-- The schema as the migrations leave it, read from the catalogue. Refresh: npm run unit -- src/storage/schema/schema.test.ts -u

-- extensions
pg_trgm

-- schemas
auth: anlan_app: usage
public: everybody: usage

-- columns
auth.accounts.id text not null
auth.accounts.account_id text not null
auth.accounts.provider_id text not null
auth.accounts.user_id text not null
auth.accounts.access_token text
auth.accounts.refresh_token text
auth.accounts.id_token text
auth.accounts.access_token_expires_at timestamp with time zone
auth.accounts.refresh_token_expires_at timestamp with time zone
auth.accounts.scope text
auth.accounts.password text
auth.accounts.created_at timestamp with time zone not null
auth.accounts.updated_at timestamp with time zone not null
auth.oidc_sessions.session_id text not null
auth.oidc_sessions.tenant text not null
auth.oidc_sessions.subject text not null
auth.oidc_sessions.sid text
auth.oidc_sessions.id_token text not null
auth.passkeys.id text not null
auth.passkeys.user_id text not null
auth.passkeys.public_key text not null
auth.passkeys.counter bigint not null
auth.passkeys.transports text[] not null
auth.passkeys.name text not null
auth.passkeys.created_at timestamp with time zone not null
auth.passkeys.last_used_at timestamp with time zone
auth.recovery_codes.user_id text not null
auth.recovery_codes.hash text not null
auth.sessions.id text not null
auth.sessions.token text not null
auth.sessions.user_id text not null
auth.sessions.expires_at timestamp with time zone not null
auth.sessions.ip_address text
auth.sessions.user_agent text
auth.sessions.impersonated_by text
auth.sessions.created_at timestamp with time zone not null
auth.sessions.updated_at timestamp with time zone not null
auth.sessions.factor text
auth.sessions.last_used_at timestamp with time zone
auth.totp_secrets.user_id text not null
auth.totp_secrets.secret text not null
auth.totp_secrets.last_step bigint not null default 0
auth.totp_secrets.confirmed_at timestamp with time zone
auth.totp_secrets.created_at timestamp with time zone not null
auth.users.id text not null
auth.users.name text not null
auth.users.email text not null
auth.users.email_verified boolean not null default false
auth.users.image text
auth.users.username text not null
auth.users.display_username text
auth.users.role text
auth.users.banned boolean not null default false
auth.users.ban_reason text
auth.users.ban_expires timestamp with time zone
auth.users.tenant text not null
auth.users.must_change_password boolean not null default true
auth.users.created_at timestamp with time zone not null
auth.users.updated_at timestamp with time zone not null
auth.users.one_time_until timestamp with time zone
auth.verifications.id text not null
auth.verifications.identifier text not null
auth.verifications.value text not null
auth.verifications.expires_at timestamp with time zone not null
auth.verifications.created_at timestamp with time zone not null
auth.verifications.updated_at timestamp with time zone not null
public.admin_changes.tenant text not null
public.admin_changes.id uuid not null
public.admin_changes.at timestamp with time zone not null
public.admin_changes.person_id text not null
public.admin_changes.post_id text not null
public.admin_changes.subject text not null
public.admin_changes.subject_id text not null
public.admin_changes.what text not null
public.admin_changes.reason text
public.admin_changes.before jsonb
public.admin_changes.after jsonb
public.admin_changes.person_name text
public.alerts.tenant text not null
public.alerts.id uuid not null
public.alerts.matter_id uuid not null
public.alerts.version integer not null
public.alerts.msg_type text not null
public.alerts.status text not null
public.alerts.scope text not null
public.alerts.sent_at timestamp with time zone not null
public.alerts.replaces uuid
public.alerts.said jsonb not null
public.alerts.post_id text not null
public.alerts.person_name text not null
public.answer_texts.tenant text not null
public.answer_texts.id uuid not null
public.answer_texts.version integer not null
public.answer_texts.unit_id text not null
public.answer_texts.title text not null
public.answer_texts.body text not null
public.answer_texts.procedure text
public.answer_texts.category text
public.answer_texts.removed boolean not null
public.answer_texts.at timestamp with time zone not null
public.answer_texts.post_id text not null
public.answer_texts.person_name text not null
public.bulletins.tenant text not null
public.bulletins.id uuid not null
public.bulletins.version integer not null
public.bulletins.unit_id text not null
public.bulletins.kind text not null
public.bulletins.state text not null
public.bulletins.content jsonb not null
public.bulletins.figures jsonb not null
public.bulletins.year integer
public.bulletins.number integer
public.bulletins.corrects uuid
public.bulletins.writers text[] not null
public.bulletins.changed jsonb not null
public.bulletins.signed jsonb
public.bulletins.issued jsonb
public.bulletins.created_at timestamp with time zone not null
public.calendar_addresses.tenant text not null
public.calendar_addresses.person_id text not null
public.calendar_addresses.id text not null
public.calendar_addresses.secret_hash text not null
public.calendar_addresses.made_at timestamp with time zone not null
public.calendar_addresses.read_at timestamp with time zone
public.changed_rows.tenant text not null
public.changed_rows.batch_id uuid not null
public.changed_rows.row_number integer not null
public.changed_rows.matter_id uuid not null
public.changed_rows.changes jsonb not null
public.changed_rows.applied_at timestamp with time zone
public.client_keys.tenant text not null
public.client_keys.id text not null
public.client_keys.name text not null
public.client_keys.secret_hash text not null
public.client_keys.made_at timestamp with time zone not null
public.client_keys.revoked_at timestamp with time zone
public.commands.tenant text not null
public.commands.key text not null
public.commands.digest text not null
public.commands.matter_id uuid not null
public.commands.version integer not null
public.commands.at timestamp with time zone not null
public.count_blocks.tenant text not null
public.count_blocks.procedure text not null
public.count_blocks.month text not null
public.count_blocks.cells bytea not null
public.count_blocks.changed bigint not null
public.count_state.tenant text not null
public.count_state.epoch integer not null
public.count_state."position" bigint not null
public.count_state.changed bigint not null
public.count_state.seen_at timestamp with time zone not null
public.counters.tenant text not null
public.counters.unit_id text not null
public.counters.procedure text not null
public.counters.state_group text not null
public.counters.slot smallint not null
public.counters.value bigint not null
public.deadlines.tenant text not null
public.deadlines.matter_id uuid not null
public.deadlines.clock_id text not null
public.deadlines.deadline text not null
public.deadlines.state text not null
public.deadlines.started_at timestamp with time zone not null
public.deadlines.due_at timestamp with time zone not null
public.deadlines.due_on date
public.deadlines.provisional boolean not null
public.deadlines.next_at timestamp with time zone
public.deadlines.ended_at timestamp with time zone
public.deliveries.tenant text not null
public.deliveries.id uuid not null
public.deliveries.notice_id uuid not null
public.deliveries.target text not null
public.deliveries.batch uuid
public.deliveries.state text not null
public.deliveries.attempts integer not null default 0
public.deliveries.next_at timestamp with time zone not null
public.deliveries.created_at timestamp with time zone not null
public.deliveries.waited integer not null default 0
public.delivery_attempts.tenant text not null
public.delivery_attempts.batch uuid not null
public.delivery_attempts.attempt integer not null
public.delivery_attempts.at timestamp with time zone not null
public.delivery_attempts.succeeded boolean not null
public.delivery_attempts.said text not null
public.emblems.tenant text not null
public.emblems.sha256 text not null
public.emblems.type text not null
public.emblems.bytes bytea not null
public.emergencies.tenant text not null
public.emergencies.id uuid not null
public.emergencies.matter_id uuid not null
public.emergencies.fields text[] not null
public.emergencies.reason text not null
public.emergencies.asked_by text not null
public.emergencies.asked_post text not null
public.emergencies.asked_at timestamp with time zone not null
public.emergencies.confirmed_by text
public.emergencies.confirmed_post text
public.emergencies.confirmed_at timestamp with time zone
public.emergencies.opened_at timestamp with time zone
public.emergencies.review_on date not null
public.emergencies.reviewed_by text
public.emergencies.reviewed_post text
public.emergencies.reviewed_at timestamp with time zone
public.emergencies.finding text
public.emergencies.finding_note text
public.exports.tenant text not null
public.exports.id uuid not null
public.exports.what text not null
public.exports.procedure text not null
public.exports.filter jsonb not null
public.exports.purpose text not null
public.exports.row_count integer not null
public.exports.fields text[] not null
public.exports.sealed boolean not null
public.exports.asked_by text not null
public.exports.asked_post text not null
public.exports.asked_unit text not null
public.exports.asked_at timestamp with time zone not null
public.exports.approved boolean
public.exports.decided_by text
public.exports.decided_post text
public.exports.decided_at timestamp with time zone
public.exports.decided_why text
public.exports.expires_at timestamp with time zone not null
public.exports.downloads integer not null default 0
public.factor_resets.tenant text not null
public.factor_resets.id uuid not null
public.factor_resets.person_id text not null
public.factor_resets.asked_by text not null
public.factor_resets.asked_at timestamp with time zone not null
public.factor_resets.reason text not null
public.factor_resets.decided_by text
public.factor_resets.decided_at timestamp with time zone
public.factor_resets.agreed boolean
public.factor_rules.tenant text not null
public.factor_rules.scope text not null
public.factor_rules.subject text not null
public.factor_rules.at timestamp with time zone not null
public.files.tenant text not null
public.files.sha256 text not null
public.files.type text not null
public.files.size integer not null
public.files.stored_at timestamp with time zone not null
public.hand_over_matters.tenant text not null
public.hand_over_matters.hand_over_id uuid not null
public.hand_over_matters.matter_id uuid not null
public.hand_over_matters.state text not null
public.hand_over_matters.why text
public.hand_overs.tenant text not null
public.hand_overs.id uuid not null
public.hand_overs.from_post_id text not null
public.hand_overs.to_post_id text not null
public.hand_overs.actor jsonb not null
public.hand_overs.reason text not null
public.hand_overs.undoes uuid
public.hand_overs.at timestamp with time zone not null
public.hand_overs.finished_at timestamp with time zone
public.import_batches.tenant text not null
public.import_batches.id uuid not null
public.import_batches.mapping text not null
public.import_batches.source text not null
public.import_batches.started_at timestamp with time zone not null
public.import_batches.finished_at timestamp with time zone
public.import_batches.read_rows integer not null default 0
public.import_batches.added_rows integer not null default 0
public.import_batches.known_rows integer not null default 0
public.import_batches.rejected_rows integer not null default 0
public.import_batches.skipped_rows integer not null default 0
public.import_batches.changed_rows integer not null default 0
public.import_batches.person_id text
public.import_batches.post_id text
public.import_batches.upload_id uuid
public.import_batches.mapping_text text
public.import_batches.within text
public.import_batches.claimed_until timestamp with time zone
public.import_batches.refusal jsonb
public.import_batches.total_rows integer
public.import_batches.cancelled_at timestamp with time zone
public.indicator_causes.tenant text not null
public.indicator_causes.id uuid not null
public.indicator_causes.indicator text not null
public.indicator_causes.period text not null
public.indicator_causes.unit_id text not null
public.indicator_causes.cause text not null
public.indicator_causes.said_by text not null
public.indicator_causes.said_at timestamp with time zone not null
public.indicators.tenant text not null
public.indicators.id text not null
public.indicators.version integer not null
public.indicators.definition jsonb not null
public.indicators.made_by text not null
public.indicators.made_at timestamp with time zone not null
public.jobs.tenant text not null
public.jobs.id uuid not null
public.jobs.kind text not null
public.jobs.payload jsonb not null
public.jobs.run_at timestamp with time zone not null
public.jobs.attempts integer not null default 0
public.jobs.last_error text
public.jobs.done_at timestamp with time zone
public.ledger_forms.tenant text not null
public.ledger_forms.unit_id text not null
public.ledger_forms.procedure text not null
public.ledger_forms.name text not null
public.ledger_forms.bytes bytea not null
public.ledger_forms.post_id text not null
public.ledger_forms.at timestamp with time zone not null
public.ledger_readings.tenant text not null
public.ledger_readings.unit_id text not null
public.ledger_readings.headings text not null
public.ledger_readings.reading jsonb not null
public.ledger_readings.post_id text not null
public.ledger_readings.at timestamp with time zone not null
public.ledger_uploads.tenant text not null
public.ledger_uploads.id uuid not null
public.ledger_uploads.person_id text not null
public.ledger_uploads.name text not null
public.ledger_uploads.bytes bytea not null
public.ledger_uploads.at timestamp with time zone not null
public.letterheads.tenant text not null
public.letterheads.unit_id text not null
public.letterheads.at timestamp with time zone not null
public.letterheads.name text
public.letterheads.letters text
public.letterheads.red boolean not null
public.log_checkpoints.tenant text not null
public.log_checkpoints.size bigint not null
public.log_checkpoints.at timestamp with time zone not null
public.log_checkpoints.note text not null
public.log_cosignatures.tenant text not null
public.log_cosignatures.size bigint not null
public.log_cosignatures.key text not null
public.log_cosignatures.line text not null
public.log_cosignatures.at timestamp with time zone not null
public.log_entries.tenant text not null
public.log_entries.index bigint not null
public.log_entries.kind text not null
public.log_entries.matter_id uuid
public.log_entries.subject text
public.log_entries.first integer not null
public.log_entries.last integer not null
public.log_entries.logged_at timestamp with time zone not null
public.log_entries.commitment bytea not null
public.log_pending.tenant text not null
public.log_pending.kind text not null
public.log_pending.subject text not null
public.log_pending.first integer not null
public.log_pending.last integer not null
public.log_state.tenant text not null
public.log_state.origin text not null
public.log_state.public_key bytea not null
public.log_state.wrapped_key text not null
public.log_state.key_id text not null
public.log_state.size bigint not null
public.log_state.peaks bytea not null
public.log_state.begun_at timestamp with time zone not null
public.log_state.begun_after uuid
public.log_tiles.tenant text not null
public.log_tiles.level smallint not null
public.log_tiles.n bigint not null
public.log_tiles.hashes bytea not null
public.log_witnesses.tenant text not null
public.log_witnesses.key text not null
public.log_witnesses.added_at timestamp with time zone not null
public.log_witnesses.ended_at timestamp with time zone
public.map_areas.tenant text not null
public.map_areas.version integer not null
public.map_areas.file_name text not null
public.map_areas.areas jsonb not null
public.map_areas.at timestamp with time zone not null
public.matter_events.tenant text not null
public.matter_events.matter_id uuid not null
public.matter_events.version integer not null
public.matter_events.type text not null
public.matter_events.at timestamp with time zone not null
public.matter_events.event json not null
public.matter_events.hash bytea not null
public.matter_keys.tenant text not null
public.matter_keys.matter_id uuid not null
public.matter_keys.wrapped_key text
public.matter_keys.key_id text not null
public.matter_keys.shredded_at timestamp with time zone
public.matter_links.tenant text not null
public.matter_links.from_id uuid not null
public.matter_links.type text not null
public.matter_links.to_id uuid not null
public.matter_links.at timestamp with time zone not null
public.matters.tenant text not null
public.matters.id uuid not null
public.matters.version integer not null
public.matters.head bytea not null
public.matters.matter jsonb not null
public.matters.reference text not null
public.matters.procedure text not null
public.matters.state text not null
public.matters.state_group text not null
public.matters.title text not null
public.matters.category text
public.matters.level smallint
public.matters.channel text not null
public.matters.unit_id text not null
public.matters.unit_path text collate "C" not null
public.matters.origin_path text collate "C" not null
public.matters.about_path text collate "C"
public.matters.place text
public.matters.place_unit_id text
public.matters.place_path text collate "C"
public.matters.owner_post_id text
public.matters.participants text[] not null
public.matters.waits_for text[] not null
public.matters.terms text[] not null
public.matters.opened_at timestamp with time zone not null
public.matters.closed_at timestamp with time zone
public.matters.due_at timestamp with time zone
public.matters.updated_at timestamp with time zone not null
public.matters.source_number text
public.matters.exercise boolean not null default false
public.matters.hidden_from text[]
public.matters.points_to text[] not null default '{}'::text[]
public.migrations.number integer not null
public.migrations.name text not null
public.migrations.digest text not null
public.migrations.applied_at timestamp with time zone not null default now()
public.migrations.works_with_previous boolean not null default false
public.notice_preferences.tenant text not null
public.notice_preferences.person_id text not null
public.notice_preferences.address text not null
public.notice_preferences.mode text not null
public.notice_preferences.digest_at smallint not null
public.notice_preferences.quiet_from smallint
public.notice_preferences.quiet_until smallint
public.notice_preferences.reasons text[]
public.notice_preferences.confirmed_at timestamp with time zone
public.notice_preferences.code_hash text
public.notice_preferences.code_until timestamp with time zone
public.notice_preferences.code_tries smallint not null default 0
public.notice_preferences.codes_sent smallint not null default 0
public.notice_preferences.codes_since timestamp with time zone
public.notice_preferences.failed_at timestamp with time zone
public.notice_preferences.failed_said text
public.notices.tenant text not null
public.notices.id uuid not null
public.notices.receiver text not null
public.notices.matter_id uuid not null
public.notices.version integer not null
public.notices.kind text not null
public.notices.at timestamp with time zone not null
public.notices.step text
public.notices.deadline text
public.notices.due_at timestamp with time zone
public.notices.exercise boolean not null
public.notices.read_at timestamp with time zone
public.notices.planned_at timestamp with time zone
public.office_notices.tenant text not null
public.office_notices.id uuid not null
public.office_notices.receiver text not null
public.office_notices.kind text not null
public.office_notices.subject_id text not null
public.office_notices.at timestamp with time zone not null
public.office_notices.read_at timestamp with time zone
public.office_ties.tenant text not null
public.office_ties.other text not null
public.office_ties.stands text not null
public.office_ties.name jsonb not null
public.office_ties.intake jsonb not null
public.office_ties.call text
public.office_ties.takes_in text
public.office_ties.set_at timestamp with time zone not null
public.office_ties.set_because text not null
public.office_ties.agreed_at timestamp with time zone
public.office_ties.agreed_by text
public.office_ties.other_agreed_at timestamp with time zone
public.outlets.tenant text not null
public.outlets.id text not null
public.outlets.unit_id text not null
public.outlets.kind text not null
public.outlets.name text not null
public.outlets.host text not null
public.outlets.sealed jsonb
public.outlets.reasons text[] not null
public.outlets.mode text not null
public.outlets.digest_at smallint not null
public.outlets.quiet_from smallint
public.outlets.quiet_until smallint
public.outlets.state text not null
public.outlets.free_at timestamp with time zone not null
public.outlets.created_at timestamp with time zone not null
public.paper_choices.tenant text not null
public.paper_choices.paper text not null
public.paper_choices.at timestamp with time zone not null
public.paper_choices.version integer
public.paper_codes.tenant text not null
public.paper_codes.code text not null
public.paper_codes.matter_id uuid not null
public.paper_codes.number integer not null
public.paper_codes.at timestamp with time zone not null
public.paper_templates.tenant text not null
public.paper_templates.paper text not null
public.paper_templates.version integer not null
public.paper_templates.name text not null
public.paper_templates.sha256 text not null
public.paper_templates.bytes bytea not null
public.paper_templates.at timestamp with time zone not null
public.people.tenant text not null
public.people.id text not null
public.people.name text not null
public.people.user_id text
public.people.left_at timestamp with time zone
public.posts.tenant text not null
public.posts.id text not null
public.posts.unit_id text not null
public.posts.title jsonb not null
public.posts.roles text[] not null
public.posts.person_id text
public.posts.sort integer not null default 0
public.posts.closed_at timestamp with time zone
public.posts.confirmed_person_id text
public.posts.confirmed_roles text[] not null default '{}'::text[]
public.readings.tenant text not null
public.readings.matter_id uuid not null
public.readings.at timestamp with time zone not null
public.readings.person_id text not null
public.readings.post_id text not null
public.readings.what text not null
public.reference_numbers.tenant text not null
public.reference_numbers.prefix text not null
public.reference_numbers.year integer not null
public.reference_numbers.next integer not null
public.rejected_rows.tenant text not null
public.rejected_rows.batch_id uuid not null
public.rejected_rows.row_number integer not null
public.rejected_rows.reason jsonb not null
public.rejected_rows.original jsonb not null
public.report_codes.tenant text not null
public.report_codes.code_hash text not null
public.report_codes.matter_id uuid not null
public.report_codes.created_at timestamp with time zone not null
public.report_codes.version integer not null default 1
public.reporter_vault.tenant text not null
public.reporter_vault.matter_id uuid not null
public.reporter_vault.sealed jsonb
public.reporter_vault.wrapped_key text
public.reporter_vault.key_id text not null
public.reporter_vault.shredded_at timestamp with time zone
public.reporter_vault.version integer not null
public.return_fills.tenant text not null
public.return_fills.id uuid not null
public.return_fills.form_id uuid not null
public.return_fills.period text not null
public.return_fills.version integer not null
public.return_fills.first_day date not null
public.return_fills.last_day date not null
public.return_fills.mapping_version integer not null
public.return_fills.as_of timestamp with time zone not null
public.return_fills.figures jsonb not null
public.return_fills.by_hand jsonb not null
public.return_fills.post_id text not null
public.return_fills.checked_at timestamp with time zone
public.return_fills.checked_post_id text
public.return_fills.signed_at timestamp with time zone
public.return_fills.signed_post_id text
public.return_forms.tenant text not null
public.return_forms.id uuid not null
public.return_forms.unit_id text not null
public.return_forms.post_id text not null
public.return_forms.name text not null
public.return_forms.superior text not null
public.return_forms.cycle text not null
public.return_forms.due_day integer
public.return_forms.file_name text not null
public.return_forms.sha256 text not null
public.return_forms.added_at timestamp with time zone not null
public.return_forms.ended_at timestamp with time zone
public.return_mappings.tenant text not null
public.return_mappings.form_id uuid not null
public.return_mappings.version integer not null
public.return_mappings.sheet text not null
public.return_mappings.cells jsonb not null
public.return_mappings.post_id text not null
public.return_mappings.at timestamp with time zone not null
public.saved_views.tenant text not null
public.saved_views.id uuid not null
public.saved_views.person_id text not null
public.saved_views.name text not null
public.saved_views.query text not null
public.saved_views.created_at timestamp with time zone not null
public.schedule_marks.tenant text not null
public.schedule_marks.schedule text not null
public.schedule_marks.opened_until date not null
public.schedule_marks.leased_until timestamp with time zone
public.security_events.tenant text not null
public.security_events.id uuid not null
public.security_events.at timestamp with time zone not null
public.security_events.what text not null
public.security_events.person_id text not null
public.security_events.matter_id uuid
public.service_accounts.tenant text not null
public.service_accounts.id text not null
public.service_accounts.name text not null
public.service_accounts.post_id text not null
public.service_accounts.scopes text[] not null
public.service_accounts.token_hash text not null
public.service_accounts.made_by text not null
public.service_accounts.made_at timestamp with time zone not null
public.service_accounts.expires_at timestamp with time zone not null
public.service_accounts.last_used_at timestamp with time zone
public.service_accounts.ended_at timestamp with time zone
public.stand_ins.tenant text not null
public.stand_ins.matter_id uuid not null
public.stand_ins.no smallint not null
public.stand_ins.post_id text not null
public.stand_ins.by_post_id text
public.stand_ins.from_at timestamp with time zone not null
public.stand_ins.until_at timestamp with time zone not null
public.stand_ins.away boolean not null
public.survey_answers.tenant text not null
public.survey_answers.survey_id uuid not null
public.survey_answers.id uuid not null
public.survey_answers.unit_id text not null
public.survey_answers.answers jsonb not null
public.survey_codes.tenant text not null
public.survey_codes.survey_id uuid not null
public.survey_codes.hash bytea not null
public.survey_codes.unit_id text not null
public.surveys.tenant text not null
public.surveys.id uuid not null
public.surveys.version integer not null
public.surveys.unit_id text not null
public.surveys.code text not null
public.surveys.kind text not null
public.surveys.state text not null
public.surveys.content jsonb not null
public.surveys.changed jsonb not null
public.surveys.opened jsonb
public.surveys.closed jsonb
public.surveys.created_at timestamp with time zone not null
public.surveys.prints jsonb not null default '[]'::jsonb
public.tenant_marks.tenant text not null
public.tenant_marks.key_id text not null
public.tenant_marks.key_check text not null
public.tenant_marks.seen_at timestamp with time zone not null
public.tenant_marks.key_kept_at timestamp with time zone
public.tenants.tenant text not null
public.tenants.name jsonb not null
public.tenants.created_at timestamp with time zone not null
public.tenants.settings jsonb not null default '{}'::jsonb
public.units.tenant text not null
public.units.id text not null
public.units.parent_id text
public.units.path text collate "C" not null
public.units.kind text not null
public.units.name jsonb not null
public.units.sort integer not null default 0
public.units.closed_at timestamp with time zone
public.uploads.tenant text not null
public.uploads.sha256 text not null
public.uploads.uploader text not null
public.uploads.size integer not null
public.uploads.at timestamp with time zone not null
public.warning_families.tenant text not null
public.warning_families.family text not null
public.warning_families.judged_on date not null
public.warning_families.series jsonb not null
public.warning_marks.tenant text not null
public.warning_marks.judged_until date not null
public.warning_marks.leased_until timestamp with time zone
public.warning_marks.past_from date
public.warning_marks.log_threshold real
public.warning_marks.basis text
public.warning_marks.judged integer not null default 0
public.warning_marks.too_little integer not null default 0
public.warning_nights.tenant text not null
public.warning_nights.night date not null
public.warning_nights.judged_at timestamp with time zone not null
public.warning_series.tenant text not null
public.warning_series.name text not null
public.warning_series.judged_on date not null
public.warning_series.points jsonb not null
public.warning_weeks.tenant text not null
public.warning_weeks.family text not null
public.warning_weeks.week date not null
public.warning_weeks.least_log_p real not null
public.wrapping_keys.id text not null
public.wrapping_keys.wrapper text not null
public.wrapping_keys.wrapped_key text not null
public.wrapping_keys.wraps_from timestamp with time zone not null

-- constraints
auth.accounts accounts_pkey PRIMARY KEY (id)
auth.accounts accounts_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE
auth.oidc_sessions oidc_sessions_pkey PRIMARY KEY (session_id)
auth.oidc_sessions oidc_sessions_session_id_fkey FOREIGN KEY (session_id) REFERENCES auth.sessions(id) ON DELETE CASCADE
auth.passkeys passkeys_pkey PRIMARY KEY (id)
auth.passkeys passkeys_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE
auth.recovery_codes recovery_codes_pkey PRIMARY KEY (user_id, hash)
auth.recovery_codes recovery_codes_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE
auth.sessions sessions_pkey PRIMARY KEY (id)
auth.sessions sessions_token_key UNIQUE (token)
auth.sessions sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE
auth.totp_secrets totp_secrets_pkey PRIMARY KEY (user_id)
auth.totp_secrets totp_secrets_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE
auth.users users_email_key UNIQUE (email)
auth.users users_pkey PRIMARY KEY (id)
auth.users users_username_key UNIQUE (username)
auth.verifications verifications_pkey PRIMARY KEY (id)
public.admin_changes admin_changes_pkey PRIMARY KEY (tenant, id)
public.admin_changes admin_changes_subject_check CHECK ((subject = ANY (ARRAY['unit'::text, 'post'::text, 'person'::text, 'office'::text, 'job'::text, 'outlet'::text, 'clientKey'::text, 'serviceAccount'::text])))
public.admin_changes admin_changes_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.admin_changes admin_changes_what_check CHECK ((what = ANY (ARRAY['added'::text, 'changed'::text, 'closed'::text, 'holderChanged'::text, 'left'::text, 'passwordReset'::text, 'retried'::text, 'confirmed'::text, 'sessionsEnded'::text, 'paused'::text, 'resumed'::text, 'secretRenewed'::text, 'factorResetAsked'::text, 'factorReset'::text, 'factorResetRefused'::text, 'houseUnlinked'::text])))
public.alerts alerts_check CHECK (((replaces IS NULL) = (msg_type = 'Alert'::text)))
public.alerts alerts_msg_type_check CHECK ((msg_type = ANY (ARRAY['Alert'::text, 'Update'::text, 'Cancel'::text])))
public.alerts alerts_pkey PRIMARY KEY (tenant, id)
public.alerts alerts_scope_check CHECK ((scope = ANY (ARRAY['Public'::text, 'Restricted'::text, 'Private'::text])))
public.alerts alerts_status_check CHECK ((status = ANY (ARRAY['Actual'::text, 'Exercise'::text])))
public.alerts alerts_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.answer_texts answer_texts_pkey PRIMARY KEY (tenant, id, version)
public.answer_texts answer_texts_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.answer_texts answer_texts_version_check CHECK ((version >= 1))
public.bulletins bulletins_check CHECK (((state = 'issued'::text) = (number IS NOT NULL)))
public.bulletins bulletins_kind_check CHECK ((kind = ANY (ARRAY['monthly'::text, 'special'::text, 'circular'::text])))
public.bulletins bulletins_pkey PRIMARY KEY (tenant, id)
public.bulletins bulletins_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'signed'::text, 'issued'::text, 'dropped'::text])))
public.bulletins bulletins_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.bulletins bulletins_version_check CHECK ((version >= 1))
public.calendar_addresses calendar_addresses_pkey PRIMARY KEY (tenant, person_id)
public.calendar_addresses calendar_addresses_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.changed_rows changed_rows_pkey PRIMARY KEY (tenant, batch_id, row_number)
public.changed_rows changed_rows_tenant_batch_id_fkey FOREIGN KEY (tenant, batch_id) REFERENCES import_batches(tenant, id)
public.client_keys client_keys_pkey PRIMARY KEY (tenant, id)
public.client_keys client_keys_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.commands commands_key_check CHECK (((length(key) >= 8) AND (length(key) <= 100)))
public.commands commands_pkey PRIMARY KEY (tenant, key)
public.count_blocks count_blocks_month_check CHECK ((month ~ '^\d{4}-\d\d$'::text))
public.count_blocks count_blocks_pkey PRIMARY KEY (tenant, procedure, month)
public.count_blocks count_blocks_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.count_state count_state_pkey PRIMARY KEY (tenant)
public.count_state count_state_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.counters counters_pkey PRIMARY KEY (tenant, unit_id, procedure, state_group, slot)
public.deadlines deadlines_pkey PRIMARY KEY (tenant, matter_id, clock_id)
public.deadlines deadlines_state_check CHECK ((state = ANY (ARRAY['running'::text, 'paused'::text, 'held'::text, 'overdue'::text, 'met'::text, 'lapsed'::text, 'cancelled'::text])))
public.deliveries deliveries_pkey PRIMARY KEY (tenant, id)
public.deliveries deliveries_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'dropped'::text, 'dead'::text])))
public.deliveries deliveries_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.delivery_attempts delivery_attempts_pkey PRIMARY KEY (tenant, batch, attempt)
public.delivery_attempts delivery_attempts_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.emblems emblems_bytes_check CHECK ((length(bytes) <= 262144))
public.emblems emblems_pkey PRIMARY KEY (tenant)
public.emblems emblems_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
public.emblems emblems_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.emblems emblems_type_check CHECK ((type = ANY (ARRAY['image/png'::text, 'image/jpeg'::text])))
public.emergencies emergencies_finding_check CHECK ((finding = ANY (ARRAY['inOrder'::text, 'misuse'::text])))
public.emergencies emergencies_pkey PRIMARY KEY (tenant, id)
public.emergencies emergencies_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.exports exports_pkey PRIMARY KEY (tenant, id)
public.exports exports_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.exports exports_what_check CHECK ((what = 'sheet'::text))
public.factor_resets factor_resets_pkey PRIMARY KEY (tenant, id)
public.factor_resets factor_resets_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.factor_rules factor_rules_pkey PRIMARY KEY (tenant, scope, subject)
public.factor_rules factor_rules_scope_check CHECK ((scope = ANY (ARRAY['office'::text, 'role'::text, 'post'::text])))
public.factor_rules factor_rules_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.files files_pkey PRIMARY KEY (tenant, sha256)
public.files files_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
public.hand_over_matters hand_over_matters_pkey PRIMARY KEY (tenant, hand_over_id, matter_id)
public.hand_over_matters hand_over_matters_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'moved'::text, 'stayed'::text])))
public.hand_over_matters hand_over_matters_tenant_hand_over_id_fkey FOREIGN KEY (tenant, hand_over_id) REFERENCES hand_overs(tenant, id)
public.hand_overs hand_overs_pkey PRIMARY KEY (tenant, id)
public.hand_overs hand_overs_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.import_batches import_batches_pkey PRIMARY KEY (tenant, id)
public.indicator_causes indicator_causes_pkey PRIMARY KEY (tenant, id)
public.indicator_causes indicator_causes_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.indicators indicators_pkey PRIMARY KEY (tenant, id, version)
public.indicators indicators_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.indicators indicators_version_check CHECK ((version >= 2))
public.jobs jobs_pkey PRIMARY KEY (tenant, id)
public.ledger_forms ledger_forms_bytes_check CHECK ((length(bytes) <= 4000000))
public.ledger_forms ledger_forms_pkey PRIMARY KEY (tenant, unit_id, procedure)
public.ledger_forms ledger_forms_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.ledger_readings ledger_readings_pkey PRIMARY KEY (tenant, unit_id, headings)
public.ledger_readings ledger_readings_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.ledger_uploads ledger_uploads_bytes_check CHECK ((length(bytes) <= 25000000))
public.ledger_uploads ledger_uploads_pkey PRIMARY KEY (tenant, id)
public.ledger_uploads ledger_uploads_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.letterheads letterheads_pkey PRIMARY KEY (tenant, unit_id, at)
public.letterheads letterheads_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.log_checkpoints log_checkpoints_pkey PRIMARY KEY (tenant, size)
public.log_checkpoints log_checkpoints_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.log_cosignatures log_cosignatures_line_check CHECK ((length(line) <= 600))
public.log_cosignatures log_cosignatures_pkey PRIMARY KEY (tenant, size, key)
public.log_cosignatures log_cosignatures_tenant_key_fkey FOREIGN KEY (tenant, key) REFERENCES log_witnesses(tenant, key)
public.log_cosignatures log_cosignatures_tenant_size_fkey FOREIGN KEY (tenant, size) REFERENCES log_checkpoints(tenant, size)
public.log_entries log_entries_check CHECK (((matter_id IS NULL) <> (subject IS NULL)))
public.log_entries log_entries_commitment_check CHECK ((length(commitment) = 32))
public.log_entries log_entries_index_check CHECK ((index >= 0))
public.log_entries log_entries_pkey PRIMARY KEY (tenant, index)
public.log_pending log_pending_pkey PRIMARY KEY (tenant, kind, subject, last)
public.log_state log_state_pkey PRIMARY KEY (tenant)
public.log_state log_state_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.log_tiles log_tiles_level_check CHECK ((level >= 1))
public.log_tiles log_tiles_pkey PRIMARY KEY (tenant, level, n)
public.log_witnesses log_witnesses_key_check CHECK ((length(key) <= 400))
public.log_witnesses log_witnesses_pkey PRIMARY KEY (tenant, key)
public.log_witnesses log_witnesses_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.map_areas map_areas_pkey PRIMARY KEY (tenant, version)
public.map_areas map_areas_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.map_areas map_areas_version_check CHECK ((version >= 1))
public.matter_events matter_events_hash_check CHECK ((length(hash) = 32))
public.matter_events matter_events_pkey PRIMARY KEY (tenant, matter_id, version)
public.matter_events matter_events_version_check CHECK ((version >= 1))
public.matter_keys matter_keys_pkey PRIMARY KEY (tenant, matter_id)
public.matter_links matter_links_pkey PRIMARY KEY (tenant, from_id, type, to_id)
public.matters matters_head_check CHECK ((length(head) = 32))
public.matters matters_pkey PRIMARY KEY (tenant, id)
public.matters matters_state_group_check CHECK ((state_group = ANY (ARRAY['open'::text, 'waiting'::text, 'done'::text])))
public.matters matters_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.matters matters_version_check CHECK ((version >= 1))
public.migrations migrations_pkey PRIMARY KEY (number)
public.notice_preferences notice_preferences_check CHECK (((quiet_from IS NULL) = (quiet_until IS NULL)))
public.notice_preferences notice_preferences_digest_at_check CHECK (((digest_at >= 0) AND (digest_at <= 1439)))
public.notice_preferences notice_preferences_mode_check CHECK ((mode = ANY (ARRAY['atOnce'::text, 'digest'::text])))
public.notice_preferences notice_preferences_pkey PRIMARY KEY (tenant, person_id)
public.notice_preferences notice_preferences_quiet_from_check CHECK (((quiet_from >= 0) AND (quiet_from <= 1439)))
public.notice_preferences notice_preferences_quiet_until_check CHECK (((quiet_until >= 0) AND (quiet_until <= 1439)))
public.notice_preferences notice_preferences_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.notices notices_kind_check CHECK ((kind = ANY (ARRAY['raised'::text, 'overdue'::text, 'urged'::text, 'cameBack'::text, 'assigned'::text, 'warned'::text, 'decided'::text, 'answered'::text])))
public.notices notices_pkey PRIMARY KEY (tenant, id)
public.notices notices_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.office_notices office_notices_kind_check CHECK ((kind = ANY (ARRAY['outletFailed'::text, 'outletSet'::text, 'mailFailed'::text])))
public.office_notices office_notices_pkey PRIMARY KEY (tenant, id)
public.office_notices office_notices_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.office_ties office_ties_check CHECK ((other <> tenant))
public.office_ties office_ties_pkey PRIMARY KEY (tenant, other)
public.office_ties office_ties_stands_check CHECK ((stands = ANY (ARRAY['above'::text, 'below'::text, 'beside'::text])))
public.office_ties office_ties_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.outlets outlets_check CHECK (((quiet_from IS NULL) = (quiet_until IS NULL)))
public.outlets outlets_check1 CHECK (((sealed IS NULL) = (state = 'removed'::text)))
public.outlets outlets_digest_at_check CHECK (((digest_at >= 0) AND (digest_at <= 1439)))
public.outlets outlets_kind_check CHECK ((kind = ANY (ARRAY['webhook'::text, 'dingtalk'::text, 'wecom'::text, 'feishu'::text])))
public.outlets outlets_mode_check CHECK ((mode = ANY (ARRAY['atOnce'::text, 'digest'::text])))
public.outlets outlets_pkey PRIMARY KEY (tenant, id)
public.outlets outlets_quiet_from_check CHECK (((quiet_from >= 0) AND (quiet_from <= 1439)))
public.outlets outlets_quiet_until_check CHECK (((quiet_until >= 0) AND (quiet_until <= 1439)))
public.outlets outlets_state_check CHECK ((state = ANY (ARRAY['active'::text, 'paused'::text, 'stopped'::text, 'removed'::text])))
public.outlets outlets_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.paper_choices paper_choices_pkey PRIMARY KEY (tenant, paper, at)
public.paper_choices paper_choices_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.paper_choices paper_choices_tenant_paper_version_fkey FOREIGN KEY (tenant, paper, version) REFERENCES paper_templates(tenant, paper, version)
public.paper_codes paper_codes_pkey PRIMARY KEY (tenant, code)
public.paper_codes paper_codes_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.paper_codes paper_codes_tenant_matter_id_number_key UNIQUE (tenant, matter_id, number)
public.paper_templates paper_templates_bytes_check CHECK ((length(bytes) <= 2097152))
public.paper_templates paper_templates_pkey PRIMARY KEY (tenant, paper, version)
public.paper_templates paper_templates_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
public.paper_templates paper_templates_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.paper_templates paper_templates_version_check CHECK ((version >= 1))
public.people people_pkey PRIMARY KEY (tenant, id)
public.people people_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.posts posts_pkey PRIMARY KEY (tenant, id)
public.posts posts_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.posts posts_tenant_person_id_fkey FOREIGN KEY (tenant, person_id) REFERENCES people(tenant, id)
public.posts posts_tenant_unit_id_fkey FOREIGN KEY (tenant, unit_id) REFERENCES units(tenant, id)
public.readings readings_pkey PRIMARY KEY (tenant, matter_id, at, person_id, post_id, what)
public.readings readings_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.readings readings_what_check CHECK ((what = ANY (ARRAY['page'::text, 'records'::text, 'sheet'::text, 'file'::text, 'fields'::text])))
public.reference_numbers reference_numbers_pkey PRIMARY KEY (tenant, prefix, year)
public.rejected_rows rejected_rows_pkey PRIMARY KEY (tenant, batch_id, row_number)
public.rejected_rows rejected_rows_tenant_batch_id_fkey FOREIGN KEY (tenant, batch_id) REFERENCES import_batches(tenant, id)
public.report_codes report_codes_pkey PRIMARY KEY (tenant, code_hash)
public.reporter_vault reporter_vault_pkey PRIMARY KEY (tenant, matter_id, version)
public.return_fills return_fills_pkey PRIMARY KEY (tenant, id)
public.return_fills return_fills_tenant_form_id_fkey FOREIGN KEY (tenant, form_id) REFERENCES return_forms(tenant, id)
public.return_fills return_fills_version_check CHECK ((version >= 1))
public.return_forms return_forms_cycle_check CHECK ((cycle = ANY (ARRAY['month'::text, 'quarter'::text, 'halfYear'::text, 'year'::text, 'none'::text])))
public.return_forms return_forms_due_day_check CHECK (((due_day >= 1) AND (due_day <= 60)))
public.return_forms return_forms_pkey PRIMARY KEY (tenant, id)
public.return_forms return_forms_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
public.return_forms return_forms_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.return_mappings return_mappings_pkey PRIMARY KEY (tenant, form_id, version)
public.return_mappings return_mappings_tenant_form_id_fkey FOREIGN KEY (tenant, form_id) REFERENCES return_forms(tenant, id)
public.return_mappings return_mappings_version_check CHECK ((version >= 1))
public.saved_views saved_views_pkey PRIMARY KEY (tenant, id)
public.saved_views saved_views_tenant_person_id_fkey FOREIGN KEY (tenant, person_id) REFERENCES people(tenant, id)
public.schedule_marks schedule_marks_pkey PRIMARY KEY (tenant, schedule)
public.schedule_marks schedule_marks_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.security_events security_events_pkey PRIMARY KEY (tenant, id)
public.security_events security_events_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.security_events security_events_what_check CHECK ((what = ANY (ARRAY['signedIn'::text, 'signInRefused'::text, 'signedOut'::text, 'passwordChanged'::text, 'sessionEnded'::text, 'fieldsOpened'::text, 'openingRefused'::text, 'openingsLimited'::text, 'calendarMade'::text, 'calendarRevoked'::text, 'factorRefused'::text, 'factorAdded'::text, 'factorRemoved'::text, 'recoveryUsed'::text, 'houseLinked'::text])))
public.service_accounts service_accounts_pkey PRIMARY KEY (tenant, id)
public.service_accounts service_accounts_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.service_accounts service_accounts_tenant_post_id_fkey FOREIGN KEY (tenant, post_id) REFERENCES posts(tenant, id)
public.stand_ins stand_ins_pkey PRIMARY KEY (tenant, matter_id, no)
public.stand_ins stand_ins_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.survey_answers survey_answers_pkey PRIMARY KEY (tenant, survey_id, id)
public.survey_answers survey_answers_tenant_survey_id_fkey FOREIGN KEY (tenant, survey_id) REFERENCES surveys(tenant, id)
public.survey_codes survey_codes_hash_check CHECK ((length(hash) = 32))
public.survey_codes survey_codes_pkey PRIMARY KEY (tenant, survey_id, hash)
public.survey_codes survey_codes_tenant_survey_id_fkey FOREIGN KEY (tenant, survey_id) REFERENCES surveys(tenant, id)
public.surveys surveys_kind_check CHECK ((kind = ANY (ARRAY['safety'::text, 'satisfaction'::text, 'awareness'::text, 'other'::text])))
public.surveys surveys_pkey PRIMARY KEY (tenant, id)
public.surveys surveys_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text, 'dropped'::text])))
public.surveys surveys_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.surveys surveys_version_check CHECK ((version >= 1))
public.tenant_marks tenant_marks_pkey PRIMARY KEY (tenant)
public.tenant_marks tenant_marks_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.tenants tenants_pkey PRIMARY KEY (tenant)
public.tenants tenants_tenant_check CHECK ((tenant ~ '^[a-z][a-z0-9-]{1,30}$'::text))
public.units units_pkey PRIMARY KEY (tenant, id)
public.units units_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.units units_tenant_parent_id_fkey FOREIGN KEY (tenant, parent_id) REFERENCES units(tenant, id)
public.uploads uploads_pkey PRIMARY KEY (tenant, sha256, uploader)
public.uploads uploads_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
public.uploads uploads_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.warning_families warning_families_pkey PRIMARY KEY (tenant, family)
public.warning_families warning_families_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.warning_marks warning_marks_basis_check CHECK ((basis = ANY (ARRAY['own past'::text, 'tail of own past'::text, 'nominal'::text])))
public.warning_marks warning_marks_pkey PRIMARY KEY (tenant)
public.warning_marks warning_marks_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.warning_nights warning_nights_pkey PRIMARY KEY (tenant, night)
public.warning_nights warning_nights_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.warning_series warning_series_pkey PRIMARY KEY (tenant, name)
public.warning_series warning_series_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.warning_weeks warning_weeks_pkey PRIMARY KEY (tenant, family, week)
public.warning_weeks warning_weeks_tenant_fkey FOREIGN KEY (tenant) REFERENCES tenants(tenant)
public.wrapping_keys wrapping_keys_pkey PRIMARY KEY (id, wrapper)

-- indexes
CREATE INDEX accounts_user ON auth.accounts USING btree (user_id)
CREATE INDEX admin_changes_at ON public.admin_changes USING btree (tenant, at DESC, id DESC)
CREATE INDEX admin_changes_subject ON public.admin_changes USING btree (tenant, subject, subject_id)
CREATE INDEX alerts_matter ON public.alerts USING btree (tenant, matter_id, sent_at)
CREATE INDEX alerts_public ON public.alerts USING btree (tenant, sent_at) WHERE (scope = 'Public'::text)
CREATE INDEX answer_texts_unit ON public.answer_texts USING btree (tenant, unit_id)
CREATE INDEX bulletins_created ON public.bulletins USING btree (tenant, created_at DESC, id DESC)
CREATE INDEX commands_at ON public.commands USING brin (at) WITH (pages_per_range='16')
CREATE INDEX count_blocks_changed ON public.count_blocks USING btree (tenant, changed)
CREATE INDEX deadlines_due ON public.deadlines USING btree (tenant, due_at) WHERE (state = ANY (ARRAY['running'::text, 'overdue'::text]))
CREATE INDEX deadlines_next ON public.deadlines USING btree (tenant, next_at) WHERE (next_at IS NOT NULL)
CREATE INDEX deliveries_batch ON public.deliveries USING btree (tenant, batch)
CREATE INDEX deliveries_created ON public.deliveries USING btree (tenant, created_at)
CREATE INDEX deliveries_dead ON public.deliveries USING btree (tenant, id) WHERE (state = 'dead'::text)
CREATE INDEX deliveries_due ON public.deliveries USING btree (tenant, next_at) WHERE (state = 'waiting'::text)
CREATE INDEX deliveries_target ON public.deliveries USING btree (tenant, target, state, next_at)
CREATE INDEX emergencies_asked ON public.emergencies USING btree (tenant, asked_at DESC)
CREATE INDEX exports_asked ON public.exports USING btree (tenant, asked_at DESC)
CREATE INDEX hand_overs_at ON public.hand_overs USING btree (tenant, at)
CREATE INDEX import_batches_waiting ON public.import_batches USING btree (tenant, started_at) WHERE (upload_id IS NOT NULL)
CREATE INDEX indicator_causes_of ON public.indicator_causes USING btree (tenant, indicator, period)
CREATE INDEX jobs_children ON public.jobs USING btree (tenant, ((payload ->> 'matterId'::text))) WHERE ((kind = 'open-children'::text) AND (done_at IS NULL))
CREATE INDEX jobs_due ON public.jobs USING btree (tenant, run_at) WHERE (done_at IS NULL)
CREATE INDEX jobs_failing ON public.jobs USING btree (tenant) WHERE ((done_at IS NULL) AND (last_error IS NOT NULL))
CREATE INDEX ledger_uploads_person ON public.ledger_uploads USING btree (tenant, person_id)
CREATE INDEX log_entries_matter ON public.log_entries USING btree (tenant, matter_id, last) WHERE (matter_id IS NOT NULL)
CREATE INDEX log_entries_subject ON public.log_entries USING btree (tenant, kind, subject, index) WHERE (subject IS NOT NULL)
CREATE INDEX matter_events_opened ON public.matter_events USING btree (tenant, at DESC) WHERE (type = 'FieldsOpened'::text)
CREATE INDEX matter_events_told ON public.matter_events USING gin (string_to_array(((regexp_replace(regexp_replace((event ->> 'form'::text), '[^\u3400-\u4dbf\u4e00-\u9fff]+'::text, ' '::text, 'g'::text), '(..)'::text, '\1 '::text, 'g'::text) || ' '::text) || regexp_replace(substr(regexp_replace((event ->> 'form'::text), '[^\u3400-\u4dbf\u4e00-\u9fff]+'::text, ' '::text, 'g'::text), 2), '(..)'::text, '\1 '::text, 'g'::text)), ' '::text)) WITH (gin_pending_list_limit='1024') WHERE (((event ->> 'form'::text) <> '{}'::text) AND ((event ->> 'hiddenUntil'::text) IS NULL))
CREATE INDEX matter_links_to ON public.matter_links USING btree (tenant, to_id)
CREATE INDEX matters_counted ON public.matters USING btree (tenant, unit_path, procedure, state, category, state_group, exercise) WHERE ((about_path IS NULL) AND (hidden_from IS NULL))
CREATE INDEX matters_crossed ON public.matters USING btree (tenant, id) WHERE (((matter -> 'sent'::text) IS NOT NULL) OR ((matter -> 'cameFrom'::text) IS NOT NULL))
CREATE INDEX matters_due ON public.matters USING btree (tenant, due_at, id) WHERE (state_group <> 'done'::text)
CREATE INDEX matters_exercise ON public.matters USING btree (tenant, opened_at DESC, id DESC) WHERE exercise
CREATE INDEX matters_kept ON public.matters USING btree (tenant, procedure, state, category, unit_path) WHERE ((about_path IS NOT NULL) OR (hidden_from IS NOT NULL))
CREATE INDEX matters_kept_origin ON public.matters USING btree (tenant, origin_path) WHERE ((about_path IS NOT NULL) OR (hidden_from IS NOT NULL))
CREATE INDEX matters_kept_unit ON public.matters USING btree (tenant, unit_path) WHERE ((about_path IS NOT NULL) OR (hidden_from IS NOT NULL))
CREATE INDEX matters_opened ON public.matters USING btree (tenant, opened_at DESC, id DESC)
CREATE INDEX matters_participants ON public.matters USING gin (participants)
CREATE INDEX matters_placed ON public.matters USING btree (tenant, place_path, procedure, state, category, state_group, exercise, unit_path, origin_path) WHERE ((place_path IS NOT NULL) AND (about_path IS NULL) AND (hidden_from IS NULL))
CREATE INDEX matters_points_to ON public.matters USING gin (points_to)
CREATE INDEX matters_procedure ON public.matters USING btree (tenant, procedure, opened_at DESC, id DESC)
CREATE INDEX matters_registered ON public.matters USING btree (tenant, origin_path, procedure, state, category, state_group, exercise, unit_path) WHERE ((origin_path <> unit_path) AND (about_path IS NULL) AND (hidden_from IS NULL))
CREATE INDEX matters_terms ON public.matters USING gin (terms) WITH (gin_pending_list_limit='1024')
CREATE INDEX matters_waits ON public.matters USING gin (waits_for, participants) WHERE (state_group <> 'done'::text)
CREATE INDEX notices_receiver ON public.notices USING btree (tenant, receiver, id)
CREATE INDEX notices_unplanned ON public.notices USING btree (tenant, id) WHERE (planned_at IS NULL)
CREATE INDEX notices_unread ON public.notices USING btree (tenant, receiver, id) WHERE (read_at IS NULL)
CREATE INDEX office_notices_at ON public.office_notices USING btree (tenant, at)
CREATE INDEX office_notices_receiver ON public.office_notices USING btree (tenant, receiver, id)
CREATE INDEX oidc_sessions_subject ON auth.oidc_sessions USING btree (tenant, subject)
CREATE INDEX outlets_unit ON public.outlets USING btree (tenant, unit_id) WHERE (state <> 'removed'::text)
CREATE INDEX passkeys_user ON auth.passkeys USING btree (user_id)
CREATE INDEX posts_person ON public.posts USING btree (tenant, person_id)
CREATE INDEX posts_unit ON public.posts USING btree (tenant, unit_id)
CREATE INDEX readings_at ON public.readings USING btree (tenant, at DESC)
CREATE INDEX report_codes_matter ON public.report_codes USING btree (tenant, matter_id, version)
CREATE INDEX return_forms_file ON public.return_forms USING btree (tenant, sha256)
CREATE INDEX return_forms_unit ON public.return_forms USING btree (tenant, unit_id)
CREATE INDEX security_events_at ON public.security_events USING btree (tenant, at DESC, id DESC)
CREATE INDEX security_events_person ON public.security_events USING btree (tenant, person_id, what, at DESC)
CREATE INDEX sessions_expires ON auth.sessions USING btree (expires_at)
CREATE INDEX sessions_user ON auth.sessions USING btree (user_id)
CREATE INDEX stand_ins_by ON public.stand_ins USING btree (tenant, by_post_id, until_at)
CREATE INDEX stand_ins_until ON public.stand_ins USING btree (tenant, until_at)
CREATE INDEX uploads_at ON public.uploads USING btree (tenant, at)
CREATE INDEX verifications_identifier ON auth.verifications USING btree (identifier)
CREATE UNIQUE INDEX accounts_provider ON auth.accounts USING btree (provider_id, account_id)
CREATE UNIQUE INDEX alerts_replaces ON public.alerts USING btree (tenant, replaces) WHERE (replaces IS NOT NULL)
CREATE UNIQUE INDEX bulletins_number ON public.bulletins USING btree (tenant, unit_id, kind, year, number)
CREATE UNIQUE INDEX calendar_addresses_id ON public.calendar_addresses USING btree (tenant, id)
CREATE UNIQUE INDEX factor_resets_open ON public.factor_resets USING btree (tenant, person_id) WHERE (decided_at IS NULL)
CREATE UNIQUE INDEX matters_reference ON public.matters USING btree (tenant, reference)
CREATE UNIQUE INDEX office_notices_unread ON public.office_notices USING btree (tenant, receiver, kind, subject_id) WHERE (read_at IS NULL)
CREATE UNIQUE INDEX people_user ON public.people USING btree (tenant, user_id)
CREATE UNIQUE INDEX return_fills_version ON public.return_fills USING btree (tenant, form_id, period, version)
CREATE UNIQUE INDEX surveys_code ON public.surveys USING btree (tenant, code)
CREATE UNIQUE INDEX units_path ON public.units USING btree (tenant, path)

-- row security
public.admin_changes
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.alerts
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.answer_texts
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.bulletins
  tenant_new insert to everybody with check (tenant = current_setting('anlan.tenant'::text, true))
  tenant_open update to everybody using ((tenant = current_setting('anlan.tenant'::text, true)) AND (state = ANY (ARRAY['draft'::text, 'signed'::text]))) with check (tenant = current_setting('anlan.tenant'::text, true))
  tenant_rows select to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.calendar_addresses
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.changed_rows
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.client_keys
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.commands
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.count_blocks
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.count_state
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.counters
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.deadlines
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.deliveries
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.delivery_attempts
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.emblems
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.emergencies
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.exports
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.factor_resets
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.factor_rules
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.files
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.hand_over_matters
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.hand_overs
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.import_batches
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.indicator_causes
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.indicators
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.jobs
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.ledger_forms
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.ledger_readings
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.ledger_uploads
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.letterheads
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.log_checkpoints
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.log_cosignatures
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.log_entries
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.log_pending
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.log_state
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.log_tiles
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.log_witnesses
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.map_areas
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.matter_events
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.matter_keys
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.matter_links
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.matters
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.notice_preferences
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.notices
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.office_notices
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.office_ties
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.outlets
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.paper_choices
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.paper_codes
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.paper_templates
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.people
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.posts
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.readings
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.reference_numbers
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.rejected_rows
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.report_codes
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.reporter_vault
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.return_fills
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.return_forms
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.return_mappings
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.saved_views
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.schedule_marks
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.security_events
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.service_accounts
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.stand_ins
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.survey_answers
  tenant_locked update to everybody using ((tenant = current_setting('anlan.tenant'::text, true)) AND (EXISTS ( SELECT
   FROM surveys s
  WHERE ((s.tenant = survey_answers.tenant) AND (s.id = survey_answers.survey_id) AND (s.state = 'open'::text)))))
  tenant_mixed delete to everybody using ((tenant = current_setting('anlan.tenant'::text, true)) AND (EXISTS ( SELECT
   FROM surveys s
  WHERE ((s.tenant = survey_answers.tenant) AND (s.id = survey_answers.survey_id) AND (s.state = 'open'::text)))))
  tenant_new insert to everybody with check ((tenant = current_setting('anlan.tenant'::text, true)) AND (EXISTS ( SELECT
   FROM surveys s
  WHERE ((s.tenant = survey_answers.tenant) AND (s.id = survey_answers.survey_id) AND (s.state = 'open'::text)))))
  tenant_rows select to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.survey_codes
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.surveys
  tenant_new insert to everybody with check (tenant = current_setting('anlan.tenant'::text, true))
  tenant_open update to everybody using ((tenant = current_setting('anlan.tenant'::text, true)) AND (state = ANY (ARRAY['draft'::text, 'open'::text]))) with check (tenant = current_setting('anlan.tenant'::text, true))
  tenant_rows select to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.tenant_marks
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.tenants
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.units
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.uploads
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.warning_families
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.warning_marks
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.warning_nights
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.warning_series
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.warning_weeks
  tenant_rows all to everybody using (tenant = current_setting('anlan.tenant'::text, true))
public.wrapping_keys
  of_the_installation all to everybody using true

-- rights
auth.accounts anlan_app: delete, insert, select, update
auth.oidc_sessions anlan_app: delete, insert, select, update
auth.passkeys anlan_app: delete, insert, select, update
auth.recovery_codes anlan_app: delete, insert, select, update
auth.sessions anlan_app: delete, insert, select, update
auth.totp_secrets anlan_app: delete, insert, select, update
auth.users anlan_app: delete, insert, select, update
auth.verifications anlan_app: delete, insert, select, update
public.admin_changes anlan_app: insert, select
public.alerts anlan_app: insert, select
public.answer_texts anlan_app: insert, select
public.bulletins anlan_app: insert, select
public.calendar_addresses anlan_app: delete, insert, select, update
public.changed_rows anlan_app: delete, insert, select, update
public.client_keys anlan_app: insert, select
public.commands anlan_app: delete, insert, select
public.count_blocks anlan_app: delete, insert, select, update
public.count_state anlan_app: delete, insert, select, update
public.counters anlan_app: insert, select, update
public.deadlines anlan_app: insert, select, update
public.deliveries anlan_app: delete, insert, select, update
public.delivery_attempts anlan_app: delete, insert, select
public.emblems anlan_app: delete, insert, select, update
public.emergencies anlan_app: insert, select
public.exports anlan_app: insert, select
public.factor_resets anlan_app: insert, select, update
public.factor_rules anlan_app: delete, insert, select
public.files anlan_app: delete, insert, select
public.hand_over_matters anlan_app: insert, select
public.hand_overs anlan_app: insert, select
public.import_batches anlan_app: insert, select, update
public.indicator_causes anlan_app: insert, select
public.indicators anlan_app: insert, select
public.jobs anlan_app: delete, insert, select, update
public.ledger anlan_app: select
public.ledger_forms anlan_app: delete, insert, select, update
public.ledger_readings anlan_app: insert, select, update
public.ledger_uploads anlan_app: delete, insert, select
public.letterheads anlan_app: insert, select
public.log_checkpoints anlan_app: insert, select
public.log_cosignatures anlan_app: insert, select
public.log_entries anlan_app: insert, select
public.log_pending anlan_app: delete, insert, select
public.log_state anlan_app: insert, select
public.log_tiles anlan_app: insert, select
public.log_witnesses anlan_app: insert, select
public.map_areas anlan_app: insert, select
public.matter_events anlan_app: insert, select
public.matter_keys anlan_app: insert, select, update
public.matter_links anlan_app: delete, insert, select
public.matters anlan_app: insert, select, update
public.notice_preferences anlan_app: delete, insert, select, update
public.notices anlan_app: delete, insert, select
public.office_notices anlan_app: delete, insert, select
public.office_ties anlan_app: select
public.outlets anlan_app: insert, select, update
public.paper_choices anlan_app: insert, select
public.paper_codes anlan_app: insert, select
public.paper_templates anlan_app: insert, select
public.people anlan_app: insert, select, update
public.posts anlan_app: insert, select, update
public.readings anlan_app: insert, select
public.reference_numbers anlan_app: insert, select, update
public.rejected_rows anlan_app: delete, insert, select
public.report_codes anlan_app: insert, select
public.reporter_vault anlan_app: insert, update; anlan_vault: select
public.return_fills anlan_app: insert, select
public.return_forms anlan_app: insert, select
public.return_mappings anlan_app: insert, select
public.saved_views anlan_app: delete, insert, select
public.schedule_marks anlan_app: insert, select, update
public.security_events anlan_app: insert, select
public.service_accounts anlan_app: insert, select, update
public.stand_ins anlan_app: delete, insert, select, update
public.survey_answers anlan_app: delete, insert, select
public.survey_codes anlan_app: delete, insert, select
public.surveys anlan_app: insert, select
public.tenants anlan_app: insert, select, update
public.told anlan_app: select
public.units anlan_app: insert, select, update
public.uploads anlan_app: delete, insert, select, update
public.warning_families anlan_app: insert, select, update
public.warning_marks anlan_app: insert, select, update
public.warning_nights anlan_app: delete, insert, select, update
public.warning_series anlan_app: insert, select, update
public.warning_weeks anlan_app: insert, select, update
public.wrapping_keys anlan_app: select

-- rights on columns
public.bulletins.changed anlan_app: update
public.bulletins.content anlan_app: update
public.bulletins.figures anlan_app: update
public.bulletins.issued anlan_app: update
public.bulletins.number anlan_app: update
public.bulletins.signed anlan_app: update
public.bulletins.state anlan_app: update
public.bulletins.version anlan_app: update
public.bulletins.writers anlan_app: update
public.bulletins.year anlan_app: update
public.client_keys.revoked_at anlan_app: update
public.emergencies.confirmed_at anlan_app: update
public.emergencies.confirmed_by anlan_app: update
public.emergencies.confirmed_post anlan_app: update
public.emergencies.finding anlan_app: update
public.emergencies.finding_note anlan_app: update
public.emergencies.opened_at anlan_app: update
public.emergencies.reviewed_at anlan_app: update
public.emergencies.reviewed_by anlan_app: update
public.emergencies.reviewed_post anlan_app: update
public.exports.approved anlan_app: update
public.exports.decided_at anlan_app: update
public.exports.decided_by anlan_app: update
public.exports.decided_post anlan_app: update
public.exports.decided_why anlan_app: update
public.exports.downloads anlan_app: update
public.exports.expires_at anlan_app: update
public.hand_over_matters.state anlan_app: update
public.hand_over_matters.why anlan_app: update
public.hand_overs.finished_at anlan_app: update
public.log_state.begun_after anlan_app: update
public.log_state.peaks anlan_app: update
public.log_state.size anlan_app: update
public.log_tiles.hashes anlan_app: update
public.log_witnesses.ended_at anlan_app: update
public.notices.planned_at anlan_app: update
public.notices.read_at anlan_app: update
public.office_notices.read_at anlan_app: update
public.office_ties.agreed_at anlan_app: update
public.office_ties.agreed_by anlan_app: update
public.office_ties.other_agreed_at anlan_app: update
public.office_ties.takes_in anlan_app: update
public.reporter_vault.matter_id anlan_app: select
public.reporter_vault.shredded_at anlan_app: select
public.reporter_vault.tenant anlan_app: select
public.reporter_vault.version anlan_app: select
public.return_fills.by_hand anlan_app: update
public.return_fills.checked_at anlan_app: update
public.return_fills.checked_post_id anlan_app: update
public.return_fills.signed_at anlan_app: update
public.return_fills.signed_post_id anlan_app: update
public.return_forms.due_day anlan_app: update
public.return_forms.ended_at anlan_app: update
public.return_forms.name anlan_app: update
public.return_forms.post_id anlan_app: update
public.return_forms.superior anlan_app: update
public.survey_answers.id anlan_app: update
public.surveys.changed anlan_app: update
public.surveys.closed anlan_app: update
public.surveys.content anlan_app: update
public.surveys.opened anlan_app: update
public.surveys.prints anlan_app: update
public.surveys.state anlan_app: update
public.surveys.version anlan_app: update

-- views
public.ledger
 SELECT tenant,
    id,
    version,
    head,
    matter,
    reference,
    procedure,
    state,
    state_group,
    title,
    category,
    level,
    channel,
    unit_id,
    unit_path,
    origin_path,
    about_path,
    place,
    place_unit_id,
    place_path,
    owner_post_id,
    participants,
    waits_for,
    terms,
    opened_at,
    closed_at,
    due_at,
    updated_at,
    source_number,
    exercise,
    hidden_from,
    points_to
   FROM matters
  WHERE (tenant = current_setting('anlan.tenant'::text, true));
public.told
 SELECT tenant,
    matter_id,
    version,
    (event ->> 'form'::text) AS form,
    string_to_array(((regexp_replace(regexp_replace((event ->> 'form'::text), '[^\u3400-\u4dbf\u4e00-\u9fff]+'::text, ' '::text, 'g'::text), '(..)'::text, '\1 '::text, 'g'::text) || ' '::text) || regexp_replace(substr(regexp_replace((event ->> 'form'::text), '[^\u3400-\u4dbf\u4e00-\u9fff]+'::text, ' '::text, 'g'::text), 2), '(..)'::text, '\1 '::text, 'g'::text)), ' '::text) AS pairs
   FROM matter_events
  WHERE ((tenant = current_setting('anlan.tenant'::text, true)) AND ((event ->> 'form'::text) <> '{}'::text) AND ((event ->> 'hiddenUntil'::text) IS NULL));
