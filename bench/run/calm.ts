import { availableParallelism } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { load } from '../load.ts'

/** A machine is calm when nobody waits for a processor: half of them wanted, over a minute. */
const calmLoad = (): number => availableParallelism() / 2
const LOOK_MS = 5_000

/** Waits until the machine is calm, but no longer than that; says what it waits for. @returns whether it is calm */
export async function waitForCalm(minutes: number, say: (note: string) => void): Promise<boolean> {
  const until = performance.now() + minutes * 60_000
  while (load() > calmLoad()) {
    if (performance.now() >= until) return false
    say(`load ${load()}, waiting for ${calmLoad()}`)
    await pause(LOOK_MS)
  }
  return true
}
