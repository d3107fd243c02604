import { hash } from 'node:crypto'
import type { Context } from 'hono'
import type { Instant } from '../../domain/time/time.ts'
import { keyText, readKeyText } from '../../engine/transparency/note.ts'
import { withTenant } from '../../storage/connection/connect.ts'
import { hashBytes } from '../../storage/transparency/crypto.ts'
import { latestHead, listWitnesses, type SignedHead } from '../../storage/transparency/heads.ts'
import { readLog } from '../../storage/transparency/log-state.ts'
import type { Env } from '../request/env.ts'

/** What anybody may know of an office's log. */
export type Transparency = {
  readonly url: string
  readonly key: string
  readonly fingerprint: string
  readonly head: SignedHead | undefined
  readonly begunAt: Instant
  readonly witnesses: readonly { readonly name: string; readonly size?: number; readonly at?: Instant }[]
}

/** The log of the public office, or undefined before it has begun. */
export async function readTransparency(c: Context<Env>): Promise<Transparency | undefined> {
  const { pool, keys, publicTenant: tenant, baseUrl } = c.var.deps
  return withTenant(pool, tenant, async (client) => {
    const log = await readLog(client, keys, tenant)
    if (!log) return undefined
    const witnesses = await listWitnesses(client, tenant)
    return {
      url: `${baseUrl}/tlog/${tenant}`,
      key: keyText(log.key, hashBytes),
      fingerprint: spelt(hash('sha256', log.key.publicKey, 'hex')),
      head: await latestHead(client, tenant),
      begunAt: log.begunAt,
      witnesses: witnesses.flatMap(({ key, size, at, endedAt }) => {
        const name = readKeyText(key, hashBytes)?.name
        if (!name || endedAt) return []
        return [{ name, ...(size === null ? {} : { size }), ...(at === null ? {} : { at }) }]
      }),
    }
  })
}

/** In groups of four, so that two people can read it to each other over the telephone. */
const spelt = (hex: string) => hex.slice(0, 32).match(/.{4}/g)?.join(' ') ?? ''
