import type { Rulebook } from '../domain/rulebook.ts'
import type { Draft } from './bulk-draft.ts'
import { CHAIN_START } from './write-rows.ts'
import { rowsOf } from './write-statement.ts'

type Rows = ReturnType<typeof rowsOf>

/** All rows of many new matters, table by table. */
export type BulkRows = {
  readonly matters: readonly Rows['columns'][]
  readonly events: readonly object[]
  readonly deadlines: readonly object[]
  readonly links: readonly object[]
  readonly counters: readonly object[]
  readonly jobs: readonly object[]
  readonly keys: readonly object[]
  readonly vault: readonly object[]
}

/** Works out the rows of drafts as the write path would, chain included. `keyId` names the deployment key in use. */
export function bulkRows(drafts: readonly Draft[], rulebook: Rulebook, keyId: string): BulkRows {
  const all = drafts.map((draft) => ({
    draft,
    rows: rowsOf(undefined, draft.matter, draft.events, CHAIN_START, draft.procedure, rulebook),
  }))
  const ofEach = (pick: (rows: Rows) => readonly object[]) =>
    all.flatMap(({ draft, rows }) => pick(rows).map((row) => ({ matter_id: draft.matter.id, ...row })))
  return {
    matters: all.map(({ rows }) => rows.columns),
    events: ofEach((rows) => rows.events),
    deadlines: ofEach((rows) => rows.deadlines),
    links: ofEach((rows) => rows.links),
    counters: summed(all.flatMap(({ rows }) => rows.counters)),
    jobs: all.flatMap(({ rows }) => rows.jobs),
    keys: drafts.flatMap(({ matter, wrappedKey }) =>
      wrappedKey ? [{ matter_id: matter.id, wrapped_key: wrappedKey, key_id: keyId }] : [],
    ),
    vault: drafts.flatMap(({ matter, vault }) =>
      vault
        ? [{ matter_id: matter.id, sealed: JSON.parse(vault.sealed), wrapped_key: vault.wrappedKey, key_id: keyId }]
        : [],
    ),
  }
}

type Counter = Rows['counters'][number]

/** One row per counter, in key order, so that two imports lock them in the same order. */
function summed(counters: readonly Counter[]): Counter[] {
  const sums = new Map<string, Counter>()
  for (const counter of counters) {
    const key = JSON.stringify([counter.unit_id, counter.procedure, counter.state_group, counter.slot])
    sums.set(key, { ...counter, value: (sums.get(key)?.value ?? 0) + counter.value })
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, counter]) => counter)
}
