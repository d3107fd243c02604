import type { StorageDeps } from '../../storage/deps.ts'

export async function loadDemoMatters(
  _deps: StorageDeps,
  _tenant: string,
  _advance: (to: number) => void,
): Promise<number> {
  return 0
}
