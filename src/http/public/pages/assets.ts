import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const TYPES = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml' } as const

export type PublicAsset = {
  readonly name: string
  readonly content: string
  readonly type: string
  readonly version: string
}

function asset(name: string, kind: keyof typeof TYPES): PublicAsset {
  const content = readFileSync(new URL(name, import.meta.url), 'utf8')
  const version = createHash('sha256').update(content).digest('hex').slice(0, 10)
  return { name, content, type: TYPES[kind], version }
}

/** Style, script and mark of the server's own pages, read once. */
export const PUBLIC_ASSETS: readonly PublicAsset[] = [
  asset('public.css', 'css'),
  asset('docs.css', 'css'),
  asset('public.js', 'js'),
  asset('mark.svg', 'svg'),
]

/** Address of an asset; a changed one has another address, so that browsers may keep it for ever. */
export function assetPath(name: string): string {
  const found = PUBLIC_ASSETS.find((each) => each.name === name)
  if (!found) throw new Error(`no public asset ${name}`)
  return `/public/${name}?v=${found.version}`
}
