import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'
import { AnlanError } from '../domain/wording/errors.ts'
import type { Env } from './request/env.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}
const PACKABLE = new Set(['.js', '.css', '.json', '.svg', '.webmanifest'])

/** The build writes this where a page wants its nonce. */
const NONCE_MARK = '__CSP_NONCE__'
const YEAR = 'public, max-age=31536000, immutable'
const OFFICE_PAGE = 'office/index.html'

type Packed = { readonly plain: Buffer; readonly br?: Buffer; readonly gzip?: Buffer; readonly type: string }

/** Folders and names without a leading dot: nothing that could climb out of the build. */
const BUILT_NAME = /^(?:[\w-]+\/)*[\w-][\w.-]*$/

/** Serves the built pages: hashed assets for ever and packed, the page itself always asked for again. */
export function createWebPages(folder: string | undefined): MiddlewareHandler<Env> {
  const packed = new Map<string, Promise<Packed>>()
  const pack = (name: string) => {
    const made = packed.get(name) ?? packFile(join(folder ?? '', name))
    packed.set(name, made)
    made.catch(() => packed.delete(name))
    return made
  }

  return async (c) => {
    const name = c.req.path.slice(1)
    if (!folder) throw new AnlanError('not-found')
    if (extname(name) === '') return officePage(c, join(folder, OFFICE_PAGE))
    if (!BUILT_NAME.test(name) || name.endsWith('.html')) throw new AnlanError('not-found')
    return asset(c, await pack(name).catch(missing))
  }
}

/** The page is read anew each time, so that a new build shows without a restart. */
async function officePage(c: Context<Env>, path: string): Promise<Response> {
  const page = await readFile(path, 'utf8').catch(missing)
  return c.html(page.replaceAll(NONCE_MARK, c.get('secureHeadersNonce') ?? ''), 200, { 'cache-control': 'no-cache' })
}

function missing(cause: NodeJS.ErrnoException): never {
  if (cause.code === 'ENOENT' || cause.code === 'EISDIR') throw new AnlanError('not-found')
  throw cause
}

function asset(c: Context<Env>, { plain, br, gzip: gz, type }: Packed): Response {
  const accepts = c.req.header('accept-encoding') ?? ''
  const coded = br && /\bbr\b/.test(accepts) ? 'br' : gz && /\bgzip\b/.test(accepts) ? 'gzip' : undefined
  const body = (coded === 'br' ? br : coded === 'gzip' ? gz : plain) ?? plain
  const cacheControl = c.req.path.startsWith('/assets/') ? YEAR : 'no-cache'
  return c.body(new Uint8Array(body), 200, {
    'content-type': type,
    'cache-control': cacheControl,
    vary: 'accept-encoding',
    ...(coded ? { 'content-encoding': coded } : {}),
  })
}

async function packFile(path: string): Promise<Packed> {
  const plain = await readFile(path)
  const type = TYPES[extname(path)] ?? 'application/octet-stream'
  if (!PACKABLE.has(extname(path))) return { plain, type }
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
  const [br, gz] = await Promise.all([promisify(brotliCompress)(plain, quality), promisify(gzip)(plain)])
  return { plain, br, gzip: gz, type }
}
