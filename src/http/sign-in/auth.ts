import { betterAuth } from 'better-auth'
import { admin, username } from 'better-auth/plugins'
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import type { Pool } from 'pg'
import { createDatesPlugin } from './dates-plugin.ts'
import { hashPassword, verifyPassword } from './password-hash.ts'

export const PASSWORD_MIN = 10
export const PASSWORD_MAX = 128

/** A working day: who signs in at eight is not asked again before evening. Use does not prolong it: a session has an absolute end. */
const SESSION_SECONDS = 12 * 3600

/** Letters of any script, digits, dot, dash and underscore: names in Chinese are names too. */
const USERNAME = /^[\p{L}\p{N}._-]+$/u

export type AuthDeps = { readonly pool: Pool; readonly secret: string; readonly baseUrl: string }

/**
 * Accounts and sessions: better-auth on schema `auth`. Nobody registers here; an administrator makes the account.
 * Attempts are delayed by our own counts (`attempts.ts`), since better-auth would need the address in a header.
 */
export const createAuth = ({ pool, secret, baseUrl }: AuthDeps) =>
  betterAuth({
    appName: 'Anlan',
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret,
    database: { db: authDatabase(pool), type: 'postgres', schemaName: 'auth', transaction: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    user: {
      modelName: 'users',
      additionalFields: {
        tenant: { type: 'string', required: true, input: false },
        mustChangePassword: { type: 'boolean', required: true, defaultValue: true, input: false },
        oneTimeUntil: { type: 'date', required: false, input: false },
      },
    },
    account: { modelName: 'accounts' },
    session: { modelName: 'sessions', expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    verification: { modelName: 'verifications' },
    plugins: [
      username({ minUsernameLength: 2, maxUsernameLength: 40, usernameValidator: (name) => USERNAME.test(name) }),
      admin(),
    ],
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix: 'anlan',
      useSecureCookies: baseUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { disableIpTracking: true },
    },
  })

export type Auth = ReturnType<typeof createAuth>

/** Columns are snake_case here as everywhere; better-auth speaks camelCase and wants dates as `Date`. */
const authDatabase = (pool: Pool) =>
  new Kysely({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin(), createDatesPlugin()] })
