import { parentPort, workerData } from 'node:worker_threads'
import { AnlanError } from '../../domain/wording/errors.ts'
import { deskHere, type LedgerDesk } from '../../imports/ledger-desk.ts'
import { PROCEDURES } from '../../procedures/all.ts'
import { chinaCalendar } from '../../procedures/calendar/china-holidays.ts'
import { connect } from '../../storage/connection/connect.ts'
import type { Keys } from '../../storage/keys/keys.ts'
import { createReferences } from '../../storage/references/references.ts'
import { createRulebooks } from '../../storage/write/rulebooks.ts'
import type { Asked, Said, SentKeys, Task, ThreadSettings } from './thread-talk.ts'

/** The thread's side of `createDeskApart`: one task after the other, over connections of its own. */
const { connections, ...way } = workerData as ThreadSettings
let ahead = 0
const now = () => new Date(Date.now() + ahead).toISOString()
const pool = connect({ ...way, max: connections, applicationName: 'anlan ledgers' })
const rulebooks = createRulebooks(pool, PROCEDURES, chinaCalendar, now)
const references = createReferences(pool)

/** Nobody opens the vault here. */
const deskWith = (keys: Keys): LedgerDesk => deskHere({ pool, vault: pool, rulebooks, references, keys, now })

const keysOf = ({ id, first, wrapping, sealing }: SentKeys): Keys => ({
  id,
  first: Buffer.from(first),
  wrapping: new Map(wrapping.map(([name, key]) => [name, Buffer.from(key)])),
  sealing,
})

let stop = new AbortController()
const say = (said: Said) => parentPort?.postMessage(said)

parentPort?.on('message', async (asked: Asked) => {
  if (asked === 'stop') return stop.abort()
  stop = new AbortController()
  ahead = Date.parse(asked.now) - Date.now()
  try {
    say({ done: await done(deskWith(keysOf(asked.keys)), asked.task) })
  } catch (cause) {
    if (cause instanceof AnlanError) say({ refused: { code: cause.code, details: cause.details } })
    else say({ failed: (cause as Error).message })
  }
})

function done(desk: LedgerDesk, task: Task): Promise<unknown> {
  if (task.act === 'propose') return desk.propose(task.given)
  if (task.act === 'preview') return desk.preview(task.given)
  if (task.act === 'readBack') return desk.readBack(task.given)
  const onProgress = ({ read, added }: { readonly read: number; readonly added: number }, bytes: number) =>
    say({ progress: [{ read, added }, bytes] })
  return desk.take({ ...task.given, signal: stop.signal, onProgress })
}
