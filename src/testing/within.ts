const LIMIT_MS = 90_000

/**
 * What a hook waits for, by name: on a slow machine the failure says which part had not ended after 90 s, before the
 * hook's own limit says only that time is up.
 */
export async function within<T>(what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} had not ended after ${LIMIT_MS / 1000} s`)), LIMIT_MS)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
