import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import {
  CHAIN_START,
  counterRows,
  deadlineRows,
  eventRows,
  jobRows,
  linkRows,
  matterColumns,
  standInRows,
  vaultRow,
} from '../write/write-rows.ts'
import type { Draft } from './bulk-draft.ts'

/** The rows of many new matters as JSON lists, table by table; `undefined` when a table gets none. */
export type BulkRows = {
  readonly [table in
    | 'matters'
    | 'events'
    | 'forLog'
    | 'deadlines'
    | 'links'
    | 'counters'
    | 'jobs'
    | 'keys'
    | 'vault'
    | 'standIns']: string | undefined
}

/** Works out the rows of drafts as the write path would, chain included. `keyId` names the deployment key in use. */
export function bulkRows(drafts: readonly Draft[], rulebook: Rulebook, keyId: string): BulkRows {
  const chains = drafts.map(chainOf)
  const ofEach = (rowsOf: (draft: Draft) => readonly object[]) =>
    list(drafts.flatMap((draft) => rowsOf(draft).map((row) => ({ matter_id: draft.matter.id, ...row }))))
  return {
    matters: list(
      drafts.map((draft, index) =>
        matterColumns(draft.matter, chains[index]?.head ?? CHAIN_START, draft.procedure, rulebook),
      ),
    ),
    events: joined(chains.flatMap(({ rows }) => rows)),
    forLog: list(drafts.map(({ matter }) => ({ kind: 'import', subject: matter.id, first: 1, last: matter.version }))),
    deadlines: ofEach(({ matter, procedure }) => deadlineRows(undefined, matter, procedure, rulebook)),
    links: ofEach(({ events }) => linkRows(events)),
    counters: list(summed(drafts.flatMap(({ matter }) => counterRows(undefined, matter)))),
    jobs: list(drafts.flatMap(jobsOf)),
    keys: ofEach(({ matter, wrappedKey }) =>
      wrappedKey && !matter.shreddedAt ? [{ wrapped_key: wrappedKey, key_id: keyId }] : [],
    ),
    standIns: ofEach(({ matter, procedure }) => standInRows(undefined, matter, procedure) ?? []),
    vault: ofEach(({ matter, vault }) => (matter.shreddedAt ? [] : vault.map((entry) => vaultRow(entry, keyId)))),
  }
}

/** Rows that are JSON already, as a list. */
export const joined = (rows: readonly string[]) => (rows.length > 0 ? `[${rows.join(',')}]` : undefined)
/** Rows as a JSON list. */
export const list = (rows: readonly object[]) => (rows.length > 0 ? JSON.stringify(rows) : undefined)

/** An event of a matter as JSON: the text that was hashed is not made again. */
export const eventJson = (matterId: string, { version, type, at, hash, json }: ReturnType<typeof eventRows>[number]) =>
  `{"matter_id":"${matterId}","version":${version},"type":"${type}","at":"${at}","hash":"${hash}","event":${json}}`

/** The events of a draft as JSON rows. */
function chainOf({ matter, events }: Draft): { readonly rows: readonly string[]; readonly head: string } {
  const chained = eventRows(events, 0, CHAIN_START)
  const rows = chained.map((row) => eventJson(matter.id, row))
  return { rows, head: chained.at(-1)?.hash ?? CHAIN_START }
}

/** What must follow. A matter that brought nothing personal has nothing to shred. */
const jobsOf = ({ matter, events, procedure, wrappedKey, vault }: Draft) =>
  jobRows(undefined, matter, events, procedure).filter(
    ({ kind }) => kind !== 'shred-fields' || wrappedKey || vault.length > 0,
  )

type Counter = ReturnType<typeof counterRows>[number]

/** One row per counter, in key order, so that two writers lock them in the same order. */
export function summed(counters: readonly Counter[]): Counter[] {
  const sums = new Map<string, Counter>()
  for (const counter of counters) {
    const key = JSON.stringify([counter.unit_id, counter.procedure, counter.state_group, counter.slot])
    sums.set(key, { ...counter, value: (sums.get(key)?.value ?? 0) + counter.value })
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, counter]) => counter)
}
