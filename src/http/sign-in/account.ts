import { randomInt } from 'node:crypto'
import { addMilliseconds, type Instant } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Auth } from './auth.ts'

export type NewAccount = {
  readonly tenant: string
  readonly username: string
  readonly name: string
  readonly password: string
  /** Makes it a one-time password, to be changed at the first sign-in before this instant. Demo accounts keep theirs. */
  readonly oneTimeUntil?: Instant
}

/** A note with a password that lies about longer than this opens nothing any more. */
const ONE_TIME_MS = 7 * 86_400_000

/** When a one-time password given now ends. */
export const oneTimeEnd = (now: Instant): Instant => addMilliseconds(now, ONE_TIME_MS)

type Account = {
  readonly id: string
  readonly tenant: string
  readonly mustChangePassword: boolean
  readonly oneTimeUntil?: Date | null
}

/** The account of a sign-in name; names don't differ by capitals. */
export const findAccount = async (auth: Auth, username: string): Promise<Account | null> =>
  (await auth.$context).adapter.findOne<Account>({
    model: 'user',
    where: [{ field: 'username', value: username.toLowerCase() }],
  })

/** Makes a sign-in account. Only an administrator's route and the command line call it; nobody registers. */
export async function makeAccount(auth: Auth, account: NewAccount): Promise<{ userId: string }> {
  const { tenant, username, name, password, oneTimeUntil } = account
  if (await findAccount(auth, username))
    throw new AnlanError('request-invalid', { issues: [{ field: 'username', rule: 'taken' }] })
  const { user } = await auth.api.createUser({
    body: { email: placeholderAddress(), name, password, data: { username, tenant, ...oneTime(oneTimeUntil) } },
  })
  return { userId: user.id }
}

const oneTime = (until: Instant | undefined) => ({
  mustChangePassword: until !== undefined,
  oneTimeUntil: until === undefined ? null : new Date(until),
})

/** Gives an account a one-time password and ends all its sessions. */
export async function resetPassword(
  auth: Auth,
  { userId, password, oneTimeUntil }: { userId: string; password: string; oneTimeUntil: Instant },
): Promise<void> {
  const { internalAdapter, password: passwords } = await auth.$context
  await internalAdapter.updatePassword(userId, await passwords.hash(password))
  await internalAdapter.updateUser(userId, oneTime(oneTimeUntil))
  await internalAdapter.deleteUserSessions(userId)
}

/** The holder has chosen a password: it is no one-time password any more. */
export async function keepPassword(auth: Auth, userId: string): Promise<void> {
  await (await auth.$context).internalAdapter.updateUser(userId, oneTime(undefined))
}

/** Ends all sessions of an account; the password stays. */
export async function endSessions(auth: Auth, userId: string): Promise<void> {
  await (await auth.$context).internalAdapter.deleteUserSessions(userId)
}

/** Ends the sessions of an account and lets nobody in by it again. */
export async function closeAccount(auth: Auth, userId: string): Promise<void> {
  const { internalAdapter } = await auth.$context
  await internalAdapter.updateUser(userId, { banned: true })
  await internalAdapter.deleteUserSessions(userId)
}

/** Letters and digits that are not mistaken for each other on paper (Crockford, lower case). */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** A one-time password of 12 characters, 60 bits: `k7p2-9xwq-3mzd`. */
export const oneTimePassword = (): string =>
  Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')).join(
    '-',
  )

/** better-auth wants a unique address; the product needs none. `.invalid` can never be delivered to (RFC 2606). */
const placeholderAddress = () => `${crypto.randomUUID()}@accounts.invalid`
