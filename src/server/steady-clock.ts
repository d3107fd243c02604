import type { Instant } from '../domain/time/time.ts'
import { AnlanError } from '../domain/wording/errors.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Clocks are set right by a few minutes now and then; more than that backwards, and what happens is dated before what it follows. */
const MOST_BACK_MS = 5 * MINUTE
/** A server may stand still over a holiday. A clock further ahead would destroy, mark and raise by days that did not come. */
const MOST_AHEAD_MS = 45 * DAY

/**
 * The time for everything this server does, which refuses to jump: against when a server was last seen (ISO, undefined at the first
 * start) and against itself. It goes on by itself once the clock is right again.
 * @throws AnlanError database-unusable, rule clock-back or clock-ahead
 */
export function steadyClock(seen: Instant | undefined, wall: () => number = Date.now): () => Instant {
  let last = seen === undefined ? undefined : Date.parse(seen)
  return () => {
    const now = wall()
    if (last !== undefined && now < last - MOST_BACK_MS) throw jumped('clock-back', last, now)
    if (last !== undefined && now > last + MOST_AHEAD_MS) throw jumped('clock-ahead', last, now)
    last = Math.max(last ?? now, now)
    return new Date(now).toISOString()
  }
}

/** Refuses a clock that differs from the database's: two servers, or server and database, would disagree on what is late. */
export function sameAsDatabase(database: Instant, own: Instant): void {
  const apart = Date.parse(database) - Date.parse(own)
  if (Math.abs(apart) > MOST_BACK_MS)
    throw refusal('clock-differs', {
      zh: `服务器时钟是 ${own}，数据库的是 ${database}，差得太多。两边校时以后再启动`,
      en: `The clock here says ${own}, the one of the database ${database}. Set both right, then start again`,
    })
}

function jumped(rule: 'clock-back' | 'clock-ahead', last: number, now: number): AnlanError {
  const [was, is] = [new Date(last).toISOString(), new Date(now).toISOString()]
  const day = is.slice(0, 10)
  return refusal(rule, {
    zh: `服务器时钟是 ${is}，上次运行时是 ${was}。时钟错了就先校时；确实没错，用 ANLAN_CLOCK_CONFIRMED=${day} 再启动一次`,
    en: `The clock says ${is}; when this server last ran it said ${was}. Set it right; if it is right, start once with ANLAN_CLOCK_CONFIRMED=${day}`,
  })
}

const refusal = (rule: string, text: { readonly zh: string; readonly en: string }) =>
  new AnlanError('database-unusable', { rule, text })
