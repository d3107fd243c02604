import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { dayOf, type Instant } from '../domain/time/time.ts'
import type { BackupView } from '../domain/views/backup-view.ts'
import { AnlanError } from '../domain/wording/errors.ts'
import type { Text } from '../domain/wording/text.ts'
import { type BackupSource, backUp } from '../storage/backup/back-up.ts'
import type { Rehearsal } from '../storage/backup/rehearse.ts'
import type { OpenedBackup } from '../storage/backup/restore.ts'
import { openBackup } from '../storage/backup/restore.ts'

const HOUR = 3_600_000
/** From two in the morning on, by China's clock, when an office sleeps. */
const NIGHT_MS = 2 * HOUR
const LATE_MS = 36 * HOUR
const REPORT = 'report.json'

/** Any number will do, as long as every server of this program asks for the same one. */
const LOCK = 7_341_020_002

type Kept = Omit<BackupView, 'configured' | 'late'>

export type NightlyBackup = {
  /** Backs up and rehearses when a new night has come; else does nothing. */
  readonly look: () => Promise<void>
  readonly view: () => Promise<BackupView>
}

type Nightly = {
  readonly folder: string
  /** Needed for the first run into a folder, and for rehearsing. */
  readonly passphrase?: string
  readonly source: Omit<BackupSource, 'deploymentKey'>
  /** The key as it is that night. */
  readonly deploymentKey: () => Promise<Buffer>
  readonly rehearse: (backup: OpenedBackup) => Promise<Rehearsal>
  readonly now: () => Instant
  readonly log: (line: Readonly<Record<string, unknown>>) => void
}

/**
 * A backup every night, tried right away where a passphrase is there. What came of it lies beside the backups, so that it is known after
 * a restart; a failure is logged, shown to administrators and tried again an hour later.
 */
export function nightlyBackup({
  folder,
  passphrase,
  source,
  deploymentKey,
  rehearse,
  now,
  log,
}: Nightly): NightlyBackup {
  const run = async (at: Instant, before: Kept): Promise<Kept> => {
    const done = await backUp({ ...source, deploymentKey: await deploymentKey() }, { folder, passphrase }, at)
    const last = { at, bytes: done.bytes, files: done.filesAdded + done.filesKept }
    if (passphrase === undefined) return { ...(before.rehearsal ? { rehearsal: before.rehearsal } : {}), last }
    const { ok, rows, files } = await rehearse(await openBackup({ folder, passphrase }))
    if (!ok) log({ level: 'error', where: 'backup', message: 'the rehearsal found the backup not whole' })
    return { last, rehearsal: { at: now(), ok, rows, damaged: files.damaged.length } }
  }
  // A disk that is away takes no report either: then it is known until the restart.
  let unkept: Kept | undefined
  const known = async () => unkept ?? (await backupReport(folder))
  return {
    look: async () => {
      const at = now()
      if (!isDue(await known(), at)) return
      await alone(source.owner, async () => {
        const before = await known()
        // Another server may have been quicker.
        if (!isDue(before, at)) return
        const after = await run(at, before).catch((cause: Error): Kept => {
          log({ level: 'error', where: 'backup', message: cause.message })
          const why = cause instanceof AnlanError ? (cause.details['text'] as Text | undefined) : undefined
          return { ...before, failed: { at, ...(why ? { why } : {}) } }
        })
        await keepIn(folder, after).then(
          () => (unkept = undefined),
          () => (unkept = after),
        )
      })
    },
    view: async () => {
      const kept = await known()
      return { configured: true, ...kept, late: !kept.last || Date.parse(now()) - Date.parse(kept.last.at) > LATE_MS }
    },
  }
}

/** A night begins at two: what was backed up before it is of the day before. */
function isDue({ last, failed }: Kept, at: Instant): boolean {
  if (failed && Date.parse(at) - Date.parse(failed.at) < HOUR) return false
  return last === undefined || nightOf(last.at) !== nightOf(at)
}

const nightOf = (at: Instant) => dayOf(new Date(Date.parse(at) - NIGHT_MS).toISOString())

/** What the last runs into a folder of backups came to; empty where there was none. */
export async function backupReport(folder: string): Promise<Kept> {
  const text = await readFile(join(folder, REPORT), 'utf8').catch(() => '{}')
  try {
    return JSON.parse(text) as Kept
  } catch {
    return {}
  }
}

async function keepIn(folder: string, kept: Kept): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, REPORT)
  await writeFile(`${path}.part`, JSON.stringify(kept), { mode: 0o600, flush: true })
  await rename(`${path}.part`, path)
}

/** One server at a time; the others leave it to that one. */
async function alone(owner: Pool, work: () => Promise<void>): Promise<void> {
  const client = await owner.connect()
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [LOCK])
    if (rows[0]?.mine) await work()
  } finally {
    client.release(true)
  }
}
