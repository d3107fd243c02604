import { useSyncExternalStore } from 'react'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { piece } from './piece.ts'

/** A kind of matter, and the version that it was opened under; without one, the newest. */
export type Asked = { readonly procedure: string; readonly version?: number | undefined }

// Each definition is a piece of its own, fetched with the first matter of its kind: most posts meet few of all kinds.
const PIECES = import.meta.glob<Readonly<Record<string, unknown>>>('../../procedures/*/v*/procedure.ts')

const VERSIONS = Object.entries(PIECES).flatMap(([path, load]) => {
  const [, folder, version] = /\/([\w-]+)\/v(\d+)\/procedure\.ts$/.exec(path) ?? []
  return folder && version ? [{ kind: idOf(folder), version: Number(version), load: piece(load) }] : []
})

/** A folder is written with hyphens where the id has capitals. */
function idOf(folder: string): string {
  return folder.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

let loaded: readonly Procedure[] = []
const coming = new Map<(typeof VERSIONS)[number], Promise<void>>()
const listeners = new Set<() => void>()

/** Fetches the definitions that an answer speaks of, unless they are here; what this build does not have is left out. */
export async function needDefinitions(asked: readonly Asked[]): Promise<void> {
  const needed = new Set(asked.flatMap(({ procedure, version }) => findVersion(procedure, version) ?? []))
  await Promise.all([...needed].map(load))
}

function findVersion(kind: string, version: number | undefined) {
  const ofKind = VERSIONS.filter((one) => one.kind === kind).sort((a, b) => a.version - b.version)
  return ofKind.find((one) => one.version === version) ?? ofKind.at(-1)
}

function load(version: (typeof VERSIONS)[number]): Promise<void> {
  const known = coming.get(version) ?? version.load().then((module) => add(Object.values(module).filter(isDefinition)))
  coming.set(version, known)
  return known
}

/** A file may export what its neighbours share as well. */
const isDefinition = (value: unknown): value is Procedure =>
  typeof value === 'object' && value !== null && 'opening' in value && 'states' in value

function add(found: readonly Procedure[]): void {
  loaded = [...loaded, ...found].sort((a, b) => a.id.localeCompare(b.id) || a.version - b.version)
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The definitions that are here. */
export const useDefinitions = (): readonly Procedure[] => useSyncExternalStore(subscribe, () => loaded)
