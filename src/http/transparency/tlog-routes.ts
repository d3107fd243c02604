import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { PoolClient } from 'pg'
import { AnlanError } from '../../domain/wording/errors.ts'
import { toBase64 } from '../../engine/transparency/bytes.ts'
import { readTilePath, TILE_WIDTH, widthOfLevel } from '../../engine/transparency/tiles.ts'
import { withTenant } from '../../storage/connection/connect.ts'
import { keepCosignature, latestHead } from '../../storage/transparency/heads.ts'
import { proveConsistency, proveInclusion, readCommitments, readTile } from '../../storage/transparency/read-log.ts'
import { readerOf } from '../public/reader.ts'
import type { Env } from '../request/env.ts'
import { readerAddress } from '../request/reader-address.ts'
import { createTokenBuckets } from '../request/token-buckets.ts'
import { readTransparency } from './read-transparency.ts'
import { transparencyPage } from './transparency-page.ts'

const TEXT = 'text/plain; charset=utf-8'
const BYTES = 'application/octet-stream'
const COSIGNATURE_BYTES = 2_000
const FOREVER = 'public, max-age=31536000, immutable'
const TENANT = ':tenant{[a-z][a-z0-9-]{1,30}}'
const SIZE = '{[0-9]{1,15}}'

/** The log that outsiders can check, as C2SP tlog-tiles has it, proofs for whoever computes none, and the page that explains it. */
export function createTlogRoutes() {
  const tries = createTokenBuckets({ burst: 60, refillSeconds: 1 })
  return new Hono<Env>()
    .get('/transparency', async (c) =>
      c.html(transparencyPage(await readerOf(c, '/transparency'), await readTransparency(c))),
    )
    .get('/tlog/verify-log.mjs', (c) => sendFile(c, import.meta.dirname, 'verify-log.mjs', 'text/javascript'))
    .get('/tlog/check-receipt.html', (c) =>
      sendFile(c, c.var.deps.webFolder ?? notFound(), 'check-receipt.html', 'text/html'),
    )
    .get(`/tlog/${TENANT}/checkpoint`, async (c) => {
      const head = await inTenant(c, (client, tenant) => latestHead(client, tenant))
      c.header('cache-control', 'max-age=5')
      return c.body(head?.note ?? notFound(), 200, { 'content-type': TEXT })
    })
    .get(`/tlog/${TENANT}/tile/entries/:path{.+}`, async (c) => {
      const { n, width } = readTilePath(c.req.param('path')) ?? notFound()
      const found = await inTenant(c, async (client, tenant) => {
        await mustCover(client, tenant, 0, n, width)
        return readCommitments(client, tenant, { from: n * TILE_WIDTH, to: n * TILE_WIDTH + width })
      })
      return bytes(
        c,
        found.flatMap((entry) => [Buffer.from([0, entry.length]), entry]),
      )
    })
    .get(`/tlog/${TENANT}/tile/:level{[0-9]|[1-5][0-9]|6[0-3]}/:path{.+}`, async (c) => {
      const { n, width } = readTilePath(c.req.param('path')) ?? notFound()
      const level = Number(c.req.param('level'))
      const found = await inTenant(c, async (client, tenant) => {
        await mustCover(client, tenant, level, n, width)
        return (await readTile(client, tenant, level, n)).slice(0, width)
      })
      return bytes(c, found)
    })
    .get(`/tlog/${TENANT}/proof/inclusion/:index${SIZE}/:size${SIZE}`, async (c) => {
      const [index, size] = [Number(c.req.param('index')), Number(c.req.param('size'))]
      return proof(c, index < size, size, (client, tenant) => proveInclusion(client, tenant, index, size))
    })
    .get(`/tlog/${TENANT}/proof/consistency/:before${SIZE}/:size${SIZE}`, async (c) => {
      const [before, size] = [Number(c.req.param('before')), Number(c.req.param('size'))]
      return proof(c, before <= size, size, (client, tenant) => proveConsistency(client, tenant, before, size))
    })
    .post(
      `/tlog/${TENANT}/cosignature/:size${SIZE}`,
      bodyLimit({ maxSize: COSIGNATURE_BYTES, onError: () => refuse('too-large') }),
      async (c) => {
        tries.take(readerAddress(c), Date.parse(c.var.now))
        const line = (await c.req.text()).replace(/\n$/, '')
        const size = Number(c.req.param('size'))
        const kept = await inTenant(c, (client, tenant) =>
          keepCosignature(client, tenant, { size, line, now: c.var.now }),
        )
        return kept ? c.body(null, 204) : refuse('wrong-form')
      },
    )
}

function notFound(): never {
  throw new AnlanError('not-found')
}

function refuse(rule: string): never {
  throw new AnlanError('request-invalid', { issues: [{ field: 'body', rule }] })
}

/** A tenant that is none has no rows, and is answered as a log that has not begun. */
const inTenant = <T>(c: Context<Env>, read: (client: PoolClient, tenant: string) => Promise<T>): Promise<T> => {
  const tenant = c.req.param('tenant') ?? ''
  return withTenant(c.var.deps.pool, tenant, (client) => read(client, tenant))
}

/** Only what a signed head covers is given out. */
async function mustCover(client: PoolClient, tenant: string, level: number, n: number, width: number): Promise<void> {
  const size = (await latestHead(client, tenant))?.size ?? 0
  if (n * TILE_WIDTH + width > widthOfLevel(size, level)) notFound()
}

async function proof(
  c: Context<Env>,
  isAsked: boolean,
  size: number,
  prove: (client: PoolClient, tenant: string) => Promise<readonly Uint8Array[]>,
) {
  const hashes = await inTenant(c, async (client, tenant) => {
    if (!isAsked || size > ((await latestHead(client, tenant))?.size ?? 0)) notFound()
    return prove(client, tenant)
  })
  c.header('cache-control', FOREVER)
  return c.body(hashes.map((hash) => `${toBase64(hash)}\n`).join(''), 200, { 'content-type': TEXT })
}

function bytes(c: Context<Env>, parts: readonly Uint8Array[]) {
  c.header('cache-control', FOREVER)
  return c.body(new Uint8Array(Buffer.concat(parts)), 200, { 'content-type': BYTES })
}

/** Taken home and used there: what this server says of itself proves nothing. */
async function sendFile(c: Context<Env>, folder: string, name: string, type: string) {
  const text = await readFile(join(folder, name), 'utf8').catch(notFound)
  c.header('content-disposition', `attachment; filename="${name}"`)
  return c.body(text, 200, { 'content-type': `${type}; charset=utf-8` })
}
