import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { AnlanError } from '../domain/wording/errors.ts'
import type { Houses } from '../http/sign-in/house/house-settings.ts'
import type { Sealing } from '../storage/keys/keys.ts'
import type { MailSettings } from '../workers/notices/mail-sender.ts'
import type { OutletSettings } from '../workers/notices/outlets/address-guard.ts'
import { type DatabaseUrls, readDatabaseUrls } from './database-urls.ts'
import { readHouses } from './read-houses.ts'

/** What the surroundings say about how to run. Every door (server, import, bench) reads it once, here. */
export type Environment = DatabaseUrls & {
  readonly host: string
  readonly port: number
  readonly dataFolder: string
  /** 32 bytes, base64; without it a key is made and kept in `dataFolder`. */
  readonly deploymentKey?: string
  /** How personal values are sealed from now on; what was sealed before opens as it was. */
  readonly sealing?: Sealing
  /** The day (YYYY-MM-DD) on which somebody confirmed that the clock is right although it jumped. */
  readonly clockConfirmed?: string
  /** Where a backup is written every night; the passphrase is for the first one and for rehearsals. */
  readonly backup?: BackupSettings
  /** The tenant whose public pages are shown and that commands mean when they name none. */
  readonly tenant: string
  /** The address as readers type it, when it is not the one listened on. */
  readonly baseUrl?: string
  readonly behindProxy: boolean
  /** What monitoring shows as bearer token to read `/metrics`; without it nobody can. */
  readonly metricsToken?: string
  /** The mail server; without one no mail goes out. */
  readonly mail?: MailSettings
  /** Where administrators may let notices go besides public addresses over https. */
  readonly outlets: OutletSettings
  /** Where people sign in besides here, by tenant. */
  readonly houses?: Houses
}

/** A folder of backups, and what opens it. */
export type BackupSettings = { readonly folder: string; readonly passphrase?: string }

const DEFAULT_PORT = 8080

/**
 * Reads the environment variables PORT, HOST, those of the database, ANLAN_DATA, ANLAN_KEY, ANLAN_SEALING, ANLAN_CLOCK_CONFIRMED, ANLAN_BACKUP,
 * ANLAN_BACKUP_PASSPHRASE, TENANT, BASE_URL, BEHIND_PROXY,
 * METRICS_TOKEN, for mail SMTP_HOST, SMTP_PORT, SMTP_USER, SMTP_PASSWORD, SMTP_FROM and SMTP_TLS, and for outlets OUTLETS_INSIDE and
 * OUTLETS_HTTP; for sign-in at another house those of `readHouses`.
 * @throws AnlanError request-invalid naming the variable and the rule
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const given = (name: string) => env[name]?.trim() || undefined
  const deploymentKey = given('ANLAN_KEY')
  const sealing = readSealing(given('ANLAN_SEALING'))
  const clockConfirmed = given('ANLAN_CLOCK_CONFIRMED')
  const backup = readBackup(given)
  const metricsToken = given('METRICS_TOKEN')
  const mail = readMail(given)
  const baseUrl = given('BASE_URL')?.replace(/\/+$/, '')
  if (baseUrl && !URL.canParse(baseUrl)) refuse('BASE_URL', 'wrong-form', 'https://…')
  if (metricsToken && metricsToken.length < 16) refuse('METRICS_TOKEN', 'wrong-form', '16+')
  return {
    host: given('HOST') ?? '127.0.0.1',
    port: readPort(given('PORT'), 'PORT') ?? DEFAULT_PORT,
    dataFolder: resolve(given('ANLAN_DATA') ?? '.anlan'),
    tenant: readTenant(given('TENANT') ?? 'qinglan', 'TENANT'),
    outlets: readOutlets(given),
    houses: readHouses(Object.keys(env), given, given('TENANT') ?? 'qinglan'),
    behindProxy: ['1', 'true', 'yes'].includes(given('BEHIND_PROXY') ?? ''),
    ...readDatabaseUrls(given),
    ...(deploymentKey ? { deploymentKey } : {}),
    ...(sealing ? { sealing } : {}),
    ...(backup ? { backup } : {}),
    ...(clockConfirmed ? { clockConfirmed } : {}),
    ...(baseUrl ? { baseUrl } : {}),
    ...(metricsToken ? { metricsToken } : {}),
    ...(mail ? { mail } : {}),
  }
}

/** The names that an operator knows. */
const SEALINGS: Readonly<Record<string, Sealing>> = { aes: 'A256GCM', sm4: 'SM4CTR-SM3' }

function readSealing(name: string | undefined): Sealing | undefined {
  if (name !== undefined && !Object.hasOwn(SEALINGS, name)) refuse('ANLAN_SEALING', 'wrong-form', 'aes, sm4')
  return name === undefined ? undefined : SEALINGS[name]
}

function readBackup(given: (name: string) => string | undefined): BackupSettings | undefined {
  const folder = given('ANLAN_BACKUP')
  const passphrase = given('ANLAN_BACKUP_PASSPHRASE')
  return folder ? { folder: resolve(folder), ...(passphrase ? { passphrase } : {}) } : undefined
}

const SUBMISSION_PORT = 587

/** A mail server without an address to send from, or that would be spoken to in clear without anybody having said so, is no mail server. */
function readMail(given: (name: string) => string | undefined): MailSettings | undefined {
  const host = given('SMTP_HOST')
  if (!host) return undefined
  const from = given('SMTP_FROM')
  const tls = given('SMTP_TLS') ?? 'on'
  if (!from || !/@/.test(from)) return refuse('SMTP_FROM', 'wrong-form', '安澜 <anlan@example.cn>')
  if (tls !== 'on' && tls !== 'off') return refuse('SMTP_TLS', 'wrong-form', 'on / off')
  const user = given('SMTP_USER')
  const password = given('SMTP_PASSWORD')
  const port = readPort(given('SMTP_PORT'), 'SMTP_PORT') ?? SUBMISSION_PORT
  return { host, port, from, tls, ...(user ? { user } : {}), ...(password ? { password } : {}) }
}

/** Addresses and networks in the house, such as `10.20.0.0/16,192.168.1.8`; none unless said. */
function readOutlets(given: (name: string) => string | undefined): OutletSettings {
  const inside = (given('OUTLETS_INSIDE') ?? '').split(/[,\s]+/).filter(Boolean)
  const http = given('OUTLETS_HTTP') ?? 'off'
  if (!inside.every(isNetwork)) refuse('OUTLETS_INSIDE', 'wrong-form', '10.20.0.0/16,192.168.1.8')
  if (http !== 'on' && http !== 'off') refuse('OUTLETS_HTTP', 'wrong-form', 'on / off')
  return { inside, http: http === 'on' }
}

function isNetwork(word: string): boolean {
  const [address = '', bits, ...more] = word.split('/')
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return more.length === 0 && longest > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest))
}

/** A port number from text; 0 asks for a free one. @throws AnlanError request-invalid naming `field` */
export function readPort(value: string | undefined, field: string): number | undefined {
  if (value === undefined) return undefined
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535) refuse(field, 'wrong-form', '0–65535')
  return Number(value)
}

/** A tenant id as the database accepts it. @throws AnlanError request-invalid naming `field` */
export function readTenant(value: string, field: string): string {
  if (!/^[a-z][a-z0-9-]{1,30}$/.test(value)) refuse(field, 'wrong-form', 'a-z 0-9 -')
  return value
}

function refuse(field: string, rule: 'wrong-form', limit: string): never {
  const text = {
    zh: `${field} 写法不对，要像这样：${limit}`,
    en: `${field} does not fit; it should look like: ${limit}`,
  }
  throw new AnlanError('request-invalid', { issues: [{ field, rule, limit }], text })
}
