import { PgBoss } from 'pg-boss'

const QUEUE = 'due'

/** How many are fetched at a time, by how many at once. */
export type Pace = { readonly batchSize: number; readonly lanes: number }

/** Another kind of timer on the same server: jobs that are fetched and completed. */
export async function openPgBoss(connectionString: string) {
  const boss = new PgBoss({ connectionString, max: 10, supervise: false, schedule: false })
  await boss.start()
  await boss.createQueue(QUEUE)
  return {
    plant: async (count: number): Promise<void> => {
      const jobs = Array.from({ length: count }, (_, n) => ({ data: { matterId: `m${n}`, clockId: 'c1' } }))
      for (let at = 0; at < count; at += 1_000) await boss.insert(QUEUE, jobs.slice(at, at + 1_000))
    },
    /** Fetches and completes until nothing is there. @returns how many a second */
    run: async ({ batchSize, lanes }: Pace): Promise<number> => {
      const startedAt = performance.now()
      let done = 0
      const lane = async () => {
        for (;;) {
          const jobs = await boss.fetch(QUEUE, { batchSize })
          if (jobs.length === 0) return
          await boss.complete(
            QUEUE,
            jobs.map(({ id }) => id),
          )
          done += jobs.length
        }
      }
      await Promise.all(Array.from({ length: lanes }, lane))
      return (done * 1000) / (performance.now() - startedAt)
    },
    close: () => boss.stop({ graceful: false, close: true }),
  }
}
