import { randomInt } from 'node:crypto'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Auth } from './auth.ts'

export type NewAccount = {
  readonly tenant: string
  readonly username: string
  readonly name: string
  readonly password: string
  /** A one-time password must be changed at the first sign-in; demo accounts keep theirs. */
  readonly mustChangePassword: boolean
}

/** Makes a sign-in account. Only an administrator's route and the command line call it; nobody registers. */
export async function makeAccount(auth: Auth, account: NewAccount): Promise<{ userId: string }> {
  const { tenant, username, name, password, mustChangePassword } = account
  const context = await auth.$context
  const taken = await context.adapter.findOne({
    model: 'user',
    where: [{ field: 'username', value: username.toLowerCase() }],
  })
  if (taken) throw new AnlanError('request-invalid', { issues: [{ field: 'username', rule: 'taken' }] })
  const { user } = await auth.api.createUser({
    body: { email: placeholderAddress(), name, password, data: { username, tenant, mustChangePassword } },
  })
  return { userId: user.id }
}

/** Gives an account a new password and ends all its sessions. */
export async function resetPassword(
  auth: Auth,
  { userId, password, mustChangePassword }: { userId: string; password: string; mustChangePassword: boolean },
): Promise<void> {
  const { internalAdapter, password: passwords } = await auth.$context
  await internalAdapter.updatePassword(userId, await passwords.hash(password))
  await internalAdapter.updateUser(userId, { mustChangePassword })
  await internalAdapter.deleteUserSessions(userId)
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
