import { PgBoss } from 'pg-boss'

const QUEUE = 'due'

/** Another kind of timer on the same server: jobs that are fetched and completed, as many at a time as our sweeper takes. */
export async function openPgBoss(connectionString: string, batchSize: number, lanes: number) {
  const boss = new PgBoss({ connectionString, max: 10, supervise: false, schedule: false })
  await boss.start()
  await boss.createQueue(QUEUE)
  return {
    plant: async (count: number): Promise<void> => {
      const jobs = Array.from({ length: count }, (_, n) => ({ data: { matterId: `m${n}`, clockId: 'c1' } }))
      for (let at = 0; at < count; at += 1_000) await boss.insert(QUEUE, jobs.slice(at, at + 1_000))
    },
    /** Fetches and completes until nothing is there. @returns how many */
    run: async (): Promise<number> => {
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
      return done
    },
    close: () => boss.stop({ graceful: false, close: true }),
  }
}
