import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { createQueue } from './queue.ts'

/** OWASP password storage cheat sheet, argon2id: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 }
const TAG_BYTES = 32
const SALT_BYTES = 16

/** At half past eight everybody signs in at once: two at a time keep the other requests answered. */
const inTurn = createQueue({ atOnce: 2, waiting: 200 })
const argon2Async = promisify(argon2)

/** A password as a PHC string: `$argon2id$v=19$m=19456,t=2,p=1$salt$tag`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const tag = await derive(password, salt, COST, TAG_BYTES)
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(salt)}$${base64(tag)}`
}

/** Whether a password belongs to a hash made by `hashPassword`, in the time its cost demands. */
export async function verifyPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(hash)
  if (!found) throw new Error('a stored password hash is not in argon2id PHC form')
  const [, memory, passes, parallelism, salt = '', tag = ''] = found
  const expected = Buffer.from(tag, 'base64')
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  return timingSafeEqual(await derive(password, Buffer.from(salt, 'base64'), cost, expected.length), expected)
}

const derive = (password: string, nonce: Buffer, cost: typeof COST, tagLength: number): Promise<Buffer> =>
  inTurn(() => argon2Async('argon2id', { message: password.normalize('NFKC'), nonce, tagLength, ...cost }))

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
