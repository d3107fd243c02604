/** `away`: no server answers. `busy`: it answers, but a row, a connection or the disk is not free in time. */
export type DatabaseFault = 'away' | 'busy'

/** Connection refused, closed, or its socket gone; PostgreSQL shutting down or starting (57P), or breaking off (08). */
const AWAY_CODES = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|57P0[1-5]|08\w{3})$/
/** Lock or statement timed out, deadlock, too many connections, disk or memory full, transaction left idle. */
const BUSY_CODES = /^(55P03|57014|40P01|53\w{3}|25P03)$/

/** The driver's own words have no code. */
const AWAY_WORDS = /^(Connection terminated|Client has encountered a connection error|Client was closed)/
const BUSY_WORDS = /^(timeout exceeded when trying to connect|Query read timeout)/

/** Whether the other side of a request of ours broke it off while it was sending: nobody waits for an answer. */
export const isBrokenOff = (error: unknown): boolean =>
  error instanceof Error && (error as NodeJS.ErrnoException).code === 'ECONNRESET' && error.message === 'aborted'

/** Whether an error says that the database cannot serve now; undefined when it says that we made a mistake. */
export function databaseFault(error: unknown): DatabaseFault | undefined {
  if (!(error instanceof Error)) return undefined
  const { code, syscall, message, cause } = error as NodeJS.ErrnoException
  // Who was sending us a body went away; the driver names the call of the system that failed.
  if (isBrokenOff(error)) return undefined
  // The file of a Unix socket is gone while the server restarts.
  if (code === 'ENOENT' && syscall === 'connect') return 'away'
  if (AWAY_CODES.test(code ?? '') || AWAY_WORDS.test(message)) return 'away'
  if (BUSY_CODES.test(code ?? '') || BUSY_WORDS.test(message)) return 'busy'
  return databaseFault(cause)
}
