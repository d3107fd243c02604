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

/** Works out the rows of drafts as the write path would, chain included. `keyId` names the deployment key in use. */
export function bulkRows(drafts: readonly Draft[], rulebook: Rulebook, keyId: string) {
  const chains = drafts.map(({ events, matter }) => eventRows(events, matter, 0, CHAIN_START))
  const ofEach = <Row extends object>(rowsOf: (draft: Draft) => readonly Row[]) =>
    drafts.flatMap((draft) => rowsOf(draft).map((row) => ({ matter_id: draft.matter.id, ...row })))
  return {
    matters: drafts.map((draft, index) =>
      matterColumns(draft.matter, chains[index]?.at(-1)?.hash ?? CHAIN_START, draft.procedure, rulebook),
    ),
    events: drafts.flatMap(({ matter: { id } }, index) =>
      (chains[index] ?? []).map((row) => ({ ...row, matter_id: id })),
    ),
    forLog: drafts.map(({ matter }) => ({ kind: 'import', subject: matter.id, first: 1, last: matter.version })),
    deadlines: ofEach(({ matter, procedure }) => deadlineRows(undefined, matter, procedure, rulebook)),
    links: ofEach(({ events }) => linkRows(events)),
    counters: summed(drafts.flatMap(({ matter }) => counterRows(undefined, matter))),
    jobs: drafts.flatMap(jobsOf),
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
