import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** The oldest Node.js that runs our TypeScript as it stands. */
const OLDEST_MAJOR = 24

const PLATFORM_NAMES = { win32: 'win' }

/** The pinned Node.js of this machine, or the host's own when it is new enough. */
export function nodePath() {
  const platform = PLATFORM_NAMES[process.platform] ?? process.platform
  const binary = process.platform === 'win32' ? 'node.exe' : 'node'
  const pinned = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', binary)
  if (existsSync(pinned)) return pinned
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_MAJOR) return process.execPath
  throw new Error(
    `没有适合 ${platform}-${process.arch} 的内置 Node.js，本机的是 ${process.version}：请安装 Node.js ${OLDEST_MAJOR} 或更高版本。\n` +
      `No bundled Node.js for ${platform}-${process.arch}, and this one is ${process.version}: install Node.js ${OLDEST_MAJOR} or newer.`,
  )
}
