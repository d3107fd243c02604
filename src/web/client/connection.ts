import { useSyncExternalStore } from 'react'

/** How often a server that was lost is asked whether it is back, in ms. */
const PROBE_MS = 3_000
/** What a proxy says when there is no server behind it. */
const NO_SERVER = [502, 504]

// One for the whole page: since when the server has not answered, in ms of this computer's clock.
let lostSince: number | undefined
const listeners = new Set<() => void>()

function put(next: number | undefined): void {
  if ((next === undefined) === (lostSince === undefined)) return
  lostSince = next
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** `fetch`, noting whether the server answers at all. Once it does not, it is asked again and again until it is back. */
export async function watchedFetch(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
  try {
    const response = await fetch(input, init)
    if (NO_SERVER.includes(response.status)) lose()
    else put(undefined)
    return response
  } catch (cause) {
    if (cause instanceof TypeError) lose()
    throw cause
  }
}

/** Asks whether the server is there; notes the answer. */
export async function probe(): Promise<boolean> {
  const response = await watchedFetch('/healthz', { cache: 'no-store' }).catch(() => undefined)
  return response !== undefined && lostSince === undefined
}

function lose(): void {
  if (lostSince !== undefined) return
  put(Date.now())
  const again = () => void probe().then((back) => !back && setTimeout(again, PROBE_MS))
  setTimeout(again, PROBE_MS)
}

/** Resolves when the server answers: at once, or when it is back. */
export async function connected(): Promise<void> {
  if (await probe()) return
  await new Promise<void>((resolve) => {
    const stop = subscribe(() => {
      if (lostSince !== undefined) return
      stop()
      resolve()
    })
  })
}

/** Calls when a server that was lost is back. */
export const onBack = (act: () => void) => subscribe(() => lostSince === undefined && act())

/** Since when the server has not answered, in ms of this computer's clock; undefined while it does. */
export const useLostSince = (): number | undefined => useSyncExternalStore(subscribe, () => lostSince)
