import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nodePath, root } from './node.mjs'
import { speak } from './speak.mjs'
import { toolScript } from './tool.mjs'

/** Everything that ends up in the browser; `http` reaches it as types only. */
const SOURCES = ['src/web', 'src/domain', 'src/procedures', 'src/engine', 'vite.config.ts', 'package-lock.json']
const BUILT = join(root, 'dist', 'web')
const STAMP = join(root, 'dist', 'web.stamp')

/** Builds the pages when their sources differ from those of the last build; says so on stderr only. */
export function ensureWebBuilt() {
  if (existsSync(BUILT) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hashOf(SOURCES)) return
  console.error(speak('正在生成网页…', 'Building the pages …'))
  buildWeb()
}

/** Builds the pages; silent unless it fails. */
export function buildWeb() {
  const hash = hashOf(SOURCES)
  const { status, stdout, stderr } = spawnSync(nodePath(), [toolScript('vite'), 'build', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) {
    console.error(stdout + stderr)
    throw new Error(speak('网页没有生成，原因见上。', 'The pages were not built, see above.'))
  }
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(STAMP, hash)
}

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesUnder).filter((file) => !file.includes('.test.'))) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
  }
  return hash.digest('hex')
}

function filesUnder(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [path]
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`))
}
