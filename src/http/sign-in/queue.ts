import { AnlanError } from '../../domain/wording/errors.ts'

/** Runs so many tasks at once and keeps so many waiting in order; beyond that it refuses with `busy`. */
export function createQueue({ atOnce, waiting }: { atOnce: number; waiting: number }) {
  let running = 0
  const queue: (() => void)[] = []

  const turn = () =>
    new Promise<void>((resolve, reject) => {
      if (running < atOnce) {
        running += 1
        resolve()
      } else if (queue.length < waiting) queue.push(resolve)
      else reject(new AnlanError('busy', { retryAfter: 5 }))
    })

  // The place of a finished task goes straight to the next one waiting, so `running` stays as it is.
  const done = () => {
    const next = queue.shift()
    if (next) next()
    else running -= 1
  }

  return async <T>(task: () => Promise<T>): Promise<T> => {
    await turn()
    return task().finally(done)
  }
}
