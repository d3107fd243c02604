import { type Commands, runCommandLine } from './shell/run-command-line.ts'

/** Loaded when called for, so that `--help` does not wait for a database driver. */
const COMMANDS: Commands = {
  init: async () => (await import('./init/init.ts')).init,
  serve: async () => (await import('./serve/serve.ts')).serve,
  demo: async () => (await import('./demo/demo.ts')).demo,
  import: async () => (await import('./import/import.ts')).importCommand,
  procedures: async () => (await import('./procedures/procedures.ts')).procedures,
  starters: async () => (await import('./starters/starters.ts')).starters,
  calendar: async () => (await import('./calendar/calendar.ts')).calendar,
  verify: async () => (await import('./verify/verify.ts')).verify,
  backup: async () => (await import('./backup/backup.ts')).backup,
  restore: async () => (await import('./restore/restore.ts')).restore,
  doctor: async () => (await import('./doctor/doctor.ts')).doctor,
  distribute: async () => (await import('./distribute/distribute.ts')).distribute,
  key: async () => (await import('./key/key.ts')).key,
  upgrade: async () => (await import('./upgrade/upgrade.ts')).upgrade,
  tlog: async () => (await import('./tlog/tlog.ts')).tlog,
  witness: async () => (await import('./witness/witness.ts')).witness,
  user: async () => (await import('./user/user.ts')).user,
  map: async () => (await import('./map/map.ts')).map,
  funnel: async () => (await import('./funnel/funnel.ts')).funnel,
  forecast: async () => (await import('./forecast/forecast.ts')).forecast,
  scan: async () => (await import('./scan/scan.ts')).scan,
  tiers: async () => (await import('./tiers/tiers.ts')).tiers,
  warn: async () => (await import('./warn/warn.ts')).warn,
  counts: async () => (await import('./counts/counts.ts')).counts,
  statistics: async () => (await import('./statistics/statistics.ts')).statistics,
}

await runCommandLine(COMMANDS, process.argv.slice(2))
