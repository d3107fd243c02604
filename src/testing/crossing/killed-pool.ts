import type pg from 'pg'

/**
 * How far a process comes: `at` the so-many-eth statement it dies, before the database got it or after; or it stands still there
 * while something else happens, and goes on.
 */
export type Kill = { readonly at: number; readonly when: 'before' | 'after'; readonly meanwhile?: () => Promise<void> }

/** What the killed process throws. */
export const isKilled = (cause: unknown): boolean => cause instanceof Error && cause.message.startsWith('the process ')

/**
 * Pools that count their statements together and die at one of them: from then on nothing goes through, as if the process were
 * gone; what the database has done it has done.
 */
export function mortal<P extends Readonly<Record<string, pg.Pool>>>(pools: P, kill?: Kill) {
  let statements = 0
  let isDead = false
  const die = async (): Promise<void> => {
    isDead = true
    if (kill?.meanwhile) {
      isDead = false
      return kill.meanwhile()
    }
    throw new Error('the process died here')
  }
  const live = () => {
    if (isDead) throw new Error('the process is dead')
  }
  const wrapClient = (client: pg.PoolClient): pg.PoolClient =>
    new Proxy(client, {
      get(target, name) {
        const value = Reflect.get(target, name, target)
        if (name !== 'query') return typeof value === 'function' ? value.bind(target) : value
        return async (...args: unknown[]) => {
          live()
          statements += 1
          const isHere = kill?.at === statements
          if (isHere && kill.when === 'before') await die()
          const result = await (value as (...all: unknown[]) => Promise<unknown>).apply(target, args)
          if (isHere && kill.when === 'after') await die()
          return result
        }
      },
    })
  const wrap = (pool: pg.Pool): pg.Pool =>
    new Proxy(pool, {
      get(target, name) {
        if (name === 'connect')
          return async () => {
            live()
            return wrapClient(await target.connect())
          }
        const value = Reflect.get(target, name, target)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  const wrapped = Object.fromEntries(Object.entries(pools).map(([name, pool]) => [name, wrap(pool)])) as P
  return { pools: wrapped, count: () => statements, isDead: () => isDead }
}
